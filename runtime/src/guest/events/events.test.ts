import { expect, test } from '@playwright/test';
import { compileTemplate } from '../../compiler/template/index.ts';
import { createPageTree } from '../../view/index.ts';
import { type RunningTestProgram, startProgram } from '../program-for-tests.ts';

interface Case {
  readonly wxml: string;
  /** Members of the page. */
  readonly page?: string;
  readonly boxWxml?: string;
  /** Members of `Component`. */
  readonly box?: string;
}

async function open({ wxml, page = '', boxWxml = '<slot/>', box = '' }: Case): Promise<RunningTestProgram> {
  const program = await startProgram(
    { compileTemplate, createPageTree },
    {
      files: {
        'pages/a/a.wxml': wxml,
        'pages/a/a.js': `const note = (name) => (e) => log(name + ' ' + e.target.id + ' ' + e.currentTarget.id);
          Page({ one: note('one'), two: note('two'), three: note('three'), full(e) { log(e) }, ${page} })`,
        'parts/box.wxml': boxWxml,
        'parts/box.js': `const note = (name) => (e) => log(name + ' ' + e.target.id + ' ' + e.currentTarget.id);
          Component({ methods: { in1: note('in1'), in2: note('in2'), send(e) { this.triggerEvent(e.currentTarget.dataset.type || 'made', { n: 1 }, e.currentTarget.dataset.options) } }, ${box} })`,
      },
      uses: { 'pages/a/a': { box: 'parts/box' } },
    },
  );
  await program.open('pages/a/a');
  return program;
}

const three = (a: string, b: string, c: string) =>
  `<view id="a" ${a}><view id="b" ${b}><text id="c" ${c}>x</text></view></view>`;
const orders: [title: string, wxml: string, log: string[]][] = [
  [
    'bubbles from the inside out',
    three('bindtap="one"', 'bind:tap="two"', 'bindtap="three"'),
    ['three c c', 'two c b', 'one c a'],
  ],
  ['catch ends it', three('bindtap="one"', 'catchtap="two"', 'bindtap="three"'), ['three c c', 'two c b']],
  [
    'captures first',
    three('capture-bind:tap="one"', 'bindtap="two"', 'capture-bind:tap="three"'),
    ['one c a', 'three c c', 'two c b'],
  ],
  [
    'capture-catch lets nothing through',
    three('bindtap="one"', 'capture-catch:tap="two"', 'bindtap="three"'),
    ['two c b'],
  ],
  [
    'of mut-binds the innermost',
    three('mut-bind:tap="one"', 'bindtap="two"', 'mut-bind:tap="three"'),
    ['three c c', 'two c b'],
  ],
  ['an empty catch stops, too', three('bindtap="one"', 'catchtap=""', ''), []],
  ['another type', three('bindlongpress="one"', '', 'bindtap="three"'), ['three c c']],
];
for (const [title, wxml, log] of orders) {
  test(title, async () => {
    const program = await open({ wxml });
    await program.event('#c', 'tap');
    expect(program.log).toEqual(log);
    expect(program.errors()).toEqual([]);
  });
}

test('an event that does not bubble stays at its node', async () => {
  const program = await open({ wxml: three('bindinput="one"', '', 'bindinput="three"') });
  await program.event('#c', 'input', { bubbles: false });
  expect(program.log).toEqual(['three c c']);
});

test('what a handler gets', async () => {
  const program = await open({
    wxml: `<view mark:a="{{1}}" mark:b="outer" id="v" data-list-item="{{item}}" bindtap="full"><text id="t" mark:b="inner" data-x="y">t</text></view>`,
    page: 'data: { item: { n: 1 } }',
  });
  const touch = { identifier: 0, pageX: 1, pageY: 2, clientX: 1, clientY: 2 };
  const [view] = program.tree().find('#v');
  await program.event('#t', 'tap', {
    detail: { x: 1, y: 2 },
    touches: [touch],
    changedTouches: [],
    timeStamp: 50,
    offsets: [{ block: view?.block ?? 0, node: view?.node ?? 0, left: 7, top: 8 }],
  });
  expect(program.log).toEqual([
    {
      type: 'tap',
      timeStamp: 50,
      target: { id: 't', offsetLeft: 0, offsetTop: 0, dataset: { x: 'y' } },
      currentTarget: { id: 'v', offsetLeft: 7, offsetTop: 8, dataset: { listItem: { n: 1 } } },
      mark: { a: 1, b: 'inner' },
      detail: { x: 1, y: 2 },
      touches: [touch],
      changedTouches: [],
    },
  ]);
});

