import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { httpSource, memorySource, type PackageSource } from './index.ts';
import { folderSource } from './node-source.ts';

const files: ReadonlyMap<string, Uint8Array> = new Map([
  ['manifest.json', new TextEncoder().encode('{}')],
  ['a folder/100% #1?.png', new Uint8Array([0, 255, 10])],
  ['empty', new Uint8Array()],
]);

interface Opened {
  readonly source: PackageSource;
  dispose(): Promise<void>;
}

/** Every kind of source over the same files. */
const kinds: Readonly<Record<string, () => Promise<Opened>>> = {
  memory: async () => ({ source: memorySource(files), dispose: async () => undefined }),
  folder: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'terrarium-'));
    for (const [path, bytes] of files) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), bytes);
    }
    return { source: folderSource(folder), dispose: () => rm(folder, { recursive: true }) };
  },
  http: async () => {
    const server = createServer((request, response) => {
      const path = decodeURIComponent((request.url ?? '').replace('/package/', ''));
      const bytes = files.get(path);
      response.statusCode = path === 'broken' ? 500 : bytes === undefined ? 404 : 200;
      response.end(bytes);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
    return { source: httpSource(new URL(`http://127.0.0.1:${port}/package/`)), dispose: close };
  },
};

for (const [kind, open] of Object.entries(kinds)) {
  test(`a ${kind} source gives the bytes of each file and refuses what is absent`, async () => {
    const { source, dispose } = await open();
    for (const [path, bytes] of files) expect(await source.read(path, 100)).toEqual(bytes);
    const missing = source.read('gone.js');
    await expect(missing).rejects.toMatchObject({
      code: 'PACKAGE',
      message: expect.stringContaining('gone.js: is not in'),
    });
    await dispose();
  });
}

for (const kind of ['folder', 'http']) {
  test(`a ${kind} source stops at the limit`, async () => {
    const opened = await kinds[kind]?.();
    const reading = opened?.source.read('a folder/100% #1?.png', 2);
    await expect(reading).rejects.toMatchObject({
      code: 'PACKAGE',
      message: expect.stringContaining('longer than the 2 bytes'),
    });
    await opened?.dispose();
  });
}

test('an http source says when the server fails or is gone', async () => {
  const opened = await kinds.http?.();
  await expect(opened?.source.read('broken')).rejects.toThrow('broken: the server that holds the package answered 500');
  await opened?.dispose();
  await expect(opened?.source.read('empty')).rejects.toThrow(
    'empty: the server that holds the package does not answer',
  );
});

test('a folder source stays in its folder', async () => {
  const parent = await mkdtemp(join(tmpdir(), 'terrarium-'));
  await mkdir(join(parent, 'package'));
  await writeFile(join(parent, 'secret'), 'secret');
  await symlink(join(parent, 'secret'), join(parent, 'package', 'link'));
  const source = folderSource(join(parent, 'package'));
  for (const path of ['../secret', 'link', '/etc/hostname', '.', '']) {
    await expect(source.read(path)).rejects.toMatchObject({ code: 'PACKAGE' });
  }
  await rm(parent, { recursive: true });
});
