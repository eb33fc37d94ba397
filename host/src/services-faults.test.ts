import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { createBridge } from '@terrarium/runtime';
import type { Json } from '@terrarium/runtime/protocol';
import { filesProviders } from './providers/files.ts';
import { stageManifest } from './providers/fixtures/people-stage.ts';
import { createGrantsClient } from './providers/grants-client.ts';
import { identityProviders } from './providers/identity.ts';
import { createServiceClient } from './providers/service-client.ts';
import { storageProviders } from './providers/storage.ts';
import { createStorageClient } from './providers/storage-client.ts';
import { startServices } from './services/fixtures/services-process.ts';
import { openServices } from './services/index.ts';

let folder = '';
let started: ChildProcess[] = [];
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'terrarium-faults-'));
  started = [];
});
test.afterEach(async () => {
  for (const child of started) child.kill('SIGKILL');
  await rm(folder, { recursive: true });
});

async function start(port = 0, fileBlocks?: number) {
  const args = ['--json', '--data', join(folder, 'data'), '--port', String(port)];
  const running = startServices(args, { TERRARIUM_TOKEN: 'T' }, fileBlocks);
  started.push(running.child);
  await expect.poll(() => running.said.out, running.said.err).toContain('\n');
  return { ...running, address: String(JSON.parse(running.said.out).address) };
}

/** A program's calls as the shell makes them: real bridge, providers and clients, over HTTP. */
async function openProgram(address: string, how: { timeoutMs?: number; send?: typeof globalThis.fetch } = {}) {
  const { timeoutMs, send = globalThis.fetch } = how;
  // What a browser says of itself.
  const fetch: typeof globalThis.fetch = (path, init = {}) => {
    const headers = new Headers(init.headers);
    headers.set('origin', address);
    if (session !== undefined && !headers.has('x-terrarium-session')) headers.set('x-terrarium-session', session);
    return send(path, { ...init, headers });
  };
  let session: string | undefined;
  const api = async (path: string, body?: object, more: { method?: string; session?: string } = {}) => {
    const headers = {
      ...{ authorization: 'Bearer T', 'content-type': 'application/json' },
      ...(more.session !== undefined && { 'x-terrarium-session': more.session }),
    };
    const { method = 'POST' } = more;
    const answer = await fetch(`${address}/api${path}`, { method, headers, body: JSON.stringify(body) });
    const text = await answer.text();
    return text === '' ? undefined : JSON.parse(text);
  };
  const phone = { country: 'CN', phone: '13800138000' };
  await api('/accounts/codes', { ...phone, purpose: 'enter' });
  const [{ text }] = await api('/accounts/phone-simulator', phone);
  const account = { ...phone, code: text.slice(0, 6), password: 'correct horse', nickname: 'Ann' };
  session = (await api('/accounts/sign-up', account)).token;

  const services = createServiceClient({ fetch, token: 'T', session: () => session, address, timeoutMs });
  const person = { askPhone: async () => true, chooseAvatar: async () => undefined };
  const faults: unknown[] = [];
  const bridge = createBridge({
    manifest: { ...stageManifest, development: true },
    grants: createGrantsClient(services),
    now: () => 0,
    ask: async () => 'granted',
    eligible: async () => true,
    onFault: (name, error) => faults.push([name, String(error)]),
    providers: {
      ...storageProviders(createStorageClient({ fetch, token: 'T', address, timeoutMs })),
      ...filesProviders({ fetch, token: 'T', address, timeoutMs }),
      ...identityProviders(services, person),
      getFuzzyLocation: () => ({ ok: true, result: { latitude: 1, longitude: 2 } }),
    },
  });
  const call = async (name: string, params: Json = {}) => {
    const outcome = await bridge.handle({ kind: 'request', id: 1, name, params });
    return outcome.ok ? outcome.result : outcome.error.errMsg;
  };
  const write = (path: string, base64: string) =>
    call('changeFiles', { changes: [{ do: 'write', path, at: 0, base64, end: true }] });
  return { api, call, write, faults, account };
}

