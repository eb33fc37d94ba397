/**
 * Does: keeps on disk what programs, users and merchants own, and serves it over HTTP on loopback.
 * Does not: decide what a program may do (the bridge does), or trust a request without token and origin.
 * Owns: the database, the key file, and the quotas on what is stored. See index.ts in each folder.
 */

export * from './accounts/index.ts';
export * from './grants/index.ts';
export { capBody } from './http/cap-body.ts';
export * from './identity/index.ts';
export { localUser } from './local-user.ts';
export * from './money/index.ts';
export * from './open-data/index.ts';
export { openServices, type Services, type ServicesOptions } from './open-services.ts';
export * from './pushes/index.ts';
export { Refusal } from './refusal.ts';
export { createSecrets, type Secrets } from './secrets/index.ts';
export { openLibsqlStore, openPostgresStore, type Reader, type SqlStore, type Work } from './sql/index.ts';
export {
  createMemoryStorage,
  createSqlStorage,
  type Entry,
  type Owner,
  type SetOutcome,
  type Storage,
} from './storage/index.ts';
