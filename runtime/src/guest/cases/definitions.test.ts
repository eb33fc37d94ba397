import { expect, test } from '@playwright/test';
import { compileTemplate } from '../../compiler/template/index.ts';
import { createPageTree } from '../../view/index.ts';
import { openScene } from './scene-for-tests.ts';

// What glass-easel's tests `legacy/behavior`, `core/behavior`, `legacy/external`, `legacy/virtual` and
// `legacy/selector` ask for, as tables. Otherwise on purpose:
// - `init`, `using` and `listeners` of definitions are its own;
// - external components (drawn natively, without a shadow tree) are its own: here every component is drawn alike;
// - data of behaviors: WeChat merges objects and replaces everything else; its list-into-object merging is its own;
// - selectComponent finds components, its querySelector any node.

const rooms = { compileTemplate, createPageTree };

const lives = (name: string) =>
  `created() { log('${name} created') }, attached() { log('${name} attached') }, detached() { log('${name} detached') },
   pageLifetimes: { show() { log('${name} show') } }, methods: { same() { return '${name}' }, of${name}() { return '${name}' } }`;

const orders: readonly [title: string, script: string, news: readonly unknown[]][] = [
  [
    'lifetimes of behaviors come first, inner before outer',
    `const a = Behavior({ ${lives('A')} }); const b = Behavior({ behaviors: [a], ${lives('B')} });
     Component({ behaviors: [b], ${lives('C')} })`,
    ['A created', 'B created', 'C created', 'A attached', 'B attached', 'C attached', 'A show', 'B show', 'C show'],
  ],
  [
    'one that comes along two ways runs once',
    `const a = Behavior({ ${lives('A')} }); const b = Behavior({ behaviors: [a], ${lives('B')} });
     const c = Behavior({ behaviors: [a], ${lives('C')} }); Component({ behaviors: [b, c] })`,
    ['A created', 'B created', 'C created', 'A attached', 'B attached', 'C attached', 'A show', 'B show', 'C show'],
  ],
  [
    'what stands in lifetimes counts before what stands beside it',
    `Component({ created() { log('old') }, lifetimes: { created() { log('new') } }, attached() { log('old attached') } })`,
    ['new', 'old attached'],
  ],
];
for (const [title, script, news] of orders) {
  test(`behaviors: ${title}`, async () => {
    const open = await openScene(rooms, { page: '<box/>', parts: { box: { script } } });
    expect(open.news()).toEqual(news);
  });
}

const merged: readonly [title: string, script: string, data: unknown][] = [
  [
    'data of objects is merged, members of the definition win',
    `const base = Behavior({ data: { obj: { k1: 1 }, a: 1, b: 0 } }); const one = Behavior({ behaviors: [base], data: { obj: { k2: 2 }, b: 2 } });
     Component({ behaviors: [one], data: { obj: { k3: 3 }, c: 3 } })`,
    { obj: { k1: 1, k2: 2, k3: 3 }, a: 1, b: 2, c: 3 },
  ],
  [
    'behaviors in order, a later one wins',
    `const a = Behavior({ data: { x: 'a', y: 'a' } }); const b = Behavior({ data: { y: 'b' } }); Component({ behaviors: [a, b] })`,
    { x: 'a', y: 'b' },
  ],
  [
    'null replaces',
    `const a = Behavior({ data: { b: { b1: 'a' } } }); Component({ behaviors: [a], data: { b: null } })`,
    { b: null },
  ],
  [
    'lists replace',
    `const a = Behavior({ data: { l: [0, 1, 2] } }); Component({ behaviors: [a], data: { l: [5] } })`,
    { l: [5] },
  ],
  [
    'properties of behaviors, which the definition may define again',
    `const a = Behavior({ properties: { p: String, q: { type: Number, value: 1 } } }); Component({ behaviors: [a], properties: { q: { type: Number, value: 2 } } })`,
    { p: '', q: 2 },
  ],
  [
    'a prototype written as data is no prototype',
    `Component({ data: JSON.parse('{"a": 1, "__proto__": { "evil": 1 }}') })`,
    { a: 1 },
  ],
];
for (const [title, script, data] of merged) {
  test(`behaviors: ${title}`, async () => {
    const open = await openScene(rooms, {
      page: '<box id="b"/>',
      members:
        'read() { const { data } = this.selectComponent("#b"); log([JSON.parse(JSON.stringify(data)), data.evil]) }',
      parts: { box: { script } },
    });
    await open.ask('read');
    expect(open.news()).toEqual([[data, undefined]]);
  });
}

test('behaviors: methods and hasBehavior, across all ways a behavior comes along', async () => {
  const open = await openScene(rooms, {
    page: '<box id="b"/>',
    members: 'read() { log(this.selectComponent("#b").read()) }',
    parts: {
      box: {
        script: `const a = Behavior({ ${lives('A')} }); const b = Behavior({ behaviors: [a], ${lives('B')} }); const other = Behavior({});
          Component({ behaviors: [b], methods: { read() { return [this.same(), this.ofA(), this.ofB(), this.hasBehavior(a), this.hasBehavior(b), this.hasBehavior(other)] } } })`,
      },
    },
  });
  open.news();
  await open.ask('read');
  expect(open.news()).toEqual([['B', 'A', 'B', true, true, false]]);
});

