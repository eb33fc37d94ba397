import { expect, test } from '@playwright/test';
import { openProgram } from './open-program.ts';
import { fakePackage } from './testing/fake-package.ts';
import { openFakeProgram, prepareFakeProgram } from './testing/open-fake-program.ts';

test('launch loads the main part, tells the app, opens the entry page and reports ready once', async () => {
  const { guest, program, reports, screen } = await openFakeProgram();
  expect(guest.loaded).toEqual(['main.logic.js']);
  expect(guest.take()).toEqual(['launch', 'open-page 1', 'rendered 1']);
  expect(guest.heard[0]).toMatchObject({
    kind: 'launch',
    options: { path: 'tab/a', scene: 1001 },
    storage: { theme: '"dark"' },
    account: { appId: 'fake', envVersion: 'develop' },
  });
  expect(guest.heard[1]).toMatchObject({ route: 'tab/a', openType: 'launch' });
  expect(program.pages()).toEqual([{ page: 1, route: 'tab/a', query: {}, nodes: 3, ready: true, firstRenderMs: 0 }]);
  expect(reports.filter((report) => report.kind === 'ready')).toHaveLength(1);
  expect(reports).toContainEqual({ kind: 'title', text: 'Fake' });
  expect(reports).toContainEqual({ kind: 'capsule', textStyle: 'black' });
  expect(screen.visible?.page.route).toBe('tab/a');
  expect(guest.acknowledged).toBeGreaterThan(0);
});

test('lifecycles follow WeChat’s order', async () => {
  const { guest, program } = await openFakeProgram();
  guest.take();
  const after = async (name: string, params: { readonly [key: string]: string | number }) => {
    await guest.call(name, params);
    await program.idle();
    return guest.take().filter((message) => message !== 'settle');
  };
  expect(await after('navigateTo', { url: '/pages/c?x=1' })).toEqual(['hide-page 1', 'open-page 2', 'rendered 2']);
  expect(await after('redirectTo', { url: 'd' })).toEqual(['close-page 2', 'open-page 3', 'rendered 3']);
  expect(await after('navigateBack', {})).toEqual(['close-page 3', 'show-page 1']);
  expect(await after('switchTab', { url: '/tab/b' })).toEqual(['hide-page 1', 'open-page 4', 'rendered 4']);
  expect(await after('switchTab', { url: '/tab/a' })).toEqual(['hide-page 4', 'show-page 1']);
  expect(await after('reLaunch', { url: '/pages/d' })).toEqual([
    'close-page 1',
    'close-page 4',
    'open-page 5',
    'rendered 5',
  ]);
  expect(program.pages().map((page) => page.route)).toEqual(['pages/d']);
});

test('a refused navigation says why and changes nothing', async () => {
  const { guest, program } = await openFakeProgram();
  expect(await guest.call('navigateTo', { url: '/pages/gone?x=1' })).toMatchObject({
    kind: 'fail',
    error: { errMsg: 'fail page "pages/gone?x=1" is not found' },
  });
  expect(await guest.call('navigateTo', { url: '/tab/b' })).toMatchObject({
    error: { errMsg: 'fail can not navigateTo a tabbar page' },
  });
  expect(await guest.call('navigateTo', {})).toMatchObject({
    error: { errMsg: 'fail parameter error: parameter.url should be String instead of Undefined;' },
  });
  for (let depth = 2; depth <= 10; depth += 1) await guest.call('navigateTo', { url: '/pages/c' });
  expect(await guest.call('navigateTo', { url: '/pages/c' })).toMatchObject({
    error: { errMsg: 'fail webview count limit exceed', code: 'LIMIT_PAGES' },
  });
  expect(program.pages()).toHaveLength(10);
});

test('navigations asked for in one turn happen one after the other', async () => {
  const { guest, program } = await openFakeProgram();
  await Promise.all([guest.call('navigateTo', { url: '/pages/c' }), guest.call('redirectTo', { url: '/pages/d' })]);
  expect(program.pages().map((page) => page.route)).toEqual(['tab/a', 'pages/d']);
});

