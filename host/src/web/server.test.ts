import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type IncomingHttpHeaders, request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { manifestSchema } from '@terrarium/runtime/protocol';
import * as v from 'valibot';
import type { LogPost } from './messages.ts';
import { openWebHost, type WebHost } from './server.ts';
import { createToken } from './token.ts';

const files = new Map([
  ['manifest.json', new TextEncoder().encode('{"of":"todos"}')],
  ['main.logic.js', new TextEncoder().encode('defineModule()')],
  ['images/a b.png', new Uint8Array([1, 2, 3])],
  ['page.html', new TextEncoder().encode('<script>1</script>')],
]);
const other = new Map([['manifest.json', new TextEncoder().encode('{"of":"other"}')]]);

const manifest = v.parse(manifestSchema, {
  format: 1,
  appId: 'todos',
  name: 'Todos',
  version: '1.0.0',
  development: false,
  capabilities: [],
  domains: {},
  pages: ['pages/a/a'],
  entryPage: 'pages/a/a',
  window: {},
  app: {},
  components: {},
  parts: [],
  files: [],
});
const builds = new Map([
  ['todos', { files, manifest, digest: 'd1' }],
  ['other', { files: other, manifest, digest: 'd2' }],
]);
const preferences = {
  read: async () => ({ recents: ['todos'], appearance: 'dark' as const }),
  write: async () => {},
};

const token = createToken();
let root = '';
let host: WebHost;
let posts: LogPost[] = [];

test.beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'terrarium-web-'));
  const folder = join(root, 'served');
  await mkdir(folder);
  await writeFile(join(folder, 'index.html'), '<!doctype html><html><head></head><body>shell</body></html>');
  await writeFile(join(folder, 'shell.js'), 'shell');
  await writeFile(join(folder, 'player.html'), '<!doctype html>');
  await writeFile(join(folder, 'player.js'), 'player');
  await writeFile(join(folder, 'quickjs.wasm'), 'wasm');
  await writeFile(join(root, 'secret.txt'), 'secret');
  posts = [];
  host = await openWebHost({
    port: 0,
    shellFolder: folder,
    bundlesFolder: folder,
    development: true,
    token,
    about: { version: '1', node: '20' },
    programs: () => [],
    find: (appId) => builds.get(appId),
    preferences,
    log: (post) => posts.push(post),
    services: (asked) => Response.json({ path: new URL(asked.url).pathname }),
  });
});
test.afterEach(async () => {
  await host.dispose();
  await rm(root, { recursive: true });
});

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** A request with a Host header and a raw path of our choice; fetch would tidy both. */
function ask(
  name: string,
  path: string,
  options: { method?: string; token?: string; body?: string; chunked?: boolean; known?: string | undefined } = {},
) {
  return new Promise<Answer>((resolve, reject) => {
    const headers: Record<string, string> = { host: name };
    if (options.known !== undefined) headers['if-none-match'] = options.known;
    if (options.chunked === true) headers['transfer-encoding'] = 'chunked';
    if (options.token !== undefined) headers.authorization = `Bearer ${options.token}`;
    const sent = request(
      { port: host.port, host: '127.0.0.1', path, method: options.method ?? 'GET', headers, agent: false },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8');
        answer.on('data', (chunk: string) => {
          text += chunk;
        });
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
      },
    );
    sent.on('error', reject);
    sent.end(options.body);
  });
}
const shell = () => `localhost:${host.port}`;
const todos = () => `todos.localhost:${host.port}`;

test('the shell page carries this process’s token and a strict policy', async () => {
  const answer = await ask(shell(), '/');
  expect(answer.status).toBe(200);
  expect(answer.text).toContain(`<meta name="terrarium-token" content="${token}">`);
  expect(answer.text).toContain('terrarium-development');
  const policy = String(answer.headers['content-security-policy']);
  for (const part of [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `img-src 'self' data: blob: http://*.localhost:${host.port}`,
    "connect-src 'self'",
    `frame-src http://*.localhost:${host.port}`,
    "frame-ancestors 'none'",
  ]) {
    expect(policy.split('; ')).toContain(part);
  }
  expect(answer.headers['x-content-type-options']).toBe('nosniff');
});

test('a foreign Host is misdirected, whatever it asks for', async () => {
  for (const path of ['/', '/shell.js', '/api/programs', '/package/manifest.json']) {
    expect((await ask('evil.example', path, { token })).status).toBe(421);
    expect((await ask(`rebound.example:${host.port}`, path, { token })).status).toBe(421);
  }
});

test('the API wants the token, and programs’ origins have no API', async () => {
  expect((await ask(shell(), '/api/programs')).status).toBe(401);
  expect((await ask(shell(), '/api/programs', { token: `${token}x` })).status).toBe(401);
  expect((await ask(shell(), '/api/storage', {})).status).toBe(401);
  expect((await ask(shell(), '/api/programs', { token })).text).toBe('[]');
  expect((await ask(shell(), '/api/storage/todos', { token })).text).toBe('{"path":"/api/storage/todos"}');
  expect((await ask(todos(), '/api/programs', { token })).status).toBe(404);
});

