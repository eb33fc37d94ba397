import { expect, test } from '@playwright/test';
import { wxMembers } from '../../protocol/wx-members.ts';
import { ownMembers } from './create-wx.ts';
import { openWx } from './fixtures/fake-link.ts';

test('every documented member is there, enumerable, and can be replaced', () => {
  const { wx } = openWx();
  expect(Object.keys(wx).sort()).toEqual(Object.keys(wxMembers).sort());
  for (const [name, { kind }] of Object.entries(wxMembers)) {
    expect([name, typeof wx[name]]).toEqual([name, kind === 'property' ? 'object' : 'function']);
  }
  wx.showToast = 1;
  wx.more = 2;
  expect([wx.showToast, wx.more, Object.isExtensible(wx)]).toEqual([1, 2, true]);
});

test('what the table says the guest answers, the guest makes itself; what nobody answers it does not make', () => {
  const { wx, link, call, warnings } = openWx();
  const own = ownMembers(link, wx);
  const answered = Object.entries(wxMembers).flatMap(([name, { by }]) => (by === 'guest' ? [name] : []));
  expect(answered.filter((name) => !own.has(name))).toEqual([]);
  // `on` and `off` are all made alike: they keep listeners, whether or not somebody tells them anything.
  const unanswered = [...own.keys()].filter((name) => wxMembers[name]?.by === 'none' && !/^(on|off)[A-Z]/.test(name));
  expect(unanswered).toEqual([]);
  for (const [name, { kind, by }] of Object.entries(wxMembers)) {
    if (kind === 'on' && by !== 'none') call(name, () => undefined);
  }
  expect(warnings).toEqual([]);
});

const order: readonly [what: string, ok: boolean, given: string[], told: string[]][] = [
  ['success alone', true, ['success'], ['success']],
  ['fail alone, on success', true, ['fail'], []],
  ['complete alone', true, ['complete'], ['complete']],
  ['all three, on success', true, ['complete', 'fail', 'success'], ['success', 'complete']],
  ['all three, on failure', false, ['complete', 'fail', 'success'], ['fail', 'complete']],
  ['success alone, on failure', false, ['success'], []],
];
for (const [what, ok, given, told] of order) {
  test(`callbacks: ${what}`, () => {
    const { call, settle } = openWx();
    const heard: unknown[] = [];
    const callbacks = Object.fromEntries(given.map((name) => [name, (answer: unknown) => heard.push([name, answer])]));
    expect(call('setClipboardData', { data: 'x', ...callbacks })).toBeUndefined();
    expect(heard).toEqual([]);
    settle(ok ? { ok: true, result: { more: 1 } } : { ok: false, error: { errMsg: 'fail auth deny', errno: 103 } });
    const answer = ok
      ? { errMsg: 'setClipboardData:ok', more: 1 }
      : { errMsg: 'setClipboardData:fail auth deny', errno: 103 };
    expect(heard).toEqual(told.map((name) => [name, answer]));
  });
}

test('without callbacks it is a promise', async () => {
  const { call, settle } = openWx();
  const good = call('getClipboardData');
  settle({ ok: true, result: { data: 'x' } });
  expect(await good).toEqual({ data: 'x', errMsg: 'getClipboardData:ok' });
  const bad = call('getClipboardData', {});
  settle({ ok: false, error: { errMsg: 'fail no', code: 'DENIED' } });
  await expect(bad).rejects.toEqual({ errMsg: 'getClipboardData:fail no' });
});

test('a call nobody waits for may fail in silence; a chain on it may not', async () => {
  const { call, settle } = openWx();
  const unhandled: unknown[] = [];
  const listener = (reason: unknown) => unhandled.push(reason);
  const before = process.listeners('unhandledRejection');
  process.removeAllListeners('unhandledRejection');
  process.on('unhandledRejection', listener);
  call('vibrateLong');
  settle({ ok: false, error: { errMsg: 'fail no' } });
  await new Promise(setImmediate);
  expect(unhandled).toEqual([]);
  const started = call('vibrateLong');
  if (started instanceof Promise) void started.then(() => undefined);
  settle({ ok: false, error: { errMsg: 'fail no' } });
  await new Promise(setImmediate);
  expect(unhandled).toEqual([{ errMsg: 'vibrateLong:fail no' }]);
  process.off('unhandledRejection', listener);
  for (const one of before) process.on('unhandledRejection', one);
});

test('an exception in a callback is reported and does not stop complete', () => {
  const { call, settle, guarded } = openWx();
  const heard: string[] = [];
  call('vibrateLong', {
    success: () => {
      throw new Error('mine');
    },
    complete: () => heard.push('complete'),
  });
  settle({ ok: true, result: {} });
  expect(heard).toEqual(['complete']);
  expect(guarded).toEqual([['success of wx.vibrateLong', 'mine']]);
});

test('options leave as a JSON copy without callbacks, made at once', () => {
  const { call, sent } = openWx();
  const options = { title: 'a', nested: { at: new Date(0), run: () => 1 }, success: () => undefined, none: undefined };
  call('showToast', options);
  options.title = 'b';
  call('showToast');
  call('showToast', null);
  expect(sent).toEqual([
    ['showToast', { title: 'a', nested: { at: '1970-01-01T00:00:00.000Z' } }],
    ['showToast', {}],
    ['showToast', {}],
  ]);
});