test('a subpackage is loaded when one of its pages is first opened', async () => {
  const { guest, program } = await openFakeProgram();
  await guest.call('navigateTo', { url: '/sub/pages/e' });
  await guest.call('navigateTo', { url: '/sub/pages/e' });
  expect(guest.loaded).toEqual(['main.logic.js', 'sub/main.logic.js']);
  expect(program.route).toBe('sub/pages/e');
});

test('a subpackage that cannot be loaded leaves the stack as it was', async () => {
  const { guest, program } = await openFakeProgram({ package: fakePackage(['sub']) });
  guest.take();
  expect(await guest.call('navigateTo', { url: '/sub/pages/e' })).toMatchObject({
    kind: 'fail',
    error: { code: 'PACKAGE' },
  });
  expect(guest.take()).toEqual(['fail']);
  expect(program.route).toBe('tab/a');
});

test('a launch path that does not exist is told to the app, which may go elsewhere', async () => {
  const prepared = prepareFakeProgram();
  const { guest } = prepared;
  const draw = guest.answer;
  guest.answer = (message) =>
    message.kind === 'page-not-found'
      ? [{ kind: 'call', call: 900, name: 'redirectTo', params: { url: '/pages/c' } }]
      : draw(message);
  const launch = { path: 'pages/old', query: { id: '7' }, scene: 1011 };
  const program = await openProgram({ ...prepared.options, launch });
  expect(guest.heard[1]).toEqual({ kind: 'page-not-found', path: 'pages/old', query: { id: '7' }, isEntryPage: true });
  expect(program.route).toBe('pages/c');
});

test('a launch path that nobody answers for ends the program', async () => {
  const { options, screen, reports, guest } = prepareFakeProgram();
  const launch = { path: 'pages/old', query: {}, scene: 1011 };
  await expect(openProgram({ ...options, launch })).rejects.toMatchObject({ code: 'PAGE_NOT_FOUND' });
  expect(screen.failure).toMatchObject({ code: 'PAGE_NOT_FOUND', message: expect.stringContaining('pages/old') });
  expect(reports.at(-1)).toMatchObject({ kind: 'problem', fatal: true });
  expect(guest.disposed).toBe(true);
});

test('a sandbox that does not open is reported and shown', async () => {
  const { options, screen, reports } = prepareFakeProgram();
  const sandbox = () => Promise.reject(new Error('no engine'));
  await expect(openProgram({ ...options, sandbox })).rejects.toThrow('no engine');
  expect(screen.failure).toMatchObject({ code: 'INTERNAL', message: 'no engine' });
  expect(reports).toEqual([{ kind: 'problem', problem: { code: 'INTERNAL', message: 'no engine' }, fatal: true }]);
});

for (const [name, text, code] of [
  ['text that is not JSON', '{', 'MESSAGE'],
  ['no array', '{"kind":"call"}', 'MESSAGE'],
  ['an unknown kind', '[{"kind":"eval","source":"1"}]', 'MESSAGE'],
  ['an extra key', '[{"kind":"tell","name":"x","params":{},"appId":"other"}]', 'MESSAGE'],
  ['a page that was never opened', '[{"kind":"render","page":9,"batch":1,"operations":[]}]', 'MESSAGE'],
  ['an operation that does not fit', '[{"kind":"render","page":1,"batch":2,"operations":[[3,77]]}]', 'OPERATION'],
  ['an unknown skeleton', '[{"kind":"render","page":1,"batch":2,"operations":[[0,5,9,0,0,0,0,[]]]}]', 'OPERATION'],
  ['a batch out of order', '[{"kind":"render","page":1,"batch":1,"operations":[]}]', 'OPERATION'],
] as const) {
  test(`a guest that sends ${name} is ended with ${code}`, async () => {
    const { guest, screen, reports, program } = await openFakeProgram();
    guest.sendText(text);
    expect(program.ended).toMatchObject({ code });
    expect(screen.failure).toMatchObject({ code });
    expect(reports.at(-1)).toMatchObject({ kind: 'problem', fatal: true, problem: { code } });
    expect(guest.disposed).toBe(true);
    await expect(program.inspect('pages', null)).rejects.toThrow('ended');
  });
}

test('a sandbox that ends takes the program with it, once', async () => {
  const { guest, reports, program } = await openFakeProgram();
  guest.end({ code: 'LIMIT_TIME', message: 'too slow' });
  guest.end({ code: 'LIMIT_MEMORY', message: 'too big' });
  expect(program.ended).toMatchObject({ code: 'LIMIT_TIME' });
  expect(reports.filter((report) => report.kind === 'problem')).toHaveLength(1);
});

