/** `TextEncoder` of the standard, for UTF-8. */
export class GuestTextEncoder {
  get encoding(): string {
    return 'utf-8';
  }

  encode(text: unknown = ''): Uint8Array {
    return new Uint8Array(encodeUtf8(String(text)));
  }
}

/** `TextDecoder` of the standard, for UTF-8; malformed bytes give U+FFFD. */
export class GuestTextDecoder {
  constructor(label: unknown = 'utf-8') {
    if (!/^utf-?8$/i.test(String(label))) throw new RangeError(`TextDecoder knows utf-8 only, not ${String(label)}`);
  }

  get encoding(): string {
    return 'utf-8';
  }

  decode(input?: ArrayBuffer | ArrayBufferView): string {
    if (input === undefined) return '';
    if (ArrayBuffer.isView(input)) return decodeUtf8(new Uint8Array(input.buffer, input.byteOffset, input.byteLength));
    return decodeUtf8(new Uint8Array(input));
  }
}

function encodeUtf8(text: string): number[] {
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    let code = text.charCodeAt(at);
    if (code >= 0xd800 && code <= 0xdfff) {
      const low = code < 0xdc00 ? text.charCodeAt(at + 1) : Number.NaN;
      if (low >= 0xdc00 && low <= 0xdfff) {
        code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
        at += 1;
      } else code = 0xfffd;
    }
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    else {
      bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    }
  }
  return bytes;
}

/** Lowest code point that needs that many continuation bytes: what is encoded longer is malformed. */
const lowest = [0, 0x80, 0x800, 0x10000];

function decodeUtf8(bytes: Uint8Array): string {
  const parts: string[] = [];
  let text = '';
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  while (at < bytes.length) {
    const first = bytes[at] ?? 0;
    at += 1;
    let code = first;
    if (first >= 0x80) {
      const more =
        first >= 0xf0 && first <= 0xf4 ? 3 : first >= 0xe0 && first < 0xf0 ? 2 : first >= 0xc2 && first < 0xe0 ? 1 : 0;
      code = more === 0 ? 0xfffd : first & (0x3f >> more);
      let taken = 0;
      while (taken < more && ((bytes[at + taken] ?? 0) & 0xc0) === 0x80) {
        code = (code << 6) | ((bytes[at + taken] ?? 0) & 63);
        taken += 1;
      }
      at += taken;
      const malformed =
        taken < more || code < (lowest[more] ?? 0) || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff);
      if (more > 0 && malformed) code = 0xfffd;
    }
    text += String.fromCodePoint(code);
    if (text.length > 4096) {
      parts.push(text);
      text = '';
    }
  }
  parts.push(text);
  return parts.join('');
}
