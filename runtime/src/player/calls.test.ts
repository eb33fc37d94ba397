import { expect, test } from '@playwright/test';
import { capabilityTable } from '../capabilities/index.ts';
import type { Json } from '../protocol/json.ts';
import { openProgram } from './open-program.ts';
import { openFakeProgram, prepareFakeProgram } from './testing/open-fake-program.ts';

test('the player answers every name the table gives it, and the host none of them', async () => {
  const { guest, hostCalls, screen, program } = await openFakeProgram();
  const names = [...capabilityTable.values()].filter(({ answeredBy }) => answeredBy === 'player');
  for (const { name } of names) void guest.call(name, { url: 'x', itemList: ['a'], title: 't' });
  screen.answerModal('cancel');
  screen.answerActionSheet('cancel');
  await program.idle();
  expect(names.length).toBeGreaterThanOrEqual(30);
  expect(hostCalls.map(({ name }) => name)).toEqual([]);
});

test('a toast hides itself, a later one takes its place, loading stays', async () => {
  const { guest, screen, clock } = await openFakeProgram();
  await guest.call('showToast', { title: 'saved', duration: 1000 });
  expect(screen.toast).toMatchObject({ title: 'saved', icon: 'success', mask: false });
  await guest.call('showToast', { title: 12, icon: 'none', duration: 2000 });
  clock.advance(1000);
  expect(screen.toast).toMatchObject({ title: '12', icon: 'none' });
  clock.advance(1000);
  expect(screen.toast).toBeUndefined();

  await guest.call('showLoading', { title: 'wait', mask: true });
  clock.advance(60_000);
  expect(screen.toast).toMatchObject({ title: 'wait', icon: 'loading', mask: true });
  await guest.call('hideLoading');
  expect(screen.toast).toBeUndefined();
});

test('a modal waits for the person, and the program is idle meanwhile', async () => {
  const { guest, screen, program } = await openFakeProgram();
  const asked = guest.call('showModal', { title: 'Delete?', confirmText: 'Yes' });
  await program.idle();
  expect(screen.modal).toMatchObject({ title: 'Delete?', confirmText: 'Yes', showCancel: true, editable: false });
  screen.answerModal('confirm');
  expect(await asked).toMatchObject({ kind: 'settle', result: { confirm: true, cancel: false, content: null } });
  expect(screen.modal).toBeUndefined();

  const typed = guest.call('showModal', { editable: true });
  screen.answerModal('confirm', 'Ann');
  expect(await typed).toMatchObject({ result: { confirm: true, content: 'Ann' } });
});

test('a second modal cancels the first', async () => {
  const { guest, screen } = await openFakeProgram();
  const first = guest.call('showModal', { title: 'one' });
  const second = guest.call('showModal', { title: 'two' });
  expect(await first).toMatchObject({ result: { confirm: false, cancel: true } });
  screen.answerModal('cancel');
  expect(await second).toMatchObject({ result: { confirm: false, cancel: true } });
});

test('an action sheet gives the index, cancelling fails, and so does an empty list', async () => {
  const { guest, screen } = await openFakeProgram();
  const chosen = guest.call('showActionSheet', { itemList: ['a', 'b'] });
  expect(screen.actionSheet?.items).toEqual(['a', 'b']);
  screen.answerActionSheet(1);
  expect(await chosen).toMatchObject({ kind: 'settle', result: { tapIndex: 1 } });
  const closed = guest.call('showActionSheet', { itemList: ['a'] });
  screen.answerActionSheet('cancel');
  expect(await closed).toMatchObject({ kind: 'fail', error: { errMsg: 'fail cancel', code: 'CANCELLED' } });
  expect(await guest.call('showActionSheet', { itemList: [] })).toMatchObject({ kind: 'fail' });
});

test('bar and background of the visible page change, those of the others do not', async () => {
  const { guest, screen, reports } = await openFakeProgram();
  await guest.call('navigateTo', { url: '/pages/c' });
  await guest.call('setNavigationBarTitle', { title: 'Hello' });
  await guest.call('setNavigationBarColor', {
    frontColor: '#FFFFFF',
    backgroundColor: '#123456',
    animation: { duration: 400 },
  });
  await guest.call('showNavigationBarLoading');
  await guest.call('setBackgroundColor', { backgroundColor: '#eeeeee' });
  await guest.call('setBackgroundTextStyle', { textStyle: 'light' });
  expect(screen.visible?.navigationBar).toEqual({
    title: 'Hello',
    backgroundColor: '#123456',
    textStyle: 'white',
    loading: true,
    back: true,
    home: false,
    custom: false,
    animationMs: 400,
  });
  expect(screen.visible?.background).toMatchObject({ color: '#eeeeee', textStyle: 'light' });
  expect(screen.page(1)?.navigationBar).toMatchObject({ title: 'Fake', textStyle: 'black', back: false });
  expect(reports).toContainEqual({ kind: 'title', text: 'Hello' });
  expect(reports.at(-1)).toEqual({ kind: 'capsule', textStyle: 'white' });
  expect(await guest.call('setNavigationBarColor', { frontColor: 'red', backgroundColor: '#fff' })).toMatchObject({
    error: { errMsg: 'fail invalid frontColor "red"' },
  });
});

test('the home button stands on a first page that is neither entry nor tab, until hidden', async () => {
  const { guest, screen } = await openFakeProgram();
  await guest.call('reLaunch', { url: '/pages/c' });
  expect(screen.visible?.navigationBar).toMatchObject({ home: true, back: false });
  await guest.call('hideHomeButton');
  expect(screen.visible?.navigationBar).toMatchObject({ home: false });
});

