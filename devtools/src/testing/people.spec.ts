import { fileURLToPath } from 'node:url';
import { expect, ProgramUnderTest, test } from './index.ts';

const folder = (name: string) => fileURLToPath(new URL(`./fixtures/${name}`, import.meta.url));
const people = folder('people');

const said = (program: ProgramUnderTest, name: string) => program.data(`said.${name}`);

test('a program learns a code, and an anonymous user', async ({ launch }) => {
  const program = await launch(people);
  await program.tap('.login');
  const code = { errMsg: 'login:ok', code: expect.stringMatching(/^[\w-]{32}$/) };
  await expect.poll(() => said(program, 'login')).toEqual(code);
  await program.tap('.checkSession');
  await expect
    .poll(() => said(program, 'checkSession'))
    .toMatchObject({ errMsg: 'checkSession:fail session time out, need relogin' });
  await program.tap('.getUserProfile');
  const profile = { errMsg: 'getUserProfile:ok', userInfo: { nickName: 'Anonymous user', gender: 0 } };
  await expect.poll(() => said(program, 'getUserProfile')).toMatchObject(profile);
  await program.tap('.open-getUserInfo');
  await expect.poll(() => said(program, 'getuserinfo')).toMatchObject({ ...profile, errMsg: 'getUserInfo:ok' });
});

test('the phone number is asked for, and a refusal is told', async ({ launch }) => {
  const program = await launch(people);
  const { shell } = program;
  await program.tap('.open-getPhoneNumber');
  // The contract first, because the program has a terrarium.json.
  await program.answer('Accept');
  await expect(shell.getByRole('dialog')).toContainText('+8613****0000');
  await program.answer('Refuse');
  await expect.poll(() => said(program, 'getphonenumber')).toEqual({ errMsg: 'getPhoneNumber:fail user deny' });
  await program.tap('.open-getPhoneNumber');
  await program.answer('Allow');
  await expect
    .poll(() => said(program, 'getphonenumber'))
    .toMatchObject({ errMsg: 'getPhoneNumber:ok', code: expect.stringMatching(/^[\w-]{32}$/) });
});

test('a refused scope fails at once until the settings give it back, and taking it away ends what runs', async ({
  launch,
}) => {
  const program = await launch(people);
  const { shell } = program;
  await program.location.set({ latitude: 30, longitude: 120 });
  await program.tap('.authorize');
  await program.answer('Accept');
  await expect(shell.getByRole('dialog')).toContainText('to show shops near you');
  await program.answer('Refuse');
  await expect.poll(() => said(program, 'authorize')).toEqual({ errMsg: 'authorize:fail auth deny', errno: 103 });
  await program.tap('.startLocationUpdate');
  await expect
    .poll(() => said(program, 'startLocationUpdate'))
    .toMatchObject({ errMsg: 'startLocationUpdate:fail auth deny' });

  await program.tap('.open-openSetting');
  const scope = shell.getByRole('dialog').getByRole('switch', { name: 'know where you are' });
  await expect(scope).toHaveAttribute('aria-disabled', 'false');
  await scope.click();
  await expect(scope).toBeChecked();
  await program.answer('Done');
  await expect
    .poll(() => said(program, 'opensetting'))
    .toEqual({ errMsg: 'openSetting:ok', authSetting: { 'scope.userLocation': true } });
  await program.tap('.startLocationUpdate');
  await expect.poll(() => program.data('places')).toEqual([[30, 120]]);
  await program.location.set({ latitude: 31, longitude: 121 });
  await expect.poll(() => program.data('places')).toHaveLength(2);
  const sign = shell.getByRole('img', { name: 'A program follows where you are' });
  await expect(sign).toBeVisible();

  // In another window, while the program runs.
  const [token, session] = await shell.evaluate(() => [
    document.querySelector('meta[name="terrarium-token"]')?.getAttribute('content') ?? '',
    localStorage.getItem('terrarium.session') ?? '',
  ]);
  const origin = new URL(shell.url()).origin;
  const taken = await shell.request.put(`${origin}/api/grants/people`, {
    headers: { authorization: `Bearer ${token}`, 'x-terrarium-session': session, origin },
    data: { scope: 'scope.userLocation', decision: 'refused' },
  });
  expect(taken.status()).toBe(204);
  // What was taken back reaches a running program within a second.
  await expect.poll(() => program.data('failures'), { timeout: 1_000 }).toEqual([2]);
  await expect(sign).toBeHidden();
  await program.tap('.getLocation');
  await expect.poll(() => said(program, 'getLocation')).toMatchObject({ errMsg: 'getLocation:fail auth deny' });
});

