import { createPersonal } from './accounts/personal.ts';
import { pathMac, sealPath, sealPiece } from './files/file-rows.ts';
import type { Secrets } from './secrets/index.ts';
import type { SqlStore, Work } from './sql/index.ts';
import { entryMac, sealEntry } from './storage/sql-storage.ts';

/** Stands among `kept_secrets` when it is done. */
const name = 'plain rows sealed';

/**
 * Seals, once, what a database holds from before values were sealed. All or nothing, and of several processes that start
 * at once one does it: writing the mark first is what makes the others wait.
 */
export async function sealPlainRows(store: SqlStore, secrets: Secrets): Promise<void> {
  await store.transact(async (work) => {
    const { numInsertedOrUpdatedRows } = await work
      .insertInto('kept_secrets')
      .values({ name, sealed: '' })
      .onConflict((conflict) => conflict.column('name').doNothing())
      .executeTakeFirstOrThrow();
    if (numInsertedOrUpdatedRows === 0n) return;
    await sealEntries(work, secrets);
    await sealFiles(work, secrets);
    await sealPeople(work, secrets);
  });
}

async function sealEntries(work: Work, secrets: Secrets): Promise<void> {
  // One at a time, here and below: together they may be larger than memory.
  const rows = await work.selectFrom('entries').select(['user', 'app', 'key']).execute();
  for (const { user, app, key } of rows) {
    const plain = key.toString();
    const { text } = await work
      .selectFrom('entries')
      .select('text')
      .where('user', '=', user)
      .where('app', '=', app)
      .where('key', '=', key)
      .executeTakeFirstOrThrow();
    await work
      .updateTable('entries')
      .set({
        key: entryMac(secrets, { user, app }, plain),
        text: sealEntry(secrets, { user, app }, plain, text.toString()),
      })
      .where('user', '=', user)
      .where('app', '=', app)
      .where('key', '=', key)
      .execute();
  }
}

async function sealFiles(work: Work, secrets: Secrets): Promise<void> {
  const entries = await work.selectFrom('file_entries').select(['user', 'app', 'path']).execute();
  for (const { user, app, path } of entries) {
    const plain = path.toString();
    const sealed = {
      path: pathMac(secrets, { user, app }, plain),
      sealed_path: sealPath(secrets, { user, app }, plain),
    };
    await work
      .updateTable('file_entries')
      .set(sealed)
      .where('user', '=', user)
      .where('app', '=', app)
      .where('path', '=', path)
      .execute();
  }
  const pieces = await work.selectFrom('file_pieces').select(['content', 'number']).execute();
  for (const { content, number } of pieces) {
    const place = work.selectFrom('file_pieces').where('content', '=', content).where('number', '=', number);
    const { data } = await place.select('data').executeTakeFirstOrThrow();
    await work
      .updateTable('file_pieces')
      .set({ data: sealPiece(secrets, content, number, data) })
      .where('content', '=', content)
      .where('number', '=', number)
      .execute();
  }
}

async function sealPeople(work: Work, secrets: Secrets): Promise<void> {
  const personal = createPersonal(secrets);
  for (const { id, phone, nickname, avatar } of await work.selectFrom('users').selectAll().execute()) {
    await work
      .updateTable('users')
      .set({
        phone: personal.phoneMac(phone),
        sealed_phone: personal.seal('phone', phone),
        nickname: personal.seal('nickname', nickname),
        avatar: personal.seal('avatar', avatar),
      })
      .where('id', '=', id)
      .execute();
  }
  for (const { id, device } of await work.selectFrom('sessions').select(['id', 'device']).execute()) {
    await work
      .updateTable('sessions')
      .set({ device: personal.seal('device', device) })
      .where('id', '=', id)
      .execute();
  }
  // Codes live five minutes and texts a day: sent again, they are sealed.
  await work.deleteFrom('phone_codes').execute();
  await work.deleteFrom('phone_inbox').execute();
}
