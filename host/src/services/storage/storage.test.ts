import { appendFile, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { TerrariumError } from '@terrarium/runtime/protocol';
import { storageContract } from '../fixtures/storage-contract.ts';
import { withFolder, withLibsql } from '../fixtures/with-store.ts';
import { sealPlainRows } from '../seal-plain-rows.ts';
import { createSecrets, readKeyFile } from '../secrets/index.ts';
import { openDatabase } from '../sql/database.ts';
import { openLibsqlStore } from '../sql/index.ts';
import { createMemoryStorage } from './memory-storage.ts';
import { createSqlStorage } from './sql-storage.ts';

const key = 'ab'.repeat(32);
const secrets = createSecrets(key);

storageContract('memory', (use) => use(createMemoryStorage()));
storageContract('libsql', (use) => withLibsql((store) => use(createSqlStorage(store, secrets))));

test('what was stored is there after closing, only with its key, and not in plain text', () =>
  withFolder(async (folder) => {
    const file = join(folder, 'storage.db');
    const owner = { user: 'ann', app: 'todos' };
    const first = await openLibsqlStore(file, key);
    await createSqlStorage(first, secrets).set(owner, [['a', '"plainly to be seen"']]);
    const bytes = Buffer.concat(await Promise.all([file, `${file}-wal`].map((one) => readFile(one))));
    expect([bytes.includes('plainly'), bytes.includes('todos'), bytes.includes('create table')]).toEqual([
      false,
      false,
      false,
    ]);
    await first.close();
    const second = await openLibsqlStore(file, key);
    expect([...(await createSqlStorage(second, secrets).all(owner))]).toEqual([['a', '"plainly to be seen"']]);
    await second.close();
    await expect(openLibsqlStore(file, 'cd'.repeat(32))).rejects.toThrow(TerrariumError);
    await expect(openLibsqlStore(file, 'cd'.repeat(32))).rejects.toThrow(/storage\.db cannot be opened: .* --data/);
  }));

test('a file from before there were migrations is taken over', () =>
  withFolder(async (folder) => {
    const file = join(folder, 'storage.db');
    const before = openDatabase(file, key);
    before.exec(`create table entries (user text not null, app text not null, key blob not null, text blob not null,
      bytes integer not null, primary key (user, app, key)) strict, without rowid;
      create table used (user text not null, app text not null, bytes integer not null, primary key (user, app))
      strict, without rowid`);
    before
      .prepare('insert into entries values (?, ?, ?, ?, 2)')
      .run('ann', 'todos', Buffer.from('a'), Buffer.from('1'));
    before.prepare('insert into used values (?, ?, 2)').run('ann', 'todos');
    before.close();
    const store = await openLibsqlStore(file, key);
    await sealPlainRows(store, secrets);
    await sealPlainRows(store, secrets);
    const storage = createSqlStorage(store, secrets);
    expect([...(await storage.all({ user: 'ann', app: 'todos' }))]).toEqual([['a', '1']]);
    await store.close();
  }));

test('two hosts on one file keep one sum', () =>
  withFolder(async (folder) => {
    const owner = { user: 'ann', app: 'todos' };
    const file = join(folder, 'storage.db');
    const stores = await Promise.all([openLibsqlStore(file, key), openLibsqlStore(file, key)]);
    const [one, two] = stores.map((store) => createSqlStorage(store, secrets));
    await one?.set(owner, [['a', '1']]);
    await two?.set(owner, [['b', '22']]);
    await one?.remove(owner, 'b');
    expect([await one?.used(owner), await two?.used(owner)]).toEqual([2, 2]);
    for (const store of stores) await store.close();
  }));

test('a database is opened durable, or not at all', () =>
  withFolder(async (folder) => {
    const database = openDatabase(join(folder, 'a.db'), key);
    expect(database.pragma('synchronous')).toMatchObject([{ synchronous: 2 }]);
    expect(database.pragma('journal_mode')).toMatchObject([{ journal_mode: 'wal' }]);
    database.close();
    // An in-memory database has no write-ahead log.
    expect(() => openDatabase(':memory:', key)).toThrow(/journal_mode is memory/);
    expect(() => openDatabase(join(folder, 'absent', 'a.db'), key)).toThrow(TerrariumError);
  }));

test('the key is made once, kept, and readable by its owner only', () =>
  withFolder(async (folder) => {
    const file = join(folder, 'storage.key');
    const made = readKeyFile(file);
    expect(made).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
    expect(readKeyFile(file)).toEqual(made);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(readKeyFile(join(folder, 'other.key'))).not.toEqual(made);
    await appendFile(file, `${key}\n`);
    expect(readKeyFile(file)).toEqual([...made, key]);
    await appendFile(file, 'not a key\n');
    expect(() => readKeyFile(file)).toThrow(/64 hex digits a line/);
    expect(() => readKeyFile(folder)).toThrow();
  }));
