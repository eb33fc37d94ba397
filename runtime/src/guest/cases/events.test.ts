import { expect, test } from '@playwright/test';
import { compileTemplate } from '../../compiler/template/index.ts';
import { createPageTree } from '../../view/index.ts';
import { openScene, type Part, type Scene } from './scene-for-tests.ts';

// What glass-easel's tests `legacy/event` and `tmpl/event` ask for, as tables. Otherwise on purpose:
// - its tests raise events at plain elements by hand; here the view does that (taps), or a component (triggerEvent);
// - an event of the view captures and crosses components; one of triggerEvent does what its options say;
// - returning false ends an event only from a WXS function, and event phases, `hasListener` and `this.` listeners
//   are its own;
// - a static empty handler (`catchtap=""`) stops the event, as programs for WeChat rely on; one that data empties
//   lets it pass, in both.

interface Case extends Scene {
  readonly name: string;
  /** A tap there; otherwise `send` of the first component. */
  readonly tap?: string;
  readonly news: readonly unknown[];
}

/** Notes name, target and currentTarget of what it hears. */
const notes = (names: string) =>
  names
    .split(' ')
    .map((name) => `${name}(e) { log('${name} ' + e.target.id + ' ' + e.currentTarget.id) }`)
    .join(', ');
const sender = (options: string): Part => ({
  wxml: '<view id="w" bind:made="w"><view id="i" bindtap="send"><slot/></view></view>',
  js: `methods: { ${notes('w')}, send() { this.triggerEvent('made', { n: 1 }, ${options}) } }`,
});
/** A component around the sender, whose own nodes listen, too. */
const wrap: Part = {
  wxml: '<view id="in" bind:made="inside" capture-bind:made="insideFirst"><slot/></view>',
  js: `methods: { ${notes('inside insideFirst')} }`,
};
const nested =
  '<view id="top" bind:made="p1" capture-bind:made="p0"><wrap id="wrap" bind:made="p2"><box id="box" bind:made="p3"/></wrap></view>';
const members = notes('p0 p1 p2 p3 a b c');

const cases: readonly Case[] = [
  {
    name: 'an event of a component is heard where it is used, and nowhere else',
    page: nested,
    parts: { wrap, box: sender('{}') },
    news: ['p3 box box'],
  },
  {
    name: 'one that bubbles goes out through the template it is used in, past the components it lies in',
    page: nested,
    parts: { wrap, box: sender('{ bubbles: true }') },
    news: ['p3 box box', 'p2 box wrap', 'p1 box top'],
  },
  {
    name: 'one that is composed goes through them, too',
    page: nested,
    parts: { wrap, box: sender('{ bubbles: true, composed: true }') },
    news: ['p3 box box', 'inside in in', 'p2 box wrap', 'p1 box top'],
  },
  {
    name: 'with a capture phase it comes from the outside first',
    page: nested,
    parts: { wrap, box: sender('{ bubbles: true, composed: true, capturePhase: true }') },
    news: ['p0 box top', 'insideFirst in in', 'p3 box box', 'inside in in', 'p2 box wrap', 'p1 box top'],
  },
  {
    name: 'without bubbling it is still captured',
    page: nested,
    parts: { wrap, box: sender('{ composed: true, capturePhase: true }') },
    news: ['p0 box top', 'insideFirst in in', 'p3 box box'],
  },
  {
    name: 'a catch in a component around ends a composed event',
    page: nested,
    parts: {
      wrap: { wxml: '<view id="in" catch:made="inside"><slot/></view>', js: `methods: { ${notes('inside')} }` },
      box: sender('{ bubbles: true, composed: true }'),
    },
    news: ['p3 box box', 'inside in in'],
  },
  {
    name: 'a tap inside a component is one at the component for its user',
    page: '<view id="top" bindtap="a"><box id="box" bindtap="b"/></view>',
    parts: {
      box: {
        wxml: '<view id="w" bindtap="in"><text id="i" bindtap="in">x</text></view>',
        js: `methods: { ${notes('in')} }`,
      },
    },
    tap: '#i',
    news: ['in i i', 'in i w', 'b box box', 'a box top'],
  },
  {
    name: 'a tap on slot content passes the component it is drawn in, which sees its slot only',
    page: '<box id="box" bindtap="b"><view id="mine" bindtap="c"/></box>',
    parts: { box: { wxml: '<view id="w" bindtap="in"><slot/></view>', js: `methods: { ${notes('in')} }` } },
    tap: '#mine',
    news: ['c mine mine', 'in w w', 'b mine box'],
  },
  {
    name: 'content two components deep',
    page: '<one id="one" bindtap="a"><view id="mine" bindtap="c"/></one>',
    parts: {
      one: { wxml: '<two id="two" bindtap="in1"><slot/></two>', js: `methods: { ${notes('in1')} }` },
      two: { wxml: '<view id="w" bindtap="in2"><slot/></view>', js: `methods: { ${notes('in2')} }` },
    },
    tap: '#mine',
    news: ['c mine mine', 'in2 w w', 'in1 two two', 'a mine one'],
  },
  {
    name: 'catch ends it, also for nodes further out that capture nothing',
    page: '<view id="a" bindtap="a"><view id="b" catchtap="b"><view id="c" bindtap="c"/></view></view>',
    tap: '#c',
    news: ['c c c', 'b c b'],
  },
  {
    name: 'of mut-binds only the innermost hears; others are not concerned',
    page: '<view id="a" bindtap="a"><view id="b" mut-bind:tap="b"><view id="c" mut-bind:tap="c"/></view></view>',
    tap: '#c',
    news: ['c c c', 'a c a'],
  },
  {
    name: 'a handler chosen by data',
    page: '<view id="c" bindtap="{{which}}"/>',
    data: "{ which: 'a' }",
    tap: '#c',
    news: ['a c c'],
  },
  {
    name: 'a handler that data names no more',
    page: '<view id="c" bindtap="{{which || \'\'}}"/>',
    tap: '#c',
    news: [],
  },
  {
    name: 'a catch that data empties lets the event pass',
    page: '<view id="a" bindtap="a"><view id="b" catchtap="{{on ? \'b\' : \'\'}}"><view id="c"/></view></view>',
    tap: '#c',
    news: ['a c a'],
  },
  {
    name: 'a catch that data fills stops it',
    page: '<view id="a" bindtap="a"><view id="b" catchtap="{{on ? \'b\' : \'\'}}"><view id="c"/></view></view>',
    data: '{ on: true }',
    tap: '#c',
    news: ['b c b'],
  },
  {
    name: 'a component without a host element is heard like others',
    page: '<box id="box" bind:made="a"/>',
    parts: { box: { ...sender('{}'), js: `options: { virtualHost: true }, ${sender('{}').js}` } },
    news: ['a box box'],
  },
  {
    name: 'handlers of both ways of writing, on one node',
    page: '<box id="box" bind:made="a" bindmade="b" catch:other="c"/>',
    parts: { box: sender('{}') },
    news: ['a box box'],
  },
];

