import { expect, test } from '@playwright/test';
import { compileTemplate } from '../../compiler/template/index.ts';
import { createPageTree } from '../../view/index.ts';
import { type RunningTestProgram, startProgram } from '../program-for-tests.ts';

interface Case {
  readonly page?: string;
  readonly wxml: string;
  readonly box?: string;
  readonly boxWxml?: string;
  readonly other?: string;
  readonly otherWxml?: string;
  readonly app?: string;
}

/** A page with `<box>`, which may use `<other>`; opened. */
async function open(given: Case): Promise<RunningTestProgram> {
  const used = { box: 'parts/box', other: 'parts/other' };
  const program = await startProgram(
    { compileTemplate, createPageTree },
    {
      files: {
        'app.js': given.app ?? 'App({})',
        'pages/a/a.wxml': given.wxml,
        'pages/a/a.js': given.page ?? 'Page({})',
        'parts/box.wxml': given.boxWxml ?? '<slot/>',
        'parts/box.js': given.box ?? 'Component({})',
        'parts/other.wxml': given.otherWxml ?? '<slot/>',
        'parts/other.js': given.other ?? 'Component({})',
      },
      uses: { 'pages/a/a': used, 'parts/box': used, 'parts/other': used },
    },
  );
  await program.open('pages/a/a');
  return program;
}

async function call(program: RunningTestProgram, method: string, ...args: unknown[]): Promise<void> {
  const params = { page: 1, method, args } as never;
  await program.deliver({ kind: 'inspect', id: 1, method: 'call-method', params });
  await program.acknowledge();
}

const lifetimes = (name: string) =>
  `created() { log('${name} created') }, attached() { log('${name} attached') }, ready() { log('${name} ready') }, moved() { log('${name} moved') }, detached() { log('${name} detached') }`;
const pageLifetimes = (name: string) =>
  `pageLifetimes: { show() { log('${name} show') }, hide() { log('${name} hide') } }`;

test('lifecycles run in the platform’s order', async () => {
  const program = await open({
    wxml: '<box wx:if="{{shown}}"><other/></box>',
    page: `Page({ data: { shown: true },
      onLoad() { log('onLoad') }, onShow() { log('onShow') }, onReady() { log('onReady') }, onHide() { log('onHide') }, onUnload() { log('onUnload') },
      set(data) { this.setData(data) } })`,
    box: `Component({ lifetimes: { ${lifetimes('box')} }, ${pageLifetimes('box')} })`,
    boxWxml: '<view><slot/></view>',
    other: `Component({ ${lifetimes('other')}, ${pageLifetimes('other')} })`,
  });
  const opened = [
    'box created',
    'other created',
    'box attached',
    'other attached',
    'onLoad',
    'box show',
    'other show',
    'onShow',
  ];
  expect(program.log).toEqual([...opened, 'box ready', 'other ready', 'onReady']);
  program.log.length = 0;
  await call(program, 'set', { shown: false });
  expect(program.log).toEqual(['other detached', 'box detached']);
  program.log.length = 0;
  await call(program, 'set', { shown: true });
  expect(program.log.slice(0, 4)).toEqual(['box created', 'other created', 'box attached', 'box show']);
  expect(program.log.slice(-2)).toEqual(['box ready', 'other ready']);
  program.log.length = 0;
  await program.deliver({ kind: 'hide-page', page: 1 }, { kind: 'show-page', page: 1 });
  await program.deliver({ kind: 'close-page', page: 1 });
  expect(program.log).toEqual([
    ...['box hide', 'other hide', 'onHide', 'box show', 'other show', 'onShow'],
    ...['onUnload', 'other detached', 'box detached'],
  ]);
});

test('rows run moved when they move, and nothing else', async () => {
  const program = await open({
    wxml: '<box wx:for="{{list}}" wx:key="*this" name="{{item}}"/>',
    page: 'Page({ data: { list: ["a", "b", "c"] }, set(list) { this.setData({ list }) } })',
    box: `Component({ properties: { name: String }, moved() { log('moved ' + this.data.name) }, created() { log('created') }, detached() { log('detached ' + this.data.name) } })`,
    boxWxml: '{{name}}',
  });
  program.log.length = 0;
  await call(program, 'set', ['c', 'a', 'b']);
  expect(program.log).toEqual(['moved c']);
  expect(program.drawn()).toBe('<box>c</box><box>a</box><box>b</box>');
  await call(program, 'set', ['c', 'd', 'b']);
  expect(program.log).toEqual(['moved c', 'created', 'detached a']);
});

