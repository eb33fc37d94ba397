import { expect, test } from '@playwright/test';
import { compileTemplate } from '../../compiler/template/index.ts';
import { createPageTree } from '../../view/index.ts';
import { type RunningTestProgram, startProgram } from '../program-for-tests.ts';

function start(files: Record<string, string>): Promise<RunningTestProgram> {
  return startProgram(
    { compileTemplate, createPageTree },
    { files: { 'pages/a/a.wxml': 'a', 'pages/b/b.wxml': 'b', ...files } },
  );
}

const logging = (name: string, more = '') =>
  `Page({ onLoad(q) { log('${name} onLoad ' + JSON.stringify(q)) }, onShow() { log('${name} onShow') }, onHide() { log('${name} onHide') }, onReady() { log('${name} onReady') }, onUnload() { log('${name} onUnload') }, ${more} })`;

test('app: launch, show, hide, getApp', async () => {
  const program = await start({
    'app.js': `log(getApp({ allowDefault: true }) !== undefined); getApp({ allowDefault: true }).early = 1;
      App({ globalData: { user: 'u' }, custom: 5, onLaunch(o) { log('launch ' + o.scene + this.globalData.user) }, onShow(o) { log('show ' + o.scene) }, onHide() { log('hide') } });
      App({ custom: 6 })`,
    'pages/a/a.js':
      'const app = getApp(); Page({ onLoad() { log([app.custom, app.early, app === getApp()].join()) } })',
  });
  await program.open('pages/a/a');
  await program.deliver({ kind: 'hide-app' }, { kind: 'show-app', options: { path: '', query: {}, scene: 1011 } });
  expect(program.log).toEqual([true, 'launch 1001u', 'show 1001', '5,1,true', 'hide', 'show 1011']);
  expect(program.warnings()).toEqual([expect.stringContaining('App() was called more than once')]);
});

test('pages: order across navigation, getCurrentPages, route and raw query', async () => {
  const program = await start({
    'pages/a/a.js': logging('a'),
    'pages/b/b.js': logging(
      'b',
      'stack() { log(getCurrentPages().map((p) => p.route + "|" + p.__route__ + "|" + p.is).join()); log(this.options) }',
    ),
  });
  await program.open('pages/a/a', { q: 'a%20b' }, 'launch');
  await program.deliver(
    { kind: 'hide-page', page: 1 },
    { kind: 'open-page', page: 2, route: 'pages/b/b', query: { id: '1' }, openType: 'navigateTo' },
  );
  await program.acknowledge();
  await program.deliver({ kind: 'inspect', id: 1, method: 'call-method', params: { method: 'stack' } });
  await program.deliver({ kind: 'close-page', page: 2 }, { kind: 'show-page', page: 1 });
  expect(program.log).toEqual([
    ...['a onLoad {"q":"a%20b"}', 'a onShow', 'a onReady', 'a onHide', 'b onLoad {"id":"1"}', 'b onShow', 'b onReady'],
    'pages/a/a|pages/a/a|pages/a/a,pages/b/b|pages/b/b|pages/b/b',
    { id: '1' },
    ...['b onUnload', 'a onShow'],
  ]);
});

test('the stack follows tabs and redirects', async () => {
  const program = await start({ 'pages/a/a.js': 'Page({})', 'pages/b/b.js': 'Page({})' });
  const stack = async () => {
    await program.deliver({ kind: 'inspect', id: 1, method: 'pages', params: null });
    const answer = program.messages.at(-1);
    return answer?.kind === 'inspected' && Array.isArray(answer.result)
      ? answer.result.map((one) => Object(one).page)
      : [];
  };
  await program.open('pages/a/a', {}, 'launch');
  await program.open('pages/b/b', {}, 'navigateTo');
  expect(await stack()).toEqual([1, 2]);
  await program.deliver({ kind: 'close-page', page: 2 });
  await program.open('pages/b/b', {}, 'redirectTo');
  expect(await stack()).toEqual([1, 3]);
  await program.open('pages/b/b', {}, 'switchTab');
  expect(await stack()).toEqual([4]);
  await program.deliver({ kind: 'show-page', page: 1 });
  expect(await stack()).toEqual([1]);
});

test('data and own fields are copies per page, methods are shared', async () => {
  const program = await start({
    'pages/a/a.js': `const made = new (class Made { x = 1 })();
      Page({ data: { list: [1] }, plain: { n: 1 }, made, onLoad() { this.data.list.push(2); this.plain.n += 1; log([this.data.list.length, this.plain.n, this.made === made].join()) } })`,
  });
  await program.open('pages/a/a');
  await program.open('pages/a/a');
  expect(program.log).toEqual(['2,2,true', '2,2,true']);
});

test('methods of Page() know their page, and can be replaced on it', async () => {
  const program = await start({
    'pages/a/a.js': `Page({ at: 'own', tick(more) { log(this.at + more) }, onLoad() {
      const { tick } = this; tick(1); [2].forEach(this.tick);
      this.tick = function () { log('mine') }; this.tick() } })`,
    'pages/b/b.js':
      'Component({ methods: { tick() { return this }, onLoad() { const { tick } = this; log(tick() === this) } } })',
  });
  await program.open('pages/a/a');
  await program.open('pages/b/b');
  expect(program.log).toEqual(['own1', 'own2', 'mine', false]);
});

