const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const values: ReadonlyMap<string, number> = new Map([...digits].map((digit, value) => [digit, value]));

/** `wx.arrayBufferToBase64`; takes a view of a buffer too. */
export function arrayBufferToBase64(buffer: unknown): string {
  const bytes = bytesOf(buffer);
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [first = 0, second, third] = bytes.subarray(at, at + 3);
    text += digits.charAt(first >> 2) + digits.charAt(((first & 3) << 4) | ((second ?? 0) >> 4));
    text += second === undefined ? '=' : digits.charAt(((second & 15) << 2) | ((third ?? 0) >> 6));
    text += third === undefined ? '=' : digits.charAt(third & 63);
  }
  return text;
}

/** `wx.base64ToArrayBuffer`. What is no base64 digit (line breaks, padding) is passed over. */
export function base64ToArrayBuffer(text: unknown): ArrayBuffer {
  const bytes: number[] = [];
  let bits = 0;
  let held = 0;
  for (const digit of String(text ?? '')) {
    const value = values.get(digit === '-' ? '+' : digit === '_' ? '/' : digit);
    if (value === undefined) continue;
    held = ((held << 6) | value) & 0xfff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >> bits) & 255);
  }
  return new Uint8Array(bytes).buffer;
}

function bytesOf(buffer: unknown): Uint8Array {
  if (buffer instanceof ArrayBuffer) return new Uint8Array(buffer);
  if (ArrayBuffer.isView(buffer)) return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
  return new Uint8Array();
}
