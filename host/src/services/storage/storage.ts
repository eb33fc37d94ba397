import { entryBytes, storageLimits } from '@terrarium/runtime/protocol';

/** Whose storage: one user in one mini-program. */
export interface Owner {
  readonly user: string;
  readonly app: string;
}

export type Entry = readonly [key: string, text: string];

/** `entry-limit`: one key with its text is too large. `total-limit`: all of them together would be. */
export type SetOutcome = 'ok' | 'entry-limit' | 'total-limit';

/**
 * What mini-programs keep, as JSON texts by key. A promise that resolves means durable. Rejects only when the
 * store itself fails.
 */
export interface Storage {
  /** Every entry of an owner. */
  all(owner: Owner): Promise<ReadonlyMap<string, string>>;
  /** All entries or none. Of equal keys the last counts. */
  set(owner: Owner, entries: readonly Entry[]): Promise<SetOutcome>;
  remove(owner: Owner, key: string): Promise<void>;
  clear(owner: Owner): Promise<void>;
  /** Bytes an owner uses, counted as the quota counts them. */
  used(owner: Owner): Promise<number>;
}

/** What a set would come to, judged before anything is written. */
export interface Plan {
  readonly outcome: SetOutcome;
  /** Bytes in all after the set. */
  readonly total: number;
  readonly writes: readonly { readonly key: string; readonly text: string; readonly bytes: number }[];
}

/** The one place that judges quotas. `sizeOf` gives the bytes an existing key takes, 0 for a new one. */
export function planSet(entries: readonly Entry[], used: number, sizeOf: (key: string) => number): Plan {
  const writes = [...new Map(entries)].map(([key, text]) => ({ key, text, bytes: entryBytes(key, text) }));
  const total = writes.reduce((sum, { key, bytes }) => sum + bytes - sizeOf(key), used);
  if (writes.some(({ bytes }) => bytes > storageLimits.entryBytes)) return { outcome: 'entry-limit', total, writes };
  return { outcome: total > storageLimits.totalBytes ? 'total-limit' : 'ok', total, writes };
}
