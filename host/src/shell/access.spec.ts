import { fileURLToPath } from 'node:url';
import type { Locator, Page } from '@playwright/test';
import { expect, type ProgramUnderTest, test } from '@terrarium/devtools/testing';
import { expectNarrow, findShellBarriers } from './fixtures/shell-barriers.ts';

const folder = fileURLToPath(new URL('fixtures/sheets/', import.meta.url));
test.use({ locale: 'en-GB', colorScheme: 'light' });
test.setTimeout(120_000);
test.use({ actionTimeout: 15_000 });

async function wish(program: ProgramUnderTest, what: object): Promise<void> {
  await program.input('.wish', JSON.stringify(what));
  await program.tap('.run');
}

const call =
  (name: string, options: object = {}) =>
  (program: ProgramUnderTest) =>
    wish(program, { call: name, options });
const button = (openType: string) => async (program: ProgramUnderTest) => {
  await wish(program, { openType });
  await expect(program.locator('.asks')).toHaveText(openType);
  await program.tap('.asks');
};

/** An open sheet: no barriers, its keys stay inside, and it fits the narrowest screen. */
async function inspect(page: Page, name: string | RegExp, picture: string): Promise<Locator> {
  const sheet = page.getByRole('dialog', { name });
  await expect(sheet).toBeVisible();
  await expect(sheet.locator('[aria-disabled=true]')).toHaveCount(0);
  expect.soft(await findShellBarriers(page), `barriers of ${picture}`).toEqual([]);
  await page.screenshot({ path: test.info().outputPath(`${picture}.png`) });
  await expectNarrow(page, '.sheet', test.info().outputPath(`${picture}-dark.png`));
  for (const key of ['Tab', 'Shift+Tab']) {
    for (let step = 0; step < 8; step += 1) {
      await page.keyboard.press(key);
      expect(await sheet.evaluate((panel) => panel.contains(document.activeElement)), `${key} in ${picture}`).toBe(
        true,
      );
    }
  }
  return sheet;
}

/** Escape closes it, and the focus is where it was. */
async function leave(page: Page, sheet: Locator, back = 'iframe.player'): Promise<void> {
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);
  // A frame whose document has the focus is no `:focus`.
  const focused = () => page.evaluate((selector) => document.activeElement?.matches(selector), back);
  await expect.poll(focused, { message: 'the focus should be back' }).toBe(true);
}

type Case = readonly [picture: string, open: (program: ProgramUnderTest) => Promise<void>, name: string | RegExp];

const place = { latitude: 47.3, longitude: 8.5, name: 'Greenhouse', address: '12 Fern Road' };
const asked: readonly Case[] = [
  ['address', call('chooseAddress'), 'Choose an address'],
  ['invoice-title', call('chooseInvoiceTitle'), 'Whom is the invoice for?'],
  ['choose-place', call('chooseLocation', place), 'Choose a place'],
  ['show-place', call('openLocation', place), 'Place'],
  ['subscriptions', call('requestSubscribeMessage', { tmplIds: ['ready', 'late'] }), /send you notices/],
  ['settings', call('openSetting'), 'Settings'],
  ['contract', call('openPrivacyContract'), 'Privacy contract'],
];
const chosen: readonly Case[] = [
  ['phone', button('getPhoneNumber'), /asks for your phone number/],
  ['picture', button('chooseAvatar'), 'Choose your picture'],
  ['feedback', button('feedback'), 'Feedback'],
  ['share', button('share'), 'Share'],
  ['scan', call('scanCode'), 'Read a code'],
  ['files', call('chooseMedia'), /Choose/],
  ['call', call('makePhoneCall', { phoneNumber: '+41 44 555 01 23' }), /call/i],
  [
    'real-name',
    call('requestPayment', { timeStamp: '1', nonceStr: 'n', package: 'prepay_id=1', paySign: 'x' }),
    /name/i,
  ],
];

test('what a program asks: no barriers, keys stay inside and come back', async ({ launch, page }) => {
  const program = await launch(folder);
  await call('getLocation')(program);
  const privacy = await inspect(page, /privacy contract/, 'privacy');
  await privacy.getByRole('button', { name: 'Accept' }).click();
  await leave(page, await inspect(page, /know where you are/, 'consent'));
  for (const [picture, open, name] of asked) {
    await open(program);
    await leave(page, await inspect(page, name, picture));
  }
});

