import { TerrariumError } from '@terrarium/runtime/protocol';
import Database from 'libsql';
import * as v from 'valibot';

/** How long opening waits for another process that holds the file. */
const busyMs = 5_000;
/** SQLite's number for `synchronous=FULL`. */
const full = 2;

/**
 * Opens a database whose commits are durable when they return: write-ahead log, fsync on every commit. Both are
 * asserted, since SQLite takes an unknown pragma in silence. Throws UNAVAILABLE with what to do.
 *
 * @param key 64 hex digits; the file is encrypted with it
 */
export function openDatabase(file: string, key: string): Database.Database {
  let database: Database.Database | undefined;
  try {
    // Its type does not know the key, its implementation does.
    const options: Database.Options & { encryptionKey: string } = { encryptionKey: key, timeout: busyMs };
    database = new Database(file, options);
    const [mode] = v.parse(journalMode, database.pragma('journal_mode = WAL'));
    database.pragma('synchronous = FULL');
    database.pragma('foreign_keys = ON');
    const [sync] = v.parse(synchronous, database.pragma('synchronous'));
    if (mode.journal_mode !== 'wal' || sync.synchronous !== full) {
      throw new Error(`journal_mode is ${mode.journal_mode} and synchronous is ${sync.synchronous}`);
    }
    // From here on waiting is the dialect's part.
    database.pragma('busy_timeout = 0');
    return database;
  } catch (cause) {
    database?.close();
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new TerrariumError(
      'UNAVAILABLE',
      `The database ${file} cannot be opened: ${why}. Check that its key file belongs to it, or choose another folder with --data.`,
      { cause },
    );
  }
}

const journalMode = v.tuple([v.object({ journal_mode: v.string() })]);
const synchronous = v.tuple([v.object({ synchronous: v.number() })]);
