import type { Position, Problem } from '../protocol/errors.ts';
import type { Json } from '../protocol/json.ts';
import type { PlayerReport } from '../protocol/messages.ts';
import type { LogLine } from '../protocol/sandbox.ts';
import type { StackMap } from './stack-map.ts';

/** What went wrong and what was logged, in the author's positions; each goes to the host once. */
export interface Journal {
  /** The latest problems, oldest first. */
  readonly problems: readonly Problem[];
  /** The latest warnings of guest and painter. Their codes are open: `UNSUPPORTED_API`, `DOM` … */
  readonly warnings: readonly Warning[];
  log(line: LogLine): void;
  /** Uncaught in guest code; the program goes on. `problem.stack` is still unmapped. */
  error(problem: Problem): void;
  /** `stack` is unmapped; its topmost frame of the author's is the place. */
  warning(code: string, message: string, stack?: string): void;
  /** The program is over. Returns the problem with its stack mapped. */
  fatal(problem: Problem): Problem;
}

export interface Warning {
  readonly code: string;
  readonly message: string;
  readonly position?: Position | undefined;
}

/** A program in an error loop must not fill the player's memory. */
const kept = 200;

export function createJournal(stackMap: StackMap, report: (report: PlayerReport) => void): Journal {
  const problems: Problem[] = [];
  const warnings: Warning[] = [];
  const note = (raw: Problem, fatal: boolean): Problem => {
    const mapped = raw.stack === undefined ? undefined : stackMap.map(raw.stack);
    const problem: Problem = {
      code: raw.code,
      message: raw.message,
      position: raw.position ?? mapped?.position,
      sourceLine: raw.sourceLine ?? mapped?.sourceLine,
      stack: mapped?.text,
    };
    keep(problems, problem);
    report({ kind: 'problem', problem: problemRecord(problem), fatal });
    return problem;
  };
  return {
    problems,
    warnings,
    log(line) {
      const position = line.stack === undefined ? undefined : stackMap.map(line.stack).position;
      report({
        kind: 'log',
        level: line.level,
        text: line.text,
        ...(position && { position: spell(position) }),
      });
    },
    error: (problem) => void note(problem, false),
    warning(code, message, stack = '') {
      const { position } = stackMap.map(stack);
      keep(warnings, { code, message, ...(position && { position }) });
      report({
        kind: 'log',
        level: 'warn',
        text: `${code}: ${message}`,
        ...(position && { position: spell(position) }),
      });
    },
    fatal: (problem) => note(problem, true),
  };
}

const spell = ({ file, line, column }: Position): string => `${file}:${line}:${column}`;

function keep<Item>(list: Item[], item: Item): void {
  list.push(item);
  if (list.length > kept) list.shift();
}

/** A problem as JSON: absent members left out. */
export function problemRecord(problem: Problem): Record<string, Json> {
  const { code, message, position, sourceLine, stack } = problem;
  return {
    code,
    message,
    ...(position && { position: { file: position.file, line: position.line, column: position.column } }),
    ...(sourceLine !== undefined && { sourceLine }),
    ...(stack !== undefined && { stack }),
  };
}
