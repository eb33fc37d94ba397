import type { ErrorCode, Problem } from '../protocol/errors.ts';
import type { Json } from '../protocol/json.ts';
import type { PlayerReport } from '../protocol/messages.ts';
import type { LogLine } from '../protocol/sandbox.ts';
import type { StackMap } from './stack-map.ts';

/** What went wrong and what was logged, in the author's positions; each goes to the host once. */
export interface Journal {
  /** The latest problems, oldest first. */
  readonly problems: readonly Problem[];
  log(line: LogLine): void;
  /** Uncaught in guest code; the program goes on. `problem.stack` is still unmapped. */
  error(problem: Problem): void;
  warning(code: string, message: string): void;
  /** The program is over. Returns the problem with its stack mapped. */
  fatal(problem: Problem): Problem;
}

/** A program in an error loop must not fill the player's memory. */
const keptProblems = 200;

export function createJournal(stackMap: StackMap, report: (report: PlayerReport) => void): Journal {
  const problems: Problem[] = [];
  const note = (raw: Problem, fatal: boolean): Problem => {
    const mapped = raw.stack === undefined ? undefined : stackMap.map(raw.stack);
    const problem: Problem = {
      code: raw.code,
      message: raw.message,
      position: raw.position ?? mapped?.position,
      sourceLine: raw.sourceLine ?? mapped?.sourceLine,
      stack: mapped?.text,
    };
    problems.push(problem);
    if (problems.length > keptProblems) problems.shift();
    report({ kind: 'problem', problem: problemRecord(problem), fatal });
    return problem;
  };
  return {
    problems,
    log(line) {
      const position = line.stack === undefined ? undefined : stackMap.map(line.stack).position;
      report({
        kind: 'log',
        level: line.level,
        text: line.text,
        ...(position && { position: `${position.file}:${position.line}:${position.column}` }),
      });
    },
    error: (problem) => void note(problem, false),
    warning(code, message) {
      report({ kind: 'log', level: 'warn', text: `${code}: ${message}` });
      report({ kind: 'inspector-event', method: 'Terrarium.warning', params: { code, message } });
    },
    fatal: (problem) => note(problem, true),
  };
}

/** A problem as JSON: absent members left out. */
export function problemRecord(problem: Problem): Record<string, Json> {
  const { code, message, position, sourceLine, stack } = problem;
  return {
    code: code satisfies ErrorCode,
    message,
    ...(position && { position: { file: position.file, line: position.line, column: position.column } }),
    ...(sourceLine !== undefined && { sourceLine }),
    ...(stack !== undefined && { stack }),
  };
}
