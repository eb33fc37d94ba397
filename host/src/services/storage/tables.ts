/**
 * What mini-programs keep: an HMAC of the key, and key and text sealed; see sql-storage.ts. `bytes` counts them unsealed.
 * `used` holds each owner's sum, so that a quota costs the same for ten entries and a million.
 */
export interface StorageTables {
  entries: { user: string; app: string; key: Buffer; text: Buffer; bytes: number };
  used: { user: string; app: string; bytes: number };
}

/**
 * Keys and texts are bytes: SQLite's text ends at a NUL and PostgreSQL's has none, and keys `a\0b` and `a` must
 * stay two keys. `if not exists` takes over files from before there were migrations.
 */
export const storageSchema = `
  create table if not exists entries (
    "user" text not null,
    app text not null,
    key bytea not null,
    text bytea not null,
    bytes bigint not null,
    primary key ("user", app, key)
  );
  create table if not exists used (
    "user" text not null,
    app text not null,
    bytes bigint not null,
    primary key ("user", app)
  );
`;
