/** The time a turn may take. The engine asks while guest code runs, the turn runner sets it. */
export interface Deadline {
  /** Begins a turn. */
  start(budgetMs: number): void;
  /** Gives at least this much from now, unless it is already too late. */
  extend(leftMs: number): void;
  /** Ends the turn; `late` keeps its answer. */
  stop(): void;
  /** Looks at the clock; true from the moment time is up until the next `start`. */
  check(): boolean;
  /** What `check` said last. */
  readonly late: boolean;
}

export function createDeadline(now: () => number): Deadline {
  let endMs = Number.POSITIVE_INFINITY;
  let late = false;
  return {
    start(budgetMs) {
      endMs = now() + budgetMs;
      late = false;
    },
    extend(leftMs) {
      endMs = Math.max(endMs, now() + leftMs);
    },
    stop() {
      endMs = Number.POSITIVE_INFINITY;
    },
    check() {
      if (now() > endMs) late = true;
      return late;
    },
    get late() {
      return late;
    },
  };
}
