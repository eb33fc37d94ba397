import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { expect, ProgramUnderTest, startHost, test as base } from '@terrarium/devtools/testing';

const pizza = fileURLToPath(new URL('.', import.meta.url));
const pin = '246810';

interface Stage {
  readonly address: string;
  readonly dataDir: string;
}

/** A host of its own, whose data the test may look into. */
const test = base.extend<{ stage: Stage }>({
  locale: 'en-GB',
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a fixture needs from this pattern
  stage: async ({}, use) => {
    const dataDir = await mkdtemp(join(tmpdir(), 'terrarium-pizza-'));
    const host = await startHost({ folders: [pizza], dataDir });
    await use({ address: host.address, dataDir });
    await host.dispose();
    await rm(dataDir, { recursive: true, force: true });
  },
});

async function press(page: Page, name: string): Promise<void> {
  const button = page.getByRole('dialog').getByRole('button', { name, exact: true });
  await expect(button).toHaveAttribute('aria-disabled', 'false');
  await button.click();
}

/** Real name, value and PIN, on the wallet's page. */
async function prepareWallet(page: Page, topUp: string): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: 'Me', exact: true }).click();
  await page.getByRole('button', { name: 'Wallet' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Ada Lovelace');
  await page.getByLabel('Document number').fill('X1234567');
  await page.getByRole('button', { name: 'Save' }).first().click();
  await page.getByText(topUp, { exact: true }).click();
  await page.getByRole('button', { name: `Top up ${topUp}` }).click();
  await expect(page.getByText('Top-up from Terrarium Test Bank')).toBeVisible();
  await page.getByLabel('New PIN', { exact: true }).fill(pin);
  await page.getByLabel('New PIN again').fill(pin);
  await page.getByLabel('Your password').fill('terrarium');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('button', { name: 'Change' })).toBeVisible();
}

/** A margherita and a funghi, to an address that is written into the host's address book. */
async function fillCart(page: Page, program: ProgramUnderTest): Promise<void> {
  await program.locator('.dish').nth(0).locator('.more').click();
  await program.locator('.dish').nth(1).locator('.more').click();
  await expect(program.locator('.sum')).toHaveText('¥90.00');
  await program.tap('.checkout');
  await press(page, 'Accept');
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('Name').fill('Ada');
  await sheet.getByLabel('Phone').fill('13800000000');
  await sheet.getByLabel('Street').fill('12 Fern Road');
  await press(page, 'Use this address');
  await expect(program.locator('.where')).toContainText('12 Fern Road');
}

test('a pizza is ordered, paid with the PIN, and shipped on the notice', async ({ page, stage }) => {
  await page.goto(stage.address);
  await prepareWallet(page, '¥100.00');
  await page.goto(`${stage.address}/?open=pizza`);
  const program = new ProgramUnderTest(page, 'pizza');
  await fillCart(page, program);
  await program.tap('.pay-button');
  const cashier = page.getByRole('dialog', { name: 'Pay ¥90.00 to Pizza Verde' });
  await expect(cashier).toContainText('1 × Margherita, 1 × Funghi');
  await expect(cashier.getByRole('button', { name: '1' })).toHaveAttribute('aria-disabled', 'false');
  await page.keyboard.type(pin);
  await expect(program.locator('.state .title')).toHaveText('In the oven');
  await expect(program.locator('.shipments')).toHaveText('1');
});
