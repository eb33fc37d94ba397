import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { createAnimation } from './animation.ts';
import { arrayBufferToBase64, base64ToArrayBuffer } from './base64.ts';
import { openWx } from './fixtures/fake-link.ts';

test('system information is what launch told', async () => {
  const { call } = openWx();
  expect(call('getSystemInfoSync')).toMatchObject({
    model: 'model',
    windowHeight: 600,
    theme: 'light',
    SDKVersion: '3.0.0',
  });
  expect(call('getWindowInfo')).toMatchObject({ screenTop: 67, safeArea: { top: 20 } });
  expect(call('getMenuButtonBoundingClientRect')).toMatchObject({ width: 87, height: 32 });
  expect(call('getAccountInfoSync')).toEqual({
    miniProgram: { appId: 'todos', version: '1.2.3', envVersion: 'develop' },
    plugin: {},
  });
  expect(call('getLaunchOptionsSync')).toEqual({ path: 'a', query: { x: '1' }, scene: 1001 });
  expect(call('getEnterOptionsSync')).toMatchObject({ scene: 1037 });
  let inTime: unknown;
  call('getSystemInfo', { success: (answer: unknown) => (inTime = answer) });
  expect(inTime).toMatchObject({ errMsg: 'getSystemInfo:ok', windowWidth: 375 });
  expect(await call('getSystemInfoAsync')).toMatchObject({ errMsg: 'getSystemInfoAsync:ok' });
});

test('no update is ever waiting', () => {
  const { call, endTurn } = openWx();
  const heard: unknown[] = [];
  const manager = call('getUpdateManager');
  Object(manager).onCheckForUpdate((answer: unknown) => heard.push(answer));
  Object(manager).onUpdateReady(() => heard.push('ready'));
  expect(heard).toEqual([]);
  endTurn();
  expect(heard).toEqual([{ hasUpdate: false }]);
});

test('nextTick and idle callbacks run at the end of the turn', () => {
  const { call, endTurn } = openWx();
  const heard: unknown[] = [];
  call('nextTick', () => heard.push('tick'));
  call('requestIdleCallback', (deadline: unknown) => heard.push(Object(deadline).timeRemaining()));
  call(
    'cancelIdleCallback',
    call('requestIdleCallback', () => heard.push('cancelled')),
  );
  endTurn();
  expect(heard).toEqual(['tick', 16]);
});

test('random bytes come from the door, in pieces it can give', async () => {
  const { call } = openWx();
  const answer = Object(await call('getRandomValues', { length: 70_000 }));
  expect(answer.randomValues.byteLength).toBe(70_000);
});

test('base64 agrees with Node both ways', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      const text = Buffer.from(bytes).toString('base64');
      expect(arrayBufferToBase64(bytes)).toBe(text);
      expect(new Uint8Array(base64ToArrayBuffer(text))).toEqual(new Uint8Array(bytes));
    }),
  );
  expect(arrayBufferToBase64(undefined)).toBe('');
});

test('an animation exports its steps once, each with the transforms before it', () => {
  const animation = createAnimation({ duration: 100, timingFunction: 'ease' });
  const call = (name: string, ...values: unknown[]) => Object(animation)[name](...values);
  call('rotate', 45);
  call('opacity', 0.5);
  call('width', 10);
  expect(call('step', { delay: 5 })).toBe(animation);
  call('rotate', 90);
  call('backgroundColor', 'red');
  call('step');
  const transition = { duration: 100, timingFunction: 'ease', delay: 5 };
  const rest = [
    { type: 'style', args: ['opacity', 0.5] },
    { type: 'style', args: ['width', '10px'] },
  ];
  expect(call('export')).toEqual({
    actions: [
      { animates: [{ type: 'rotate', args: [45] }, ...rest], option: { transformOrigin: '50% 50% 0', transition } },
      {
        animates: [{ type: 'rotate', args: [90] }, ...rest, { type: 'style', args: ['background-color', 'red'] }],
        option: { transformOrigin: '50% 50% 0', transition: { ...transition, delay: 0 } },
      },
    ],
  });
  expect(call('export')).toEqual({ actions: [] });
});

