/** Lets `limit` things a second through and counts what it held back. */
export interface RateWindow {
  /** True when one more may pass now. */
  admit(): boolean;
  /** Forgets the timer. */
  dispose(): void;
}

export interface RateWindowOptions {
  readonly limit: number;
  readonly now: () => number;
  /** One shot; returns its undo. */
  readonly setTimer: (callback: () => void, delayMs: number) => () => void;
  /** Called once at the end of a second in which some were held back. */
  readonly onDropped: (count: number) => void;
}

const windowMs = 1_000;

/** Disposed by its creator. */
export function createRateWindow(options: RateWindowOptions): RateWindow {
  let startMs = Number.NEGATIVE_INFINITY;
  let admitted = 0;
  let dropped = 0;
  let cancel: (() => void) | undefined;
  const close = () => {
    cancel?.();
    cancel = undefined;
    const count = dropped;
    dropped = 0;
    if (count > 0) options.onDropped(count);
  };
  return {
    admit() {
      const now = options.now();
      if (now - startMs >= windowMs) {
        close();
        startMs = now;
        admitted = 0;
      }
      if (admitted < options.limit) {
        admitted += 1;
        return true;
      }
      dropped += 1;
      cancel ??= options.setTimer(close, Math.max(0, startMs + windowMs - now));
      return false;
    },
    dispose() {
      cancel?.();
      cancel = undefined;
    },
  };
}