test('a definition filter changes what uses its behavior', async () => {
  const open = await openScene(rooms, {
    page: '<box id="b"/>',
    parts: {
      box: {
        wxml: '{{given}}',
        script: `const a = Behavior({ definitionFilter(fields) { fields.data = { ...fields.data, given: fields.custom } } }); Component({ behaviors: [a], custom: 'by filter' })`,
      },
    },
  });
  expect(open.drawn()).toBe('<box id="b">by filter</box>');
});

// A component whose own template has two components, and content of its user's between them.
const inner = '<leaf id="a1" class="a common"/><slot/><leaf id="a2" class="common a"/>';
const selected: readonly [selector: string, ids: string][] = [
  ['.a', 'a1,a2'],
  ['#a1, #a2', 'a1,a2'],
  ['#a2, #a1', 'a1,a2'],
  ['#b, #a2', 'b,a2'],
  ['.common', 'b'],
  ['#a2.common', ''],
  ['#b.common', 'b'],
  ['.a .common', 'b'],
  ['.a>.common', 'b'],
  ['.a > .deep', ''],
  ['.a .deep', 'deep'],
  [' .a  .common ', 'b'],
  ['.none', ''],
  ['', ''],
  ['.', ''],
  ['#top >>> .a', ''],
  ['.a >>> .a', 'a1,a2,a1,a2'],
  ['#a1 >>> #a2', 'a2'],
  ['.a >>> .none', ''],
];
for (const [selector, ids] of selected) {
  test(`selectAllComponents('${selector}')`, async () => {
    const open = await openScene(rooms, {
      page: `<box id="a1" class="a"><leaf id="b" class="common"><view><leaf id="deep" class="deep"/></view></leaf></box><box id="a2" class="a"/>`,
      members: `find(s) { const all = this.selectAllComponents(s); log(all.map((one) => one.id).join()); log((this.selectComponent(s) || {}).id === (all[0] || {}).id) }`,
      parts: { box: { wxml: inner }, leaf: {} },
    });
    await open.ask('find', selector);
    expect(open.news()).toEqual([ids, true]);
  });
}

test('a component without a host element is found, lives and holds content like others', async () => {
  const open = await openScene(rooms, {
    page: '<view><ghost wx:if="{{on}}" id="g" class="c" p="{{p}}"><text>{{p}}</text></ghost></view>',
    data: '{ on: true, p: 1 }',
    members: 'find() { log(this.selectComponent(".c").data.p) }',
    parts: {
      ghost: {
        wxml: '<view>{{p}}<slot/></view>',
        js: `options: { virtualHost: true }, properties: { p: Number }, lifetimes: { attached() { log('attached') }, detached() { log('detached') } }`,
      },
    },
  });
  await open.ask('find');
  await open.set({ p: 2 });
  expect(open.drawn()).toContain('<view>2<text>2</text></view>');
  await open.set({ on: false });
  expect([open.drawn(), open.news()]).toEqual(['<view></view>', ['attached', 1, 'detached']]);
});

test('moved, attached and detached are told once each, and never before attached', async () => {
  const open = await openScene(rooms, {
    page: '<box wx:for="{{list}}" wx:key="*this" n="{{item}}"><box n="{{item}}i"/></box>',
    data: "{ list: ['a', 'b', 'c'] }",
    parts: {
      box: {
        js: `properties: { n: String }, attached() { this.times = 0; log('+' + this.data.n) }, moved() { log('~' + this.data.n) }, detached() { log('-' + this.data.n) }`,
      },
    },
  });
  expect(open.news()).toEqual(['+a', '+ai', '+b', '+bi', '+c', '+ci']);
  await open.set({ list: ['c', 'a', 'b'] });
  expect(open.news()).toEqual(['~ci', '~c']);
  await open.set({ list: ['b'] });
  expect(open.news().sort()).toEqual(['-a', '-ai', '-c', '-ci']);
  await open.set({ list: [] });
  expect(open.news()).toEqual(['-bi', '-b']);
});

const thrown: readonly [title: string, box: string, news: readonly unknown[]][] = [
  ['created', `created() { throw new Error('1') }`, ['error 1']],
  ['attached', `attached() { throw new Error('2') }`, ['error 2']],
  ['a property observer', `properties: { p: { type: Number, observer() { throw new Error('3') } } }`, ['error 3']],
  ['an observer', `properties: { p: Number }, observers: { p() { throw new Error('4') } }`, ['error 4']],
  ['a handler', `methods: { tap() { throw new Error('5') } }`, ['error 5']],
  ['all of them', `created() { throw new Error('1') }, attached() { throw new Error('2') }`, ['error 1', 'error 2']],
];
for (const [title, box, news] of thrown) {
  test(`the error lifetime hears what ${title} threw`, async () => {
    const open = await openScene(rooms, {
      page: '<box p="1"/>',
      parts: {
        box: {
          wxml: '<view id="v" bindtap="tap"/>',
          js: `behaviors: [Behavior({ lifetimes: { error(e) { log('error ' + e.message) } } })], ${box}`,
        },
      },
    });
    if (title === 'a handler') await open.event('#v', 'tap');
    expect(open.news()).toEqual(news);
    expect(open.errors().length).toBe(news.length);
  });
}

test('an error lifetime that throws is told once, and ends there', async () => {
  const open = await openScene(rooms, {
    page: '<box/>',
    parts: { box: { js: `attached() { throw new Error('1') }, lifetimes: { error() { throw new Error('2') } }` } },
  });
  expect(open.errors()).toEqual(['attached of parts/box: Error: 1', 'error of parts/box: Error: 2']);
});