test('what is no options object, and what is no data, fails without a call', async () => {
  const { call, sent } = openWx();
  await expect(call('showToast', 'hello')).rejects.toEqual({
    errMsg: 'showToast:fail parameter error: parameter should be Object instead of String;',
    errno: 1001,
  });
  const cycle: Record<string, unknown> = {};
  cycle.self = cycle;
  await expect(call('showModal', cycle)).rejects.toMatchObject({ errno: 1001 });
  await expect(call('navigateTo', cycle)).rejects.toMatchObject({ errno: 1001 });
  expect(sent).toEqual([]);
});

test('onX and offX: order, one listener, all listeners', () => {
  const { wx, call, happen } = openWx();
  const heard: unknown[] = [];
  const first = (value: unknown) => heard.push(['first', value]);
  const second = (value: unknown) => heard.push(['second', value]);
  call('onAppShow', first);
  call('onAppShow', second);
  call('onAppShow', 'no function');
  happen('show', { path: 'a', query: {}, scene: 1001 });
  expect(heard.map((one) => (Array.isArray(one) ? one[0] : one))).toEqual(['first', 'second']);
  call('offAppShow', first);
  happen('show', { path: 'b', query: {}, scene: 1001 });
  call('offAppShow');
  happen('show', { path: 'c', query: {}, scene: 1001 });
  expect(heard.length).toBe(3);
  expect(wx.offNeedPrivacyAuthorization).toBeUndefined();
});

test('theme and window size are told when they change', () => {
  const { call, environment } = openWx();
  const heard: unknown[] = [];
  call('onThemeChange', (value: unknown) => heard.push(value));
  call('onWindowResize', (value: unknown) => heard.push(value));
  environment({ theme: 'light' });
  environment({ theme: 'dark' });
  environment({ theme: 'dark', windowWidth: 400 });
  expect(heard).toEqual([{ theme: 'dark' }, { size: { windowWidth: 400, windowHeight: 600 } }]);
});

test('network changes come as notices', () => {
  const { call, notify } = openWx();
  const heard: unknown[] = [];
  call('onNetworkStatusChange', (value: unknown) => heard.push(value));
  notify('onNetworkStatusChange', { isConnected: false, networkType: 'none' });
  call('offNetworkStatusChange');
  notify('onNetworkStatusChange', { isConnected: true, networkType: 'wifi' });
  expect(heard).toEqual([{ isConnected: false, networkType: 'none' }]);
});

const usable: readonly [schema: string, usable: boolean][] = [
  ['showToast', true],
  ['showToast.object', true],
  ['showToast.object.title', true],
  ['showToast.object.icon.none', true],
  ['showToast.object.icon.error', false],
  ['showToast.object.image', false],
  ['showToast.success.errMsg', true],
  ['showToast.title', false],
  ['showModal.success.confirm', true],
  ['showModal.success.content', false],
  // Nobody has written down what this one takes.
  ['showActionSheet.object.itemList', true],
  ['getSystemInfo.success.screenWidth', true],
  ['getSystemInfo.success.cameraHeight', false],
  ['getSystemInfoSync.return.screenWidth', true],
  ['getSystemInfoSync.return.safeArea.left', true],
  ['getSystemInfoSync.return.safeArea.depth', false],
  ['getSystemInfoSync.return.cameraHeight', false],
  ['getUpdateManager.return.applyUpdate', true],
  ['setStorageSync', true],
  ['setStorageSync.return.x', true],
  ['setClipboardData', true],
  ['vibrateLong', false],
  ['getUserProfile', false],
  ['createCanvasContext', true],
  ['CanvasContext.draw', true],
  ['CanvasContext.paint', false],
  ['SelectorQuery', true],
  ['SelectorQuery.selectAll', true],
  ['NodesRef.boundingClientRect', true],
  ['NodesRef.paint', false],
  ['UpdateManager.onUpdateReady', true],
  ['console.log', true],
  ['env.USER_DATA_PATH', true],
  ['env.HOME', false],
  ['cloud', false],
  ['cloud.init', false],
  ['onThemeChange', true],
  ['onThemeChange.callback.theme', true],
  ['onHCEMessage', false],
  ['onHCEMessage.callback.reason', false],
  ['constructor', false],
  ['constructor.name', false],
  ['__proto__', false],
  ['showToast.__proto__', false],
  ['toString', false],
  ['*', false],
  ['', false],
  ['view', true],
  ['view.class', true],
  ['view.aria-label', true],
  ['view.bindtap', true],
  ['view.bindload', false],
  ['view.size', false],
  ['button', true],
  ['button.size', true],
  ['button.size.mini', true],
  ['button.size.huge', false],
  ['button.activeColor', true],
  ['button.open-type.share', true],
  ['button.openType.share', true],
  ['button.open-type.contact', false],
  ['button.lang', false],
  ['button.bind:getuserinfo', true],
  ['live-pusher', false],
];
for (const [schema, expected] of usable) {
  test(`canIUse(${JSON.stringify(schema)}) is ${expected}`, () => {
    expect(openWx().call('canIUse', schema)).toBe(expected);
  });
}
