import { isFunction } from '../intrinsics.ts';
import type { Door } from '../outbox.ts';
import type { Reporter } from '../reporter.ts';

export interface Timers {
  setTimeout(callback: unknown, delayMs?: unknown, ...values: unknown[]): number;
  setInterval(callback: unknown, delayMs?: unknown, ...values: unknown[]): number;
  clear(id: unknown): void;
  /** The door says a timer is due. */
  fire(id: number): void;
}

interface Timer {
  readonly run: (...values: unknown[]) => unknown;
  readonly values: readonly unknown[];
  /** Undefined for one shot. */
  readonly everyMs: number | undefined;
}

const longestMs = 2_147_483_647;
/** An interval of 0 would leave the host no air between two turns. */
const shortestIntervalMs = 4;

/** `setTimeout` and kin over the door's one-shot timers. Ids count up and are never used again. */
export function createTimers(door: Door, reporter: Reporter): Timers {
  const timers = new Map<number, Timer>();
  let lastId = 0;

  const start = (
    name: string,
    callback: unknown,
    delayMs: number,
    values: readonly unknown[],
    repeat: boolean,
  ): number => {
    if (!isFunction(callback)) {
      reporter.failed(name, new TypeError(`${name} needs a function, not ${typeof callback}`));
      return 0;
    }
    lastId += 1;
    timers.set(lastId, { run: callback, values, everyMs: repeat ? delayMs : undefined });
    try {
      door('timer', `${lastId},${delayMs}`);
    } catch (error) {
      // Too many timers: the caller gets the exception, and the timer does not exist.
      timers.delete(lastId);
      throw error;
    }
    return lastId;
  };

  return {
    setTimeout: (callback, delayMs, ...values) => start('setTimeout', callback, readDelay(delayMs), values, false),
    setInterval: (callback, delayMs, ...values) =>
      start('setInterval', callback, Math.max(shortestIntervalMs, readDelay(delayMs)), values, true),
    clear(id) {
      if (typeof id !== 'number' || !timers.delete(id)) return;
      door('cancel', String(id));
    },
    fire(id) {
      const timer = timers.get(id);
      if (timer === undefined) return;
      if (timer.everyMs === undefined) timers.delete(id);
      else door('timer', `${id},${timer.everyMs}`);
      reporter.guard(
        timer.run,
        undefined,
        timer.values,
        'callback',
        timer.everyMs === undefined ? 'setTimeout' : 'setInterval',
      );
    },
  };
}

function readDelay(value: unknown): number {
  const delayMs = Math.floor(Number(value));
  return delayMs > 0 ? Math.min(delayMs, longestMs) : 0;
}
