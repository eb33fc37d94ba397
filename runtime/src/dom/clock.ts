import type { PaintClock } from './types.ts';

/** The browser's own time, taken from the player's window: a page frame's timers sleep while it is hidden. */
export function browserClock(window: Window): PaintClock {
  return {
    now: () => window.performance.now(),
    after(delayMs, run) {
      const timer = window.setTimeout(run, delayMs);
      return () => window.clearTimeout(timer);
    },
    frame(run) {
      const frame = window.requestAnimationFrame(run);
      return () => window.cancelAnimationFrame(frame);
    },
  };
}
