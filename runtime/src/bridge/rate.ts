/** Calls a second for capabilities that name no rate. */
const usualPerSecond = 100;

export interface Rate {
  /** True when one more call of `name` is within its rate; counts it. */
  take(name: string, perSecond: number | undefined): boolean;
}

/** A bucket for each name: filled at `perSecond`, never above one second's worth. */
export function createRate(now: () => number): Rate {
  const buckets = new Map<string, { tokens: number; at: number }>();
  return {
    take(name, perSecond = usualPerSecond) {
      const at = now();
      const bucket = buckets.get(name) ?? { tokens: perSecond, at };
      // A clock that steps back must not empty the bucket for good.
      const passedMs = Math.max(0, at - bucket.at);
      const tokens = Math.min(perSecond, bucket.tokens + (passedMs * perSecond) / 1_000);
      const allowed = tokens >= 1;
      buckets.set(name, { tokens: allowed ? tokens - 1 : tokens, at });
      return allowed;
    },
  };
}
