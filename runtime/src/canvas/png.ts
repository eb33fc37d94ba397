/**
 * A picture as a `data:` address, at once: what a browser's own encoder gives only later. PNG with stored blocks, so
 * that nothing has to be compressed: larger than need be, and right.
 */
export function encodePng({ width, height, data }: ImageData): string {
  const rowBytes = width * 4 + 1;
  const raw = new Uint8Array(rowBytes * height);
  for (let row = 0; row < height; row += 1) {
    // Each row starts with its filter: none.
    raw.set(data.subarray(row * width * 4, (row + 1) * width * 4), row * rowBytes + 1);
  }
  const head = new Uint8Array(13);
  const view = new DataView(head.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  // 8 bits of red, green, blue and alpha.
  head.set([8, 6, 0, 0, 0], 8);
  const signature = Uint8Array.of(137, 80, 78, 71, 13, 10, 26, 10);
  const parts = [signature, chunk('IHDR', head), chunk('IDAT', stored(raw)), chunk('IEND', new Uint8Array(0))];
  return `data:image/png;base64,${base64(parts)}`;
}

const blockBytes = 65_535;

/** A zlib stream (RFC 1950, 1951) of stored blocks. */
function stored(raw: Uint8Array): Uint8Array {
  const blocks = Math.max(1, Math.ceil(raw.length / blockBytes));
  const stream = new Uint8Array(2 + raw.length + blocks * 5 + 4);
  stream.set([0x78, 0x01]);
  let at = 2;
  for (let block = 0; block < blocks; block += 1) {
    const part = raw.subarray(block * blockBytes, (block + 1) * blockBytes);
    const size = part.length;
    stream.set([block === blocks - 1 ? 1 : 0, size & 255, size >> 8, ~size & 255, (~size >> 8) & 255], at);
    stream.set(part, at + 5);
    at += 5 + size;
  }
  new DataView(stream.buffer).setUint32(at, adler(raw));
  return stream;
}

function adler(bytes: Uint8Array): number {
  let a = 1;
  let b = 0;
  for (let at = 0; at < bytes.length; ) {
    // As many as cannot overflow before the remainder is taken.
    const end = Math.min(bytes.length, at + 3_800);
    for (; at < end; at += 1) {
      a += bytes[at] ?? 0;
      b += a;
    }
    a %= 65_521;
    b %= 65_521;
  }
  return ((b << 16) | a) >>> 0;
}

function chunk(name: string, content: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(content.length + 12);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, content.length);
  for (let at = 0; at < 4; at += 1) bytes[4 + at] = name.charCodeAt(at);
  bytes.set(content, 8);
  view.setUint32(content.length + 8, crc(bytes.subarray(4, content.length + 8)));
  return bytes;
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function crc(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (crcTable[(value ^ byte) & 255] ?? 0) ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}

/** Of several parts as if they were one. */
function base64(parts: readonly Uint8Array[]): string {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  let text = '';
  // A multiple of three, so that the pieces join.
  const step = 24_576;
  for (let from = 0; from < all.length; from += step) {
    text += btoa(String.fromCharCode(...all.subarray(from, from + step)));
  }
  return text;
}
