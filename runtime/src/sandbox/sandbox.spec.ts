import { createServer, type Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import { build } from 'esbuild';
import { openEngineTable } from './engine-image.ts';
import { contract } from './testing/contract.ts';
import { publishedEngine } from './testing/engine-module.ts';

/** As the player serves it: scripts and workers of its own origin, no `eval`, WebAssembly allowed. */
const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'";

async function bundle(file: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(file, import.meta.url))],
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'iife',
    target: 'chrome120',
    conditions: ['terrarium-source'],
  });
  return outputFiles[0]?.text ?? '';
}

async function serve(): Promise<{ server: Server; address: string }> {
  const files = new Map<string, readonly [string, string | Uint8Array]>([
    ['/', ['text/html', '<!doctype html><meta charset="utf-8"><script src="/page.js"></script>']],
    ['/page.js', ['text/javascript', await bundle('./testing/contract-page.ts')]],
    ['/sandbox-worker.js', ['text/javascript', await bundle('./worker-web.ts')]],
    ['/quickjs.wasm', ['application/wasm', openEngineTable(publishedEngine)]],
  ]);
  const server = createServer(({ url }, response) => {
    const [type, body] = files.get(url ?? '') ?? ['text/plain', undefined];
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': type, 'content-security-policy': policy });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('the server has no port');
  return { server, address: `http://127.0.0.1:${bound.port}/` };
}

test.describe('in a browser worker', () => {
  let server: Server;
  let page: Page;
  const complaints: string[] = [];

  test.beforeAll(async ({ browser }) => {
    const served = await serve();
    server = served.server;
    page = await browser.newPage();
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(served.address);
  });
  test.afterAll(async () => {
    await page.close();
    server.close();
  });

  for (const { name, expected } of contract) {
    test(name, async () => {
      complaints.length = 0;
      expect(await page.evaluate(`runContractCase(${JSON.stringify(name)})`)).toEqual(expected);
      expect(complaints).toEqual([]);
    });
  }

  test('a worker that cannot start is told at once', async () => {
    expect(await page.evaluate('runWithoutWorker()')).toBe('INTERNAL');
  });
});