test('services that hang, are killed and come back: each call fails in its words, and the next ones are answered', async () => {
  const first = await start();
  const { call, write, faults } = await openProgram(first.address, { timeoutMs: 1_000 });
  const all = () =>
    Promise.all([
      call('setStorage', { key: 'a', data: '2' }),
      write('usr/a.txt', 'Mg=='),
      call('listFiles'),
      call('login'),
      call('checkSession'),
      call('getFuzzyLocation'),
    ]);
  const away = [
    'fail storage is not available',
    'fail files are not available',
    'fail files are not available',
    'fail system error',
    'fail system error',
    'fail system error',
  ];
  expect(await call('setStorage', { key: 'kept', data: '1' })).toEqual({});
  expect(await write('usr/kept.txt', 'MQ==')).toEqual({});

  first.child.kill('SIGSTOP');
  expect(await all()).toEqual(away);
  const underWay = all();
  first.child.kill('SIGKILL');
  expect(await underWay).toEqual(away);
  await first.ended;
  expect(await all()).toEqual(away);
  expect(faults).toEqual([]);

  await start(Number(new URL(first.address).port));
  const [stored, written, listed, ...others] = await all();
  expect([stored, written]).toEqual([{}, {}]);
  expect(JSON.stringify(listed)).toContain('"usr/kept.txt"');
  expect(others).toEqual(['fail invalid appid', 'fail session time out, need relogin', { latitude: 1, longitude: 2 }]);
});

test('a disk that is full fails what writes and keeps what was acknowledged', async () => {
  const first = await start(0, 4_000);
  const { call, write, faults } = await openProgram(first.address);
  const large = 'x'.repeat(500_000);
  const stored: unknown[] = [];
  const written: unknown[] = [];
  while (stored.length < 20 && typeof stored.at(-1) !== 'string') {
    stored.push(await call('setStorage', { key: `k${stored.length}`, data: JSON.stringify(large) }));
  }
  while (written.length < 20 && typeof written.at(-1) !== 'string') {
    written.push(await write(`usr/${written.length}`, Buffer.from(large.slice(0, 200_000)).toString('base64')));
  }
  expect(stored.at(-1)).toBe('fail storage is not available');
  expect(written.at(-1)).toBe('fail files are not available');
  expect(stored.length).toBeGreaterThan(1);
  // Nothing of the process ends, and what needs no room is answered.
  expect(await call('checkSession')).toBe('fail session time out, need relogin');
  expect(faults).toEqual([]);
  first.child.kill('SIGKILL');
  await first.ended;

  const second = await start(Number(new URL(first.address).port));
  const headers = { authorization: 'Bearer T', origin: second.address };
  expect(JSON.stringify(await call('listFiles')).split('"path"')).toHaveLength(written.length);
  expect(await call('setStorage', { key: 'again', data: '1' })).toEqual({});
  expect(second.said.err).not.toContain('"status":500');
  expect((await fetch(`${second.address}/api/storage/pizza`, { headers })).status).toBe(200);
});

test('a session that is ended elsewhere fails the next call, and says why', async () => {
  const services = await openServices({ dataDir: join(folder, 'data'), token: 'T' });
  const { api, call, account } = await openProgram('http://localhost', {
    send: async (path, init) => services.api.request(String(path), init),
  });
  expect(await call('checkSession')).toBe('fail session time out, need relogin');
  const { token } = await api('/accounts/sign-in/password', account);
  await api('/accounts/sessions', undefined, { method: 'DELETE', session: token });
  for (const name of ['login', 'checkSession']) {
    expect(await call(name)).toBe('fail not eligible: signed-in is required');
  }
  expect(await call('getFuzzyLocation')).toBe('fail system error');
  expect(await call('setStorage', { key: 'a', data: '1' })).toBe('fail storage is not available');
  await services.close();
});