test('a program’s origin serves the player and its own package only', async () => {
  const page = await ask(todos(), '/player.html?host=http://localhost');
  expect(page.headers['content-type']).toContain('text/html');
  const policy = String(page.headers['content-security-policy']).split('; ');
  const nothing = ["default-src 'none'", "base-uri 'none'", "form-action 'none'"];
  expect(policy).toEqual(expect.arrayContaining([...nothing, "worker-src 'self'", "connect-src 'self'"]));
  expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval'");
  expect(policy).toContain(`frame-ancestors http://localhost:${host.port} http://127.0.0.1:${host.port}`);
  expect((await ask(todos(), '/player/player.js')).headers['content-type']).toContain('text/javascript');
  expect((await ask(todos(), '/player/quickjs.wasm')).headers['content-type']).toBe('application/wasm');
  const player = await ask(todos(), '/player/player.js');
  expect(player.headers['cache-control']).toBe('no-cache');
  const again = await ask(todos(), '/player/player.js', { known: player.headers.etag });
  expect([again.status, again.text]).toEqual([304, '']);
  expect((await ask(todos(), '/package/manifest.json')).text).toBe('{"of":"todos"}');
  expect((await ask(todos(), '/package/manifest.json')).headers['cache-control']).toBe('no-store');
  expect((await ask(todos(), '/package/images/a%20b.png')).headers['content-type']).toBe('image/png');
  expect((await ask(`other.localhost:${host.port}`, '/package/manifest.json')).text).toBe('{"of":"other"}');
  expect((await ask(`none.localhost:${host.port}`, '/player.html')).status).toBe(404);
  expect((await ask(todos(), '/')).status).toBe(404);
  expect((await ask(shell(), '/package/manifest.json')).status).toBe(404);
});

test('package scripts and documents cannot run on the player’s origin', async () => {
  for (const path of ['/package/main.logic.js', '/package/page.html']) {
    const answer = await ask(todos(), path);
    expect(answer.headers['content-type']).toContain('text/plain');
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    expect(answer.headers['content-security-policy']).toContain('sandbox');
  }
});

test('no path leads out of the served folders', async () => {
  for (const path of [
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/....//secret.txt',
    '/.%00./x',
    '/%',
  ]) {
    expect((await ask(shell(), path)).text).not.toBe('secret');
    for (const base of ['/player', '/package']) {
      const answer = await ask(todos(), base + path);
      expect(answer.text).not.toBe('secret');
      expect([400, 404]).toContain(answer.status);
    }
  }
  expect((await ask(todos(), '/player/secret.txt')).status).toBe(404);
  expect((await ask(shell(), '/index.html')).status).toBe(404);
});

test('the shell reads manifests and preferences from the host', async () => {
  expect(JSON.parse((await ask(shell(), '/api/programs/todos/manifest', { token })).text)).toMatchObject({
    digest: 'd1',
    manifest: { appId: 'todos' },
  });
  expect((await ask(shell(), '/api/programs/none/manifest', { token })).status).toBe(404);
  expect((await ask(shell(), '/api/preferences', { token })).text).toBe('{"recents":["todos"],"appearance":"dark"}');
  const put = (body: string) => ask(shell(), '/api/preferences', { method: 'PUT', token, body });
  expect((await put('{"recents":[],"appearance":"light"}')).status).toBe(204);
  expect((await put('{"recents":[],"appearance":"pink"}')).status).toBe(400);
});

test('log lines reach the terminal once they fit the schema', async () => {
  const good = { appId: 'todos', lines: [{ kind: 'log', level: 'info', text: 'hello', position: 'a.js:1:1' }] };
  expect((await ask(shell(), '/api/log', { method: 'POST', token, body: JSON.stringify(good) })).status).toBe(204);
  const bad = JSON.stringify({ appId: '../x', lines: [] });
  expect((await ask(shell(), '/api/log', { method: 'POST', token, body: bad })).status).toBe(400);
  expect((await ask(shell(), '/api/log', { method: 'POST', token, body: '{' })).status).toBe(400);
  const chunked = { method: 'POST', token, chunked: true };
  expect((await ask(shell(), '/api/log', { ...chunked, body: JSON.stringify(good) })).status).toBe(204);
  expect((await ask(shell(), '/api/log', { ...chunked, body: 'x'.repeat(2 * 1024 * 1024) })).status).toBe(413);
  expect(posts).toEqual([good, good]);
});

test('events stream to the shell, and end when the host closes', async () => {
  const answer = await fetch(`http://127.0.0.1:${host.port}/api/events`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(answer.headers.get('content-type')).toContain('text/event-stream');
  const reader = answer.body?.getReader();
  if (reader === undefined) throw new Error('no body');
  const decoder = new TextDecoder();
  expect(decoder.decode((await reader.read()).value)).toBe(': open\n\n');
  host.publish({ kind: 'built', appId: 'todos', digest: 'd' });
  expect(decoder.decode((await reader.read()).value)).toBe('data: {"kind":"built","appId":"todos","digest":"d"}\n\n');
  await host.dispose();
  expect((await reader.read()).done).toBe(true);
  await expect(
    new Promise((resolve, reject) => connect(host.port, '127.0.0.1').on('connect', resolve).on('error', reject)),
  ).rejects.toThrow(/ECONNREFUSED/);
});

test('a taken port is said in words', async () => {
  const options = {
    shellFolder: root,
    bundlesFolder: root,
    development: true,
    token,
    about: { version: '', node: '' },
  };
  const rest = { programs: () => [], find: () => undefined, preferences, log: () => {} };
  await expect(openWebHost({ port: host.port, ...options, ...rest })).rejects.toThrow(/in use.*--port/);
});
