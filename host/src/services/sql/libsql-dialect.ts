import { setTimeout } from 'node:timers/promises';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
  type SqliteStatement,
} from 'kysely';
import type Database from 'libsql';
import * as v from 'valibot';

/** How long a writer waits for another process that holds the file. */
const busyMs = 5_000;
/** Statements kept prepared: preparing costs as much as running. More than there are in this program. */
const keptStatements = 400;

/** Hears of every statement right before and right after it runs. */
export type WatchStatement = (when: 'before' | 'after', statement: string) => void;

/** Kysely's SQLite on libsql. Transactions take the write lock at once, so that what they read stays true. */
export class LibsqlDialect extends SqliteDialect {
  readonly #database: SqliteDatabase;
  readonly #inTransaction: () => boolean;

  constructor(database: Database.Database, watch: WatchStatement = () => undefined) {
    const adapted = adapt(database, watch);
    super({ database: adapted });
    this.#database = adapted;
    this.#inTransaction = () => database.inTransaction;
  }

  override createDriver(): Driver {
    return new ImmediateDriver(this.#database, () => this.#inTransaction());
  }
}

class ImmediateDriver extends SqliteDriver {
  readonly #inTransaction: () => boolean;

  constructor(database: SqliteDatabase, inTransaction: () => boolean) {
    super({ database });
    this.#inTransaction = inTransaction;
  }

  /** After some failures, a full disk for one, SQLite has rolled back by itself; that failure is what has to be told. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#inTransaction()) await super.rollbackTransaction(connection);
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    return waiting(await super.acquireConnection());
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

/**
 * Tries again while another connection writes. SQLite's own waiting would stop this whole process, and with it perhaps
 * the very transaction that is waited for. A refused statement has done nothing, and within a transaction none is.
 */
function waiting(connection: DatabaseConnection): DatabaseConnection {
  return {
    streamQuery: (...query) => connection.streamQuery(...query),
    async executeQuery<Row>(...query: Parameters<DatabaseConnection['executeQuery']>) {
      const giveUpAt = performance.now() + busyMs;
      for (;;) {
        try {
          return await connection.executeQuery<Row>(...query);
        } catch (error) {
          if (!isBusy(error) || performance.now() > giveUpAt) throw error;
          // Not in step with whoever else waits.
          await setTimeout(1 + Math.random() * 5);
        }
      }
    },
  };
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY';
}

function adapt(database: Database.Database, watch: WatchStatement): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>();
  return {
    prepare(text) {
      const known = kept.get(text);
      if (known !== undefined) return known;
      const statement = adaptStatement(database.prepare(text), text, watch);
      if (kept.size < keptStatements) kept.set(text, statement);
      return statement;
    },
    close() {
      kept.clear();
      database.close();
    },
  };
}

function adaptStatement(statement: Database.Statement, text: string, watch: WatchStatement): SqliteStatement {
  const watched = <Value>(run: () => Value): Value => {
    watch('before', text);
    const value = run();
    watch('after', text);
    return value;
  };
  const all = (values: readonly unknown[]) =>
    watched(() => v.parse(rows, statement.all(checked(values))).map(adaptRow));
  return {
    reader: statement.reader,
    all,
    run: (values) =>
      watched(() => {
        const { changes, lastInsertRowid } = statement.run(checked(values));
        return { changes, lastInsertRowid };
      }),
    iterate: (values) => all(values).values(),
  };
}

const rows = v.array(v.record(v.string(), v.unknown()));

/** libsql gives bytes as an ArrayBuffer where PostgreSQL's client gives a Buffer. */
function adaptRow(row: Record<string, unknown>): Record<string, unknown> {
  for (const name in row) {
    const value = row[name];
    if (value instanceof ArrayBuffer) row[name] = Buffer.from(value);
  }
  return row;
}

/** libsql ends the whole process at a value it does not know, a boolean for one. */
function checked(values: readonly unknown[]): unknown[] {
  return values.map((value) => {
    if (value === null || typeof value === 'string' || value instanceof Uint8Array) return value;
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    throw new TypeError(`A ${typeof value} is no value for a statement.`);
  });
}