test('properties: types, defaults, conversion, observers', async () => {
  const program = await open({
    wxml: '<box id="b" text="{{text}}" count="{{count}}" on="{{on}}" list="{{list}}" any="{{any}}" two="{{two}}" fixed="5" flag/>',
    page: 'Page({ data: { text: "t", count: "7", on: 0, list: [1], two: "x" }, set(data) { this.setData(data) } })',
    box: `Component({ properties: { text: String, count: { type: Number, value: 3, observer: 'counted' }, on: Boolean, list: Array,
        any: null, two: { type: Number, optionalTypes: [String] }, fixed: Number, flag: Boolean, missing: { type: Object, value: { a: 1 } }, array: Array },
      created() { log(JSON.stringify(this.data)) }, attached() { log(JSON.stringify(this.properties)) },
      methods: { counted(now, old) { log('count ' + old + ' ' + now) } } })`,
  });
  expect(program.log).toEqual([
    '{"text":"","count":3,"on":false,"list":[],"any":null,"two":0,"fixed":0,"flag":false,"missing":{"a":1},"array":[]}',
    'count 3 7',
    '{"text":"t","count":7,"on":false,"list":[1],"any":null,"two":"x","fixed":5,"flag":true,"missing":{"a":1},"array":[]}',
  ]);
  program.log.length = 0;
  await call(program, 'set', { count: 'nonsense', list: 'no', text: null });
  expect(program.log).toEqual(['count 7 0']);
  expect(program.warnings().sort()).toEqual([
    'PROPERTY_TYPE: parts/box: property "count" expects Number and got string, at pages/a/a.wxml:1',
    'PROPERTY_TYPE: parts/box: property "list" expects Array and got string, at pages/a/a.wxml:1',
    'PROPERTY_TYPE: parts/box: property "text" expects String and got null, at pages/a/a.wxml:1',
  ]);
});

test('property values are copies', async () => {
  const program = await open({
    wxml: '<box id="b" item="{{item}}"/><text>{{item.n}}</text>',
    page: 'Page({ data: { item: { n: 1 } }, check() { const b = this.selectComponent("#b"); b.data.item.n = 2; log(this.data.item.n); log(b.data.item === this.data.item) } })',
    box: 'Component({ properties: { item: Object } })',
  });
  await call(program, 'check');
  expect(program.log).toEqual([1, false]);
});

test('observers: paths, lists, wildcards, several at once, and what they set', async () => {
  const program = await open({
    wxml: '<box id="b" a="{{a}}"/>',
    page: 'Page({ data: { a: 1 }, run(data) { log("—"); this.selectComponent("#b").setData(data) } })',
    box: `Component({ properties: { a: Number }, data: { b: { c: 1, d: [1, 2] }, sum: 0 },
      observers: {
        'a, b.c'(a, c) { this.setData({ sum: a + c }); log('a, b.c ' + a + ' ' + c) },
        'b.d[1]'(value) { log('b.d[1] ' + value) },
        'b.**'(b) { log('b.** ' + JSON.stringify(b)) },
        'sum'(sum) { log('sum ' + sum) },
        '**'() { log('any') } } })`,
    boxWxml: '{{sum}}',
  });
  program.log.length = 0;
  await call(program, 'run', { 'b.d[1]': 5 });
  await call(program, 'run', { 'b.d[0]': 6 });
  await call(program, 'run', { b: { c: 4, d: [] } });
  expect(program.log).toEqual([
    ...['—', 'b.d[1] 5', 'b.** {"c":1,"d":[1,5]}', 'any'],
    ...['—', 'b.** {"c":1,"d":[6,5]}', 'any'],
    ...['—', 'a, b.c 1 4', 'b.d[1] undefined', 'b.** {"c":4,"d":[]}', 'sum 5', 'any'],
  ]);
  expect(program.drawn()).toBe('<box id="b">5</box>');
});

test('an observer that sets its own field is stopped', async () => {
  const program = await open({
    wxml: '<box id="b"/>',
    box: 'Component({ data: { n: 0 }, observers: { n(n) { this.setData({ n: n + 1 }) } }, attached() { this.setData({ n: 1 }) } })',
    boxWxml: 'n',
  });
  expect(program.warnings()[0]).toContain('ENDLESS_UPDATE: parts/box');
  expect(program.drawn()).toBe('<box id="b">n</box>');
});

