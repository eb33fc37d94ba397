import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { openServices, type Services } from '../services/index.ts';
import { provideCredentials } from './server-credentials.ts';

async function withServices(run: (services: Services, folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'terrarium-credentials-'));
  const services = await openServices({ dataDir: join(folder, 'data') });
  await services.identity.apps.register({ id: 'shop', name: 'Shop', developer: 'local' });
  await run(services, folder);
  await services.close();
  await rm(folder, { recursive: true, force: true });
}

test('credentials are made once, hold, and are for their owner’s eyes', () =>
  withServices(async (services, folder) => {
    const file = join(folder, 'servers/shop/credentials.json');
    const provide = () => provideCredentials({ services, file, appId: 'shop', merchantName: 'The Shop' });
    const first = await provide();
    expect(await services.identity.apps.hasSecret('shop', first.secret)).toBe(true);
    const { id, serial } = first.merchant ?? { id: '', serial: '' };
    expect(await services.money.merchants.findKey(id, serial)).toBeDefined();
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await provide()).toEqual(first);
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(first);
  }));

test('what the services do not know is made anew; a file that is none counts as missing', () =>
  withServices(async (services, folder) => {
    const file = join(folder, 'shop.json');
    const provide = (merchantName?: string) => provideCredentials({ services, file, appId: 'shop', merchantName });
    await writeFile(file, 'no JSON');
    const first = await provide();
    expect(first.merchant).toBeUndefined();
    const merchant = { id: '1', serial: 'A', privateKey: '', noticeKey: '' };
    await writeFile(file, JSON.stringify({ ...first, merchant }));
    const second = await provide('The Shop');
    expect(second.secret).toBe(first.secret);
    expect(second.merchant?.id).not.toBe('1');
    await writeFile(file, JSON.stringify({ ...second, secret: 'made up' }));
    expect(await services.identity.apps.hasSecret('shop', (await provide('The Shop')).secret)).toBe(true);
  }));

test('a server that answers a second program gets its secret too, and keeps everything else', () =>
  withServices(async (services, folder) => {
    await services.identity.apps.register({ id: 'rider', name: 'Rider', developer: 'local' });
    const file = join(folder, 'shop.json');
    const provide = (guests: readonly string[]) =>
      provideCredentials({ services, file, appId: 'shop', merchantName: 'The Shop', guests });
    const alone = await provide([]);
    const both = await provide(['rider']);
    expect({ ...both, apps: [] }).toEqual(alone);
    const [rider] = both.apps;
    expect(await services.identity.apps.hasSecret('rider', rider?.secret ?? '')).toBe(true);
    expect(await provide(['rider'])).toEqual(both);
  }));
