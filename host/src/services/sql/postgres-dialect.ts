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
import type { WatchStatement } from './libsql-dialect.ts';
import { channel } from './postgres-ear.ts';

/** What the transaction that runs here has told so far. */
export const committing = new AsyncLocalStorage<ReadonlySet<string>>();

/**
 * Kysely's PostgreSQL, which sends what a transaction told together with its commit: a statement of its own would be one
 * more way to the server and back, and every transfer of money tells somebody.
 */
export class TellingDialect extends PostgresDialect {
  readonly #config: PostgresDialectConfig;
  readonly #watch: WatchStatement | undefined;

  constructor(config: PostgresDialectConfig, watch?: WatchStatement) {
    super(config);
    this.#config = config;
    this.#watch = watch;
  }

  override createDriver(): Driver {
    return new TellingDriver(this.#config, this.#watch);
  }
}

class TellingDriver extends PostgresDriver {
  readonly #watch: WatchStatement | undefined;
  readonly #watched = new WeakSet<DatabaseConnection>();

  constructor(config: PostgresDialectConfig, watch: WatchStatement | undefined) {
    super(config);
    this.#watch = watch;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    const connection = await super.acquireConnection();
    const watch = this.#watch;
    if (watch === undefined || this.#watched.has(connection)) return connection;
    this.#watched.add(connection);
    const run = connection.executeQuery.bind(connection);
    // In its place, not around it: the driver takes back the connection it gave.
    connection.executeQuery = async (query, ...rest) => {
      watch('before', query.sql);
      const result = await run<never>(query, ...rest);
      watch('after', query.sql);
      return result;
    };
    return connection;
  }

  override async commitTransaction(connection: DatabaseConnection): Promise<void> {
    const told = [...(committing.getStore() ?? [])];
    if (told.length === 0) return super.commitTransaction(connection);
    const calls = told.map((text) => `pg_notify('${channel}', ${pg.escapeLiteral(text)})`);
    // When the first fails, in a transaction that is aborted already for one, the second does not run.
    await connection.executeQuery(CompiledQuery.raw(`select ${calls.join(', ')}; commit`));
  }
}
