/**
 * Does: keeps what each person allowed each program, with its history, and tells of changes.
 * Does not: ask anybody, or decide whether a call may happen; the bridge's gate does, by what stands here.
 * Owns: the tables in tables.ts.
 */
export { createGrantsApi } from './grants-api.ts';
export { type GrantBook, type GrantEvent, type GrantOwner, openGrants, type StoredDecision } from './open-grants.ts';