test('page events reach the page that has them', async () => {
  const program = await start({
    'pages/a/a.js': 'Page({ onReachBottom() { log("bottom") }, onPageScroll(e) { log(e.scrollTop) } })',
  });
  await program.open('pages/a/a');
  await program.deliver(
    { kind: 'page-event', page: 1, name: 'onReachBottom', data: null },
    { kind: 'page-event', page: 1, name: 'onPageScroll', data: { scrollTop: 9 } },
    { kind: 'page-event', page: 1, name: 'onPullDownRefresh', data: null },
    { kind: 'page-event', page: 7, name: 'onPullDownRefresh', data: null },
  );
  expect(program.log).toEqual(['bottom', 9]);
});

test('an empty page still gets its first batch and becomes ready', async () => {
  const program = await start({ 'pages/b/b.wxml': '', 'pages/b/b.js': logging('b') });
  await program.open('pages/b/b');
  expect(program.log).toEqual(['b onLoad {}', 'b onShow', 'b onReady']);
});

test('exceptions: told with their place, passed to onError, and the page goes on', async () => {
  const program = await start({
    'app.js': 'App({ onError(e) { log("onError " + e.split("\\n")[0]); throw new Error("again") } })',
    'pages/a/a.js':
      'Page({ data: { n: 1 }, onLoad() { throw new Error("load") }, onShow() { this.setData({ n: 2 }) } })',
    'pages/a/a.wxml': '{{n}}',
    'pages/b/b.js': 'throw new Error("module")',
  });
  await program.open('pages/a/a');
  expect(program.drawn()).toBe('2');
  await program.open('pages/b/b');
  expect(program.drawn()).toBe('b');
  expect(program.errors()).toEqual([
    ...['onLoad of pages/a/a: Error: load', 'onError of App: Error: again'],
    ...['loading pages/b/b.js: Error: module', 'onError of App: Error: again'],
  ]);
  expect(program.log).toEqual(['onError Error: load', 'onError Error: module']);
});

test('a missing module is a MODULE error that names the file', async () => {
  const program = await start({ 'pages/a/a.js': 'require("./none"); Page({})' });
  await program.open('pages/a/a');
  expect(program.messages).toContainEqual(
    expect.objectContaining({ kind: 'error', code: 'MODULE', where: 'loading pages/a/a.js' }),
  );
});

const refused: [title: string, set: string, message: RegExp][] = [
  ['a cycle', 'const a = { b: {} }; a.b.a = a; this.setData({ x: a })', /"x" cannot be data: "x\.b\.a.*leads back/],
  [
    'too much',
    'this.setData({ small: 1, big: "x".repeat(1100 * 1024) })',
    /1,024 KB and this one has about 1,10\d KB, most of it in "big"/,
  ],
  ['a malformed path', 'this.setData({ "a[x]": 1 })', /the path "a\[x\]" is not valid/],
  ['no object', 'this.setData("x")', /needs an object of values by path, not string/],
];
for (const [title, set, message] of refused) {
  test(`setData refuses ${title}`, async () => {
    const program = await start({
      'pages/a/a.js': `Page({ data: { n: 0 }, onLoad() { ${set}; this.setData({ n: 1 }) } })`,
      'pages/a/a.wxml': '{{n}}',
    });
    await program.open('pages/a/a');
    expect(program.drawn()).toBe('1');
    expect(program.messages).toContainEqual(
      expect.objectContaining({
        kind: 'error',
        code: 'SET_DATA',
        where: 'setData of pages/a/a',
        message: expect.stringMatching(message),
      }),
    );
  });
}

test('setData of a function or of undefined warns', async () => {
  const program = await start({
    'pages/a/a.js':
      'Page({ data: { u: 1 }, onLoad() { this.setData({ f() {}, o: { g() {}, n: 1 }, u: undefined }); log(Object.keys(this.data).join()); log(Object.keys(this.data.o).join()) } })',
  });
  await program.open('pages/a/a');
  expect(program.log).toEqual(['u,f,o', 'g,n']);
  expect(program.warnings()).toHaveLength(3);
});

test('inspect: data, methods, global data, evaluation, refusals', async () => {
  const program = await start({
    'app.js': 'App({ globalData: { g: 1 } })',
    'pages/a/a.js':
      'Page({ data: { n: 1 }, add(x) { return Promise.resolve(this.data.n + x) }, fails() { throw new Error("no") } })',
  });
  await program.open('pages/a/a');
  const ask = async (
    method: 'page-data' | 'call-method' | 'global-data' | 'evaluate' | 'set-page-data',
    params: object,
  ) => {
    await program.deliver({ kind: 'inspect', id: 1, method, params: params as never });
    await program.deliver();
    const answer = program.messages.at(-1);
    return answer?.kind === 'inspected' ? (answer.error ?? answer.result) : undefined;
  };
  expect(await ask('page-data', {})).toEqual({ n: 1 });
  expect(await ask('set-page-data', { page: 1, data: { n: 5 } })).toBe(null);
  expect(await ask('call-method', { page: 1, method: 'add', args: [2] })).toBe(7);
  expect(await ask('call-method', { page: 1, method: 'fails' })).toBe('Error: no');
  expect(await ask('call-method', { page: 1, method: 'none' })).toBe('Error: pages/a/a has no method "none"');
  expect(await ask('global-data', {})).toEqual({ g: 1 });
  expect(await ask('evaluate', { source: '({ a: 1 + 1, f() {} })' })).toEqual({ a: 2 });
  expect(await ask('page-data', { page: 9 })).toBe('Error: page 9 is not open');
});
