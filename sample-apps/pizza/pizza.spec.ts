import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { test as base, expect, ProgramUnderTest, startHost } from '@terrarium/devtools/testing';

const thief = fileURLToPath(new URL('./fixtures/thief', import.meta.url));
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
    const host = await startHost({ folders: [thief], dataDir });
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
  await press(page, 'Use this');
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

  await page.goto(stage.address);
  await page.getByRole('button', { name: 'Me', exact: true }).click();
  await page.getByRole('button', { name: 'Wallet' }).click();
  await expect(page.locator('.wallet-balance')).toHaveText('¥10.00');
  const payment = page.locator('.statement li').first();
  await expect(payment).toContainText('Pizza Verde');
  await payment.click();
  await expect(payment).toContainText('1 × Margherita, 1 × Funghi');
});

test('what was tampered with is refused, and a notice that comes twice ships once', async ({ page, stage }) => {
  await page.goto(stage.address);
  await expect(page.getByRole('button', { name: 'Me', exact: true })).toBeVisible();
  const api = await apiOf(page);
  await api('PUT', '/accounts/real-name', { name: 'Ada Lovelace', documentNumber: 'X1234567' });
  await api('PUT', '/accounts/payment-pin', { pin, password: 'terrarium' });
  await api('POST', '/money/wallet/top-ups', { key: 'a first top-up', amount: 20_000 });
  await page.goto(`${stage.address}/?open=pizza`);
  const program = new ProgramUnderTest(page, 'pizza');
  await fillCart(page, program);

  // Refused at the cashier: the order stays, unpaid.
  await program.tap('.pay-button');
  await expect(page.getByRole('dialog').getByRole('button', { name: '1' })).toHaveAttribute('aria-disabled', 'false');
  await page.keyboard.press('Escape');
  await expect(program.locator('.state .title')).toHaveText('Waiting for payment');

  // The shop decides what things cost, whatever it is told.
  const shop = await shopOf(stage, async () => (await api('POST', '/identity/login-codes', { app: 'pizza' })).code);
  const address = { userName: 'Ada', telNumber: '1', text: 'x' };
  const cheap = { items: [{ id: 'margherita', count: 1, price: 1 }], total: 1, amount: 1, address };
  const other = await shop('POST', '/orders', cheap);
  expect(other.order.total).toBe(4_200);

  const number = await program.data('order.number');
  const { payment } = await shop('POST', `/orders/${number}/payment`, {});
  const refusal = 'Not paid: payment verification signature failed';
  for (const change of [
    { package: other.payment.package },
    { nonceStr: 'another' },
    { timeStamp: '1' },
    { paySign: other.payment.paySign },
    { paySign: `A${payment.paySign.slice(1)}` },
  ]) {
    await program.inspector.setData({ problem: '' });
    await program.inspector.callMethod('payWith', [{ ...payment, ...change }]);
    await expect(program.locator('.problem'), Object.keys(change)[0]).toHaveText(refusal);
  }
  await program.inspector.setData({ problem: '' });
  await program.inspector.callMethod('payWith', [{ ...payment, package: 'prepay_id=made-up' }]);
  await expect(program.locator('.problem')).toHaveText('Not paid: prepay_id is invalid');
  await program.inspector.callMethod('payWith', [{ ...payment, timeStamp: null }]);
  await expect(program.locator('.problem')).toContainText('parameter error: parameter.timeStamp should be String');

  // Another program holds everything that was signed, and gets nothing for it.
  const robber = new ProgramUnderTest(page, 'thief');
  await robber.open();
  await expect(robber.locator('.ready')).toBeVisible();
  await robber.inspector.callMethod('steal', [payment]);
  await expect.poll(() => robber.data('said')).toBe('requestPayment:fail prepay_id belongs to another appid');
  await robber.close();
  await program.open();

  // A notice that nobody signed.
  const paid = { id: 'x', event_type: 'TRANSACTION.SUCCESS', resource: { out_trade_no: number } };
  expect(await shop('POST', '/notices', paid)).toMatchObject({ code: 'FAIL' });
  expect(await shop('GET', `/orders/${number}`)).toMatchObject({ state: 'unpaid', shipments: 0 });
  expect((await api('GET', '/money/wallet')).balance).toBe(20_000);

  // An amount in the call changes nothing: the cashier shows the order's.
  const paying = program.inspector.callMethod('payWith', [{ ...payment, total_fee: 1, amount: 1 }]);
  const cashier = page.getByRole('dialog', { name: 'Pay ¥90.00 to Pizza Verde' });
  await expect(cashier.getByRole('button', { name: '1' })).toHaveAttribute('aria-disabled', 'false');
  await page.keyboard.type('000000');
  await expect(cashier).toContainText('That PIN is not right');
  for (const digit of pin) await cashier.getByRole('button', { name: digit, exact: true }).click();
  await paying;
  await expect(program.locator('.state .title')).toHaveText('In the oven');

  // The notice as it came, once more: understood, and nothing leaves the oven twice.
  const [line = ''] = (await readFile(join(stage.dataDir, 'servers/pizza/notices.jsonl'), 'utf8')).split('\n');
  const notice: { headers: Record<string, string>; body: string } = JSON.parse(line);
  for (const [body, status] of [
    [notice.body, 204],
    [notice.body.replace('TRANSACTION', 'transaction'), 401],
  ] as const) {
    const answer = await fetch(`${await shopAddress(stage)}/notices`, {
      method: 'POST',
      headers: withoutHops(notice.headers),
      body,
    });
    expect(answer.status).toBe(status);
  }
  expect(await shop('GET', `/orders/${number}`)).toMatchObject({ state: 'baking', shipments: 1 });
  expect((await api('GET', '/money/wallet')).balance).toBe(11_000);

  await program.tap('.cancel');
  await expect(program.locator('.state .title')).toHaveText('Refunded');
  expect((await api('GET', '/money/wallet')).balance).toBe(20_000);
});

/** The services as the shell asks them, in the name of whoever is signed in there. */
async function apiOf(page: Page) {
  await expect.poll(() => page.evaluate(() => localStorage.getItem('terrarium.session'))).not.toBeNull();
  const [token, session] = await page.evaluate(() => [
    document.querySelector('meta[name="terrarium-token"]')?.getAttribute('content') ?? '',
    localStorage.getItem('terrarium.session') ?? '',
  ]);
  const { origin } = new URL(page.url());
  const headers = { authorization: `Bearer ${token}`, 'x-terrarium-session': session ?? '', origin };
  return async (method: string, path: string, data?: object) => {
    const answer = await page.request.fetch(`${origin}/api${path}`, { method, headers, data });
    expect(answer.ok(), `${method} ${path}: ${answer.status()}`).toBe(true);
    return answer.status() === 204 ? undefined : answer.json();
  };
}

const shopAddress = async ({ dataDir }: Stage) =>
  `http://127.0.0.1:${await readFile(join(dataDir, 'servers/pizza/port'), 'utf8')}`;

/** The shop's own server, asked as its program asks it. */
async function shopOf(stage: Stage, login: () => Promise<string>) {
  const address = await shopAddress(stage);
  let headers: Record<string, string> = { 'content-type': 'application/json' };
  const ask = async (method: string, path: string, body?: object) => {
    const answer = await fetch(`${address}${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) });
    return answer.json();
  };
  const { token } = await ask('POST', '/login', { code: await login() });
  headers = { ...headers, authorization: `Bearer ${token}` };
  return ask;
}

const withoutHops = ({ connection: _c, host: _h, 'content-length': _l, ...headers }: Record<string, string>) => headers;