test('what a person chooses for a program: no barriers, keys stay inside and come back', async ({ launch, page }) => {
  const program = await launch(folder);
  await call('requirePrivacyAuthorize')(program);
  await page.getByRole('dialog').getByRole('button', { name: 'Accept' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  for (const [picture, open, name] of chosen) {
    await open(program);
    await leave(page, await inspect(page, name, picture));
  }
});

test('menu, more info and what the player draws itself', async ({ launch, page }) => {
  const program = await launch(folder);
  const menu = page.getByRole('button', { name: 'Menu' });
  await menu.click();
  await leave(page, await inspect(page, 'Menu', 'menu'), '.capsule button');
  await menu.click();
  await page.getByRole('button', { name: 'More info' }).click();
  await leave(page, await inspect(page, 'More info', 'more-info'), '.capsule button');
  const own: readonly [name: string, options: object][] = [
    ['showActionSheet', { itemList: ['Water', 'Repot', 'Leave alone'] }],
    ['showModal', { title: 'Repot the fern', content: 'It has outgrown its pot.', editable: true }],
  ];
  for (const [name, options] of own) {
    await call(name, options)(program);
    await expect(program.player.getByRole('dialog')).toBeVisible();
    const frame = page.frames().find((one) => new URL(one.url()).pathname === '/player.html');
    if (frame === undefined) throw new Error('there is no player');
    expect.soft(await findShellBarriers(page, frame), name).toEqual([]);
    await page.screenshot({ path: test.info().outputPath(`${name}.png`) });
    await page.keyboard.press('Escape');
    await expect(program.player.getByRole('dialog')).toHaveCount(0);
  }
});

test('the conversation: a page is sent along, words go out, an answer is a way back', async ({ launch, page }) => {
  const program = await launch(folder);
  await program.tap('.asks');
  const sheet = page.getByRole('dialog', { name: /Customer service/ });
  await expect(sheet.getByText('The maker of the program answers here.')).toBeVisible();
  await expect(sheet.locator('[aria-disabled=true]')).toHaveCount(0);
  await sheet.getByRole('button', { name: 'Send page' }).click();
  await expect(sheet.locator('.chat-card')).toContainText('Order 7 of today');
  await sheet.getByLabel('Message').fill('Where is it?');
  await page.keyboard.press('Enter');
  await expect(sheet.locator('.chat-bubble').last()).toHaveText('Where is it?');
  await inspect(page, /Customer service/, 'conversation');
  await sheet.locator('.chat-card').click();
  await expect(sheet).toHaveCount(0);
  await expect(program.locator('.log')).toHaveText(
    JSON.stringify({ path: 'pages/index/index', query: { order: '7' }, errMsg: 'enterContact:ok' }),
  );
  await page.getByRole('button', { name: 'Leave, keep running' }).click();
  await page.getByRole('button', { name: 'Messages' }).click();
  await expect(page.getByRole('region', { name: 'Conversations' })).toContainText('Where is it?');
  await inspectPlace(page, 'inbox');
});

/** A place of the shell's own. */
async function inspectPlace(page: Page, picture: string): Promise<void> {
  expect.soft(await findShellBarriers(page), `barriers of ${picture}`).toEqual([]);
  await page.screenshot({ path: test.info().outputPath(`${picture}.png`) });
  await expectNarrow(page, '.place', test.info().outputPath(`${picture}-dark.png`));
}

test('the shell’s own places: no barriers, nothing too wide', async ({ host, page }) => {
  const { address } = await host(folder);
  await page.goto(address);
  const rail = page.getByRole('navigation');
  const go = (name: string) => rail.getByRole('button', { name, exact: true }).click();
  await expect(page.getByRole('button', { name: 'Messages' })).toBeVisible();
  await inspectPlace(page, 'home');
  await go('Tasks');
  await inspectPlace(page, 'tasks');
  await go('Me');
  await page.getByRole('button', { name: 'Edit profile' }).click();
  await page.getByRole('button', { name: 'New address' }).click();
  await inspectPlace(page, 'me');
  await page.getByRole('button', { name: 'Wallet' }).click();
  await expect(page.locator('.wallet-balance')).toBeVisible();
  await inspectPlace(page, 'wallet');
  await go('Me');
  await page.getByRole('button', { name: 'Sign out' }).last().click();
  await expect(page.getByLabel('Country')).toContainText('+86');
  await inspectPlace(page, 'sign-in');
  await page.getByText('Sign up', { exact: true }).first().click();
  await inspectPlace(page, 'sign-up');
});

const pizza = fileURLToPath(new URL('../../../sample-apps/pizza/', import.meta.url));

test('the cashier: no barriers, keys stay inside and come back', async ({ launch, page }) => {
  const program = await launch(pizza);
  await page.evaluate(async () => {
    const headers = {
      authorization: `Bearer ${document.querySelector('meta[name=terrarium-token]')?.getAttribute('content')}`,
      'x-terrarium-session': localStorage.getItem('terrarium.session') ?? '',
      'content-type': 'application/json',
    };
    const send = (method: string, path: string, body: object) =>
      fetch(`/api/${path}`, { method, headers, body: JSON.stringify(body) });
    await send('PUT', 'accounts/real-name', { name: 'Ada Lovelace', documentNumber: 'X1234567' });
    await send('PUT', 'accounts/payment-pin', { pin: '246810', password: 'terrarium' });
    await send('POST', 'money/wallet/top-ups', { key: 'a first top-up', amount: 20_000 });
  });
  await page.reload();
  await program.locator('.dish').first().locator('.now').click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('button', { name: 'Accept' }).click();
  await sheet.getByLabel('Name').fill('Ada');
  await sheet.getByLabel('Phone').fill('13800000000');
  await sheet.getByLabel('Street').fill('12 Fern Road');
  await sheet.getByRole('button', { name: 'Use this' }).click();
  await leave(page, await inspect(page, /Pay .* to Pizza Verde/, 'cashier'));
});
