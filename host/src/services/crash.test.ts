import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { build } from 'esbuild';
import { createSecrets } from './secrets/index.ts';
import { openLibsqlStore } from './sql/index.ts';
import { createSqlStorage } from './storage/index.ts';

const key = 'ab'.repeat(32);
const rounds = 4;

test('every acknowledged write is there after kill -9, whole and counted', async () => {
  const data = await mkdtemp(join(tmpdir(), 'terrarium-'));
  const writer = join(data, 'writer.mjs');
  // The child finds `libsql` where we do.
  await symlink(
    dirname(dirname(createRequire(import.meta.url).resolve('libsql'))),
    join(data, 'node_modules'),
    'junction',
  );
  await build({
    entryPoints: [fileURLToPath(new URL('./crash-writer.ts', import.meta.url))],
    outfile: writer,
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: ['kysely', 'libsql', 'pg', 'valibot'],
    conditions: ['terrarium-source'],
  });
  const file = join(data, 'storage.db');
  let acknowledged = 0;
  for (let round = 0; round < rounds; round += 1) {
    const heard = await writeAndKill(writer, [file, key, String(round)], 10 + round * 30);
    acknowledged += heard.length;
    const store = await openLibsqlStore(file, key);
    const storage = createSqlStorage(store, createSecrets(key));
    for (const { app, number } of heard) {
      const all = await storage.all({ user: 'ann', app });
      const text = 'x'.repeat(number % 500);
      expect([all.get(`${round}.${number}`), all.get(`${round}.${number}.twin`)]).toEqual([text, text]);
    }
    for (const app of ['app0', 'app1', 'app2']) {
      const all = await storage.all({ user: 'ann', app });
      const bytes = [...all].reduce((sum, entry) => sum + Buffer.byteLength(entry.join('')), 0);
      expect(await storage.used({ user: 'ann', app })).toBe(bytes);
      // A transaction writes twins: one without the other would be a torn one.
      expect(
        [...all.keys()].filter((name) => !all.has(name.endsWith('.twin') ? name.slice(0, -5) : `${name}.twin`)),
      ).toEqual([]);
    }
    await store.close();
  }
  expect(acknowledged).toBeGreaterThan(rounds * 10);
  await rm(data, { recursive: true });
});

/** Kills the writer once it has acknowledged `count` writes and a random few more; gives all it acknowledged. */
async function writeAndKill(writer: string, values: string[], count: number) {
  const child: ChildProcess = spawn(process.execPath, [writer, ...values], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  const heard: { app: string; number: number }[] = [];
  const killAt = count + Math.floor(Math.random() * 20);
  if (child.stdout === null) throw new Error('the child has no output');
  for await (const line of createInterface(child.stdout)) {
    const [app = '', number] = line.split(' ');
    if (number !== undefined) heard.push({ app, number: Number(number) });
    if (heard.length === killAt) child.kill('SIGKILL');
  }
  const [, signal] = await exited;
  expect(signal).toBe('SIGKILL');
  return heard;
}