test('late results are dropped: batches of closed pages, answers after the end', async () => {
  const { guest, program, hostCalls, reports } = await openFakeProgram();
  await guest.call('navigateTo', { url: '/pages/c' });
  await guest.call('navigateBack');
  guest.send({ kind: 'render', page: 2, batch: 5, operations: [] });
  expect(program.ended).toBeUndefined();

  void guest.call('setStorage', { key: 'a', data: '1' });
  const heard = guest.heard.length;
  const reported = reports.length;
  program.dispose();
  hostCalls[0]?.answer({ ok: true, result: {} });
  guest.send({ kind: 'warning', code: 'LATE', message: 'x' });
  await program.idle();
  expect(guest.heard).toHaveLength(heard);
  expect(reports).toHaveLength(reported);
});

test('a call that the player does not answer goes to the host with the age of the last gesture', async () => {
  const { guest, hostCalls, clock, screen, program } = await openFakeProgram();
  const first = guest.call('constructor', { a: 1 });
  expect(hostCalls[0]).toMatchObject({ name: 'constructor', params: { a: 1 }, gestureAgeMs: undefined });
  hostCalls[0]?.answer({ ok: false, error: { errMsg: 'fail not supported' } });
  expect(await first).toMatchObject({ kind: 'fail', error: { errMsg: 'fail not supported' } });

  screen.act({ kind: 'gesture' });
  clock.advance(120);
  const second = guest.call('getClipboardData');
  expect(hostCalls[1]).toMatchObject({ gestureAgeMs: 120 });
  hostCalls[1]?.answer({ ok: true, result: { data: 'x' } });
  expect(await second).toMatchObject({ kind: 'settle', result: { data: 'x' } });
  await program.idle();
});

test('notifications and changes of the environment reach the guest', async () => {
  const { guest, notify, options, program } = await openFakeProgram();
  guest.take();
  notify('onNetworkStatusChange', { isConnected: false });
  const { system } = options.environment;
  program.setEnvironment({ ...options.environment, system: { ...system, theme: 'dark', windowWidth: 300 } });
  // This program does not follow the theme: it is not told of it.
  expect(guest.take()).toEqual(['notify', 'environment', 'notify', 'page-event 1']);
});

test('the background hides the page before the app, and comes back in reverse', async () => {
  const { guest, program } = await openFakeProgram();
  guest.take();
  program.hide();
  program.hide();
  expect(guest.take()).toEqual(['hide-page 1', 'hide-app']);
  program.show();
  expect(guest.take()).toEqual(['show-app', 'show-page 1']);
  program.hide();
  program.show({ path: '/pages/c', query: { a: '1&b=2' }, scene: 1007 });
  await program.idle();
  expect(guest.take()).toEqual(['hide-page 1', 'hide-app', 'show-app', 'close-page 1', 'open-page 2', 'rendered 2']);
  expect(program.pages()).toMatchObject([{ route: 'pages/c', query: { a: '1&b=2' } }]);
});

test('errors and logs are kept and reported with what is known of them', async () => {
  const { guest, program, reports } = await openFakeProgram();
  guest.send({ kind: 'error', where: 'onLoad of pages/c', message: 'boom', stack: '    at main.logic.js:3:7' });
  guest.send({ kind: 'warning', code: 'UNSUPPORTED_API', message: '"wx.fly" is not there' });
  guest.log({ level: 'info', text: 'hi', stack: '    at go (main.logic.js:9:1)' });
  guest.fail({ code: 'SCRIPT', message: 'late' });
  expect(program.problems).toMatchObject([
    { code: 'SCRIPT', message: 'onLoad of pages/c: boom', position: { file: 'main.logic.js', line: 3, column: 7 } },
    { code: 'SCRIPT', message: 'late' },
  ]);
  expect(program.warnings).toEqual([{ code: 'UNSUPPORTED_API', message: '"wx.fly" is not there' }]);
  expect(reports).toContainEqual({ kind: 'log', level: 'info', text: 'hi', position: 'main.logic.js:9:1' });
  expect(program.ended).toBeUndefined();
});
