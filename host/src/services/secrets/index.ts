/**
 * Does: seals values and makes HMACs by the keys of the key file, and holds a database to its file.
 * Does not: know what is sealed for what; each folder names its own purposes.
 * Owns: `storage.key`.
 */

export { sealPlainRows } from '../seal-plain-rows.ts';
export { assertKey } from './assert-key.ts';
export { hashToken } from './hash-token.ts';
export { readKeyFile } from './key-file.ts';
export { createSecrets, type Secrets } from './secrets.ts';
