import { expect, test } from '@playwright/test';
import { openLine, serveAnswers } from './fixtures.ts';
import { networkLimits } from './program-line.ts';

const to = (url: string) => ({ url: url.replace('http:', 'ws:'), header: {}, protocols: [] });

test('a socket opens, says back what it is told, and closes', async () => {
  await using server = await serveAnswers({});
  const { start, end, event, events, signal, over } = openLine();
  const id = start('connectSocket', to(server.url));
  expect(await end(id)).toMatchObject({ kind: 'result' });
  expect(await event(id, 'open')).toMatchObject({ header: { upgrade: 'websocket' } });
  signal(id, 'send', { text: 'hello' });
  signal(id, 'send', { base64: 'AP8=' });
  signal(id, 'send', 7);
  await expect.poll(() => events(id, 'message')).toEqual([{ text: 'hello' }, { base64: 'AP8=' }]);
  signal(id, 'close', { code: 3001, reason: 'bye' });
  expect(await event(id, 'close')).toEqual({ code: 3001, reason: 'bye' });
  await over(id);
});

test('what cannot be connected says so and is closed', async () => {
  await using server = await serveAnswers({});
  const { start, event } = openLine({ closedPorts: [server.port] });
  const refused = start('connectSocket', to('http://rebound.example.com/'));
  expect(await event(refused, 'error')).toEqual({ errMsg: expect.stringContaining('ERR_ACCESS_DENIED') });
  expect(await event(refused, 'close')).toMatchObject({ code: 1006 });
  const { end, start: again } = openLine({ closedPorts: [server.port] });
  expect(await end(again('connectSocket', to(server.url)))).toMatchObject({ kind: 'failure', errno: 600001 });
});

test('only so many sockets at once', async () => {
  await using server = await serveAnswers({});
  const { start, end, signal, event, over } = openLine();
  const ids = Array.from({ length: networkLimits.sockets + 1 }, () => start('connectSocket', to(server.url)));
  expect(await end(ids.at(-1) ?? 0)).toMatchObject({ reason: 'exceed max concurrent count' });
  const [first = 0] = ids;
  await event(first, 'open');
  signal(first, 'close');
  await over(first);
  const next = start('connectSocket', to(server.url));
  expect(await end(next)).toMatchObject({ kind: 'result' });
  for (const id of [...ids, next]) signal(id, 'abort');
});

test('an aborted socket is gone and only says that it closed', async () => {
  await using server = await serveAnswers({});
  const { start, event, events, signal } = openLine();
  const id = start('connectSocket', to(server.url));
  await event(id, 'open');
  signal(id, 'abort');
  expect(await event(id, 'close')).toMatchObject({ code: 1006 });
  expect(events(id, 'error')).toEqual([]);
});

test('a declared domain of sockets can be served on this machine', async () => {
  await using server = await serveAnswers({});
  const program = { development: false, domains: { socket: ['live.example.com'] }, app: {} };
  const route = async (url: URL) => new URL(`${server.url}${url.pathname}`);
  const { start, end, event, events, signal } = openLine({ program, route });
  const id = start('connectSocket', to('wss://live.example.com/'));
  await event(id, 'open');
  signal(id, 'send', { text: 'here' });
  await expect.poll(() => events(id, 'message')).toEqual([{ text: 'here' }]);
  signal(id, 'abort');
  expect(await end(start('connectSocket', to('wss://other.example.com/')))).toMatchObject({ errno: 600002 });
});
