import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { expect, test } from '@playwright/test';
import { Hono } from 'hono';
import { withFolder } from '../fixtures/with-store.ts';
import { openServices } from '../open-services.ts';

/** The services behind Node's own server, as they run, and what failed in them. */
async function withServer(use: (port: number, faults: readonly Error[]) => Promise<void>): Promise<void> {
  await withFolder(async (dataDir) => {
    const faults: Error[] = [];
    const services = await openServices({ dataDir, token: 'secret', onFault: (error) => faults.push(error) });
    const site = new Hono()
      .all('/api/*', (context) => services.api.fetch(context.req.raw))
      .all('*', (context) => services.serverApi.fetch(context.req.raw));
    const server = createServer(getRequestListener(site.fetch, { overrideGlobalObjects: false }));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    try {
      await use(typeof address === 'object' && address !== null ? address.port : 0, faults);
    } finally {
      server.closeAllConnections();
      server.close();
      await services.close();
    }
  });
}

/** One request as bytes; the first line of its answer, `none` when the other side just ends. */
async function send(port: number, line: string, headers: readonly string[], body: string | Buffer): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  const own = ['host: localhost', 'authorization: Bearer secret', 'origin: http://localhost', ...headers];
  socket.write(`${line} HTTP/1.1\r\n${own.join('\r\n')}\r\n\r\n`);
  // The server may hang up while a large body is on its way.
  socket.on('error', () => undefined);
  socket.write(body);
  const answer = new Promise<string>((resolve) => {
    let said = '';
    socket.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('\r\n')) resolve(said.split('\r\n')[0] ?? '');
    });
    socket.on('close', () => resolve('none'));
  });
  const first = await answer;
  socket.destroy();
  return first.replace('HTTP/1.1 ', '').slice(0, 3);
}

const chunked = 'transfer-encoding: chunked';
const json = 'content-type: application/json';
const inChunks = (text: string) =>
  `${(text.match(/[\s\S]{1,1000}/g) ?? []).map((part) => `${Buffer.byteLength(part).toString(16)}\r\n${part}\r\n`).join('')}0\r\n\r\n`;
const phone = JSON.stringify({ country: 'CN', phone: '13800138000', purpose: 'enter' });
const codes = 'POST /api/accounts/codes';

const cases: readonly [what: string, line: string, headers: readonly string[], body: string, status: string][] = [
  ['chunks that make JSON', codes, [json, chunked], inChunks(phone), '204'],
  ['chunks without a type', codes, [chunked], inChunks(phone.replace('000"', '001"')), '204'],
  ['chunks that make none', codes, [json, chunked], inChunks('{"country":'), '400'],
  ['no chunks at all', codes, [json, chunked], inChunks(''), '400'],
  ['too many chunks', codes, [json, chunked], inChunks(`"${'x'.repeat(300_000)}"`), '413'],
  ['a length that is too large', codes, [json, 'content-length: 300000'], 'x', '413'],
  ['a chunk that is none', codes, [json, chunked], 'zz\r\nhello\r\n', '400'],
  ['a type and no body', 'DELETE /api/accounts/sessions', [json], '', '401'],
  ['nothing at all', codes, ['content-length: 0'], '', '400'],
  ['a program’s storage in chunks', 'PUT /api/storage/todos', [chunked], inChunks('{"entries":[["a","1"]]}'), '204'],
  ['a program’s files in chunks', 'POST /api/files/todos', [chunked], inChunks('{"changes":[]}'), '204'],
  [
    'a server’s question in chunks',
    'POST /wxa/business/getuserphonenumber?access_token=x',
    [chunked],
    inChunks('{}'),
    '200',
  ],
  [
    'one of a server that is too long',
    'POST /wxa/business/getuserphonenumber?access_token=x',
    [chunked],
    inChunks('x'.repeat(9_000)),
    '200',
  ],
  ['a merchant’s order in chunks', 'POST /v3/pay/transactions/jsapi', [chunked], inChunks('{}'), '401'],
  ['an order that is too long', 'POST /v3/pay/transactions/jsapi', [chunked], inChunks('x'.repeat(300_000)), '413'],
];

test('bodies are measured however they come, and none is a fault of ours', () =>
  withServer(async (port, faults) => {
    for (const [what, line, headers, body, status] of cases) {
      expect(await send(port, line, headers, body), what).toBe(status);
    }
    expect(faults).toEqual([]);
  }));

test('a body that breaks off ends its own request only', () =>
  withServer(async (port, faults) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write(
      `${codes} HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer secret\r\norigin: http://localhost\r\n${chunked}\r\n\r\n5\r\n{"cou`,
    );
    await once(socket, 'connect');
    socket.destroy();
    expect(await send(port, codes, [json, chunked], inChunks(phone))).toBe('204');
    expect(faults).toEqual([]);
  }));
