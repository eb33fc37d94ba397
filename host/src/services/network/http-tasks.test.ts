import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { asking, openLine, serveAnswers } from './fixtures.ts';

test('a request brings status, headers, cookies and text', async () => {
  await using server = await serveAnswers({
    '/a': (request, response) => {
      response.setHeader('X-Kind', 'Pizza');
      response.setHeader('Set-Cookie', ['a=1; Path=/', 'b=2']);
      response.writeHead(201).end(`${request.method} ${request.url} ${request.headers['x-own']}`);
    },
  });
  const { start, end, usage } = openLine();
  const outcome = await end(
    start('request', asking(`${server.url}/a?x=1`, { header: { 'X-Own': 'yes', Host: 'bank' } })),
  );
  expect(outcome).toMatchObject({
    result: { statusCode: 201, text: 'GET /a?x=1 yes', cookies: ['a=1; Path=/', 'b=2'], header: { 'X-Kind': 'Pizza' } },
  });
  expect(usage.of('demo')).toEqual([
    { host: `127.0.0.1:${server.port}`, calls: 1, failed: 0, sentBytes: 0, receivedBytes: 14, lastAt: 5 },
  ]);
});

const bodies: readonly [what: string, more: Parameters<typeof asking>[1], sent: string][] = [
  ['query', { data: { kind: 'value', value: { a: 'ü', b: [1] } } }, 'GET /e?a=%C3%BC&b=%5B1%5D application/json '],
  ['json', { method: 'post', data: { kind: 'value', value: { a: 1 } } }, 'POST /e application/json {"a":1}'],
  [
    'form',
    {
      method: 'PUT',
      header: { 'Content-Type': 'application/x-www-form-urlencoded' },
      data: { kind: 'value', value: { a: '1 2', b: true } },
    },
    'PUT /e application/x-www-form-urlencoded a=1%202&b=true',
  ],
  ['text', { method: 'DELETE', data: { kind: 'value', value: 'as is' } }, 'DELETE /e application/json as is'],
  ['bytes', { method: 'POST', data: { kind: 'bytes', base64: 'AAH/' } }, 'POST /e application/json \u0000\u0001\ufffd'],
];
for (const [what, more, sent] of bodies) {
  test(`data as ${what}`, async () => {
    await using server = await serveAnswers({
      '/e': (request, response, body) =>
        response.end(`${request.method} ${request.url} ${request.headers['content-type']} ${body.toString()}`),
    });
    const { start, end } = openLine();
    expect(await end(start('request', asking(`${server.url}/e`, more)))).toMatchObject({ result: { text: sent } });
  });
}

test('an answer may be bytes, packed, or in another character set', async () => {
  await using server = await serveAnswers({
    '/bytes': (_request, response) => response.end(Buffer.from([0, 255])),
    '/packed': (_request, response) => response.setHeader('Content-Encoding', 'gzip').end(gzipSync('unpacked')),
    '/gbk': (_request, response) =>
      response.setHeader('Content-Type', 'text/plain; charset=gbk').end(Buffer.from([0xc4, 0xe3])),
  });
  const { start, end } = openLine();
  const bytes = asking(`${server.url}/bytes`, { responseType: 'arraybuffer' });
  expect(await end(start('request', bytes))).toMatchObject({ result: { base64: 'AP8=' } });
  expect(await end(start('request', asking(`${server.url}/packed`)))).toMatchObject({ result: { text: 'unpacked' } });
  expect(await end(start('request', asking(`${server.url}/gbk`)))).toMatchObject({ result: { text: '你' } });
});

test('pieces arrive one by one, headers first', async () => {
  await using server = await serveAnswers({
    '/slow': (_request, response) => {
      response.write('one');
      setImmediate(() => response.end('two'));
    },
  });
  const { start, end, event, events } = openLine();
  const id = start('request', asking(`${server.url}/slow`, { enableChunked: true }));
  expect(await event(id, 'headers')).toMatchObject({ statusCode: 200 });
  expect(await end(id)).toMatchObject({ result: { text: '' } });
  const pieces = events(id, 'chunk').map((data) => Buffer.from(String(Reflect.get(Object(data), 'base64')), 'base64'));
  expect(Buffer.concat(pieces).toString()).toBe('onetwo');
});

test('who does not take the pieces is not sent more than a window of them', async () => {
  await using server = await serveAnswers({
    '/flood': (_request, response) => {
      let left = 300;
      const next = () => {
        left -= 1;
        if (left === 0) response.end();
        else response.write(Buffer.alloc(70_000), next);
      };
      next();
    },
  });
  const { start, signal, end, events, queue } = openLine();
  const id = start('request', asking(`${server.url}/flood`, { enableChunked: true }));
  await expect.poll(() => events(id, 'chunk').length).toBe(64);
  // What follows has been waited for by another whole exchange.
  const other = start('request', asking(`${server.url}/none`));
  await end(other);
  expect(events(id, 'chunk').length).toBe(64);
  expect(queue.running).toBe(1);
  signal(id, 'abort');
  expect(await end(id)).toMatchObject({ reason: 'abort' });
});

test('ten at once; what waits comes in turn and may be aborted there', async () => {
  const held: (() => void)[] = [];
  await using server = await serveAnswers({ '/hold': (_request, response) => held.push(() => response.end('done')) });
  const { start, end, signal, queue } = openLine();
  const ids = Array.from({ length: 12 }, () => start('request', asking(`${server.url}/hold`)));
  await expect.poll(() => held.length).toBe(10);
  expect(queue.waiting).toBe(2);
  signal(ids[10] ?? 0, 'abort');
  expect(await end(ids[10] ?? 0)).toMatchObject({ kind: 'failure', reason: 'abort' });
  held[0]?.();
  await expect.poll(() => held.length).toBe(11);
  for (const release of held) release();
  expect(await end(ids[11] ?? 0)).toMatchObject({ result: { text: 'done' } });
});

