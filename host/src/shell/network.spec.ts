import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { expect, type ProgramUnderTest, test } from '@terrarium/devtools/testing';
import { WebSocketServer } from 'ws';

const folder = fileURLToPath(new URL('fixtures/network/', import.meta.url));
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

/** What a program talks to: on loopback, as in development. */
async function serve() {
  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece);
    const body = Buffer.concat(pieces);
    if (request.url === '/json') {
      response.setHeader('X-Kind', 'json');
      response.setHeader('Set-Cookie', 'a=1');
      response.end(JSON.stringify({ method: request.method, body: JSON.parse(body.toString()) }));
    } else if (request.url === '/bytes') response.end(Buffer.from([0, 1, 128, 255, 10]));
    else if (request.url === '/length') response.end(String(body.length));
    else if (request.url === '/pieces') {
      response.write('one ');
      setImmediate(() => response.end('two'));
    } else if (request.url === '/picture.png') response.setHeader('Content-Type', 'image/png').end(picture);
    else if (request.url === '/upload') {
      response.end(`${body.includes(picture)} ${body.toString('latin1').includes('name="from"\r\n\r\ndemo')}`);
    } else if (request.url !== '/never') response.writeHead(404).end();
  });
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', (socket) => socket.on('message', (data, binary) => socket.send(data, { binary })));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
    async [Symbol.asyncDispose]() {
      for (const client of sockets.clients) client.terminate();
      sockets.close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

const drawn = (program: ProgramUnderTest, name: string) =>
  expect(program.locator(name).locator('img')).toHaveJSProperty('naturalWidth', 1);

test('a program requests, downloads, shows, uploads, keeps files and talks over a socket', async ({ launch }) => {
  await using server = await serve();
  const program = await launch(folder);
  await program.input('.server', server.url);
  await program.tap('.run');
  await expect(program.locator('.log')).not.toBeEmpty({ timeout: 20_000 });
  const seen: unknown = JSON.parse((await program.locator('.log').textContent()) ?? '');
  expect(seen).toEqual({
    kind: 'json',
    request: ['request:ok', 200, { method: 'POST', body: { a: [1, 'ü'] } }, ['a=1']],
    bytes: [0, 1, 128, 255, 10],
    sent: 5,
    pieces: 'one two',
    aborted: 'request:fail abort',
    late: 'request:fail timeout',
    missing: 'request:fail parameter error: parameter.url should be String instead of Undefined;',
    download: ['downloadFile:ok', 200, 100],
    size: picture.length,
    upload: ['uploadFile:ok', 'true true'],
    files: [['a.png', 'b.txt'], 'grüße!'],
    package: 'some words\n',
    none: 'readFileSync:fail no such file or directory wxfile://usr/notes/none',
    socket: ['hello', [0, 255], 3000],
  });
  await drawn(program, '.fetched');
  await drawn(program, '.saved');

  await program.close();
  await program.open();
  await program.tap('.look');
  await expect(program.locator('.log')).toHaveText('{"names":["a.png","b.txt","kept.txt"],"kept":"kept"}');
  await drawn(program, '.saved');
});

test('a canvas draws a picture of a server that says nothing of canvases', async ({ launch }) => {
  await using server = await serve();
  // The browser asks the site first, and says on its console what it got for an answer.
  const program = await launch(folder, { allowErrors: true });
  await program.input('.server', server.url);
  await program.tap('.paint');
  await expect(program.locator('.log')).toHaveText('1 × 1, drawn');
  expect(await program.errors()).toEqual([]);
});
