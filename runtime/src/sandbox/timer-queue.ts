import { TerrariumError } from '../protocol/index.ts';

interface Timer {
  readonly id: number;
  readonly dueMs: number;
  /** How many timers in a row set one another up to this one. */
  readonly nesting: number;
}

/** The guest's one-shot timers, ordered by due time, then by order of setting. */
export interface TimerQueue {
  /** Sets or replaces a timer. Throws `LIMIT_TIMERS` above the cap. */
  set(id: number, delayMs: number, nowMs: number): void;
  cancel(id: number): void;
  /** Removes and returns the first timer that is due; code that runs next counts as run by it. */
  takeDue(nowMs: number): number | undefined;
  /** Code that runs next was not started by a timer. */
  leave(): void;
  /** When the next one is due. */
  readonly nextMs: number | undefined;
}

// HTML's numbers: timers that set one another more than five deep wait at least 4 ms.
const freeNesting = 5;
const nestedMinimumMs = 4;
const minimumMs = 1;

/** `limit` is the number of timers that may wait at the same time. */
export function createTimerQueue(limit: number): TimerQueue {
  const timers: Timer[] = [];
  let nesting = 0;
  const cancel = (id: number) => {
    const at = timers.findIndex((timer) => timer.id === id);
    if (at >= 0) timers.splice(at, 1);
  };
  return {
    set(id, delayMs, nowMs) {
      cancel(id);
      if (timers.length >= limit) {
        throw new TerrariumError(
          'LIMIT_TIMERS',
          `more than ${limit} timers are waiting: clear some before setting more`,
        );
      }
      const minimum = nesting >= freeNesting ? nestedMinimumMs : minimumMs;
      const timer = { id, dueMs: nowMs + Math.max(minimum, clampDelay(delayMs)), nesting: nesting + 1 };
      const after = timers.findLastIndex((other) => other.dueMs <= timer.dueMs);
      timers.splice(after + 1, 0, timer);
    },
    cancel,
    takeDue(nowMs) {
      const first = timers[0];
      if (first === undefined || first.dueMs > nowMs) return undefined;
      timers.shift();
      nesting = first.nesting;
      return first.id;
    },
    leave() {
      nesting = 0;
    },
    get nextMs() {
      return timers[0]?.dueMs;
    },
  };
}

/** As browsers do it: to a signed 32-bit integer, so a delay above 24.8 days wraps, and never below zero. */
function clampDelay(delayMs: number): number {
  return Math.max(0, delayMs | 0);
}
