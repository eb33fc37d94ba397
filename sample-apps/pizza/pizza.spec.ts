import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { expect, ProgramUnderTest } from '@terrarium/devtools/testing';
import {
  apiOf,
  enterPin,
  noticesOf,
  pin,
  press,
  repeatNotice,
  type Stage,
  serverOf,
  test,
} from '../merchant/spec/stage.ts';

const thief = fileURLToPath(new URL('./fixtures/thief', import.meta.url));

test.use({ beside: { folders: [thief] } });

/** By country and phone; the code comes to the phone simulator. */
async function signUp(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: 'Me', exact: true }).click();
  await page.getByRole('button', { name: 'Sign out' }).last().click();
  await page.getByText('Sign up', { exact: true }).first().click();
  await page.getByLabel('Country').selectOption('IT');
  await page.getByLabel('Phone number').fill('3123456789');
  await page.getByRole('button', { name: 'Send code' }).click();
  const message = page.getByRole('complementary', { name: 'Phone simulator' }).getByRole('listitem');
  const code = /^\d{6}/.exec((await message.textContent()) ?? '')?.[0] ?? '';
  await page.getByLabel('Six-digit code').fill(code);
  await page.getByLabel('Password, 8 characters or more').fill('correct horse');
  await page.getByLabel('Name', { exact: true }).fill('Ada');
  await page.getByRole('button', { name: 'Sign up' }).click();
  await expect(page.getByRole('region', { name: 'Ada' })).toContainText('+39');
}

/** The one that stays, after one with a mistake. */
async function addAddress(page: Page): Promise<void> {
  const book = page.getByRole('region', { name: 'Addresses' });
  for (const street of ['12 Fen Road', '12 Fern Road']) {
    await book.getByRole('button', { name: 'New address' }).click();
    await book.getByLabel('Name').fill('Ada Lovelace');
    await book.getByLabel('Phone').fill('3123456789');
    await book.getByLabel('Street').fill(street);
    await book.getByRole('button', { name: 'Save' }).click();
    await expect(book.getByRole('listitem').filter({ hasText: street })).toBeVisible();
  }
  await book.getByRole('listitem').filter({ hasText: 'Fen Road' }).getByRole('button', { name: 'Remove' }).click();
  await expect(book.getByRole('listitem')).toHaveText([/12 Fern Road/]);
}

/** Real name, value and PIN, on the wallet's page. */
async function prepareWallet(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Wallet' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Ada Lovelace');
  await page.getByLabel('Document number').fill('X1234567');
  await page.getByRole('button', { name: 'Save' }).first().click();
  await page.getByText('¥100.00', { exact: true }).click();
  await page.getByRole('button', { name: 'Top up ¥100.00' }).click();
  await expect(page.getByText('Top-up from Terrarium Test Bank')).toBeVisible();
  await page.getByLabel('New PIN', { exact: true }).fill(pin);
  await page.getByLabel('New PIN again').fill(pin);
  await page.getByLabel('Your password').fill('correct horse');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('button', { name: 'Change' })).toBeVisible();
}

test('from sign-up to shipment: three taps and the PIN, nothing typed in the program', async ({ page, stage }) => {
  await page.goto(stage.address);
  await signUp(page);
  await addAddress(page);
  await prepareWallet(page);
  await page.getByRole('navigation').getByRole('button', { name: 'Home' }).click();
  await page.getByRole('button', { name: 'Pizza Verde' }).click();
  const program = new ProgramUnderTest(page, 'pizza');
  await program.locator('.dish').first().locator('.now').click();
  // What the program learns is asked by the host: may it, and which address.
  await press(page, 'Accept');
  await press(page, /12 Fern Road/);
  const cashier = page.getByRole('dialog', { name: 'Pay ¥42.00 to Pizza Verde' });
  await expect(cashier).toContainText('1 × Margherita');
  await enterPin(page);
  await expect(program.locator('.state .title')).toHaveText('In the oven');
  await expect(program.locator('.to')).toHaveText('Ada Lovelace, 12 Fern Road');
  await expect(program.locator('.shipments')).toHaveText('1');

  // The oven went on by the signed notice; the same notice again bakes nothing.
  const notices = await noticesOf(stage, 'pizza');
  expect(notices).toHaveLength(1);
  for (const notice of notices) expect(await repeatNotice(await serverOf(stage, 'pizza'), notice)).toBe(204);
  await program.open('pages/orders/orders');
  await program.tap('.order');
  await expect(program.locator('.shipments')).toHaveText('1');

  await page.goto(stage.address);
  await page.getByRole('button', { name: 'Me', exact: true }).click();
  await page.getByRole('button', { name: 'Wallet' }).click();
  await expect(page.locator('.wallet-balance')).toHaveText('¥58.00');
  const payment = page.locator('.statement li').first();
  await expect(payment).toContainText('Pizza Verde');
  await payment.click();
  await expect(payment).toContainText('1 × Margherita');
});

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
    // One letter of it; which one it was before is chance.
    { paySign: `${payment.paySign.startsWith('A') ? 'B' : 'A'}${payment.paySign.slice(1)}` },
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
  await expect(cashier).toBeVisible();
  await enterPin(page, '000000');
  await expect(cashier).toContainText('That PIN is not right');
  for (const digit of pin) await cashier.getByRole('button', { name: digit, exact: true }).click();
  await paying;
  await expect(program.locator('.state .title')).toHaveText('In the oven');

  // The notice as it came, once more: understood, and nothing leaves the oven twice.
  const [notice = { headers: {}, body: '' }] = await noticesOf(stage, 'pizza');
  const server = await serverOf(stage, 'pizza');
  expect(await repeatNotice(server, notice)).toBe(204);
  const forged = { ...notice, body: notice.body.replace('TRANSACTION', 'transaction') };
  expect(await repeatNotice(server, forged)).toBe(401);
  expect(await shop('GET', `/orders/${number}`)).toMatchObject({ state: 'baking', shipments: 1 });
  expect((await api('GET', '/money/wallet')).balance).toBe(11_000);

  await program.tap('.cancel');
  await expect(program.locator('.state .title')).toHaveText('Refunded');
  expect((await api('GET', '/money/wallet')).balance).toBe(20_000);
});

/** The shop's own server, asked as its program asks it. */
async function shopOf(stage: Stage, login: () => Promise<string>) {
  const address = await serverOf(stage, 'pizza');
  let headers: Record<string, string> = { 'content-type': 'application/json' };
  const ask = async (method: string, path: string, body?: object) => {
    const answer = await fetch(`${address}${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) });
    return answer.json();
  };
  const { token } = await ask('POST', '/login', { code: await login() });
  headers = { ...headers, authorization: `Bearer ${token}` };
  return ask;
}
