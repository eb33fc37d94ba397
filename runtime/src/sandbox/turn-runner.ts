import { type LogLine, type Problem, problemOf, TerrariumError } from '../protocol/index.ts';
import type { Deadline } from './deadline.ts';
import type { Engine, GuestThrown } from './engine.ts';

/** Runs guest code in turns: bounded time, promise jobs to the end, one flush, failures told apart. */
export interface TurnRunner {
  /**
   * Runs `work`, then the jobs it left, then the guest's flush. `rest` is a turn without work, for what a turn
   * that was cut off has left. A problem it returns means that the instance is lost: LIMIT_MEMORY, LIMIT_STACK,
   * LIMIT_TIME (while loading, or once too often), INTERNAL, or the TerrariumError that `work` threw.
   */
  run(kind: 'boot' | 'turn' | 'rest', work: () => GuestThrown | undefined): Problem | undefined;
  /** True when the last turn was cut off: its jobs and its flush wait for another turn. */
  readonly unfinished: boolean;
  /** To be called by the door when it refuses something. The author is told once a turn. */
  refuse(problem: Problem): void;
}

export interface TurnOptions {
  readonly engine: Engine;
  readonly deadline: Deadline;
  readonly limits: { readonly turnMs: number; readonly bootMs: number };
  /** Uncaught in guest code; the program goes on. */
  readonly onFailed: (problem: Problem) => void;
  /** Worth a line to the author, but no failure of the program. */
  readonly onLine: (line: LogLine) => void;
}

/** A turn that was cut off is forgiven. This many in a row are a program that hangs. */
const mostCutOff = 3;
/** Jobs between two looks at the clock. */
const jobsAtOnce = 256;
/** Handlers can use up a turn, and a flush that is cut off in the middle loses what it was to send. */
const flushMs = 250;
/** Rejections reported of one turn. */
const mostRejections = 10;

/** Nothing to dispose; it lives as long as its engine. */
export function createTurnRunner({ engine, deadline, limits, onFailed, onLine }: TurnOptions): TurnRunner {
  let cutOff = 0;
  let refused: Problem[] = [];
  /** Where the code was that the deadline stopped. */
  let stoppedAt: string | undefined;

  const report = (kind: 'error' | 'rejection', thrown: GuestThrown | undefined) => {
    if (thrown === undefined) return;
    if (deadline.late) {
      // What a deadline threw is no error of the program's own.
      stoppedAt ??= thrown.stack;
      return;
    }
    if (engine.exhausted) throw memoryFull('an allocation failed');
    const text = describe(thrown);
    if (text === 'InternalError: out of memory') throw memoryFull(text);
    // A refusal that was not caught has been told already, under its own code.
    if (kind === 'rejection' && isFailedCall(thrown)) {
      onLine({ level: 'warn', text: `A call failed and nothing handled it: ${text}` });
    } else if (!refused.some((problem) => problem.message === thrown.message)) {
      const code = thrown.message === 'stack overflow' ? 'LIMIT_STACK' : 'SCRIPT';
      onFailed({ code, message: kind === 'rejection' ? `Unhandled rejection: ${text}` : text, stack: thrown.stack });
    }
    // The program's own onError. What fails in there is told, and not handed in again.
    const again = engine.call('failed', kind, text, thrown.stack);
    if (again !== undefined && !deadline.late) {
      onFailed({ code: 'SCRIPT', message: describe(again), stack: again.stack });
    }
  };

  const pump = () => {
    while (engine.jobsPending && !deadline.check()) report('error', engine.runJobs(jobsAtOnce));
  };

  const runAll = (work: () => GuestThrown | undefined) => {
    report('error', work());
    pump();
    if (deadline.late) return;
    for (const thrown of engine.takeRejections().slice(0, mostRejections)) report('rejection', thrown);
    pump();
    if (deadline.late) return;
    deadline.extend(flushMs);
    report('error', engine.call('flush'));
    pump();
  };

  return {
    run(kind, work) {
      const budgetMs = kind === 'boot' ? limits.bootMs : limits.turnMs;
      deadline.start(budgetMs);
      refused = [];
      stoppedAt = undefined;
      try {
        runAll(work);
        if (engine.exhausted) throw memoryFull('an allocation failed');
      } catch (error) {
        return problemOf(lost(error, engine));
      } finally {
        deadline.stop();
      }
      if (!deadline.late) {
        // Only a turn that did something shows that the program works again.
        if (kind !== 'rest') cutOff = 0;
        return undefined;
      }
      cutOff += 1;
      const what = `code ran longer than ${budgetMs} ms and was stopped: split the work, or look for an endless loop`;
      const stopped = { code: 'LIMIT_TIME', stack: stoppedAt } as const;
      if (kind === 'boot') return { ...stopped, message: `While loading, ${what}` };
      if (cutOff >= mostCutOff)
        return { ...stopped, message: `${mostCutOff} times in a row, ${what}. The program was ended` };
      onFailed({ ...stopped, message: what });
      return undefined;
    },
    get unfinished() {
      return deadline.late;
    },
    refuse(problem) {
      if (refused.some(({ code }) => code === problem.code)) return;
      refused.push(problem);
      onFailed(problem);
    },
  };
}

/**
 * Whether this is the answer of a call, `name:fail reason`, and no exception. Without a `fail` callback such an
 * answer passes unnoticed, and handed through a promise of the program's own it is no more of an error.
 */
function isFailedCall({ name, message, stack }: GuestThrown): boolean {
  return name === '' && stack === '' && /^[\w.]{1,64}:fail\b/.test(message);
}

function describe({ name, message }: GuestThrown): string {
  return name === '' ? message : `${name}: ${message}`;
}

function memoryFull(detail: string): TerrariumError {
  return new TerrariumError(
    'LIMIT_MEMORY',
    `The program's memory is full (${detail}), so it was ended: keep less data at a time`,
  );
}

/** What an exception out of the engine means. The instance is gone in every case. */
function lost(error: unknown, engine: Engine): TerrariumError {
  if (error instanceof TerrariumError) return error;
  if (engine.exhausted) return memoryFull('the engine stopped');
  if (error instanceof RangeError) {
    return new TerrariumError(
      'LIMIT_STACK',
      'The program nested deeper than the stack allows, so it was ended: look for endless recursion or deep data',
    );
  }
  return new TerrariumError('INTERNAL', 'The script engine failed, so the program was ended: please report it', {
    cause: error,
  });
}
