import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { WebSocket } from 'ws';
import { startServices } from './services/fixtures/services-process.ts';

let folder = '';
let started: ChildProcess[] = [];
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'terrarium-services-'));
  started = [];
});
test.afterEach(async () => {
  for (const child of started) child.kill('SIGKILL');
  await rm(folder, { recursive: true });
});

function run(args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const running = startServices(['--data', join(folder, 'data'), ...args], environment);
  started.push(running.child);
  return running;
}

test('the services run alone: address, data and store are told, a signal ends sockets and process, data stays', async () => {
  const first = run(['--json']);
  await expect.poll(() => first.said.out).toContain('\n');
  const { address, token, data, store } = JSON.parse(first.said.out);
  expect([data, store]).toEqual([join(folder, 'data'), 'libsql']);
  expect(await readdir(data)).toEqual(expect.arrayContaining(['storage.db', 'storage.key']));
  const headers = { authorization: `Bearer ${token}`, origin: address, 'content-type': 'application/json' };
  const put = await fetch(`${address}/api/storage/todos`, {
    ...{ method: 'PUT', headers },
    body: JSON.stringify({ entries: [['a', '1']] }),
  });
  expect(put.status).toBe(204);
  expect((await fetch(`${address}/api/storage/todos`)).status).toBe(401);
  expect(await (await fetch(`${address}/sns/jscode2session`)).json()).toMatchObject({ errcode: 41002 });
  const phone = { country: 'CN', phone: '13800138000' };
  const ask = async (path: string, body: object) =>
    (await fetch(`${address}/api${path}`, { method: 'POST', headers, body: JSON.stringify(body) })).text();
  await ask('/accounts/codes', { ...phone, purpose: 'enter' });
  const [{ text }] = JSON.parse(await ask('/accounts/phone-simulator', phone));
  const account = { ...phone, code: text.slice(0, 6), password: 'correct horse', nickname: 'Ann' };
  const { token: session } = JSON.parse(await ask('/accounts/sign-up', account));
  const words = ['terrarium-push', `token.${token}`, `session.${session}`];
  const socket = new WebSocket(`${address.replace('http', 'ws')}/api/pushes`, words, { headers: { origin: address } });
  expect(String((await once(socket, 'message'))[0])).toBe('{"kind":"ready"}');
  const closed = once(socket, 'close');
  // A terminal's Ctrl-C arrives twice: from the terminal, and handed on by npm's script.
  first.child.kill('SIGINT');
  first.child.kill('SIGINT');
  expect((await closed)[0]).toBe(1001);
  expect(await first.ended).toEqual([0, null]);
  expect(first.said.out.trim().split('\n')).toHaveLength(1);
  for (const secret of ['13800138000', text.slice(0, 6), session, token]) expect(first.said.err).not.toContain(secret);
  for (const line of first.said.err.trim().split('\n')) expect(JSON.parse(line)).toMatchObject({ event: 'request' });

  const second = run([], { TERRARIUM_TOKEN: token });
  await expect
    .poll(() => second.said.out)
    .toMatch(/^The services are running at http:\/\/localhost:\d+\ndata .*\nstore +libsql\ntoken +TERRARIUM_TOKEN\n$/);
  const again = /http:\S+/.exec(second.said.out)?.[0];
  const kept = await fetch(`${again}/api/storage/todos`, { headers: { authorization: `Bearer ${token}` } });
  expect(await kept.json()).toEqual({ entries: [['a', '1']] });
  second.child.kill('SIGTERM');
  expect(await second.ended).toEqual([0, null]);
});

test('a folder and a database that is not there end with one line that says what to do', async () => {
  const wrong = run([folder]);
  expect(await wrong.ended).toEqual([1, null]);
  expect(wrong.said.err).toContain('takes no folder');
  const gone = run([], { DATABASE_URL: 'postgres://somebody:a-password@127.0.0.1:1/none' });
  expect(await gone.ended).toEqual([1, null]);
  expect(gone.said.err).toMatch(/^PostgreSQL cannot be used: .* Check DATABASE_URL and the server\.\n$/);
  expect(gone.said.err).not.toContain('a-password');
});
