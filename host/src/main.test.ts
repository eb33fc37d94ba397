import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';

const entry = fileURLToPath(new URL('../dist/main.mjs', import.meta.url));
const todos = fileURLToPath(new URL('../../sample-apps/todos', import.meta.url));

let folder = '';
let started: ChildProcess[] = [];
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'terrarium-main-'));
  started = [];
});
test.afterEach(async () => {
  for (const child of started) child.kill('SIGKILL');
  await rm(folder, { recursive: true });
});

function run(...args: readonly string[]) {
  const child = spawn(process.execPath, [entry, '--data', join(folder, 'data'), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  started.push(child);
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => {
    said.out += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    said.err += chunk.toString();
  });
  return { child, said, ended: once(child, 'exit') };
}

test('--json prints one line with address and token, and a signal ends it cleanly with streams open', async () => {
  const { child, said, ended } = run(todos, '--json');
  await expect.poll(() => said.out).toContain('\n');
  const { address, token } = JSON.parse(said.out);
  expect(address).toMatch(/^http:\/\/localhost:\d+$/);
  const headers = { authorization: `Bearer ${token}` };
  const programs = await (await fetch(`${address}/api/programs`, { headers })).json();
  expect(programs[0]).toMatchObject({ appId: 'todos', folder: todos, problems: [] });
  const events = await fetch(`${address}/api/events`, { headers });
  expect(events.status).toBe(200);
  child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
  expect(said.out.trim().split('\n')).toHaveLength(1);
  expect(said.err).toContain('[todos] built in');
});

test('--no-open prints the address for people', async () => {
  const { child, said, ended } = run(todos, '--no-open');
  await expect.poll(() => said.out).toMatch(/Terrarium is running at http:\/\/localhost:\d+\n/);
  child.kill('SIGINT');
  expect(await ended).toEqual([0, null]);
  expect(said.err).toBe('');
});

test('a wrong argument and a taken port end with one line that says what to do', async () => {
  const wrong = run('--prot', '1');
  expect(await wrong.ended).toEqual([1, null]);
  expect(wrong.said.err).toContain('--prot');
  const first = run('--json');
  await expect.poll(() => first.said.out).toContain('\n');
  const port = new URL(JSON.parse(first.said.out).address).port;
  const second = run('--port', port, '--no-open', '--data', join(folder, 'other'));
  expect(await second.ended).toEqual([1, null]);
  expect(second.said.err).toMatch(/^port \d+ is in use; choose another with --port.*\n$/);
});

test('--help tells the options', async () => {
  const { said, ended } = run('--help');
  expect(await ended).toEqual([0, null]);
  expect(said.out).toContain('--no-open');
});
