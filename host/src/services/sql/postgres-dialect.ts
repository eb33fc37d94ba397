import { AsyncLocalStorage } from 'node:async_hooks';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  PostgresDialect,
  type PostgresDialectConfig,
  PostgresDriver,
} from 'kysely';
import pg from 'pg';
import { channel } from './postgres-ear.ts';

/** What the transaction that runs here has told so far. */
export const committing = new AsyncLocalStorage<ReadonlySet<string>>();

/**
 * Kysely's PostgreSQL, which sends what a transaction told together with its commit: a statement of its own would be one
 * more way to the server and back, and every transfer of money tells somebody.
 */
export class TellingDialect extends PostgresDialect {
  readonly #config: PostgresDialectConfig;

  constructor(config: PostgresDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createDriver(): Driver {
    return new TellingDriver(this.#config);
  }
}

class TellingDriver extends PostgresDriver {
  override async commitTransaction(connection: DatabaseConnection): Promise<void> {
    const told = [...(committing.getStore() ?? [])];
    if (told.length === 0) return super.commitTransaction(connection);
    const calls = told.map((text) => `pg_notify('${channel}', ${pg.escapeLiteral(text)})`);
    // When the first fails, in a transaction that is aborted already for one, the second does not run.
    await connection.executeQuery(CompiledQuery.raw(`select ${calls.join(', ')}; commit`));
  }
}
