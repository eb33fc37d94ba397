import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';

const main = fileURLToPath(new URL('../../dist/main.mjs', import.meta.url));
const folder = fileURLToPath(new URL('fixtures/sheets/', import.meta.url));
test.use({ locale: 'en-GB', viewport: { width: 1280, height: 960 } });

let data = '';
let started: ChildProcess[] = [];
test.beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'terrarium-lost-'));
  started = [];
});
test.afterEach(async ({ page }) => {
  await page.close();
  for (const child of started) child.kill('SIGKILL');
  await rm(data, { recursive: true });
});

async function start(port = '0') {
  const args = [main, folder, '--json', '--no-open', '--data', data, '--port', port];
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  started.push(child);
  const [line] = await once(createInterface(child.stdout), 'line');
  return { child, address: new URL(JSON.parse(line).address) };
}

test('a host that is killed: calls fail in words, the shell says so, and all is there when it is back', async ({
  page,
}) => {
  const first = await start();
  const top = page.frameLocator('iframe[data-app-id=sheets-demo]').frameLocator('iframe[data-page][data-top]');
  const says = async (call: string, options: object, answer: RegExp) => {
    await top.locator('.wish input').fill(JSON.stringify({ call, options }));
    await top.locator('.run').click();
    await expect(top.locator('.log')).toHaveText(answer);
  };
  await page.goto(`${first.address.href}?open=sheets-demo`);
  await says('setStorage', { key: 'kept', data: 'a fern' }, /"setStorage:ok"/);

  first.child.kill('SIGKILL');
  await says('setStorage', { key: 'kept', data: 'nothing' }, /"setStorage:fail storage is not available"/);
  await says('login', {}, /"login:fail system error"/);
  await says('getSetting', {}, /"getSetting:fail system error"/);
  await page.getByRole('button', { name: 'Leave, keep running' }).click();
  await expect(page.getByText('The host does not answer')).toBeVisible();

  // Another process answers at the same address: the page that held the old one's token comes anew.
  const anew = page.waitForEvent('load');
  await start(first.address.port);
  await anew;
  await expect(page.getByText('The host does not answer')).toHaveCount(0);
  await expect(page.locator('.program[data-app=sheets-demo]')).toHaveAttribute('data-phase', 'ready');
  await says('getStorage', { key: 'kept' }, /"a fern"/);
});
