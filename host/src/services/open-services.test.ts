import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { storageLimits } from '@terrarium/runtime/protocol';
import { openServices, type Services } from './open-services.ts';

const shell = 'http://localhost:7000';

async function withServices(use: (services: Services, folder: string) => Promise<void>): Promise<void> {
  const parent = await mkdtemp(join(tmpdir(), 'terrarium-'));
  const folder = join(parent, 'data');
  const services = await openServices({ dataDir: folder, token: 'secret' });
  try {
    await use(services, folder);
  } finally {
    await services.close();
    await rm(parent, { recursive: true });
  }
}

interface Asked {
  readonly method?: string;
  readonly body?: unknown;
  readonly text?: string;
  readonly token?: string;
  readonly origin?: string | null;
}

async function ask(services: Services, path: string, asked: Asked = {}) {
  const { method = 'GET', body, text = body === undefined ? undefined : JSON.stringify(body) } = asked;
  const { token = 'secret', origin = shell } = asked;
  const headers = { authorization: `Bearer ${token}`, ...(origin === null ? {} : { origin }) };
  const answer = await services.api.request(`http://localhost:7000${path}`, { method, headers, body: text });
  return { status: answer.status, text: await answer.text() };
}

const done = { status: 204, text: '' };
const at = '/api/storage/todos';

test('stores, lists, forgets', () =>
  withServices(async (services) => {
    const entries = [
      ['a', '1'],
      ['__proto__', '2'],
    ];
    expect(await ask(services, at, { method: 'PUT', body: { entries } })).toEqual(done);
    expect(JSON.parse((await ask(services, at)).text).entries.sort()).toEqual([...entries].sort());
    expect(await ask(services, `${at}/remove`, { method: 'POST', body: { key: '__proto__' } })).toEqual(done);
    expect((await ask(services, at, { origin: null })).text).toBe('{"entries":[["a","1"]]}');
    expect(await ask(services, '/api/storage/other', { method: 'DELETE' })).toEqual(done);
    expect((await ask(services, at)).text).toBe('{"entries":[["a","1"]]}');
    expect(await ask(services, at, { method: 'DELETE' })).toEqual(done);
    expect((await ask(services, at)).text).toBe('{"entries":[]}');
  }));

const strangers: readonly [who: string, asked: Asked, status: number][] = [
  ['without the token', { token: '' }, 401],
  ['with a wrong token', { token: 'secre' }, 401],
  ['from a program’s page', { origin: 'http://todos.localhost:7000' }, 403],
  ['from the web', { origin: 'https://localhost' }, 403],
  ['from nowhere', { origin: 'null' }, 403],
  ['with a lookalike', { origin: 'http://localhost.evil.example' }, 403],
  ['without origin, to change something', { origin: null, method: 'DELETE' }, 403],
  ['without token and origin', { token: '', origin: null, method: 'DELETE' }, 401],
];
for (const [who, asked, status] of strangers) {
  test(`nobody gets in ${who}`, () =>
    withServices(async (services) => {
      await services.storage.set({ user: 'local', app: 'todos' }, [['a', '1']]);
      expect((await ask(services, at, asked)).status).toBe(status);
      expect((await services.storage.all({ user: 'local', app: 'todos' })).size).toBe(1);
    }));
}

test('quotas answer with their name', () =>
  withServices(async (services) => {
    const put = (entries: [string, string][]) => ask(services, at, { method: 'PUT', body: { entries } });
    const most = 'x'.repeat(storageLimits.entryBytes - 1);
    expect(await put([['a', `${most}x`]])).toEqual({ status: 413, text: '{"limit":"entry"}' });
    const ten: [string, string][] = Array.from({ length: 10 }, (_, index) => [String(index), most]);
    expect(await put(ten)).toEqual(done);
    expect(await put([['a', '1']])).toEqual({ status: 413, text: '{"limit":"total"}' });
  }));

const misfits: readonly [what: string, path: string, asked: Asked, status: number][] = [
  ['no JSON', at, { method: 'PUT', text: '{' }, 400],
  ['no body', at, { method: 'PUT' }, 400],
  ['a number as text', at, { method: 'PUT', body: { entries: [['a', 1]] } }, 400],
  ['more than entries', at, { method: 'PUT', body: { entries: [], user: 'root' } }, 400],
  ['no key', `${at}/remove`, { method: 'POST', body: {} }, 400],
  ['a folder as app', '/api/storage/..%2f..', {}, 404],
  ['an app id with capitals', '/api/storage/Todos', {}, 404],
  ['another route', '/api/other', {}, 404],
  ['a body above the cap', at, { method: 'PUT', text: 'x'.repeat(25 * 1024 * 1024) }, 413],
];
for (const [what, path, asked, status] of misfits) {
  test(`refuses ${what}`, () =>
    withServices(async (services) => {
      expect((await ask(services, path, asked)).status).toBe(status);
    }));
}

test('the folder is its owner’s alone, and a lost key is told', () =>
  withServices(async (_services, folder) => {
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    await writeFile(join(folder, 'storage.key'), 'lost');
    await expect(openServices({ dataDir: folder })).rejects.toThrow(/storage\.key does not hold 64 hex digits/);
  }));

test('a failure behind a call tells the client nothing', async () => {
  const faults: string[] = [];
  const folder = await mkdtemp(join(tmpdir(), 'terrarium-'));
  const services = await openServices({
    dataDir: folder,
    token: 'secret',
    onFault: (error) => faults.push(error.message),
  });
  await services.close();
  expect(await ask(services, at)).toEqual({ status: 500, text: '{"error":"internal error"}' });
  expect(faults.length).toBe(1);
  await rm(folder, { recursive: true });
});

test('each host makes a token of its own', () =>
  withServices(async (_services, folder) => {
    const [one, two] = [await openServices({ dataDir: folder }), await openServices({ dataDir: folder })];
    expect(one.token).toMatch(/^[\w-]{43}$/);
    expect(one.token).not.toBe(two.token);
    await one.close();
    await two.close();
  }));
