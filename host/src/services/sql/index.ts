/**
 * Does: opens the one database of the services, libsql's encrypted file or a PostgreSQL, and keeps its tables up to date.
 * Does not: know what the rows mean; each folder beside this one owns its tables and names them here.
 * Owns: connections, migrations, and that a commit is on disk before anyone hears of it, also of what it tells to others.
 */

export type { StoreListener } from './listeners.ts';
export { openLibsqlStore, openPostgresStore } from './open-store.ts';
export { channel as toldChannel } from './postgres-ear.ts';
export { isPostgres, type Reader, type SqlStore, type Work } from './sql-store.ts';
export type { Tables } from './tables.ts';
export { tell } from './tell.ts';
