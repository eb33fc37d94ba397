import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { TerrariumError } from '@terrarium/runtime/protocol';
import { openDatabase } from './database.ts';
import { readKeyFile } from './key-file.ts';
import { openLibsqlStorage } from './libsql-storage.ts';
import { createMemoryStorage } from './memory-storage.ts';
import { storageContract } from './storage-contract.ts';

const key = 'ab'.repeat(32);

async function withFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'terrarium-'));
  try {
    await use(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

storageContract('memory', (use) => use(createMemoryStorage()));
storageContract('libsql', (use) =>
  withFolder(async (folder) => {
    const storage = openLibsqlStorage(join(folder, 'storage.db'), key);
    try {
      await use(storage);
    } finally {
      storage.close();
    }
  }),
);

test('what was stored is there after closing, and only with its key', () =>
  withFolder(async (folder) => {
    const file = join(folder, 'storage.db');
    const owner = { user: 'ann', app: 'todos' };
    const first = openLibsqlStorage(file, key);
    await first.set(owner, [['a', '"plainly to be seen"']]);
    first.close();
    const second = openLibsqlStorage(file, key);
    expect([...(await second.all(owner))]).toEqual([['a', '"plainly to be seen"']]);
    second.close();
    expect(() => openLibsqlStorage(file, 'cd'.repeat(32))).toThrow(TerrariumError);
    expect(() => openLibsqlStorage(file, 'cd'.repeat(32))).toThrow(/storage\.db cannot be opened: .* --data/);
  }));

test('two hosts on one file keep one sum', () =>
  withFolder(async (folder) => {
    const owner = { user: 'ann', app: 'todos' };
    const file = join(folder, 'storage.db');
    const [one, two] = [openLibsqlStorage(file, key), openLibsqlStorage(file, key)];
    await one.set(owner, [['a', '1']]);
    await two.set(owner, [['b', '22']]);
    await one.remove(owner, 'b');
    expect([await one.used(owner), await two.used(owner)]).toEqual([2, 2]);
    one.close();
    two.close();
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
    expect(made).toMatch(/^[0-9a-f]{64}$/);
    expect(readKeyFile(file)).toBe(made);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(readKeyFile(join(folder, 'other.key'))).not.toBe(made);
    expect(() => readKeyFile(folder)).toThrow();
  }));
