import { refusals } from './file-refusal.ts';

type Bytes = Uint8Array<ArrayBuffer>;

const names: ReadonlyMap<string, 'utf8' | 'latin1' | 'ascii' | 'base64' | 'hex' | 'ucs2'> = new Map([
  ['utf8', 'utf8'],
  ['utf-8', 'utf8'],
  ['latin1', 'latin1'],
  ['binary', 'latin1'],
  ['ascii', 'ascii'],
  ['base64', 'base64'],
  ['hex', 'hex'],
  ['ucs2', 'ucs2'],
  ['ucs-2', 'ucs2'],
  ['utf16le', 'ucs2'],
  ['utf-16le', 'ucs2'],
]);

function encodingOf(name: string) {
  const encoding = names.get(name.toLowerCase());
  if (encoding === undefined) throw refusals.encoding(name.slice(0, 40));
  return encoding;
}

/** Bytes of a text in one of the documented encodings. Throws FileRefusal for any other. */
export function encodeText(text: string, name = 'utf8'): Bytes {
  switch (encodingOf(name)) {
    case 'utf8':
      return new TextEncoder().encode(text);
    case 'base64':
      return decodeBase64(text);
    case 'hex':
      return Uint8Array.from((text.match(/[0-9a-f]{2}/gi) ?? []).map((pair) => Number.parseInt(pair, 16)));
    case 'ucs2': {
      const bytes = new Uint8Array(text.length * 2);
      for (let at = 0; at < text.length; at += 1) {
        bytes[at * 2] = text.charCodeAt(at) & 255;
        bytes[at * 2 + 1] = text.charCodeAt(at) >> 8;
      }
      return bytes;
    }
    default:
      return fromLatin1(text);
  }
}

/** The text of bytes, as `encodeText` would take it. */
export function decodeText(bytes: Uint8Array, name: string): string {
  switch (encodingOf(name)) {
    case 'utf8':
      // A byte-order mark is a character of the file like any other.
      return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    case 'base64':
      return encodeBase64(bytes);
    case 'hex':
      return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
    case 'ucs2':
      return new TextDecoder('utf-16le', { ignoreBOM: true }).decode(bytes.subarray(0, bytes.length & ~1));
    case 'ascii':
      return toLatin1(bytes.map((byte) => byte & 127));
    default:
      return toLatin1(bytes);
  }
}

export function fromLatin1(text: string): Bytes {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  return bytes;
}

/** As many as a call may have arguments. */
const atOnce = 8_192;

export function toLatin1(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += atOnce) text += String.fromCharCode(...bytes.subarray(at, at + atOnce));
  return text;
}

export function encodeBase64(bytes: Uint8Array): string {
  return btoa(toLatin1(bytes));
}

/** What is no digit is passed over, as Node does; an end that is cut off is left out. */
export function decodeBase64(text: string): Bytes {
  const digits = text
    .replaceAll('-', '+')
    .replaceAll('_', '/')
    .replace(/[^A-Za-z0-9+/]/g, '');
  return fromLatin1(atob(digits.length % 4 === 1 ? digits.slice(0, -1) : digits));
}

/**
 * Bytes for the guest: its engine interprets a loop over bytes, but reads a JSON list of 32-bit words natively. The
 * machine's own order on both sides.
 */
export function wordsOf(bytes: Uint8Array): { readonly words: number[]; readonly length: number } {
  const whole = new Uint8Array((bytes.length + 3) & ~3);
  whole.set(bytes);
  return { words: Array.from(new Int32Array(whole.buffer)), length: bytes.length };
}
