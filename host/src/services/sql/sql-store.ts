import { type Kysely, PostgresAdapter, type Transaction } from 'kysely';
import type { StoreListener } from './listeners.ts';
import type { Tables } from './tables.ts';

/** Inside a transaction. */
export type Work = Transaction<Tables>;
/** A transaction or the store's own connections: for what only reads. */
export type Reader = Kysely<Tables>;

/** One open database, whichever it is. What resolves is durable. */
export interface SqlStore {
  readonly kind: 'libsql' | 'postgres';
  /** For reading, and for single statements. Inside `transact` use what that hands in: libsql has one connection. */
  readonly db: Reader;
  /**
   * Runs `work` as one transaction: all of it or, when it throws, nothing. PostgreSQL may find two transactions in
   * each other's way and end one; `work` is then run again from its beginning, so its effects must be in the database.
   * Statements that change rows by comparing them (`update … where …`) are safe on both; reading first is not.
   */
  transact<Value>(work: (work: Work) => Promise<Value>): Promise<Value>;
  /**
   * Hears what committed transactions `tell`: of this process on libsql, of all that share the database on PostgreSQL.
   * Returns its undo.
   */
  listen(listener: StoreListener): () => void;
  /** Waits for what runs, then closes. Later calls reject. */
  close(): Promise<void>;
}

/** For the few statements that are not the same on both. */
export const isPostgres = (work: Reader): boolean => work.getExecutor().adapter instanceof PostgresAdapter;