test('the region of a map begins to change, and ends, by its type', async () => {
  const program = await open({ wxml: '<map id="m" bindregionchange="full" bindend="one"/>' });
  for (const type of ['begin', 'end']) {
    await program.event('#m', 'regionchange', { bubbles: false, detail: { type, causedBy: 'drag', scale: 4 } });
  }
  await program.event('#m', 'regionchange', { bubbles: false, detail: 'odd' });
  expect(program.log).toMatchObject([
    { type: 'begin', causedBy: 'drag', detail: { type: 'begin', scale: 4 } },
    { type: 'end', causedBy: 'drag', detail: { type: 'end', scale: 4 } },
    { type: 'regionchange', detail: 'odd' },
  ]);
});

test('the handler’s name may come from data', async () => {
  const program = await open({
    wxml: '<view wx:for="{{names}}" id="n{{index}}" bindtap="{{item}}">x</view>',
    page: 'data: { names: ["one", "two"] }',
  });
  await program.event('#n1', 'tap');
  expect(program.log).toEqual(['two n1 n1']);
});

test('a native event passes component and slot content; each template sees its own target', async () => {
  const program = await open({
    wxml: '<view id="out" bindtap="one"><box id="host" bindtap="two"><text id="content" bindtap="three">x</text></box></view>',
    boxWxml: '<view id="inner" bindtap="in1"><slot/></view><text id="own" bindtap="in2">y</text>',
  });
  await program.event('#content', 'tap');
  // To the component the target is the element around its slot.
  expect(program.log).toEqual(['three content content', 'in1 inner inner', 'two content host', 'one content out']);
  program.log.length = 0;
  await program.event('#own', 'tap');
  expect(program.log).toEqual(['in2 own own', 'two host host', 'one host out']);
});

const boxes = `<view id="out" bind:made="one" capture-bind:made="two"><box id="host" bind:made="three"/></view>`;
const triggered: [title: string, options: string, log: string[]][] = [
  ['stays at the host', '{}', ['three host host']],
  ['bubbles in the owner’s template', '{ bubbles: true }', ['three host host', 'one host out']],
  [
    'passes down first when asked',
    '{ bubbles: true, capturePhase: true }',
    ['two host out', 'three host host', 'one host out'],
  ],
];
for (const [title, options, log] of triggered) {
  test(`triggerEvent ${title}`, async () => {
    const program = await open({
      wxml: boxes,
      boxWxml: '<view id="in" data-options="{{options}}" bindtap="send">x</view>',
      box: `data: { options: ${options} }`,
    });
    await program.event('#in', 'tap');
    expect(program.log).toEqual(log);
  });
}

test('the target in a component that a slot’s content was tapped: what is around the slot, whatever it lies in', async () => {
  const tap = async (boxWxml: string): Promise<unknown[]> => {
    const program = await open({ wxml: '<box><text id="content">x</text></box>', boxWxml });
    await program.event('#content', 'tap');
    return program.log;
  };
  const around = '<view id="far" data-a="1"><view><block wx:if="{{true}}"><slot/></block></view></view>';
  expect(await tap(`<view id="out" bindtap="in1">${around}</view>`)).toEqual(['in1  out']);
  expect(await tap('<view wx:for="{{[0]}}" id="row{{index}}" bindtap="in1"><slot/></view>')).toEqual(['in1 row0 row0']);
});

test('triggerEvent passes other components only when composed', async () => {
  const given = (options: string): Case => ({
    wxml: '<box id="outer" bind:made="one"><box id="inner" bind:made="two"/></box>',
    boxWxml:
      '<view id="in" bind:made="in1"><slot/></view><text class="send" data-options="{{options}}" bindtap="send">x</text>',
    box: `data: { options: ${options} }`,
  });
  const inside = await open(given('{ bubbles: true }'));
  await inside.event('#inner .send', 'tap');
  expect(inside.log).toEqual(['two inner inner', 'one inner outer']);
  const composed = await open(given('{ bubbles: true, composed: true }'));
  await composed.event('#inner .send', 'tap');
  expect(composed.log).toEqual(['two inner inner', 'in1 in in', 'one inner outer']);
});

