import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { openServices } from '../services/index.ts';
import { createProgramServers } from './program-servers.ts';

const domain = 'api.shop.example';
/** Says where it listens, and goes when the host does. */
const main = `
import { createServer } from 'node:http';
const server = createServer((request, response) => response.end(request.url));
server.listen(0, '127.0.0.1', () => console.log(JSON.stringify({ port: server.address().port })));
process.stdin.resume().on('end', () => process.exit(0));
process.on('SIGTERM', () => process.exit(0));
`;

test('a server answers its own program and those that both sides name; nobody else gets there', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'terrarium-servers-'));
  const services = await openServices({ dataDir: join(folder, 'data') });
  const shop = { main: 'main.mjs', domain, merchant: 'Shop', apps: ['rider', 'silent'] };
  const settings = new Map<string, object>([
    ['shop', { server: shop }],
    ['rider', { server: { of: 'shop' } }],
    // Named, and says nothing itself; names itself, and is not named.
    ['silent', {}],
    ['stranger', { server: { of: 'shop' } }],
  ]);
  for (const [app, content] of settings) {
    await services.identity.apps.register({ id: app, name: app, developer: 'local' });
    await mkdir(join(folder, app));
    await writeFile(join(folder, app, 'terrarium.json'), JSON.stringify(content));
  }
  await writeFile(join(folder, 'shop/main.mjs'), main);
  const servers = createProgramServers({
    services,
    folderOf: (app) => (settings.has(app) ? join(folder, app) : undefined),
    dataFolder: join(folder, 'servers'),
    address: () => 'http://localhost:1',
    write: () => undefined,
  });
  const route = (app: string, url = `https://${domain}/a?b`) => servers.route(app, new URL(url));

  const own = await route('shop');
  expect(own?.href).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/a\?b$/);
  expect((await route('rider', `wss://${domain}/a?b`))?.href).toBe(own?.href);
  expect(await route('rider', 'https://elsewhere.example/')).toBeUndefined();
  for (const app of ['silent', 'stranger', 'unknown']) expect(await route(app), app).toBeUndefined();

  const credentials = JSON.parse(await readFile(join(folder, 'servers/shop/credentials.json'), 'utf8'));
  expect(credentials.apps).toEqual([{ appId: 'rider', secret: expect.stringMatching(/^[0-9a-f]{32}$/) }]);
  await servers.dispose();
  expect(await route('shop')).toBeUndefined();
  await services.close();
  await rm(folder, { recursive: true, force: true });
});
