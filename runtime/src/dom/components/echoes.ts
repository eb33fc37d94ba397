import type { PaintClock } from '../types.ts';

/**
 * Tells a program's own wish from its late answer to the user. A program hands back what it was told (`bindinput` →
 * `setData`); when the user has gone on meanwhile, that answer is old news and must not undo what they did.
 */
export interface Echoes<Value> {
  /** The program was told of `value`. */
  tell(value: Value): void;
  /** The program now says `value`: true when it answers something the user has gone beyond. */
  isStale(value: Value): boolean;
}

/** An answer is waited for this long; later the same value counts as a wish. */
const waitMs = 1_000;

export function createEchoes<Value>(clock: PaintClock): Echoes<Value> {
  let told: { readonly value: Value; readonly atMs: number }[] = [];
  return {
    tell(value) {
      told.push({ value, atMs: clock.now() });
    },
    isStale(value) {
      const now = clock.now();
      told = told.filter(({ atMs }) => now - atMs < waitMs);
      const at = told.findIndex((one) => one.value === value);
      const stale = at >= 0 && at < told.length - 1;
      told = at >= 0 ? told.slice(at + 1) : [];
      return stale;
    },
  };
}