test('names of own events keep their case', async () => {
  const program = await open({
    wxml: '<box id="host" bind:myEvent="full"/>',
    boxWxml: '<view id="in" data-type="myEvent" bindtap="send">x</view>',
  });
  await program.event('#in', 'tap');
  expect(program.log).toEqual([expect.objectContaining({ type: 'myEvent', detail: { n: 1 } })]);
});

test('a missing handler is told once, an exception each time, and the rest goes on', async () => {
  const program = await open({
    wxml: '<view id="v" bindtap="one"><view id="w" bindtap="fails"><text id="t" bindtap="nowhere">x</text></view></view>',
    page: 'fails() { throw new TypeError("broken") }',
  });
  await program.event('#t', 'tap');
  await program.event('#t', 'tap');
  expect(program.log).toEqual(['one t v', 'one t v']);
  expect(program.errors()).toEqual(Array(2).fill('fails of pages/a/a: TypeError: broken'));
  expect(program.warnings()).toEqual([expect.stringContaining('HANDLER: pages/a/a has no method "nowhere"')]);
  expect(program.warnings()[0]).toContain('with id "t"');
});

test('an event for what has gone is dropped', async () => {
  const program = await open({ wxml: '<view id="v" bindtap="one">x</view>' });
  await program.deliver({
    kind: 'event',
    page: 1,
    block: 99,
    node: 0,
    type: 'tap',
    bubbles: true,
    detail: null,
    timeStamp: 0,
    offsets: [],
  });
  expect(program.log).toEqual([]);
  expect(program.errors()).toEqual([]);
});

test('model: what is entered reaches data, before the handler', async () => {
  const program = await open({
    wxml: `<input id="i" model:value="{{user.name}}" bindinput="seen"/><text>{{user.name}}</text>
      <view wx:for="{{list}}" wx:key="id"><input class="row" model:value="{{item.text}}"/>{{item.text}}</view>`,
    page: 'data: { user: { name: "a" }, list: [{ id: 1, text: "x" }, { id: 2, text: "y" }] }, seen() { log(this.data.user.name) }',
  });
  await program.event('#i', 'input', { bubbles: false, detail: { value: 'ab', cursor: 2 } });
  expect(program.log).toEqual(['ab']);
  expect(program.drawn()).toContain('<text>ab</text>');
  await program.event('.row', 'input', { bubbles: false, detail: { value: 'z' } });
  expect(program.drawn()).toContain('z</view>');
  expect(program.operations).toEqual([[1, expect.any(Number), 0, 'z', 1, 'z']]);
});

test('model: what a component sets itself reaches the place it is bound to', async () => {
  const program = await open({
    wxml: '<box id="b" model:value="{{word}}"/>{{word}}',
    page: 'data: { word: "a" }',
    boxWxml: '<text id="in" bindtap="set">{{value}}</text>',
    box: 'properties: { value: String }, attached() { this.set = () => this.setData({ value: "new" }) }',
  });
  await program.event('#in', 'tap');
  expect(program.drawn()).toBe('<box id="b"><text id="in">new</text></box>new');
});

test('marks are those of when the event came to the template, whatever handlers set', async () => {
  const program = await open({
    wxml: '<view id="v" mark:n="{{n}}" bindtap="seen"><text id="t" bindtap="more">x</text></view>',
    page: 'data: { n: 1 }, more() { this.setData({ n: 2 }) }, seen(e) { log(e.mark.n) }',
  });
  await program.event('#t', 'tap');
  await program.event('#t', 'tap');
  expect(program.log).toEqual([1, 2]);
});

test('what has been taken out of the tree is heard in what went with it, and not beyond', async () => {
  const program = await open({
    wxml: '<view id="out" bind:made="one"><block wx:if="{{on}}"><view id="went" bind:made="two"><box id="host" bind:made="three"/></view></block></view><text id="t" bindtap="off">x</text>',
    page: 'data: { on: true }, off() { this.setData({ on: false }) }',
    box: 'detached() { this.triggerEvent("made", {}, { bubbles: true }) }',
  });
  await program.event('#t', 'tap');
  expect(program.log).toEqual(['three host host', 'two host went']);
});

