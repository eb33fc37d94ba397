import type { ErrorCode, Position, Problem } from '../protocol/index.ts';
import type { Warning } from './build.ts';
import type { SourceText } from './project/source-text.ts';

/** A place in a file of the author's, with the line it stands in. */
export interface Place {
  readonly position: Position;
  readonly sourceLine?: string | undefined;
}

/** What one step found. Plain data, so that a cached step can report again what it found the first time. */
export interface Findings {
  readonly problems: Problem[];
  readonly warnings: Warning[];
}

export interface Diagnostics {
  problem(code: ErrorCode, message: string, place?: Place): void;
  warn(code: string, message: string, place?: Place): void;
  /** Takes over what a cached or nested step found. */
  add(findings: { readonly problems: readonly Problem[]; readonly warnings: readonly Warning[] }): void;
  /** In order of file, line, column and message, each once: the same project gives the same list. */
  sorted(): Findings;
}

/** Longest source line kept: enough to show a place, and minified files have lines of a megabyte. */
const lineLimit = 400;

export function createDiagnostics(): Diagnostics {
  const problems: Problem[] = [];
  const warnings: Warning[] = [];
  return {
    problem: (code, message, place) => void problems.push({ code, message, ...place }),
    warn: (code, message, place) => void warnings.push({ code, message, ...place }),
    add(findings) {
      problems.push(...findings.problems);
      warnings.push(...findings.warnings);
    },
    sorted: () => ({ problems: ordered(problems), warnings: ordered(warnings) }),
  };
}

/** The place of a character offset, counted in UTF-16 units from 0. */
export function placeAt(source: SourceText, offset: number): Place {
  const before = source.text.slice(0, Math.max(0, offset));
  const lineStart = before.lastIndexOf('\n') + 1;
  return placeOf(source, before.split('\n').length, before.length - lineStart + 1);
}

/** The place of a line and column, both from 1. */
export function placeOf(source: SourceText, line: number, column: number): Place {
  const sourceLine = source.text.split('\n')[line - 1]?.replace(/\r$/, '').slice(0, lineLimit);
  return { position: { file: source.place, line, column }, sourceLine };
}

function ordered<Item extends Warning>(items: readonly Item[]): Item[] {
  const keyed = new Map(items.map((item) => [sortKey(item), item]));
  return [...keyed].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item);
}

function sortKey({ code, message, position }: Warning): string {
  const digits = (value: number) => String(value).padStart(9, '0');
  if (position === undefined) return `\u0000\u0000${message}\u0000${code}`;
  return [position.file, digits(position.line), digits(position.column), message, code].join('\u0000');
}
