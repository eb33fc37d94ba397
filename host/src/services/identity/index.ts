/**
 * Does: tells programs who a user is, by codes their servers exchange, and keeps apps and their secrets.
 * Does not: know passwords or sessions of people, or let a session key or another app's id near a guest.
 * Owns: the tables in tables.ts, and that a code is exchanged once.
 */

export type { App, Apps } from './apps.ts';
export { createCodesApi } from './codes-api.ts';
export { type Identity, type IdentityOptions, openIdentity } from './open-identity.ts';
export { identityServerRoutes } from './server-api.ts';
