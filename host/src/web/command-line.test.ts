import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { parseCommandLine } from './command-line.ts';
import { sampleFolders } from './host.ts';
import { createPreferenceStore } from './preferences.ts';

let folder = '';
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'terrarium-line-'));
});
test.afterEach(() => rm(folder, { recursive: true }));

test('nothing given: a free port, a window, data beside the caller', () => {
  expect(parseCommandLine([], folder)).toEqual({
    folders: [],
    only: false,
    port: 0,
    json: false,
    open: true,
    dataFolder: join(folder, '.terrarium'),
    help: false,
  });
});

test('folders are taken from where the caller is; --json opens nothing', () => {
  const line = parseCommandLine(
    [basename(folder), '--port', '4000', '--json', '--only', '--data', 'd'],
    dirname(folder),
  );
  expect(line).toMatchObject({ folders: [folder], only: true, port: 4000, json: true, open: false });
  expect(line.dataFolder).toBe(join(dirname(folder), 'd'));
});

test('what cannot be is said in words', () => {
  expect(() => parseCommandLine(['nowhere'], folder)).toThrow(/nowhere: no such folder/);
  expect(() => parseCommandLine(['--port', '70000'], folder)).toThrow(/--port 70000: must be a number/);
  expect(() => parseCommandLine(['--port', '1e3'], folder)).toThrow(/--port/);
  expect(() => parseCommandLine(['--colour'], folder)).toThrow(/--colour/);
});

test('a missing samples folder has no samples', () => {
  expect(sampleFolders(join(folder, 'none'))).toEqual([]);
  expect(sampleFolders(folder)).toEqual([]);
});

test('preferences survive, and what cannot be read counts as none', async () => {
  const file = join(folder, 'data', 'preferences.json');
  const store = createPreferenceStore(file);
  const fresh = { recents: [], appearance: 'system' };
  expect(await store.read()).toEqual(fresh);
  await Promise.all([
    store.write({ recents: ['a'], appearance: 'light' }),
    store.write({ recents: ['b', 'a'], appearance: 'dark', model: 'large' }),
  ]);
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({ recents: ['b', 'a'], appearance: 'dark', model: 'large' });
  await writeFile(file, '{"recents":1}');
  expect(await store.read()).toEqual(fresh);
});