for (const { name, tap, news, ...scene } of cases) {
  test(name, async () => {
    const open = await openScene({ compileTemplate, createPageTree }, { members, ...scene });
    await open.event(tap ?? '#i', 'tap');
    expect(open.news()).toEqual(news);
    expect(open.errors()).toEqual([]);
  });
}

test('marks are gathered from the nodes around, in the template of the handler, the innermost of a name', async () => {
  const open = await openScene(
    { compileTemplate, createPageTree },
    {
      page: '<view mark:p="1" mark:c="1"><box id="box" mark:c="{{2}}" bindtap="heard"><view id="x" mark:d="{{ {n: 3} }}"/></box></view>',
      members: 'heard(e) { log(e.mark) }',
      parts: {
        box: {
          wxml: '<view mark:inner="in" bindtap="heard"><slot/></view>',
          js: 'methods: { heard(e) { log(e.mark) } }',
        },
      },
    },
  );
  await open.event('#x', 'tap');
  expect(open.news()).toEqual([{ inner: 'in' }, { p: '1', c: 2, d: { n: 3 } }]);
});

test('dataset and detail are the listener’s own copies', async () => {
  const open = await openScene(
    { compileTemplate, createPageTree },
    {
      page: '<view id="v" data-a-b="{{o}}" data-aB-c="x" bindtap="heard"/>',
      data: '{ o: { n: 1 } }',
      members: 'heard(e) { log(e.target.dataset); e.target.dataset.aB.n = 2; log(this.data.o.n) }',
    },
  );
  await open.event('#v', 'tap');
  expect(open.news()).toEqual([{ aB: { n: 2 }, abC: 'x' }, 1]);
});

test('the view is told while a caught touchmove is caught, and only then', async () => {
  const open = await openScene(
    { compileTemplate, createPageTree },
    {
      page: '<view id="m" catchtouchmove="{{on ? \'stop\' : \'\'}}"/><view id="s" catchtouchmove=""/>',
      members: 'stop() {}',
    },
  );
  const catches = (selector: string) =>
    open
      .tree()
      .find(selector)
      .map((ref) => open.tree().catches(ref, 'touchmove'));
  expect([catches('#m'), catches('#s')]).toEqual([[false], [true]]);
  await open.set({ on: true });
  expect(catches('#m')).toEqual([true]);
  await open.set({ on: false });
  expect(catches('#m')).toEqual([false]);
});
