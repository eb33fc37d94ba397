import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { openHost } from '../web/index.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
test.use({ locale: 'en-GB' });

test('money that comes by another device is seen at once, and a session ended there ends here', async ({ page }) => {
  const place = await mkdtemp(join(tmpdir(), 'terrarium-pushes-'));
  const host = await openHost({
    folders: [join(root, 'sample-apps/todos')],
    ...{ port: 0, development: true, colour: false, write: () => undefined },
    dataFolder: join(place, 'data'),
    shellFolder: join(root, 'host/dist/shell'),
    bundlesFolder: join(root, 'runtime/dist/bundles'),
    about: { version: '0.1.0', node: process.versions.node },
  });
  let session = '';
  const ask = async (method: string, path: string, body?: object) => {
    const answer = await fetch(`${host.address}/api${path}`, {
      method,
      headers: {
        ...{ authorization: `Bearer ${host.token}`, origin: host.address, 'content-type': 'application/json' },
        ...(session !== '' && { 'x-terrarium-session': session }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    expect(answer.status, path).toBeLessThan(300);
    const text = await answer.text();
    return text === '' ? undefined : JSON.parse(text);
  };
  const frames: unknown[] = [];
  page.on('websocket', (socket) => {
    if (socket.url().endsWith('/api/pushes')) socket.on('framereceived', ({ payload }) => frames.push(payload));
  });
  await page.goto(host.address);
  await expect.poll(() => frames).toEqual(['{"kind":"ready"}']);
  await page.getByRole('button', { name: 'Me', exact: true }).click();
  await page.locator('.me-wallet').click();
  const balance = page.locator('.wallet-balance');
  await expect(balance).toContainText('0.00');

  // The same person, elsewhere.
  ({ token: session } = await ask('POST', '/local-session', { device: 'Phone' }));
  await ask('PUT', '/accounts/real-name', { name: 'Ann Li', documentNumber: '11010519491231002X' });
  await ask('POST', '/money/wallet/top-ups', { key: 'from-the-phone', amount: 1_234 });
  await expect(balance).toContainText('12.34');
  await ask('DELETE', '/accounts/sessions');
  await expect(balance).toHaveCount(0);
  await expect(page.locator('input[type=password]')).toBeVisible();
  await page.close();
  await host.dispose();
  await rm(place, { recursive: true });
});
