import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { takeLock } from './install-lock.mjs';

let folder = '';
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'terrarium-lock-'));
});
test.afterEach(() => rm(folder, { recursive: true, force: true }));

/** A process that takes the lock, says so in the journal, stays a moment and says that it goes. */
const worker = `
  import { appendFileSync } from 'node:fs';
  const [module, lock, journal] = process.argv.slice(1);
  const { takeLock } = await import(module);
  const giveBack = takeLock(lock);
  appendFileSync(journal, 'in ');
  await new Promise((resolve) => setTimeout(resolve, 30));
  appendFileSync(journal, 'out ');
  giveBack();`;

test('of several processes one at a time has the lock', async () => {
  const [lock, journal] = [join(folder, 'deep/lock'), join(folder, 'journal')];
  const module = new URL('./install-lock.mjs', import.meta.url).href;
  const args = ['--input-type=module', '--eval', worker, module, lock, journal];
  const codes = await Promise.all(
    Array.from({ length: 4 }, () => {
      const child = spawn(process.execPath, args, { stdio: 'inherit', env: { ...process.env, NODE_OPTIONS: '' } });
      return new Promise((resolve) => child.on('exit', resolve));
    }),
  );
  expect(codes).toEqual([0, 0, 0, 0]);
  expect(await readFile(journal, 'utf8')).toBe('in out '.repeat(4));
  expect(existsSync(lock)).toBe(false);
});

test('a lock of a process that has ended is taken over', async () => {
  const lock = join(folder, 'lock');
  const { pid } = spawnSync(process.execPath, ['--version']);
  await mkdir(lock);
  await writeFile(join(lock, 'pid'), String(pid));
  let waited = 0;
  const giveBack = takeLock(lock, () => {
    waited += 1;
  });
  expect(waited).toBe(1);
  expect(await readFile(join(lock, 'pid'), 'utf8')).toBe(String(process.pid));
  giveBack();
  expect(existsSync(lock)).toBe(false);
});