test('a program asks for its contract itself, and only a real button agrees', async ({ launch }) => {
  const program = await launch(people);
  const { inspector } = program;
  await inspector.callMethod('listen');
  await program.tap('.requirePrivacyAuthorize');
  await expect.poll(() => said(program, 'need')).toEqual({ referrer: 'requirePrivacyAuthorize' });
  await inspector.callMethod('agree', ['agree']);
  await expect
    .poll(() => said(program, 'requirePrivacyAuthorize'))
    .toMatchObject({ errMsg: 'requirePrivacyAuthorize:fail privacy permission is not authorized', errno: 104 });
  await program.tap('.requirePrivacyAuthorize');
  await program.tap('.open-agreePrivacyAuthorization');
  await expect
    .poll(() => said(program, 'agreeprivacyauthorization'))
    .toEqual({ errMsg: 'agreePrivacyAuthorization:ok', buttonId: 'open-agreePrivacyAuthorization' });
  await inspector.callMethod('agree', ['agree']);
  await expect.poll(() => said(program, 'requirePrivacyAuthorize')).toEqual({ errMsg: 'requirePrivacyAuthorize:ok' });
  await program.tap('.getPrivacySetting');
  await expect.poll(() => said(program, 'getPrivacySetting')).toMatchObject({ needAuthorization: false });
});

test('a sheet on its way back is no sheet of the program any more', async ({ launch }) => {
  const program = await launch(people);
  await program.tap('.scanCode');
  await expect(program.sheet).toContainText('Read a code');
  // Held there, as it is for a moment after each answer.
  await program.shell.locator('.sheet-layer').evaluate((layer) => layer.toggleAttribute('inert', true));
  await expect(program.shell.getByRole('dialog')).toHaveCount(1);
  await expect(program.sheet).toHaveCount(0);
});

test('a picture of a person and a code come from files', async ({ launch }) => {
  const program = await launch(people);
  const file = folder('pictures/code.png');
  await program.tap('.scanCode');
  await expect(program.sheet).toContainText('Read a code');
  await program.sheet.locator('input[type=file]').setInputFiles(file);
  await expect
    .poll(() => said(program, 'scanCode'))
    .toMatchObject({ errMsg: 'scanCode:ok', result: 'terrarium', scanType: 'QR_CODE', charSet: 'utf-8' });
  await program.tap('.open-chooseAvatar');
  await program.answer('Accept');
  await expect(program.sheet).toContainText('Choose your picture');
  await program.sheet.locator('input[type=file]').setInputFiles(file);
  await expect
    .poll(() => said(program, 'chooseavatar'))
    .toEqual({ errMsg: 'chooseAvatar:ok', avatarUrl: expect.stringMatching(/^http:\/\/tmp\/\w+\.png$/) });
  await expect(program.locator('.avatar').locator('img')).toHaveJSProperty('naturalWidth', 232);
});

