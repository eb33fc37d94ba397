import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@terrarium/devtools/testing';
import { expectNarrow, findShellBarriers } from './fixtures/shell-barriers.ts';

const folder = fileURLToPath(new URL('fixtures/sheets/', import.meta.url));
const network = fileURLToPath(new URL('fixtures/network/', import.meta.url));
test.use({ locale: 'en-GB' });

test('what a program keeps is counted, taken along and deleted', async ({ launch, page }) => {
  const program = await launch(folder);
  const keep = { call: 'setStorage', options: { key: 'fern', data: 'watered' } };
  await program.input('.wish', JSON.stringify(keep));
  await program.tap('.run');
  await expect(program.locator('.log')).toContainText('setStorage:ok');
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('button', { name: 'More info' }).click();
  const sheet = page.getByRole('dialog', { name: 'More info' });
  await expect(sheet).toContainText('1 value');
  await expect(sheet).toContainText('setStorage');
  const taken = page.waitForEvent('download');
  await sheet.getByRole('button', { name: 'Export' }).click();
  const file = await taken;
  expect(file.suggestedFilename()).toBe('sheets-demo.json');
  const text = await readFile(await file.path(), 'utf8');
  expect(JSON.parse(text)).toMatchObject({ app: 'sheets-demo', storage: [['fern', expect.any(String)]], files: [] });
  await sheet.getByRole('button', { name: 'Delete' }).click();
  await expect(sheet).toContainText('This cannot be undone.');
  await sheet.getByRole('button', { name: 'Delete it all' }).click();
  await expect(page.getByRole('status')).toContainText('keeps nothing here any more');
  await expect(page.locator('iframe')).toHaveCount(0);

  await page.locator('.program-row[data-app=sheets-demo]').click();
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('button', { name: 'More info' }).click();
  await expect(sheet).toContainText('0 values');
});

test('more info names the servers a program has called', async ({ launch, page }) => {
  await launch(network);
  await page.route('**/api/network/*/usage', (route) =>
    route.fulfill({
      json: {
        domains: [
          { host: 'api.fern.example', calls: 3, failed: 1, sentBytes: 1_200, receivedBytes: 3_400_000, lastAt: 1 },
        ],
      },
    }),
  );
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('button', { name: 'More info' }).click();
  const sheet = page.getByRole('dialog', { name: 'More info' });
  await expect(sheet).toContainText('api.fern.example3 calls, 1 failed1.2 kB sent, 3.4 MB received');
});

test('notices stand on their page, say how many are new, and open the program where they lead', async ({
  host,
  page,
}) => {
  const { address } = await host(folder);
  const notice = {
    ...{ id: 'n', app: 'sheets-demo', at: 1_700_000_000_000, read: false, title: 'Your order is ready' },
    fields: [
      { label: 'Order', value: 'Two ferns, one of them with a name that is far too long for one line' },
      { label: 'Sum', value: '¥12.50' },
    ],
    page: 'pages/index/index?order=7',
  };
  let notices = [notice];
  await page.route('**/api/messages/notices', (route) => route.fulfill({ json: notices }));
  await page.route('**/api/messages/notices/n', (route) => {
    notices = [];
    return route.fulfill({ status: 204 });
  });
  await page.goto(address);
  await page.getByRole('button', { name: 'Messages, 1 unread' }).click();
  const place = page.getByRole('region', { name: 'Service notices' });
  await expect(place).toContainText('Your order is ready');
  expect(await findShellBarriers(page)).toEqual([]);
  await expectNarrow(page, '.place', test.info().outputPath('notices-dark.png'));
  await place.getByRole('button', { name: 'Open' }).click();
  await expect(page.locator('.program')).toHaveAttribute('data-phase', 'ready');
  await page.getByRole('button', { name: 'Leave, keep running' }).click();
  await place.getByRole('button', { name: 'Put away' }).click();
  await expect(page.getByText('No messages')).toBeVisible();
});