test('behaviors: what is merged, and who wins', async () => {
  const program = await open({
    wxml: '<box id="b"/>',
    page: 'Page({ onReady() { const b = this.selectComponent("#b"); log(b.own() + b.shared() + b.inner()); log(JSON.stringify(b.data)); } })',
    box: `
      const inner = Behavior({ data: { x: { i: 1, o: 1 } }, methods: { inner() { return 'inner' }, shared() { return 'inner' } }, lifetimes: { attached() { log('inner attached') } } });
      const outer = Behavior({ behaviors: [inner], properties: { p: { type: Number, value: 2 } }, data: { x: { o: 2 } }, methods: { shared() { return 'outer' } }, attached() { log('outer attached') } });
      Component({ behaviors: [inner, outer, 'wx://form-field'], data: { x: { c: 3 } }, methods: { own() { return 'own' } },
        lifetimes: { attached() { log('own attached'); log(this.hasBehavior(outer)); log(this.hasBehavior(inner)) } } })`,
  });
  const [merged, ...before] = [...program.log].reverse();
  expect(before.reverse()).toEqual(['inner attached', 'outer attached', 'own attached', true, true, 'ownouterinner']);
  expect(JSON.parse(String(merged))).toEqual({ x: { i: 1, o: 2, c: 3 }, name: '', value: null, p: 2 });
});

test('slots: content follows the slot, its data stays the user’s', async () => {
  const program = await open({
    wxml: '<box id="b" shown="{{shown}}"><text bindtap="tap">{{word}}</text></box>',
    page: 'Page({ data: { word: "w", shown: true }, set(data) { this.setData(data) }, tap() { log("tap") } })',
    box: 'Component({ properties: { shown: Boolean } })',
    boxWxml: '<view wx:if="{{shown}}">in <slot/></view><view wx:else>out</view>',
  });
  expect(program.drawn()).toBe('<box id="b"><view>in <text>w</text></view></box>');
  await call(program, 'set', { shown: false });
  expect(program.drawn()).toBe('<box id="b"><view>out</view></box>');
  await call(program, 'set', { word: 'new' });
  await call(program, 'set', { shown: true });
  expect(program.drawn()).toBe('<box id="b"><view>in <text>new</text></view></box>');
  await program.event('text', 'tap');
  expect(program.log).toEqual(['tap']);
});

test('a slot that a first property value takes away or brings', async () => {
  const program = await open({
    wxml: '<box shown="{{true}}">one</box><box shown="{{false}}">two</box>',
    box: 'Component({ properties: { shown: { type: Boolean, value: true } }, data: { late: false }, attached() { this.setData({ late: true }) } })',
    boxWxml: '<view wx:if="{{shown}}"><slot/></view><view wx:elif="{{late}}">late <slot/></view>',
  });
  expect(program.errors()).toEqual([]);
  expect(program.drawn()).toBe('<box><view>one</view></box><box><view>late two</view></box>');
});

test('components hand functions to each other', async () => {
  const program = await open({
    wxml: '<box id="b" run="{{f}}"/>',
    page: 'Page({ onLoad() { this.setData({ f: () => "called" }); log(this.selectComponent("#b").data.run()) } })',
    box: 'Component({ properties: { run: null } })',
  });
  expect(program.log).toEqual(['called']);
});

test('slots by name, chosen by data', async () => {
  const program = await open({
    wxml: '<box><text slot="{{where}}">x</text><text slot="b">y</text><text>z</text></box>',
    page: 'Page({ data: { where: "a" }, set(data) { this.setData(data) } })',
    box: 'Component({ options: { multipleSlots: true } })',
    boxWxml: 'a:<slot name="a"/> b:<slot name="b"/> rest:<slot/>',
  });
  const drawn = (text: string) => program.drawn().replace(/<\/?(text|box)[^>]*>/g, '') === text;
  expect(drawn('a:x b:y rest:z')).toBe(true);
  await call(program, 'set', { where: 'b' });
  expect(drawn('a: b:xy rest:z')).toBe(true);
  await call(program, 'set', { where: 'nowhere' });
  expect(drawn('a: b:y rest:z')).toBe(true);
});

test('selectComponent searches the own template', async () => {
  const program = await open({
    wxml: '<view class="wrap"><box id="one" class="a b" data-k="v"><other class="inside"/></box></view><box wx:for="{{2}}" class="b"/>',
    page: `Page({ onReady() {
      const count = (s) => this.selectAllComponents(s).length;
      log(this.selectComponent('#one').is); log(this.selectComponent('#one').dataset.k); log(this.selectComponent('#none'));
      log([count('.b'), count('.a.b'), count('.wrap .b'), count('.wrap > .b'), count('box'), count('.inside'), count('.hidden'), count('.b, .inside'), count('#one >>> .hidden')].join());
      log(this.selectComponent('#one').selectOwnerComponent() === this) } })`,
    boxWxml: '<other class="hidden"/><slot/>',
  });
  expect(program.log).toEqual(['parts/box', 'v', null, '3,1,1,1,3,1,0,4,1', true]);
});

