import { AsyncLocalStorage } from 'node:async_hooks';
import type { Kysely, KyselyPlugin } from 'kysely';
import type { Reader } from './sql-store.ts';
import type { Tables } from './tables.ts';

/** The two ways to a database, kept apart. */
export interface TwoWays {
  /** For what is not in a transaction: refuses to be used from within one. */
  readonly outside: Reader;
  /** Runs what belongs to a transaction. Refuses to be used from within one. */
  inside<Value>(run: () => Promise<Value>): Promise<Value>;
}

/**
 * Makes a hang an error. Whoever asks `db` while their own transaction is open waits for a connection they hold
 * themselves: on libsql at once, on PostgreSQL when the pool is used up, which is worse to find.
 */
export function forbidOutside(db: Kysely<Tables>): TwoWays {
  const open = new AsyncLocalStorage<true>();
  const check = (): void => {
    if (open.getStore())
      throw new Error('Within transact, use what it hands in: the store itself would wait for its end.');
  };
  const plugin: KyselyPlugin = {
    transformQuery({ node }) {
      check();
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  return {
    outside: db.withPlugin(plugin),
    async inside(run) {
      check();
      return open.run(true, run);
    },
  };
}
