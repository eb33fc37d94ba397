import type { Position, Problem } from '@terrarium/runtime/protocol';
import type { LogPost, LogPostLine, ProgramListing } from './messages.ts';
import type { BuildOutcome } from './watched-program.ts';

/** Where a running host reports to the person who started it. */
export interface Terminal {
  built(program: ProgramListing, outcome: BuildOutcome): void;
  log(post: LogPost): void;
}

export interface TerminalOptions {
  readonly write: (text: string) => void;
  readonly colour: boolean;
}

type Paint = (text: string) => string;
/** A line of a program longer than this is cut; the shell's own view has all of it. */
const lineLimit = 4_000;

export function createTerminal(options: TerminalOptions): Terminal {
  const style =
    (code: number): Paint =>
    (text) =>
      options.colour ? `\u001b[${code}m${text}\u001b[0m` : text;
  const red = style(31);
  const yellow = style(33);
  const quiet = style(2);
  const strong = style(1);
  const print = (text: string): void => options.write(`${text}\n`);

  const problem = (prefix: string, found: ProblemLike, paint: Paint): void => {
    const place = found.position === undefined ? '' : `${strong(placeOf(found.position))}  `;
    print(`${prefix}${place}${paint(clean(found.message))}`);
    if (found.sourceLine !== undefined && found.position !== undefined) {
      for (const line of excerpt(found.sourceLine, found.position)) print(quiet(line));
    }
  };

  const logLine = (prefix: string, line: LogPostLine): void => {
    if (line.kind === 'problem') {
      problem(prefix, line.problem, red);
      for (const frame of clean(line.problem.stack ?? '').split('\n')) {
        if (frame.trim() !== '') print(quiet(`    ${frame.trim()}`));
      }
      return;
    }
    const place = line.position === undefined ? '' : `${quiet(clean(line.position))} `;
    const paint = line.level === 'error' ? red : line.level === 'warn' ? yellow : (text: string) => text;
    print(`${prefix}${place}${paint(clean(line.text))}`);
  };

  return {
    built(program, outcome) {
      const prefix = `${quiet(`[${program.appId}]`)} `;
      const word = outcome.first ? 'built' : 'rebuilt';
      if (outcome.ok) print(`${prefix}${word} in ${outcome.durationMs.toFixed(0)} ms`);
      for (const warning of outcome.warnings) problem(prefix, warning, yellow);
      for (const found of outcome.problems) problem(prefix, found, red);
      if (!outcome.ok) print(`${prefix}${red(failure(program, outcome.problems))}`);
    },
    log(post) {
      const prefix = `${quiet(`[${post.appId}]`)} `;
      for (const line of post.lines) logLine(prefix, line);
    },
  };
}

interface ProblemLike {
  readonly message: string;
  readonly position?: Position | undefined;
  readonly sourceLine?: string | undefined;
}

function failure(program: ProgramListing, problems: readonly Problem[]): string {
  const number = `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`;
  return program.digest === '' ? `${number}; nothing to run yet` : `${number}; the last good build keeps running`;
}

function placeOf(position: Position): string {
  return `${clean(position.file)}:${position.line}:${position.column}`;
}

/** The source line with a caret under the column; tabs become one space so that the caret stays in place. */
export function excerpt(sourceLine: string, position: Position): [string, string] {
  const gutter = `  ${position.line} | `;
  const width = 100;
  const start = Math.max(0, position.column - 1 - Math.floor(width / 2));
  const shown = clean(sourceLine.replaceAll('\t', ' ')).slice(start, start + width);
  const caret = `${' '.repeat(gutter.length - 2)}| ${' '.repeat(Math.max(0, position.column - 1 - start))}^`;
  return [`${gutter}${shown}`, caret];
}

/**
 * Guest text as plain text: terminal escapes would let a program rewrite what the person reads. Line breaks
 * and tabs stay, every other control character goes, C1 and bidirectional overrides included.
 */
export function clean(text: string): string {
  const cut = text.length > lineLimit ? `${text.slice(0, lineLimit)}…` : text;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: removing control characters is the point
  return cut.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '');
}
