/**
 * Quotas of a program's storage, per user. A value is kept as JSON text; what counts is the UTF-8 length of key
 * and text together. The guest's mirror and the host's service count with this one function, so they agree to the byte.
 */
export const storageLimits = {
  /** One key with its text. */
  entryBytes: 1024 * 1024,
  totalBytes: 10 * 1024 * 1024,
} as const;

/** UTF-8 length in bytes of what one entry keeps. A lone surrogate counts as the three bytes of U+FFFD. */
export function entryBytes(key: string, text: string): number {
  return utf8Bytes(key) + utf8Bytes(text);
}

function utf8Bytes(text: string): number {
  let bytes = text.length;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) continue;
    bytes += unit < 0x800 ? 1 : 2;
    if (unit >= 0xd800 && unit <= 0xdbff) {
      const next = text.charCodeAt(at + 1);
      // A pair is four bytes in two units: two were counted by length, two for its first half; skip the second.
      if (next >= 0xdc00 && next <= 0xdfff) at += 1;
    }
  }
  return bytes;
}
