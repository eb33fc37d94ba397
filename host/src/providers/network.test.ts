import { expect, test } from '@playwright/test';
import { createBridge, createMemoryGrants } from '@terrarium/runtime';
import type { Json } from '@terrarium/runtime/protocol';
import { filesProviders } from './files.ts';
import { stageManifest } from './fixtures/people-stage.ts';
import { networkProviders } from './network.ts';
import { createNetworkClient, type LineSocket } from './network-client.ts';

function open(answer: (url: string, init: RequestInit) => Response | Promise<Response> = () => new Response()) {
  const sockets: FakeSocket[] = [];
  const timers = new Set<{ readonly run: () => void; readonly delayMs: number }>();
  const network = createNetworkClient({
    connect(address, protocols) {
      const socket = new FakeSocket(address, protocols);
      sockets.push(socket);
      return socket;
    },
    token: 'T',
    session: () => 'S',
    address: 'ws://host',
    setTimer(run, delayMs) {
      const timer = { run, delayMs };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
  });
  const asked: [string, RequestInit][] = [];
  const bridge = createBridge({
    manifest: stageManifest,
    grants: createMemoryGrants(),
    now: () => 0,
    providers: {
      ...networkProviders(network),
      ...filesProviders({
        token: 'T',
        async fetch(url, init) {
          asked.push([url, init]);
          return answer(url, init);
        },
      }),
    },
  });
  const events: Json[] = [];
  bridge.onTaskEvent((event) => events.push(event));
  const call = (name: string, params: Json) => bridge.handle({ kind: 'request', id: 1, name, params });
  return { bridge, call, events, sockets, asked, timers };
}

class FakeSocket implements LineSocket {
  private readonly opened: (() => void)[] = [];
  private readonly ended: (() => void)[] = [];
  private readonly heard: ((event: { readonly data: unknown }) => void)[] = [];
  readonly sent: unknown[] = [];
  readonly address: string;
  readonly protocols: readonly string[];
  closed = false;
  constructor(address: string, protocols: readonly string[]) {
    this.address = address;
    this.protocols = protocols;
  }
  send(text: string) {
    this.sent.push(JSON.parse(text));
  }
  close() {
    this.closed = true;
  }
  addEventListener(type: 'open' | 'close' | 'message', listener: (event: { readonly data: unknown }) => void) {
    if (type === 'message') this.heard.push(listener);
    else (type === 'open' ? this.opened : this.ended).push(() => listener({ data: undefined }));
  }
  open() {
    for (const hear of this.opened) hear();
  }
  end() {
    for (const hear of this.ended) hear();
  }
  say(frame: object) {
    for (const hear of this.heard) hear({ data: JSON.stringify(frame) });
  }
}

const request = { task: 3, url: 'https://a.example/', data: { kind: 'none' } };
const answered = { statusCode: 200, header: {}, cookies: [], text: 'hi' };

test('a request goes over the program’s line, with token and session, and the line closes after it', async () => {
  const { call, sockets, events } = open();
  const outcome = call('request', request);
  await expect.poll(() => sockets.length).toBe(1);
  const [line] = sockets;
  expect([line?.address, line?.protocols]).toEqual([
    'ws://host/api/network/pizza',
    ['terrarium-network', 'token.T', 'session.S'],
  ]);
  expect(line?.sent).toEqual([]);
  line?.open();
  expect(line?.sent).toMatchObject([{ kind: 'start', id: 1, name: 'request', params: { url: 'https://a.example/' } }]);
  line?.say({ kind: 'event', id: 1, event: 'headers', data: { statusCode: 200, header: {}, cookies: [] } });
  line?.say({ kind: 'event', id: 9, event: 'headers', data: {} });
  line?.say({ kind: 'result', id: 1, result: { ...answered, host: '/secret' } });
  line?.say({ kind: 'over', id: 1 });
  expect(await outcome).toEqual({ ok: true, result: answered });
  expect(events).toEqual([{ task: 3, event: 'headers', data: { statusCode: 200, header: {}, cookies: [] } }]);
  expect(line?.closed).toBe(true);
});

test('failures keep their words; a line that breaks ends what was on it', async () => {
  const { call, sockets, events } = open();
  const refused = call('request', request);
  await expect.poll(() => sockets.length).toBe(1);
  sockets[0]?.say({ kind: 'failure', id: 1, reason: 'url not in domain list', errno: 600002 });
  expect(await refused).toEqual({ ok: false, error: { errMsg: 'fail url not in domain list', errno: 600002 } });
  const socket = call('connectSocket', { task: 4, url: 'wss://a.example/' });
  await expect.poll(() => sockets[0]?.sent.length).toBe(0);
  sockets[0]?.end();
  expect(await socket).toMatchObject({ ok: false, error: { errMsg: 'fail interrupted' } });
  expect(events).toEqual([{ task: 4, event: 'close', data: { code: 1006, reason: 'interrupted' } }]);
});

test('a line that does not open in 15 seconds ends what waits for it; one that has opened has no such end', async () => {
  const { call, sockets, timers } = open();
  const waiting = call('request', request);
  await expect.poll(() => sockets.length).toBe(1);
  expect([...timers].map(({ delayMs }) => delayMs)).toEqual([15_000]);
  for (const { run } of timers) run();
  expect(await waiting).toEqual({ ok: false, error: { errMsg: 'fail interrupted', errno: 600003 } });
  expect(sockets[0]?.closed).toBe(true);
  sockets[0]?.end();
  const next = call('request', request);
  await expect.poll(() => sockets.length).toBe(2);
  sockets[1]?.open();
  expect(timers.size).toBe(0);
  sockets[1]?.say({ kind: 'result', id: 1, result: answered });
  expect(await next).toEqual({ ok: true, result: answered });
});

test('what the program wants of a task goes the other way, and all ends with the program', async () => {
  const { call, sockets, bridge } = open();
  void call('connectSocket', { task: 4, url: 'wss://a.example/' });
  await expect.poll(() => sockets.length).toBe(1);
  sockets[0]?.open();
  expect(await call('signalTask', { task: 4, signal: 'send', data: { text: 'x' } })).toEqual({ ok: true, result: {} });
  await call('signalTask', { task: 5, signal: 'abort' });
  expect(await call('signalTask', { task: 4, signal: 'explode' })).toMatchObject({ ok: false });
  bridge.dispose();
  expect(sockets[0]?.sent.slice(1)).toEqual([
    { kind: 'signal', id: 1, signal: 'send', data: { text: 'x' } },
    { kind: 'signal', id: 1, signal: 'abort', data: null },
  ]);
});

test('a bad argument is one before anything leaves', async () => {
  const { call, sockets } = open();
  const wrong = (name: string, params: Json) =>
    call(name, params).then((outcome) => !outcome.ok && outcome.error.errMsg);
  const missing = (name: string) => `fail parameter error: parameter.${name} should be String instead of Undefined;`;
  for (const name of ['request', 'downloadFile', 'uploadFile', 'connectSocket']) {
    expect(await wrong(name, { task: 1 })).toBe(missing('url'));
  }
  expect(await wrong('uploadFile', { task: 1, url: 'https://a.example/' })).toBe(missing('filePath'));
  expect(await wrong('request', { url: 'https://a.example/' })).toContain('parameter.task');
  expect(sockets).toEqual([]);
});

test('files are listed, read in parts and changed, and refused in WeChat’s words', async () => {
  let status = 204;
  const { call, asked } = open((url) => {
    if (url.endsWith('/files/pizza') && status === 200) return Response.json({ entries: [] });
    return new Response(status === 200 ? 'AB' : null, { status });
  });
  const change = { changes: [{ do: 'remove', path: 'usr/a' }] };
  expect(await call('changeFiles', change)).toEqual({ ok: true, result: {} });
  expect(asked[0]).toMatchObject(['/api/files/pizza', { method: 'POST', body: JSON.stringify(change) }]);
  status = 413;
  expect(await call('changeFiles', change)).toMatchObject({ error: { errno: 1300202 } });
  status = 200;
  expect(await call('listFiles', {})).toEqual({ ok: true, result: { entries: [] } });
  const part = { path: 'usr/a', from: 0, length: 10 };
  expect(await call('readFilePart', part)).toEqual({ ok: true, result: { base64: 'QUI=' } });
  status = 404;
  expect(await call('readFilePart', part)).toMatchObject({ error: { errno: 1300002 } });
  expect(await call('changeFiles', { changes: [{ do: 'remove', path: 'usr/../x' }] })).toMatchObject({ ok: false });
});