test('wx://component-export decides what selectComponent gives', async () => {
  const program = await open({
    wxml: '<box id="b"/>',
    page: 'Page({ onReady() { log(this.selectComponent("#b").hello) } })',
    box: 'Component({ behaviors: ["wx://component-export"], export() { return { hello: 1 } } })',
  });
  expect(program.log).toEqual([1]);
});

test('a page made with Component', async () => {
  const program = await startProgram(
    { compileTemplate, createPageTree },
    {
      files: {
        'pages/a/a.wxml': '{{n}} {{id}}',
        'pages/a/a.js': `Component({ properties: { id: Number }, data: { n: 1 },
          lifetimes: { ${lifetimes('page')} }, ${pageLifetimes('page')},
          methods: { onLoad(q) { log('onLoad ' + JSON.stringify(q) + this.data.id); this.setData({ n: 2 }) }, onShow() { log('onShow') }, onReady() { log('onReady') }, onUnload() { log('onUnload') } } })`,
      },
    },
  );
  await program.open('pages/a/a', { id: '4', other: 'x' });
  await program.deliver({ kind: 'close-page', page: 1 });
  expect(program.log).toEqual([
    ...['page created', 'page attached', 'onLoad {"id":"4","other":"x"}4', 'page show', 'onShow'],
    ...['page ready', 'onReady', 'onUnload', 'page detached'],
  ]);
});

test('setData from below while the owner is updating is one consistent tree', async () => {
  const program = await open({
    wxml: '<box wx:for="{{list}}" wx:key="*this" value="{{item}}" bind:made="made"/><text>{{count}}</text>',
    page: `Page({ data: { list: [1], count: 0 }, made(event) { this.setData({ count: this.data.count + 1 }); if (event.detail === 3) this.setData({ list: [3, 4] }) }, set(list) { this.setData({ list }) } })`,
    box: 'Component({ properties: { value: { type: Number, observer(v) { this.triggerEvent("made", v) } } } })',
    boxWxml: '{{value}}',
  });
  await call(program, 'set', [1, 2, 3]);
  expect(program.drawn()).toBe('<box>3</box><box>4</box><text>4</text>');
  expect(program.errors()).toEqual([]);
});

test('a component that holds itself without end is cut off', async () => {
  const program = await open({ wxml: '<box/>', boxWxml: '<view><box/></view>' });
  expect(program.warnings()[0]).toContain('DEEP_COMPONENTS: parts/box.wxml:1 holds <box>');
});

test('groupSetData is one update', async () => {
  const program = await open({
    wxml: '<box id="b"/>',
    page: 'Page({ run() { const b = this.selectComponent("#b"); b.groupSetData(() => { b.setData({ x: 1 }); b.setData({ y: 2 }); log(b.data.x) }); log(b.data.x) } })',
    box: 'Component({ data: { x: 0, y: 0 }, observers: { "x, y"(x, y) { log("seen " + x + y) } } })',
  });
  await call(program, 'run');
  expect(program.log).toEqual([0, 'seen 12', 1]);
});

test('animate asks the player when the page is drawn; what only worklets can do says so and goes on', async () => {
  const program = await open({
    wxml: '<view id="a">{{at}}</view>',
    page: `Page({ data: { at: 'start' }, onLoad() {
      this.animate('#a', [{ opacity: 0 }, { opacity: 1 }], '1000');
      this.clearAnimation('#a', { opacity: true, rotate: false });
      this.animate('#a', [], 10, { scrollSource: '#a' });
      this.applyAnimatedStyle('#a', () => ({ opacity: 0 }), {}, () => this.setData({ at: this.data.at + ', style' }));
    } })`,
  });
  await program.acknowledge();
  expect([program.drawn(), program.errors()]).toEqual(['<view id="a">start, style</view>', []]);
  const asked = program.messages.flatMap((message) => (message.kind === 'call' ? [message] : []));
  expect(asked).toMatchObject([
    { name: 'animateNodes', params: { selector: '#a', frames: [{ opacity: 0 }, { opacity: 1 }], duration: 1000 } },
    { name: 'animateNodes', params: { selector: '#a', properties: ['opacity'] } },
  ]);
  expect(program.warnings()).toEqual(
    ['animate by a scroll timeline', 'applyAnimatedStyle'].map(
      (name) => `UNSUPPORTED_API: ${name} is not supported yet: nothing moves.`,
    ),
  );
});
