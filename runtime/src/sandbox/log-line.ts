import type { LogLevel, LogLine } from '../protocol/index.ts';

const levels: readonly LogLevel[] = ['debug', 'log', 'info', 'warn', 'error'];
const mostCharacters = 16 * 1024;

/** A fresh log line from guest JSON: known keys only, cut, without control characters. Anything else is undefined. */
export function parseLogLine(json: string): LogLine | undefined {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const given = new Map<string, unknown>(Object.entries(value));
  const level = levels.find((known) => known === given.get('level'));
  const text = given.get('text');
  const stack = given.get('stack');
  if (level === undefined || typeof text !== 'string') return undefined;
  return { level, text: plainText(text), stack: typeof stack === 'string' ? plainText(stack) : undefined };
}

/**
 * Guest text as it may be shown: control characters could drive a terminal or reorder a line, so all but
 * line feed and tab are taken out, with the bidirectional overrides.
 */
export function plainText(text: string): string {
  const cut =
    text.length > mostCharacters ? `${text.slice(0, mostCharacters)} … ${text.length - mostCharacters} more` : text;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: removing control characters is the point
  return cut.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '');
}
