/** Keeps a program from putting one sheet after the other before a person who closes them and cannot get away. */
export interface SheetPause {
  /** The person closed a sheet of this program without an answer. */
  closed(appId: string): void;
  /** Whether the program has to let the person be for a while. */
  holds(appId: string): boolean;
}

const most = 3;
const withinMs = 10_000;
const pauseMs = 5_000;

/** `now` in milliseconds since 1970. */
export function createSheetPause(now: () => number): SheetPause {
  const closings = new Map<string, readonly number[]>();
  const until = new Map<string, number>();
  return {
    closed(appId) {
      const at = now();
      const recent = [...(closings.get(appId) ?? []), at].filter((one) => one > at - withinMs);
      if (recent.length >= most) until.set(appId, at + pauseMs);
      closings.set(appId, recent.length >= most ? [] : recent);
    },
    holds: (appId) => (until.get(appId) ?? 0) > now(),
  };
}
