/** One-shot timers, handed in so that tests decide when time passes. */
export interface Timers {
  /** Runs `run` once after `delayMs`. Returns its undo. */
  after(delayMs: number, run: () => void): () => void;
}

export const systemTimers: Timers = {
  after(delayMs, run) {
    const id = setTimeout(run, delayMs);
    return () => clearTimeout(id);
  },
};
