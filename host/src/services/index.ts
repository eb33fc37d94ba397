/**
 * Does: keeps on disk what programs and users own, and serves it to the shell over HTTP on loopback.
 * Does not: decide what a program may do (the bridge does), or trust a request without token and origin.
 * Owns: the data folder, its encryption key and the quotas on what is stored.
 */

export { createMemoryStorage } from './memory-storage.ts';
export { openServices, type Services, type ServicesOptions } from './open-services.ts';
export type { Entry, Owner, SetOutcome, Storage } from './storage.ts';