test('a button shares what the page says; the link opens it', async ({ launch, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const program = await launch(people);
  const { shell } = program;
  await program.tap('.open-share');
  await expect(shell.getByRole('dialog')).toContainText('From button');
  await program.answer('Copy link');
  await expect(shell.getByRole('button', { name: 'Copied' })).toBeVisible();
  const link = await shell.evaluate(() => navigator.clipboard.readText());
  await program.answer('Close');
  await shell.goto(link);
  const shared = new ProgramUnderTest(shell, 'people');
  await expect.poll(() => shared.data('kind').catch(() => undefined)).toBe('share');
});

test('one program opens another, which knows by whom, and comes back', async ({ host, page }) => {
  const { address } = await host(people, folder('friend'));
  await page.goto(`${address}/?open=people`);
  const program = new ProgramUnderTest(page, 'people');
  await expect(program.locator('.to-friend')).toBeVisible();
  await program.tap('.to-friend');
  await program.answer('Cancel');
  await expect.poll(() => said(program, 'fail')).toEqual({ errMsg: 'navigateToMiniProgram:fail cancel' });
  await program.tap('.to-friend');
  await program.answer('Open');
  const friend = new ProgramUnderTest(page, 'friend');
  await expect(friend.locator('.from')).toHaveText('people');
  expect(await friend.data('entered')).toMatchObject({
    scene: 1037,
    referrerInfo: { appId: 'people', extraData: { order: 7 } },
  });
  await friend.tap('.back');
  await expect(program.locator('.to-friend')).toBeVisible();
  const entered = await program.inspector.callMethod('entered');
  expect(entered).toMatchObject({ scene: 1038, referrerInfo: { appId: 'friend', extraData: { thanks: true } } });
});

test('an address is written once and chosen from then on; Escape refuses', async ({ launch }) => {
  const program = await launch(people);
  const { shell } = program;
  await program.tap('.chooseAddress');
  await program.answer('Accept');
  await expect(shell.getByRole('dialog')).toContainText('Choose an address');
  for (const [label, text] of [
    ['Name', 'Ann'],
    ['Phone number', '13900000000'],
    ['Street and number', '1 Lake Road'],
  ] as const) {
    await shell.getByRole('dialog').getByLabel(label, { exact: true }).fill(text);
  }
  await program.answer('Use this');
  const address = { errMsg: 'chooseAddress:ok', userName: 'Ann', telNumber: '13900000000', detailInfo: '1 Lake Road' };
  await expect.poll(() => said(program, 'chooseAddress')).toMatchObject(address);
  await program.tap('.chooseAddress');
  await expect(shell.getByRole('dialog').getByRole('button', { name: /1 Lake Road/ })).toHaveAttribute(
    'aria-disabled',
    'false',
  );
  await shell.keyboard.press('Escape');
  await expect.poll(() => said(program, 'chooseAddress')).toEqual({ errMsg: 'chooseAddress:fail cancel' });
});

test('a new person signs up by the phone simulator, and sees nothing of the local user', async ({ host, page }) => {
  const { address } = await host(people);
  await page.goto(address);
  await page.getByRole('button', { name: 'Me', exact: true }).click();
  await expect(page.getByText('Development starts with this local user')).toBeVisible();
  await page.getByRole('button', { name: 'Sign out' }).last().click();
  await expect(page.getByText('Nobody is signed in')).toBeVisible();
  await page.getByText('Sign up', { exact: true }).first().click();
  await page.getByLabel('Phone number').fill('13911112222');
  await page.getByRole('button', { name: 'Send code' }).click();
  const message = page.getByRole('complementary', { name: 'Phone simulator' }).getByRole('listitem');
  const code = /^\d{6}/.exec((await message.textContent()) ?? '')?.[0] ?? '';
  await page.getByLabel('Six-digit code').fill(code);
  await page.getByLabel('Password, 8 characters or more').fill('correct horse');
  await page.getByLabel('Name', { exact: true }).fill('Ann');
  await page.getByRole('button', { name: 'Sign up' }).click();
  await expect(page.getByRole('region', { name: 'Ann' })).toContainText('+8613****2222');
  await page.reload();
  await page.getByRole('button', { name: 'Me', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Ann' })).toBeVisible();
});

test('a session that is ended on another device closes what runs, and stays ended', async ({ host, page: shell }) => {
  const { address } = await host(people);
  await shell.goto(`${address}/?open=people`);
  const program = new ProgramUnderTest(shell, 'people');
  await expect(program.locator('.login')).toBeVisible();
  const [token, session] = await shell.evaluate(() => [
    document.querySelector('meta[name="terrarium-token"]')?.getAttribute('content') ?? '',
    localStorage.getItem('terrarium.session') ?? '',
  ]);
  const { origin } = new URL(shell.url());
  const headers = { authorization: `Bearer ${token}`, 'x-terrarium-session': session, origin };
  const list = await (await shell.request.get(`${origin}/api/accounts/sessions`, { headers })).json();
  const ended = await shell.request.delete(`${origin}/api/accounts/sessions/${list[0].id}`, { headers });
  expect(ended.status()).toBe(204);
  await expect(shell.getByText('Nobody is signed in')).toBeVisible();
  await expect(shell.locator('iframe')).toHaveCount(0);
  await shell.goto(origin);
  await shell.getByRole('button', { name: 'Me', exact: true }).click();
  await expect(shell.getByText('Nobody is signed in')).toBeVisible();
});
