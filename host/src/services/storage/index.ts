/**
 * Does: keeps what programs store by `wx.setStorage`, per user and program, and serves it to the shell.
 * Does not: decide when a write counts as done; storage providers and the guest do.
 * Owns: the quota on what is stored, and the tables `entries` and `used`.
 */
export { createMemoryStorage } from './memory-storage.ts';
export { createSqlStorage } from './sql-storage.ts';
export type { Entry, Owner, SetOutcome, Storage } from './storage.ts';
export { createStorageApi, storageRoutes } from './storage-api.ts';
