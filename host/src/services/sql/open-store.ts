import { TerrariumError } from '@terrarium/runtime/protocol';
import { Kysely, sql } from 'kysely';
import pg from 'pg';
import * as v from 'valibot';
import { openDatabase } from './database.ts';
import { forbidOutside } from './forbid-outside.ts';
import { LibsqlDialect, type WatchStatement } from './libsql-dialect.ts';
import { createListeners } from './listeners.ts';
import { migrate } from './migrate.ts';
import { committing, TellingDialect } from './postgres-dialect.ts';
import { openPostgresEar } from './postgres-ear.ts';
import type { SqlStore } from './sql-store.ts';
import type { Tables } from './tables.ts';
import { collectTold } from './tell.ts';

/**
 * Opens the encrypted file and brings its tables up to date. Throws UNAVAILABLE. `key` as for `openDatabase`; `watch` is
 * for whoever wants to know, or end, what happens at each step.
 */
export async function openLibsqlStore(file: string, key: string, watch?: WatchStatement): Promise<SqlStore> {
  const db = new Kysely<Tables>({ dialect: new LibsqlDialect(openDatabase(file, key), watch) });
  const { outside, inside } = forbidOutside(db);
  const listeners = createListeners();
  listeners.ready();
  const store: SqlStore = {
    kind: 'libsql',
    db: outside,
    async transact(run) {
      const told = new Set<string>();
      const value = await inside(() =>
        db.transaction().execute((work) => {
          collectTold(work, told);
          return run(work);
        }),
      );
      for (const text of told) listeners.hear(text);
      return value;
    },
    listen: listeners.add,
    close: () => db.destroy(),
  };
  return migrated(store);
}

/** Connections of one process. Each transaction takes one while it runs. */
const poolSize = 10;
/** How often a transaction that PostgreSQL ended is run again. */
const attempts = 10;
/** PostgreSQL's numbers for bigint, and for the sum of bigints. */
const wholeNumbers = new Set([20, 1700]);

/**
 * Connects to a PostgreSQL and brings its tables up to date. Throws UNAVAILABLE, also for a server that says a commit
 * is done before it is on disk. Nothing is encrypted here: whoever writes seals, see secrets.ts. `watch` as there.
 */
export async function openPostgresStore(url: string, watch?: WatchStatement): Promise<SqlStore> {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    types: {
      getTypeParser: (type, format) => {
        const parse = pg.types.getTypeParser(type, format);
        return wholeNumbers.has(type) && format !== 'binary' ? toNumber : parse;
      },
    },
  });
  // A connection that breaks while nobody uses it: the next query opens another, or fails and says so.
  pool.on('error', () => undefined);
  const db = new Kysely<Tables>({ dialect: new TellingDialect({ pool }, watch) });
  const { outside, inside } = forbidOutside(db);
  const listeners = createListeners();
  // Only for who listens: a process that just writes needs no further connection.
  let ear: ReturnType<typeof openPostgresEar> | undefined;
  const store: SqlStore = {
    kind: 'postgres',
    db: outside,
    async transact(run) {
      const once = () => {
        const told = new Set<string>();
        return committing.run(told, () =>
          db.transaction().execute(async (work) => {
            collectTold(work, told);
            return run(work);
          }),
        );
      };
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await inside(once);
        } catch (error) {
          if (attempt === attempts || !isCollision(error)) throw error;
        }
      }
    },
    listen(listener) {
      ear ??= openPostgresEar(url, listeners);
      return listeners.add(listener);
    },
    async close() {
      await ear?.close();
      await db.destroy();
    },
  };
  try {
    await assertDurable(store);
  } catch (cause) {
    await store.close();
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new TerrariumError('UNAVAILABLE', `PostgreSQL cannot be used: ${why}. Check DATABASE_URL and the server.`, {
      cause,
    });
  }
  return migrated(store);
}

/** PostgreSQL has bigger numbers than JavaScript; a wrong amount of money is worse than none. */
function toNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is no whole number that can be kept exactly.`);
  return value;
}

/** Serialization failure or deadlock: nothing was done, and another attempt may succeed. */
function isCollision(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === '40001' || error.code === '40P01');
}

async function assertDurable({ db }: SqlStore): Promise<void> {
  for (const name of ['fsync', 'synchronous_commit']) {
    const { rows } = await sql`select current_setting(${name}) value`.execute(db);
    const [{ value }] = v.parse(setting, rows);
    if (value === 'off') throw new Error(`its ${name} is off, so a commit may be lost`);
  }
}

const setting = v.tuple([v.object({ value: v.string() })]);

async function migrated(store: SqlStore): Promise<SqlStore> {
  try {
    await migrate(store);
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}
