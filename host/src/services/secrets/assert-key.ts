import { TerrariumError } from '@terrarium/runtime/protocol';
import type { SqlStore } from '../sql/index.ts';
import type { Secrets } from './secrets.ts';

/**
 * That this is the key the database's secrets were made with. A process with another key would not fail: it would give
 * everybody new ids and refuse every code. Throws UNAVAILABLE.
 */
export async function assertKey(store: SqlStore, secrets: Secrets): Promise<void> {
  const mark = secrets.mac('key check', 'this key');
  await store.db
    .insertInto('kept_secrets')
    .values({ name: 'key check', sealed: mark })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
  const row = await store.db
    .selectFrom('kept_secrets')
    .select('sealed')
    .where('name', '=', 'key check')
    .executeTakeFirst();
  if (row?.sealed === mark) return;
  throw new TerrariumError(
    'UNAVAILABLE',
    'The key file does not belong to this database. Processes that share a database share storage.key; copy it over.',
  );
}
