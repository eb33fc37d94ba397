import { callFunction, stringify } from './intrinsics.ts';
import type { Outbox } from './outbox.ts';

export type ReportCode = 'MODULE' | 'SET_DATA' | 'PAGE_NOT_FOUND';

/** An exception of the base library that the program may catch; uncaught, it is reported under its code. */
export class GuestError extends Error {
  readonly code: ReportCode;

  constructor(code: ReportCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** Keeps an exception in program code where it happened: it is told, and everything else goes on. */
export interface Reporter {
  /** Calls `run` as `self`; what it throws is reported as `what of where`, and undefined is returned. */
  guard(
    run: (...values: never[]) => unknown,
    self: unknown,
    values: readonly unknown[],
    what: string,
    where: string,
  ): unknown;
  /** An exception out of program code. */
  failed(where: string, error: unknown): void;
  /** Tells the author something once; the same words again are dropped. */
  warn(code: string, message: string, page?: number): void;
  /** Hears the text of every failure: `App.onError`, `wx.onError`. Called at most once per failure, never for its own. */
  onFailed(listener: (text: string) => void): void;
  /** Hears what code of `self` threw, after it was reported: the `error` lifetime. Not called for its own. */
  onThrown(listener: (self: unknown, error: unknown) => void): void;
}

/** Lengths the player accepts; a longer text would end the program. */
const wordLimit = 128;
const textLimit = 16_000;
const warningLimit = 500;
/** Of a warning: enough for the frames of ours above the program's. */
const stackLimit = 4_000;

export function createReporter(outbox: Outbox): Reporter {
  const warned = new Set<string>();
  const listeners: ((text: string) => void)[] = [];
  let telling = false;
  let thrown: (self: unknown, error: unknown) => void = () => undefined;
  let isTellingThrower = false;

  const failed = (where: string, error: unknown): void => {
    const message = cut(messageOf(error), textLimit);
    const stack = cut(stackOf(error), textLimit);
    const told = { kind: 'error' as const, where: cut(where, wordLimit), message, stack };
    outbox.post(error instanceof GuestError ? { ...told, code: error.code } : told);
    if (telling) return;
    telling = true;
    for (const listener of listeners) {
      try {
        listener(stack === '' ? message : `${message}\n${stack}`);
      } catch (second) {
        failed('onError', second);
      }
    }
    telling = false;
  };

  return {
    guard(run, self, values, what, where) {
      try {
        return callFunction(run, self, values);
      } catch (error) {
        failed(`${what} of ${where}`, error);
        if (!isTellingThrower) {
          isTellingThrower = true;
          thrown(self, error);
          isTellingThrower = false;
        }
        return undefined;
      }
    },
    failed,
    warn(code, message, page) {
      const words = `${code} ${message}`;
      if (warned.has(words) || warned.size >= warningLimit) return;
      warned.add(words);
      const stack = cut(stackOf(new Error()), stackLimit);
      const told = { kind: 'warning' as const, code: cut(code, wordLimit), message: cut(message, textLimit), stack };
      outbox.post(page === undefined ? told : { ...told, page });
    },
    onFailed(listener) {
      listeners.push(listener);
    },
    onThrown(listener) {
      thrown = listener;
    },
  };
}

/** Text of a thrown value, which may be anything. */
export function messageOf(error: unknown): string {
  try {
    if (error instanceof Error) return error.name === '' ? error.message : `${error.name}: ${error.message}`;
    if (typeof error === 'object' && error !== null) return stringify(error) ?? String(error);
    return String(error);
  } catch {
    return 'a value that cannot be shown was thrown';
  }
}

function stackOf(error: unknown): string {
  try {
    const stack = error instanceof Error ? error.stack : undefined;
    return typeof stack === 'string' ? stack : '';
  } catch {
    return '';
  }
}

function cut(text: string, limit: number): string {
  return text.length > limit ? `${text.slice(0, limit - 1)}…` : text;
}
