/** One-shot timers, handed in so that tests decide when time passes. */
export interface WatchdogTimers {
  /** Returns what `clear` takes. */
  set(callback: () => void, delayMs: number): unknown;
  clear(timer: unknown): void;
}

export interface WatchdogOptions {
  readonly timers?: WatchdogTimers | undefined;
  readonly ping: (id: number) => void;
  /** How long an answer may take now. */
  readonly silentMs: () => number;
  /** No answer came. Called once; the watchdog has stopped. */
  readonly onSilent: (silentMs: number) => void;
}

/**
 * The only limit that holds against native code that never looks up: it sits outside, asks every second
 * whether the worker still turns, and has it terminated when no answer comes.
 */
export interface Watchdog {
  start(): void;
  answered(id: number): void;
  dispose(): void;
}

const everyMs = 1_000;
/**
 * When this side was stalled or the machine slept, the timer comes due before the answer that is already
 * waiting in the queue is read. One more moment lets it in.
 */
const graceMs = 50;

function systemTimers(): WatchdogTimers {
  // The type of a timer differs between browser and Node, so it is kept here.
  const cancels = new Map<unknown, () => void>();
  return {
    set(callback, delayMs) {
      const timer = setTimeout(() => {
        cancels.delete(timer);
        callback();
      }, delayMs);
      cancels.set(timer, () => clearTimeout(timer));
      return timer;
    },
    clear(timer) {
      cancels.get(timer)?.();
      cancels.delete(timer);
    },
  };
}

export function createWatchdog(options: WatchdogOptions): Watchdog {
  const timers = options.timers ?? systemTimers();
  let asked = 0;
  let timer: unknown;
  let disposed = false;

  const wait = (callback: () => void, delayMs: number) => {
    timers.clear(timer);
    if (!disposed) timer = timers.set(callback, delayMs);
  };
  const ask = () => {
    asked += 1;
    options.ping(asked);
    waitFor(0);
  };
  const waitFor = (waitedMs: number) => {
    // Asked again when time is up: a load that has begun meanwhile may take longer.
    const allowedMs = options.silentMs();
    if (waitedMs < allowedMs) wait(() => waitFor(allowedMs), allowedMs - waitedMs);
    else
      wait(() => {
        disposed = true;
        options.onSilent(allowedMs);
      }, graceMs);
  };
  return {
    start: ask,
    answered(id) {
      if (id === asked) wait(ask, everyMs);
    },
    dispose() {
      disposed = true;
      timers.clear(timer);
    },
  };
}