test('a selector query asks once and hands out the answers in order', () => {
  const { call, sent, settle, warnings } = openWx();
  const heard: unknown[] = [];
  const query = Object(call('createSelectorQuery'));
  query.select('#a').boundingClientRect((answer: unknown) => heard.push(['a', answer]));
  query.select('#plain').node();
  query.selectAll('.b').fields({ size: true, properties: ['src'], computedStyle: ['marginTop'] });
  query.selectViewport().scrollOffset((answer: unknown) => heard.push(['view', answer]));
  query.in('component').exec((answers: unknown) => heard.push(['all', answers]));
  expect(sent).toEqual([
    [
      'queryNodes',
      {
        page: 3,
        block: 7,
        queries: [
          { selector: '#a', single: true, fields: ['id', 'rect', 'size', 'at'], properties: [] },
          { selector: '#plain', single: true, fields: ['tag', 'surface'], properties: [] },
          { selector: '.b', single: false, fields: ['size'], properties: ['src'], computedStyle: ['marginTop'] },
          { selector: null, single: true, fields: ['id', 'scrollOffset', 'at'], properties: [] },
        ],
      },
    ],
  ]);
  settle({
    ok: true,
    result: { results: [{ id: 'a', at: [7, 2] }, { tag: 'view' }, [{ width: 1 }], { scrollTop: 4 }] },
  });
  const [a, view] = [
    { id: 'a', dataset: { at: '3/7/2' } },
    { scrollTop: 4, dataset: { at: '3/0/0' } },
  ];
  expect(heard).toEqual([
    ['a', a],
    ['view', view],
    ['all', [a, { node: null }, [{ width: 1 }], view]],
  ]);
  expect(warnings).toEqual([]);
});

test('a canvas of a selector query is the same object each time, and none when nothing is drawn on', () => {
  const { call, settle } = openWx();
  const found: unknown[] = [];
  const ask = (surface: number | null) => {
    const query = Object(call('createSelectorQuery'));
    const exec = ([answer]: readonly unknown[]) => found.push(Object(answer).node);
    query.select('#chart').fields({ node: true, size: true }).exec(exec);
    settle({ ok: true, result: { results: [{ tag: 'canvas', surface, width: 300, height: 200 }] } });
  };
  ask(5);
  ask(5);
  ask(null);
  expect(found[0]).toBe(found[1]);
  expect(Object(found[0]).getContext('2d').canvas).toBe(found[0]);
  expect(found[2]).toBe(null);
});

test('a selector query of a page that is gone finds nothing', () => {
  const { call, sent, endTurn } = openWx();
  const query = Object(call('createSelectorQuery'));
  const answers: unknown[] = [];
  query
    .in('gone')
    .select('#a')
    .boundingClientRect()
    .exec((answer: unknown) => answers.push(answer));
  endTurn();
  expect([answers, sent]).toEqual([[[null]], []]);
});

test('navigateTo gives both pages an end of one channel', () => {
  const { call, sent, settle, opened } = openWx();
  const heard: unknown[] = [];
  let opener: unknown;
  call('navigateTo', {
    url: '../detail/detail?id=1',
    events: { picked: (value: unknown) => heard.push(['opener', value]) },
    success: (answer: unknown) => (opener = Object(answer).eventChannel),
  });
  expect(sent).toEqual([['navigateTo', { url: '../detail/detail?id=1' }]]);
  const page = Object(opened('navigateTo', 'pages/detail/detail'));
  settle();
  page.once('data', (value: unknown) => heard.push(['page', value]));
  Object(opener).emit('data', 1);
  Object(opener).emit('data', 2);
  page.emit('picked', 3);
  expect(heard).toEqual([
    ['page', 1],
    ['opener', 3],
  ]);
  // A page that nobody opened so has an end too; it leads nowhere.
  Object(opened('redirectTo', 'pages/detail/detail')).emit('picked', 4);
  expect(heard.length).toBe(2);
});

test('a navigation that failed leaves no channel behind', () => {
  const { call, settle, opened } = openWx();
  const heard: unknown[] = [];
  const events = { picked: (value: unknown) => heard.push(value) };
  call('navigateTo', { url: '/a/a', events, fail: () => undefined });
  settle({ ok: false, error: { errMsg: 'fail page "a/a" is not found' } });
  Object(opened('navigateTo', 'a/a')).emit('picked', 1);
  expect(heard).toEqual([]);
});
