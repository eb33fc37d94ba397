import { createServer } from 'node:http';
import { expect, test } from '@playwright/test';
import { WebSocket } from 'ws';
import { asking, developed, memoryFiles, serveAnswers } from './fixtures.ts';
import { networkProtocol, openNetwork } from './open-network.ts';

const token = 'T'.repeat(43);

async function openSite() {
  const network = openNetwork({
    token,
    allowOrigin: (origin) => origin === 'http://shell',
    programOf: (appId) => (appId === 'demo' ? developed : undefined),
    userOf: async (session) => {
      if (session === 'bad') throw new Error('signed out');
      return session ?? 'local';
    },
    files: memoryFiles(),
    closedPorts: () => [],
    now: () => 0,
  });
  const server = createServer();
  server.on('upgrade', (request, socket, head: Buffer) => {
    if (!network.upgrade(request, socket, head)) socket.end('HTTP/1.1 404 Not Found\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const knock = (path: string, protocols: readonly string[], origin = 'http://shell') => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, [...protocols], { headers: { origin } });
    return new Promise<WebSocket | number>((resolve) => {
      socket.on('open', () => resolve(socket));
      socket.on('unexpected-response', (_request, answer) => {
        resolve(answer.statusCode ?? 0);
        socket.terminate();
      });
      socket.on('error', () => undefined);
    });
  };
  return {
    network,
    knock,
    async [Symbol.asyncDispose]() {
      network.close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

test('a line opens for the token, the shell and a program that is open, and for nothing else', async () => {
  await using site = await openSite();
  const good = [networkProtocol, `token.${token}`];
  expect(await site.knock('/api/network/demo', good)).toBeInstanceOf(WebSocket);
  expect(await site.knock('/api/network/demo', [networkProtocol])).toBe(401);
  expect(await site.knock('/api/network/demo', [networkProtocol, 'token.x'])).toBe(401);
  expect(await site.knock('/api/network/demo', [`token.${token}`])).toBe(401);
  expect(await site.knock('/api/network/demo', good, 'http://demo.localhost')).toBe(403);
  expect(await site.knock('/api/network/other', good)).toBe(404);
  expect(await site.knock('/api/network/..', good)).toBe(404);
  expect(await site.knock('/api/events', good)).toBe(404);
  expect(await site.knock('/api/network/demo', [...good, 'session.bad'])).toBe(401);
});

test('frames go both ways; one that does not fit ends the line', async () => {
  await using site = await openSite();
  await using server = await serveAnswers({ '/a': (_request, response) => response.end('yes') });
  const line = await site.knock('/api/network/demo', [networkProtocol, `token.${token}`]);
  if (typeof line === 'number') throw new Error(`refused with ${line}`);
  const frames: string[] = [];
  line.on('message', (data: Buffer) => frames.push(data.toString()));
  line.send(JSON.stringify({ kind: 'start', id: 1, name: 'request', params: asking(`${server.url}/a`) }));
  await expect.poll(() => frames.at(-1)).toBe('{"kind":"over","id":1}');
  expect(frames.join()).toContain('"text":"yes"');
  expect(site.network.usage('demo')).toMatchObject([{ calls: 1, receivedBytes: 3 }]);
  const closed = new Promise((resolve) => line.on('close', resolve));
  line.send('{"kind":"start"}');
  expect(await closed).toBe(1008);
});
