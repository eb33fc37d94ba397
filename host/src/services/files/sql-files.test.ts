import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { fileLimits } from '@terrarium/runtime/protocol';
import { openLibsqlStore } from '../sql/index.ts';
import { createFilesApi } from './files-api.ts';
import { createSqlFiles } from './sql-files.ts';

const owner = { user: 'u', app: 'demo' };
const key = 'ab'.repeat(32);

async function open() {
  const folder = mkdtempSync(join(tmpdir(), 'terrarium-files-'));
  const store = await openLibsqlStore(join(folder, 'storage.db'), key);
  let now = 1_000;
  const files = createSqlFiles(store, () => now);
  return {
    folder,
    files,
    pass: (ms: number) => {
      now += ms;
    },
    async [Symbol.asyncDispose]() {
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
}
const bytesOf = (length: number, seed = 7) => Uint8Array.from({ length }, (_, at) => (at * seed) % 251);
const text = (words: string) => new TextEncoder().encode(words);

test('bytes come back whole and in parts, over the edges of pieces', async () => {
  await using store = await open();
  const { files } = store;
  const bytes = bytesOf(700_000);
  await files.write(owner, 'usr/big', 0, bytes, true);
  expect(await files.read(owner, 'usr/big', 0, 1_000_000)).toEqual(bytes);
  expect(await files.read(owner, 'usr/big', 262_140, 10)).toEqual(bytes.slice(262_140, 262_150));
  await files.write(owner, 'usr/big', 262_142, text('here'), false);
  expect(await files.read(owner, 'usr/big', 262_141, 6)).toEqual(
    Uint8Array.from([bytes[262_141] ?? 0, ...text('here'), bytes[262_146] ?? 0]),
  );
  await files.write(owner, 'usr/big', 300_000, new Uint8Array(), true);
  expect(await files.stat(owner, 'usr/big')).toMatchObject({ size: 300_000 });
  await files.write(owner, 'usr/big', 300_005, text('x'), false);
  expect(await files.read(owner, 'usr/big', 299_999, 10)).toEqual(
    Uint8Array.from([bytes[299_999] ?? 0, 0, 0, 0, 0, 0, 120]),
  );
  expect(await files.read(owner, 'usr/none', 0, 1)).toBeUndefined();
});

test('what changes is all there or none of it', async () => {
  await using store = await open();
  const { files } = store;
  await files.change(owner, [
    { do: 'directory', path: 'usr/a' },
    { do: 'write', path: 'usr/a/b', at: 0, base64: 'YmI=', end: true },
    { do: 'write', path: 'usr/ab', at: 0, base64: 'YQ==', end: true },
  ]);
  expect(
    await files.change(owner, [
      { do: 'remove', path: 'usr/a' },
      { do: 'move', path: 'usr/none', to: 'usr/x' },
    ]),
  ).toBe('missing');
  expect(await files.change(owner, [{ do: 'move', path: 'usr/a', to: 'usr/a/c' }])).toBe('missing');
  await files.change(owner, [{ do: 'move', path: 'usr/a', to: 'usr/c' }]);
  expect((await files.list(owner)).map(({ path, directory, size }) => [path, directory, size])).toEqual([
    ['usr/ab', false, 1],
    ['usr/c', true, 0],
    ['usr/c/b', false, 2],
  ]);
  await files.change(owner, [{ do: 'remove', path: 'usr/c' }]);
  expect(await files.used(owner)).toBe(1);
  expect(await files.list({ user: 'other', app: 'demo' })).toEqual([]);
});

test('the quota counts usr and store, not what is temporary', async () => {
  await using store = await open();
  const { files } = store;
  const end = fileLimits.totalBytes;
  expect(await files.write(owner, 'tmp/a', 0, bytesOf(10), true)).toBe('ok');
  // Zeros up to the very end of the quota.
  expect(await files.write(owner, 'usr/a', 5 * 1024 * 1024, new Uint8Array(), true)).toBe('ok');
  expect(await files.used(owner)).toBe(5 * 1024 * 1024);
  expect(await files.write(owner, 'usr/b', end, text('x'), true)).toBe('limit');
  expect(await files.stat(owner, 'usr/b')).toBeUndefined();
});

test('old temporary files are swept away', async () => {
  await using store = await open();
  const { files, pass } = store;
  await files.write(owner, 'tmp/old', 0, text('x'), true);
  pass(5_000);
  await files.write(owner, 'tmp/new', 0, text('x'), true);
  await files.write(owner, 'usr/a', 0, text('x'), true);
  await files.sweep(1_000);
  expect((await files.list(owner)).map(({ path }) => path)).toEqual(['tmp/new', 'usr/a']);
});

test('nothing of a file is readable on the disk', async () => {
  await using store = await open();
  await store.files.write(owner, 'usr/diary', 0, text('dear diary, plain words'), true);
  const found = readdirSync(store.folder).map((name) => readFileSync(join(store.folder, name)).toString('latin1'));
  expect(found.join().length).toBeGreaterThan(1_000);
  expect(found.join()).not.toContain('dear diary');
  expect(found.join()).not.toContain('usr/diary');
});

test('over HTTP: list, content, changes, and what does not fit', async () => {
  await using store = await open();
  const api = createFilesApi(store.files, async () => 'u');
  const post = (changes: unknown, app = 'demo') =>
    api.request(`/files/${app}`, { method: 'POST', body: JSON.stringify({ changes }) });
  expect((await post([{ do: 'write', path: 'usr/ä.txt', at: 0, base64: 'aGk=', end: true }])).status).toBe(204);
  expect(await (await api.request('/files/demo')).json()).toMatchObject({ entries: [{ path: 'usr/ä.txt', size: 2 }] });
  const content = (path: string) =>
    api.request(`/files/demo/content?${new URLSearchParams({ path, from: '0', length: '9' })}`);
  expect(await (await content('usr/ä.txt')).text()).toBe('hi');
  expect((await content('usr/none')).status).toBe(404);
  for (const path of ['etc/passwd', 'usr/../x', 'usr//x', 'usr', 'package/app.js', 'usr/a\u0000', '/usr/a']) {
    expect((await post([{ do: 'directory', path }])).status, path).toBe(400);
  }
  expect((await post([{ do: 'move', path: 'usr/none', to: 'usr/b' }])).status).toBe(409);
  expect((await post([], 'No App')).status).toBe(404);
});