const removing = (handler: string, tag: string): string =>
  `<view id="out" bind:made="one" bindtap="one"><block wx:if="{{on}}"><view id="went" bind:made="${handler}" bindtap="${handler}">${tag}</view></block></view>`;
const removes = 'data: { on: true }, off() { log("off"); this.setData({ on: false }) }';

test('an event of the view goes the way that was there when it came, whatever handlers remove', async () => {
  const program = await open({ wxml: removing('off', '<text id="t">x</text>'), page: removes });
  await program.event('#t', 'tap');
  expect(program.log).toEqual(['off', 'one t out']);
});

test('an event of a component ends where a handler removes what it goes through', async () => {
  const program = await open({
    wxml: removing('off', '<box id="b"/>'),
    page: removes,
    boxWxml: '<text id="t" catchtap="send">x</text>',
    box: 'methods: { send() { this.triggerEvent("made", {}, { bubbles: true }) } }',
  });
  await program.event('#t', 'tap');
  expect(program.log).toEqual(['off']);
});

test('model: what a component sets while it is being made does not reach the place', async () => {
  const program = await open({
    wxml: '<box id="b" model:value="{{word}}"/>{{word}}',
    page: 'data: { word: "a" }',
    boxWxml: '{{value}}',
    box: 'properties: { value: String }, created() { this.setData({ value: "new" }) }',
  });
  expect(program.drawn()).toBe('<box id="b">a</box>a');
});

test('model: from inside <template is> to what was handed to it', async () => {
  const program = await open({
    wxml: `<template name="t"><input class="i" model:value="{{word}}"/>{{word}}</template><template is="t" data="{{word: user.name}}"/>
      <block wx:for="{{list}}" wx:key="id"><template is="t" data="{{word: item.word}}"/></block>`,
    page: 'data: { user: { name: "a" }, list: [{ id: 1, word: "x" }] }',
  });
  await program.event('.i', 'input', { bubbles: false, detail: { value: 'b' } });
  const rows = program.tree().find('.i');
  const last = rows[rows.length - 1];
  await program.deliver({
    kind: 'event',
    page: 1,
    block: last?.block ?? 0,
    node: last?.node ?? 0,
    type: 'input',
    bubbles: false,
    detail: { value: 'y' },
    timeStamp: 1,
    offsets: [],
  });
  expect(program.drawn()).toBe('<input class="i" value="b"></input>b<input class="i" value="y"></input>y');
});

test('what a handler of input returns goes back to the field: a text, or a text and where the caret is', async () => {
  const program = await open({
    wxml: '<input id="i" bindinput="{{how}}"/><box/>',
    page: `data: { how: 'text' },
      text: (e) => e.detail.value.toUpperCase(),
      place: (e) => ({ value: e.detail.value.replace('11', '2'), cursor: 1 }),
      same: (e) => { e.detail.value = 'x'; return 'ab' },
      other: () => ({ value: 1 }),
      later: async () => 'late'`,
    boxWxml: '<textarea id="t" bindinput="short"/>',
    box: 'methods: { short: (e) => e.detail.value.slice(0, 1) }',
  });
  const answers = async (selector: string, value: string) => {
    program.messages.length = 0;
    await program.event(selector, 'input', { bubbles: false, detail: { value, cursor: value.length } });
    return program.messages.map((one) => (one.kind === 'tell' ? [one.name, one.params] : one));
  };
  const [field] = program.tree().find('#i');
  const at = { page: 1, ...field };
  expect(await answers('#i', 'ab')).toEqual([['answerInput', { ...at, written: 'ab', value: 'AB' }]]);
  const handlers: [name: string, value: string, answer: object | undefined][] = [
    ['place', '110', { written: '110', value: '20', cursor: 1 }],
    ['same', 'ab', undefined],
    ['other', 'ab', undefined],
    ['later', 'ab', undefined],
  ];
  for (const [how, value, answer] of handlers) {
    await program.deliver({ kind: 'inspect', id: 1, method: 'set-page-data', params: { page: 1, data: { how } } });
    expect([how, await answers('#i', value)]).toEqual([how, answer ? [['answerInput', { ...at, ...answer }]] : []]);
  }
  expect(await answers('#t', 'xy')).toMatchObject([['answerInput', { written: 'xy', value: 'x' }]]);
  expect(program.errors()).toEqual([]);
});
