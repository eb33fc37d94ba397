import { fileURLToPath } from 'node:url';
import { expect, test } from '@terrarium/devtools/testing';

const folder = fileURLToPath(new URL('fixtures/sheets/', import.meta.url));
test.use({ locale: 'en-GB' });

/** No time at all: what is to draw it throws. */
const never = 1e300;

test('a sheet or a place that cannot be drawn takes nothing else away', async ({ launch, page }) => {
  const message = { number: 1, sender: 'program', at: never, body: { kind: 'text', text: 'Hello' } };
  const notice = { id: 'n', app: 'sheets-demo', at: never, read: true, title: 'T', fields: [], page: '' };
  await page.route('**/api/messages/threads/sheets-demo', (route) => route.fulfill({ json: [message] }));
  await page.route('**/api/messages/notices', (route) => route.fulfill({ json: [notice] }));
  const program = await launch(folder, { allowErrors: true });
  await program.tap('.asks');
  await expect(program.locator('.log')).toHaveText(/enterContact:ok/);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('button', { name: 'Leave, keep running' }).click();
  await page.getByRole('button', { name: 'Messages' }).click();
  await expect(page.getByText('This page could not be shown')).toBeVisible();
  await page.getByRole('button', { name: 'Show programs' }).click();
  await page.locator('.program-row[data-app=sheets-demo]').click();
  await expect(program.locator('.log')).toHaveText(/enterContact:ok/);
});

test('a conversation says when it was too much, and keeps the words', async ({ launch, page }) => {
  const refusal = { code: 'TOO_MANY', message: 'Too many attempts. Wait a while.' };
  await page.route('**/api/messages/threads/sheets-demo', (route) =>
    route.request().method() === 'POST' ? route.fulfill({ status: 429, json: refusal }) : route.fulfill({ json: [] }),
  );
  const program = await launch(folder, { allowErrors: true });
  await program.tap('.asks');
  const sheet = page.getByRole('dialog');
  const words = sheet.getByRole('textbox', { name: 'Message' });
  await words.fill('Hello?');
  await sheet.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(sheet.getByRole('alert')).toHaveText('That was too many at once. Wait a minute.');
  await expect(words).toHaveValue('Hello?');
});