test('time is up by the call, by app.json, or after a minute', async () => {
  await using server = await serveAnswers({ '/never': () => undefined });
  const url = `${server.url}/never`;
  const ended = async (wait: number, more: Parameters<typeof asking>[1], app: Record<string, unknown>) => {
    const { start, end, pass, frames, queue } = openLine({ program: { development: true, domains: {}, app } });
    const id = start('request', asking(url, more));
    await expect.poll(() => queue.running).toBe(1);
    pass(wait - 1);
    expect(frames).toEqual([]);
    pass(1);
    return end(id);
  };
  const late = { kind: 'failure', reason: 'timeout', errno: 5 };
  expect(await ended(200, { timeout: 200 }, {})).toMatchObject(late);
  expect(await ended(300, {}, { networkTimeout: { request: 300 } })).toMatchObject(late);
  expect(await ended(60_000, {}, {})).toMatchObject(late);
});

test('an answer above the limit ends, also when it is small on its way', async () => {
  await using server = await serveAnswers({
    '/said': (_request, response) => response.writeHead(200, { 'Content-Length': String(11 * 1024 * 1024) }).end('x'),
    '/packed': (_request, response) =>
      response.setHeader('Content-Encoding', 'gzip').end(gzipSync(Buffer.alloc(11 * 1024 * 1024))),
  });
  const { start, end } = openLine();
  for (const path of ['said', 'packed']) {
    expect(await end(start('request', asking(`${server.url}/${path}`)))).toMatchObject({
      reason: 'exceed max file size',
    });
  }
});

test('a download is a temporary file with progress, and may have a place of its own', async () => {
  await using server = await serveAnswers({
    '/p': (_request, response) => response.setHeader('Content-Type', 'image/png').end('pixels'),
    '/missing.txt': (_request, response) => response.writeHead(404).end('no'),
  });
  const { start, end, event, files } = openLine();
  const id = start('downloadFile', { url: `${server.url}/p`, header: {} });
  const made = await end(id);
  expect(made).toMatchObject({
    result: { statusCode: 200, tempFilePath: expect.stringMatching(/^http:\/\/tmp\/\w+\.png$/), size: 6 },
  });
  expect(await event(id, 'progress')).toEqual({ progress: 100, totalBytesWritten: 6, totalBytesExpectedToWrite: 6 });
  expect([...files.kept.values()].map(String)).toEqual(['pixels']);
  const own = { url: `${server.url}/missing.txt`, header: {}, filePath: 'wxfile://usr/a.txt' };
  expect(await end(start('downloadFile', own))).toMatchObject({
    result: { statusCode: 404, filePath: 'wxfile://usr/a.txt' },
  });
  expect(files.kept.get('usr/a.txt')?.toString()).toBe('no');
  for (const filePath of ['http://tmp/x', 'wxfile://usr/../x', 'a.txt']) {
    expect(await end(start('downloadFile', { ...own, filePath }))).toMatchObject({ reason: 'permission denied' });
  }
});

test('an aborted download leaves no file', async () => {
  await using server = await serveAnswers({ '/half': (_request, response) => void response.write('half') });
  const { start, end, event, signal, files } = openLine();
  const id = start('downloadFile', { url: `${server.url}/half`, header: {} });
  await event(id, 'headers');
  signal(id, 'abort');
  expect(await end(id)).toMatchObject({ reason: 'abort' });
  expect(files.kept.size).toBe(0);
});

test('an upload is a form with its fields and its file', async () => {
  await using server = await serveAnswers({
    '/up': (request, response, body) => response.end(`${request.headers['content-type']}\n${body.toString('latin1')}`),
  });
  const { start, end, files, event } = openLine();
  files.kept.set('tmp/photo.png', Buffer.from('pixels'));
  const form = { name: 'fi"le', formData: { from: 'me\r\n' }, header: { 'content-type': 'text/plain', 'X-A': '1' } };
  const id = start('uploadFile', { url: `${server.url}/up`, filePath: 'http://tmp/photo.png', ...form });
  const { result } = { result: undefined, ...(await end(id)) };
  const text = String(Reflect.get(Object(result), 'text'));
  expect(text).toMatch(/^multipart\/form-data; boundary=-+terrarium/);
  expect(text).toContain('name="from"\r\n\r\nme\r\n');
  expect(text).toContain('name="fi%22le"; filename="photo.png"\r\nContent-Type: image/png\r\n\r\npixels\r\n--');
  expect(await event(id, 'progress')).toMatchObject({ totalBytesExpectedToSend: expect.any(Number) });
  const gone = { url: `${server.url}/up`, filePath: 'http://tmp/other.png', ...form };
  expect(await end(start('uploadFile', gone))).toMatchObject({ reason: 'file not found' });
});

test('nothing is said once the line is closed', async () => {
  await using server = await serveAnswers({ '/never': () => undefined });
  const { line, start, frames, queue } = openLine();
  start('request', asking(`${server.url}/never`));
  await expect.poll(() => queue.running).toBe(1);
  line.dispose();
  await expect.poll(() => queue.running).toBe(0);
  expect(frames).toEqual([]);
});
