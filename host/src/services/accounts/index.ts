/**
 * Does: signs people up and in by phone, keeps their sessions, second factor, payment PIN, profile and address book.
 * Does not: tell a program who somebody is (identity does), or move money.
 * Owns: the tables in tables.ts; secrets in them are hashed or sealed, so that a copy of the database tells none.
 */

export { createAccountsApi, sessionHeader, sessionOf } from './accounts-api.ts';
export type { CodeSender } from './codes.ts';
export { type Accounts, openAccounts } from './open-accounts.ts';
export type { Phone } from './phones.ts';
export type { Address, KeptAddress, Profile } from './profiles.ts';
export { type CountRate, createRates, type Rate } from './rates.ts';
