import { GenMapping, maybeAddSegment, setSourceContent, toEncodedMap } from '@jridgewell/gen-mapping';
import type { SourceText } from '../project/source-text.ts';

/**
 * A source map, as JSON text, for code that was taken over unchanged: every token stands where it stood.
 * `start` is where the code begins in the author's file (both from 1), for code inside another file.
 */
export function identityMap(
  source: SourceText,
  tokens: readonly { readonly line: number; readonly column: number }[],
  start: { readonly line: number; readonly column: number } = { line: 1, column: 1 },
): string {
  const map = new GenMapping();
  setSourceContent(map, source.place, source.text);
  for (const { line, column } of tokens) {
    // Only the first line of embedded code is indented by what stands before it.
    const sourceColumn = line === 1 ? column + start.column - 1 : column;
    maybeAddSegment(map, line - 1, column, source.place, line + start.line - 2, sourceColumn);
  }
  return JSON.stringify(toEncodedMap(map));
}
