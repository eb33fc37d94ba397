import { Refusal } from '../refusal.ts';
import type { Secrets } from '../secrets/index.ts';
import type { SqlStore } from '../sql/index.ts';

/** How much of something one phone, address or user may do. */
export interface Rate {
  readonly name: string;
  readonly limit: number;
  readonly windowMs: number;
}

/** Counts one more. Throws Refusal TOO_MANY when that is above the limit of the window that began with the first. */
export type CountRate = (rate: Rate, subject: string) => Promise<void>;

/** Counters in the database, so that several processes count together; what is counted is not readable there. */
export function createRates(store: SqlStore, secrets: Secrets, now: () => number): CountRate {
  return async ({ name, limit, windowMs }, subject) => {
    const at = now();
    const { count } = await store.db
      .insertInto('rates')
      .values({ bucket: secrets.mac('rate', `${name} ${subject}`), started_at: at, count: 1 })
      .onConflict((conflict) =>
        conflict.column('bucket').doUpdateSet((row) => {
          const over = row('rates.started_at', '<=', at - windowMs);
          return {
            count: row
              .case()
              .when(over)
              .then(1)
              .else(row('rates.count', '+', 1))
              .end(),
            started_at: row.case().when(over).then(at).else(row.ref('rates.started_at')).end(),
          };
        }),
      )
      .returning('count')
      .executeTakeFirstOrThrow();
    if (count > limit) throw new Refusal(429, 'TOO_MANY', 'Too many attempts. Wait a while.');
  };
}
