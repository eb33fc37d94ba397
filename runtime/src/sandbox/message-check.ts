import { TerrariumError } from '../protocol/index.ts';

/** Bytes and nesting a text may have on its way through the door, in either direction. */
export interface MessageLimits {
  readonly messageBytes: number;
  readonly messageDepth: number;
}

/**
 * Throws `LIMIT_MESSAGE` when `text` is larger or deeper than allowed. It counts brackets outside strings and
 * does not care whether the text is JSON: that is for whoever parses it, now knowing that it is bounded.
 */
export function checkMessage(text: string, limits: MessageLimits): void {
  const bytes = utf8Length(text, limits.messageBytes);
  if (bytes > limits.messageBytes) {
    throw new TerrariumError(
      'LIMIT_MESSAGE',
      `a message of ${bytes} bytes is above the limit of ${limits.messageBytes}: send less data at once`,
    );
  }
  if (isDeeper(text, limits.messageDepth)) {
    throw new TerrariumError(
      'LIMIT_MESSAGE',
      `a message is nested more than ${limits.messageDepth} levels deep: send flatter data`,
    );
  }
}

/** Length as UTF-8; exact only when it can matter. */
function utf8Length(text: string, limit: number): number {
  // A UTF-16 unit is at most three bytes.
  if (text.length * 3 <= limit || text.length > limit) return text.length;
  let bytes = text.length;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) continue;
    // A surrogate pair is four bytes in two units: two each.
    bytes += unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 1 : 2;
  }
  return bytes;
}

const quote = 34;
const backslash = 92;

function isDeeper(text: string, limit: number): boolean {
  // No text can nest deeper than it has opening brackets; most messages are shorter than that.
  if (text.length <= limit) return false;
  let depth = 0;
  let at = 0;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    if (unit === quote) {
      at = endOfString(text, at + 1);
    } else if (unit === 91 || unit === 123) {
      depth += 1;
      if (depth > limit) return true;
    } else if (unit === 93 || unit === 125) {
      depth -= 1;
    }
    at += 1;
  }
  return false;
}

/** Index of the closing quote of a string whose text starts at `from`. */
function endOfString(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    if (unit === quote) return at;
    at += unit === backslash ? 2 : 1;
  }
  return at;
}
