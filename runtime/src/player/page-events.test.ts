import { expect, test } from '@playwright/test';
import type { Json } from '../protocol/json.ts';
import { openFakeProgram } from './testing/open-fake-program.ts';

test('a tap arrives as touches and a tap with block, node and offsets of whoever listens', async () => {
  const { guest, program, hostCalls } = await openFakeProgram();
  guest.take();
  program.tap('#row');
  expect(guest.heard.slice(-3)).toMatchObject([
    { kind: 'event', page: 1, block: 1, node: 0, type: 'touchstart', bubbles: true, offsets: [] },
    { type: 'touchend' },
    { type: 'tap', detail: { x: 0, y: 0 }, offsets: [{ block: 1, node: 0, left: 0, top: 0 }] },
  ]);
  void guest.call('getClipboardData');
  expect(hostCalls[0]?.gestureAgeMs).toBe(0);
  expect(() => program.tap('#nothing')).toThrow('No node of tab/a matches "#nothing"');
});

test('input and component events stay at their node', async () => {
  const { guest, program } = await openFakeProgram();
  program.input('#row', 'milk');
  program.emit('#row', 'confirm', { value: 'milk' });
  expect(guest.heard.slice(-2)).toMatchObject([
    { type: 'input', bubbles: false, detail: { value: 'milk', cursor: 4 } },
    { type: 'confirm', bubbles: false, detail: { value: 'milk' } },
  ]);
});

test('a navigator opens its page, and the guest never hears of it', async () => {
  const { guest, program } = await openFakeProgram();
  program.tap('navigator');
  await program.idle();
  expect(program.pages().at(-1)).toMatchObject({ route: 'pages/d', query: { from: 'c' } });
  expect(guest.heard.filter((message) => message.kind === 'event' && message.type === 'navigate')).toEqual([]);
});

test('a navigator that cannot go where it says is a warning', async () => {
  const { program } = await openFakeProgram();
  program.emit('navigator', 'navigate', { url: '/pages/gone', openType: 'navigate', delta: 1, target: 'self' });
  await program.idle();
  program.emit('navigator', 'navigate', { openType: 'fly' });
  await program.idle();
  expect(program.warnings).toMatchObject([
    { code: 'ELEMENT', message: expect.stringContaining('page "pages/gone" is not found') },
    { code: 'ELEMENT', message: expect.stringContaining('"fly"') },
  ]);
});

const outward: readonly [openType: string, call: string, params: Json][] = [
  ['navigate', 'navigateToMiniProgram', { appId: 'wx1', path: 'a?b=1', extraData: { c: 2 }, envVersion: 'trial' }],
  ['navigateBack', 'navigateBackMiniProgram', { extraData: { c: 2 } }],
  ['exit', 'exitMiniProgram', {}],
];
for (const [openType, call, params] of outward) {
  test(`a navigator that would ${openType} another program asks the host, and tells its program what became of it`, async () => {
    const { guest, hostCalls, program } = await openFakeProgram();
    const to = { target: 'miniProgram', appId: 'wx1', path: 'a?b=1', extraData: { c: 2 }, version: 'trial' };
    for (const outcome of [
      { ok: false, error: { errMsg: 'fail cancel' } },
      { ok: true, result: {} },
    ] as const) {
      program.emit('navigator', 'navigate', { ...to, openType });
      const asked = hostCalls.at(-1);
      expect(asked).toMatchObject({ name: call, params });
      asked?.answer(outcome);
      await program.idle();
      const errMsg = `${call}:${outcome.ok ? 'ok' : 'fail cancel'}`;
      expect(guest.heard.slice(-2)).toMatchObject([
        { type: outcome.ok ? 'success' : 'fail', bubbles: false, detail: { errMsg } },
        { type: 'complete', detail: { errMsg } },
      ]);
    }
    expect(program.warnings).toMatchObject([{ code: 'ELEMENT' }]);
  });
}

test('a tapped tab tells its page, whether it was opened, shown or in front already', async () => {
  const { guest, screen, program } = await openFakeProgram();
  const after = async (index: number) => {
    guest.take();
    screen.act({ kind: 'tab', index });
    await program.idle();
    return guest.take().filter((message) => message !== 'rendered 2');
  };
  expect(await after(0)).toEqual(['page-event 1']);
  expect(await after(1)).toEqual(['hide-page 1', 'open-page 2', 'page-event 2']);
  expect(await after(0)).toEqual(['hide-page 2', 'show-page 1', 'page-event 1']);
  expect(guest.heard.at(-1)).toMatchObject({
    name: 'onTabItemTap',
    data: { index: 0, pagePath: 'tab/a', text: 'A' },
  });
  expect(await after(9)).toEqual([]);
});

test('the player’s own buttons go back and home', async () => {
  const { guest, screen, program } = await openFakeProgram();
  await guest.call('navigateTo', { url: '/pages/c' });
  screen.act({ kind: 'back' });
  await program.idle();
  expect(program.route).toBe('tab/a');
  await guest.call('reLaunch', { url: '/pages/d' });
  screen.act({ kind: 'home' });
  await program.idle();
  expect(program.pages()).toMatchObject([{ route: 'tab/a' }]);
});

test('scrolling tells the page, and its end once each time it is reached', async () => {
  const { guest, screen } = await openFakeProgram();
  await guest.call('navigateTo', { url: '/pages/c' });
  const page = screen.visible;
  const names = () =>
    guest.heard.flatMap((message) => (message.kind === 'page-event' ? [message.name.replace('on', '')] : []));
  page?.setScroll({ scrollTop: 0, scrollHeight: 1000, clientHeight: 500 });
  page?.setScroll({ scrollTop: 479 });
  expect(names()).toEqual(['PageScroll', 'PageScroll']);
  page?.setScroll({ scrollTop: 480 });
  page?.setScroll({ scrollTop: 490 });
  expect(names().filter((name) => name === 'ReachBottom')).toHaveLength(1);
  // The list grew while its old end was in view.
  page?.setScroll({ scrollTop: 1000, scrollHeight: 1500 });
  expect(names().filter((name) => name === 'ReachBottom')).toHaveLength(2);
});

test('pulling shows the spinner and asks the page to refresh, until it says stop', async () => {
  const { guest, screen } = await openFakeProgram();
  screen.visible?.page.listener.pulled();
  expect(screen.visible?.refreshing).toBe(true);
  expect(guest.heard.at(-1)).toMatchObject({ kind: 'page-event', name: 'onPullDownRefresh' });
  await guest.call('stopPullDownRefresh');
  expect(screen.visible?.refreshing).toBe(false);
  await guest.call('startPullDownRefresh');
  expect(screen.visible?.refreshing).toBe(true);
});

test('pageScrollTo scrolls the visible page', async () => {
  const { guest, screen } = await openFakeProgram();
  await guest.call('pageScrollTo', { scrollTop: 120, duration: 0 });
  expect(screen.visible?.scroll.scrollTop).toBe(120);
  expect(await guest.call('pageScrollTo', { selector: '.none' })).toMatchObject({ kind: 'fail' });
});
