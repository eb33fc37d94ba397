import type { Timers } from '../timers.ts';

/** Time that stands still until a test moves it. */
export interface ManualTimers extends Timers {
  readonly now: () => number;
  advance(byMs: number): void;
}

export function createManualTimers(): ManualTimers {
  const waiting = new Set<{ readonly at: number; readonly run: () => void }>();
  let time = 0;
  return {
    now: () => time,
    after(delayMs, run) {
      const entry = { at: time + delayMs, run };
      waiting.add(entry);
      return () => void waiting.delete(entry);
    },
    advance(byMs) {
      time += byMs;
      for (const entry of [...waiting].sort((a, b) => a.at - b.at)) {
        if (entry.at <= time && waiting.delete(entry)) entry.run();
      }
    },
  };
}
