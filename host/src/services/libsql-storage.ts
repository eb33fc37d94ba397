import { TerrariumError } from '@terrarium/runtime/protocol';
import * as v from 'valibot';
import { openDatabase } from './database.ts';
import { type Entry, type Owner, planSet, type SetOutcome, type Storage } from './storage.ts';

/**
 * Storage in one encrypted file. Keys and texts are BLOBs: SQLite's text ends at a NUL, and keys `a\0b` and `a`
 * must stay two keys. `used` keeps each owner's sum, so that a quota costs the same for ten entries and a million.
 */
const schema = `
  create table if not exists entries (
    user text not null,
    app text not null,
    key blob not null,
    text blob not null,
    bytes integer not null,
    primary key (user, app, key)
  ) strict, without rowid;
  create table if not exists used (
    user text not null,
    app text not null,
    bytes integer not null,
    primary key (user, app)
  ) strict, without rowid;
`;

/** Opens or creates the file. Throws UNAVAILABLE. `key` as for `openDatabase`. */
export function openLibsqlStorage(file: string, key: string): Storage {
  const database = openDatabase(file, key);
  database.exec(schema);
  const selectAll = database.prepare('select key, text from entries where user = ? and app = ?');
  const selectSize = database.prepare('select bytes from entries where user = ? and app = ? and key = ?');
  const selectUsed = database.prepare('select bytes from used where user = ? and app = ?');
  const upsert = database.prepare(
    `insert into entries (user, app, key, text, bytes) values (?, ?, ?, ?, ?)
     on conflict do update set text = excluded.text, bytes = excluded.bytes`,
  );
  const upsertUsed = database.prepare(
    'insert into used (user, app, bytes) values (?, ?, ?) on conflict do update set bytes = excluded.bytes',
  );
  const deleteEntry = database.prepare('delete from entries where user = ? and app = ? and key = ?');
  const deleteAll = database.prepare('delete from entries where user = ? and app = ?');

  const sizeOf = ({ user, app }: Owner, name: string) => bytesOf(selectSize.get(user, app, Buffer.from(name)));
  const used = ({ user, app }: Owner) => bytesOf(selectUsed.get(user, app));

  // Immediate: what is judged against the quota is what is written over, whoever else has the file open.
  const set = database.transaction((owner: Owner, entries: readonly Entry[]): SetOutcome => {
    const { user, app } = owner;
    const plan = planSet(entries, used(owner), (name) => sizeOf(owner, name));
    if (plan.outcome !== 'ok') return plan.outcome;
    for (const { key: name, text, bytes } of plan.writes) {
      upsert.run(user, app, Buffer.from(name), Buffer.from(text), bytes);
    }
    upsertUsed.run(user, app, plan.total);
    return 'ok';
  }).immediate;
  const remove = database.transaction((owner: Owner, name: string) => {
    const { user, app } = owner;
    const bytes = sizeOf(owner, name);
    if (deleteEntry.run(user, app, Buffer.from(name)).changes > 0) upsertUsed.run(user, app, used(owner) - bytes);
  }).immediate;
  const clear = database.transaction(({ user, app }: Owner) => {
    deleteAll.run(user, app);
    upsertUsed.run(user, app, 0);
  }).immediate;

  let open = true;
  // The connection outlives `close` while statements refer to it, so being closed is kept here.
  const using = async <Value>(run: () => Value): Promise<Value> => {
    if (!open) throw new TerrariumError('UNAVAILABLE', `The storage ${file} is closed.`);
    return run();
  };
  return {
    all: ({ user, app }) =>
      using(() => new Map(v.parse(entryRows, selectAll.all(user, app)).map((row) => [row.key, row.text]))),
    set: (owner, entries) => using(() => set(owner, entries)),
    remove: (owner, name) => using(() => remove(owner, name)),
    clear: (owner) => using(() => clear(owner)),
    used: (owner) => using(() => used(owner)),
    close() {
      open = false;
      database.close();
    },
  };
}

const blob = v.pipe(
  v.instance(ArrayBuffer),
  v.transform((bytes) => Buffer.from(bytes).toString()),
);
const entryRows = v.array(v.object({ key: blob, text: blob }));
const bytesRow = v.optional(v.object({ bytes: v.number() }), { bytes: 0 });

function bytesOf(row: unknown): number {
  return v.parse(bytesRow, row).bytes;
}