test('tabs change their items, badges and style, on tab pages only', async () => {
  const { guest, screen } = await openFakeProgram();
  expect(screen.tabBar).toMatchObject({ selected: 0, items: [{ text: 'A' }, { text: 'B', iconPath: '/b.png' }] });
  await guest.call('setTabBarItem', { index: 0, text: 'First', iconPath: 'x.png' });
  await guest.call('setTabBarBadge', { index: 0, text: 3 });
  await guest.call('showTabBarRedDot', { index: 1 });
  await guest.call('setTabBarStyle', { color: '#111111' });
  expect(screen.tabBar).toMatchObject({
    color: '#111111',
    items: [
      { text: 'First', iconPath: '/x.png', badge: '3' },
      { text: 'B', redDot: true },
    ],
  });
  expect(await guest.call('setTabBarBadge', { index: 7, text: 'x' })).toMatchObject({
    error: { errMsg: 'fail tabbar item not found' },
  });
  await guest.call('hideTabBar');
  expect(screen.tabBar).toBeUndefined();
  await guest.call('showTabBar');
  await guest.call('navigateTo', { url: '/pages/c' });
  expect(screen.tabBar).toBeUndefined();
  expect(await guest.call('showTabBar')).toMatchObject({ error: { errMsg: 'fail not TabBar page' } });
});

test('a question about nodes waits for the page to be drawn, and for the batch of its own turn', async () => {
  const prepared = prepareFakeProgram();
  const { guest } = prepared;
  guest.answer = () => [];
  await openProgram(prepared.options);
  const queries = [{ selector: 'view', single: false, fields: ['id'] }];
  const early = guest.call('queryNodes', { page: 1, queries });
  guest.send({ kind: 'render', page: 1, batch: 1, operations: [[0, 1, 0, 0, 0, 0, 0, ['a']]] });
  expect(await early).toMatchObject({ result: { results: [[{ id: 'row' }]] } });
  const late = guest.call('queryNodes', { page: 1, queries });
  guest.send({ kind: 'render', page: 1, batch: 2, operations: [[0, 2, 0, 0, 0, 0, 0, ['b']]] });
  expect(await late).toMatchObject({ result: { results: [[{ id: 'row' }, { id: 'row' }]] } });
});

test('nodes are looked up in the page that asks', async () => {
  const { guest } = await openFakeProgram();
  const queries: Json[] = [
    { selector: '#row', single: true, fields: ['id', 'rect', 'size', 'tag'], computedStyle: ['margin-top'] },
    { selector: '.none', single: true, fields: ['rect'] },
    { selector: 'view', single: false, fields: ['id'] },
    { selector: null, single: true, fields: ['scrollOffset'] },
  ];
  expect(await guest.call('queryNodes', { page: 1, queries })).toMatchObject({
    kind: 'settle',
    result: {
      results: [
        { id: 'row', tag: 'view', left: 0, width: 0, 'margin-top': '' },
        null,
        [{ id: 'row' }],
        { scrollTop: 0 },
      ],
    },
  });
  expect(await guest.call('queryNodes', { page: 1, block: 44, queries })).toMatchObject({
    result: { results: [null, null, [], { scrollTop: 0 }] },
  });
  expect(await guest.call('queryNodes', { page: 8, queries })).toMatchObject({ kind: 'fail' });
});

test('observers of nodes: what is not there is said, stopping is quiet, numbers are used once', async () => {
  const { guest } = await openFakeProgram();
  const margins = { left: 0, right: 0, top: 0, bottom: 0 };
  const observe = (observer: number, selector: string, area: string | null = null, change = {}) =>
    guest.call('observeIntersection', {
      ...{ page: 1, observer, selector, all: true, thresholds: [0], initialRatio: 0 },
      areas: [{ selector: area, margins }],
      ...change,
    });
  expect(await observe(1, '#row')).toMatchObject({ kind: 'settle' });
  expect(await observe(2, '.none')).toMatchObject({ error: { errMsg: 'fail no node matches ".none"' } });
  expect(await observe(3, '#row', '#none')).toMatchObject({ error: { errMsg: 'fail no node matches "#none"' } });
  expect(await observe(4, '#row', null, { page: 9 })).toMatchObject({ error: { errMsg: 'fail the page is closed' } });
  expect(await observe(5, '#row', null, { thresholds: [2] })).toMatchObject({ kind: 'fail' });
  expect(await observe(1, '#row')).toMatchObject({ kind: 'fail' });
  expect(await guest.call('stopObserving', { observers: [1, 77] })).toMatchObject({ kind: 'settle' });
  expect(await observe(1, '#row')).toMatchObject({ kind: 'settle' });
  expect(await guest.call('observeMedia', { page: 1, observer: 6, conditions: { minWidth: 1 } })).toMatchObject({
    kind: 'settle',
  });
  expect(await guest.call('observeMedia', { page: 1, observer: 7, conditions: { orientation: 'x' } })).toMatchObject({
    kind: 'fail',
  });
});

test('a page has so many observers and no more', async () => {
  const { guest } = await openFakeProgram();
  const observe = (observer: number) => guest.call('observeMedia', { page: 1, observer, conditions: {} });
  const answers = await Promise.all(Array.from({ length: 1001 }, (_, at) => observe(at)));
  expect(answers.filter(({ kind }) => kind === 'settle').length).toBe(1000);
  expect(answers.at(-1)).toMatchObject({
    error: { errMsg: 'fail there are 1000 observers already; disconnect those no longer needed' },
  });
});
