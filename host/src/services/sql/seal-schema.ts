/**
 * Columns for what is sealed beside what it is looked up by. `users.phone`, `phone_codes.phone`, `phone_inbox.phone`,
 * `entries.key` and `file_entries.path` hold HMACs from here on; see seal-plain-rows.ts for what was there before.
 */
export const sealedSchema = `
  alter table users add column sealed_phone text;
  alter table file_entries add column sealed_path bytea;
`;
