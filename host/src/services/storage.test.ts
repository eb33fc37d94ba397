import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { storageLimits, TerrariumError } from '@terrarium/runtime/protocol';
import fc from 'fast-check';
import { openDatabase } from './database.ts';
import { readKeyFile } from './key-file.ts';
import { openLibsqlStorage } from './libsql-storage.ts';
import { createMemoryStorage } from './memory-storage.ts';
import type { Owner, Storage } from './storage.ts';

const key = 'ab'.repeat(32);
const ann: Owner = { user: 'ann', app: 'todos' };
const { entryBytes: entryLimit, totalBytes: totalLimit } = storageLimits;

async function withFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'terrarium-'));
  try {
    await use(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** What every implementation of `Storage` must do. */
function storageContract(name: string, withStorage: (use: (storage: Storage) => Promise<void>) => Promise<void>) {
  const check = (title: string, use: (storage: Storage) => Promise<void>) =>
    test(`${name}: ${title}`, () => withStorage(use));
  const entries = async (storage: Storage, owner = ann) => Object.fromEntries(await storage.all(owner));

  check('keeps, replaces, forgets', async (storage) => {
    expect(await entries(storage)).toEqual({});
    expect(await storage.set(ann, [['a', '1']])).toBe('ok');
    expect(
      await storage.set(ann, [
        ['a', '2'],
        ['b', '"x"'],
        ['b', '"y"'],
      ]),
    ).toBe('ok');
    expect(await entries(storage)).toEqual({ a: '2', b: '"y"' });
    await storage.remove(ann, 'a');
    await storage.remove(ann, 'never there');
    expect(await entries(storage)).toEqual({ b: '"y"' });
    await storage.clear(ann);
    expect([await entries(storage), await storage.used(ann)]).toEqual([{}, 0]);
  });

  check('owners do not see each other', async (storage) => {
    const others: Owner[] = [
      { user: 'ann', app: 'bank' },
      { user: 'bob', app: 'todos' },
      { user: 'ann","todos', app: '' },
    ];
    await storage.set(ann, [['a', '1']]);
    for (const other of others) {
      expect(await entries(storage, other)).toEqual({});
      await storage.clear(other);
    }
    expect(await entries(storage)).toEqual({ a: '1' });
  });

  check('keeps any key and text as it is', async (storage) => {
    const odd = ['', '\0', 'a\0b', 'a', 'é😀', '__proto__', 'constructor', "'; drop table entries; --", ' '];
    await storage.set(
      ann,
      odd.map((key) => [key, JSON.stringify(`${key}\0`)] as const),
    );
    const all = await storage.all(ann);
    expect([...all.keys()].sort()).toEqual([...odd].sort());
    for (const key of odd) expect(all.get(key)).toBe(JSON.stringify(`${key}\0`));
  });

  check('an entry may be as large as the limit and not a byte larger', async (storage) => {
    expect(await storage.set(ann, [['k', 'x'.repeat(entryLimit - 1)]])).toBe('ok');
    expect(await storage.set(ann, [['k', 'x'.repeat(entryLimit)]])).toBe('entry-limit');
    expect(await storage.set(ann, [['k', `${'x'.repeat(entryLimit - 4)}😀`]])).toBe('entry-limit');
    expect(await storage.set(ann, [['k', `${'x'.repeat(entryLimit - 5)}😀`]])).toBe('ok');
    expect(await storage.used(ann)).toBe(entryLimit);
  });

  check('all entries together may be as large as the limit and not a byte larger', async (storage) => {
    const tenth = 'x'.repeat(totalLimit / 10 - 1);
    for (let at = 0; at < 9; at += 1) expect(await storage.set(ann, [[String(at), tenth]])).toBe('ok');
    // All or none: the first of the two would fit.
    expect(
      await storage.set(ann, [
        ['a', '1'],
        ['9', tenth],
      ]),
    ).toBe('total-limit');
    expect((await storage.all(ann)).has('a')).toBe(false);
    expect(await storage.set(ann, [['9', tenth]])).toBe('ok');
    expect(await storage.used(ann)).toBe(totalLimit);
    expect(await storage.set(ann, [['a', '']])).toBe('total-limit');
    expect(await storage.set(ann, [['9', tenth.slice(2)]])).toBe('ok');
    expect(await storage.set(ann, [['a', '1']])).toBe('ok');
    expect(await storage.used(ann)).toBe(totalLimit);
  });

  check('counts as a model that encodes each entry', async (storage) => {
    const key = fc.constantFrom('a', 'é', '😀', 'a\0');
    const command = fc.oneof(
      fc.record({ do: fc.constant('set' as const), key, text: fc.string({ unit: 'binary' }) }),
      fc.record({ do: fc.constant('remove' as const), key }),
      fc.record({ do: fc.constant('clear' as const) }),
    );
    let round = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(command, { maxLength: 20 }), async (commands) => {
        round += 1;
        const owner = { user: 'ann', app: `app${round}` };
        const model = new Map<string, string>();
        for (const one of commands) {
          if (one.do === 'set') {
            model.set(one.key, one.text);
            await storage.set(owner, [[one.key, one.text]]);
          } else if (one.do === 'remove') {
            model.delete(one.key);
            await storage.remove(owner, one.key);
          } else {
            model.clear();
            await storage.clear(owner);
          }
        }
        const bytes = [...model].reduce((sum, entry) => sum + Buffer.byteLength(entry.join('')), 0);
        expect(await storage.used(owner)).toBe(bytes);
        expect(await storage.all(owner)).toEqual(model);
      }),
      { numRuns: 30 },
    );
  });
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
