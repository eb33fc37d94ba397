import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test as base, expect } from './index.ts';

const folder = fileURLToPath(new URL('./fixtures/elsewhere', import.meta.url));
const picture = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>';

interface Site {
  readonly address: string;
  /** What was asked for, and with which headers. */
  readonly asked: Map<string, IncomingHttpHeaders>;
}

/** A site of somebody else, on which the person is logged in. */
const test = base.extend<{ site: Site }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a fixture needs from this pattern
  site: async ({}, use) => {
    const asked = new Map<string, IncomingHttpHeaders>();
    const server: Server = createServer((request, response) => {
      asked.set(request.url ?? '', request.headers);
      if (request.url === '/login') {
        response.setHeader('set-cookie', 'session=secret; Path=/').setHeader('content-type', 'text/html').end('in');
      } else response.setHeader('content-type', 'image/svg+xml').end(picture);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const bound = server.address();
    if (!bound || typeof bound === 'string') throw new Error('no port');
    await use({ address: `http://127.0.0.1:${bound.port}`, asked });
    // Also those on which a browser has asked for nothing yet.
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  },
});

test('pictures from elsewhere are asked for without cookies and without a referrer', async ({ launch, page, site }) => {
  await page.goto(`${site.address}/login`);
  const program = await launch(folder);
  await program.inspector.callMethod('show', [site.address]);
  await expect.poll(() => program.data('seen')).toBe('load');
  const paths = ['/image.svg', '/cover.svg', '/style.svg', '/rich.svg'];
  await expect.poll(() => paths.filter((path) => !site.asked.has(path))).toEqual([]);
  // Of what a style names Chromium tells the origin, whatever the policy says: the program's name, which the program may
  // write into the address itself, and neither page nor person.
  const origin = /^http:\/\/[\w-]+\.localhost:\d+\/$/;
  for (const path of paths) {
    const { cookie, referer, origin: from } = site.asked.get(path) ?? {};
    expect([path, cookie, from]).toEqual([path, undefined, undefined]);
    expect(referer ?? '').toMatch(path === '/style.svg' ? origin : /^$/);
  }
  await page.context().request.get(`${site.address}/login`);
  // The cookie was there all along.
  expect(site.asked.get('/login')?.cookie).toBe('session=secret');
});

test('a program that is not in development shows nothing that came unencrypted', async ({ launch, site }) => {
  const copy = await mkdtemp(join(tmpdir(), 'elsewhere-'));
  await cp(folder, copy, { recursive: true });
  await writeFile(join(copy, 'terrarium.json'), '{ "appId": "elsewhere", "name": "Elsewhere", "version": "1.0.0" }');
  // The browser says what its policy kept it from.
  const program = await launch(copy, { allowErrors: true });
  await program.inspector.callMethod('show', [site.address]);
  await expect.poll(() => program.data('seen')).toBe('error');
  expect([...site.asked.keys()]).toEqual([]);
  await rm(copy, { recursive: true });
});
