import { expect, test } from '@playwright/test';
import { compileTemplate } from '../../compiler/template/index.ts';
import { createPageTree } from '../../view/index.ts';
import { startProgram } from '../program-for-tests.ts';

// Program code that an update runs (lifetimes, observers, the handlers of events they trigger) sets data itself.

interface Case {
  readonly name: string;
  readonly wxml: string;
  readonly page: string;
  readonly box?: string;
  readonly inner?: string;
  readonly set: Readonly<Record<string, unknown>>;
  readonly log: readonly unknown[];
  readonly drawn: string;
}

const tells = `attached() { log('attached ' + this.data.n); this.triggerEvent('up', this.data.n) }, moved() { log('moved ' + this.data.n) }, detached() { log('detached ' + this.data.n) }`;
const box = `Component({ properties: { n: Number }, lifetimes: { ${tells} } })`;
const watching = `Component({ properties: { n: { type: Number, observer(n) { log('n ' + n) } } } })`;

const cases: readonly Case[] = [
  {
    name: 'what a handler sets has reached other components when setData returns',
    wxml: '<box wx:if="{{on}}" n="1" bind:up="up"/><inner id="i" n="{{a}}"/>',
    page: 'data: { a: 1 }, up() { log("in"); this.setData({ a: 2 }); log("out " + this.selectComponent("#i").data.n) }',
    box,
    inner: watching,
    set: { on: true },
    log: ['attached 1', 'in', 'n 2', 'out 2'],
    drawn: '<box></box><inner id="i"></inner>',
  },
  {
    name: 'what a handler shows can be selected at once, after the row that told it and before the next',
    wxml: '<box wx:for="{{list}}" wx:key="*this" n="{{item}}" bind:up="up"/><box id="late" wx:if="{{late}}" n="9"/>',
    page: 'data: { list: [] }, up() { this.setData({ late: true }); log(this.selectComponent("#late").data.n) }',
    box,
    set: { list: [1, 2] },
    log: ['attached 1', 'attached 9', 9, 'attached 2', 9],
    drawn: '<box></box><box></box><box id="late"></box>',
  },
  {
    name: 'a branch that a handler takes back while it comes: what was not attached yet never is',
    wxml: '<block wx:if="{{on}}"><box n="1" bind:up="up"/><box n="2"/></block>',
    page: 'up() { this.setData({ on: false }) }',
    box,
    set: { on: true },
    log: ['attached 1', 'detached 1'],
    drawn: '',
  },
  {
    name: 'rows that wait for their turn take in what comes into them',
    wxml: '<block wx:for="{{list}}" wx:key="*this"><box n="{{item}}" bind:up="up"/><inner wx:if="{{more}}" n="{{item}}"/></block>',
    page: 'data: { list: [] }, up() { this.setData({ more: true }) }',
    box,
    inner: `Component({ properties: { n: Number }, attached() { log('inner ' + this.data.n) } })`,
    set: { list: [1, 2] },
    log: ['attached 1', 'inner 1', 'attached 2', 'inner 2'],
    drawn: '<box></box><inner></inner><box></box><inner></inner>',
  },
  {
    name: 'rows that come into a list before it is attached itself are attached with it',
    wxml: '<block wx:if="{{on}}"><box n="1" bind:up="up"/><inner wx:for="{{list}}" wx:key="*this" n="{{item}}"/></block>',
    page: 'data: { list: [7] }, up() { this.setData({ list: [8, 7] }); log("out") }',
    box,
    inner: `Component({ properties: { n: Number }, attached() { log('inner ' + this.data.n) } })`,
    set: { on: true },
    log: ['attached 1', 'out', 'inner 8', 'inner 7'],
    drawn: '<box></box><inner></inner><inner></inner>',
  },
  {
    name: 'a list set by its own rows waits until they are all there',
    wxml: '<box wx:for="{{list}}" wx:key="*this" n="{{item}}" bind:up="up"/>',
    page: 'data: { list: [] }, up() { this.setData({ list: [2, 3] }) }',
    box,
    set: { list: [1, 2] },
    log: ['attached 1', 'attached 2', 'detached 1', 'attached 3'],
    drawn: '<box></box><box></box>',
  },
  {
    name: 'an item set by a row before it is drawn as it is then',
    wxml: '<block wx:for="{{list}}"><inner n="{{item.n}}" bind:up="up"/>{{item.n}}</block>',
    page: 'data: { list: [{ n: 1 }, { n: 2 }] }, up(e) { if (e.detail === 5) this.setData({ "list[1].n": 9 }) }',
    inner: `Component({ properties: { n: { type: Number, observer(n) { log('n ' + n); this.triggerEvent('up', n) } } } })`,
    set: { 'list[0].n': 5 },
    log: ['n 5', 'n 9'],
    drawn: '<inner></inner>5<inner></inner>9',
  },
  {
    name: 'rows of a list that did not change hear of it at once, also where it is computed',
    wxml: '<inner wx:for="{{[word, 2]}}" n="{{a}}" bind:up="up"/>',
    page: 'data: { word: "w", a: 0 }, up(e) { if (e.detail === 1) this.setData({ a: 2 }) }',
    inner: `Component({ properties: { n: { type: Number, observer(n) { log('n ' + n); this.triggerEvent('up', n) } } } })`,
    set: { a: 1 },
    log: ['n 1', 'n 2', 'n 2'],
    drawn: '<inner></inner><inner></inner>',
  },
  {
    name: 'rows that are being made hear of it, too',
    wxml: '<block wx:for="{{list}}"><text>{{word}}</text><inner n="{{item}}" bind:up="up"/></block>',
    page: 'data: { list: [], word: "a" }, up() { this.setData({ word: "b" }) }',
    inner: `Component({ properties: { n: { type: Number, observer() { this.triggerEvent('up') } } } })`,
    set: { list: [1, 2] },
    log: [],
    drawn: '<text>b</text><inner></inner><text>b</text><inner></inner>',
  },
];

for (const { name, wxml, page, set, log, drawn, ...parts } of cases) {
  test(name, async () => {
    const program = await startProgram(
      { compileTemplate, createPageTree },
      {
        files: {
          'pages/a/a.wxml': wxml,
          'pages/a/a.js': `Page({ ${page} })`,
          'parts/box.wxml': '',
          'parts/box.js': parts.box ?? 'Component({})',
          'parts/inner.wxml': '',
          'parts/inner.js': parts.inner ?? 'Component({})',
        },
        uses: { 'pages/a/a': { box: 'parts/box', inner: 'parts/inner' } },
      },
    );
    await program.open('pages/a/a');
    program.log.length = 0;
    await program.deliver({
      kind: 'inspect',
      id: 1,
      method: 'call-method',
      params: { method: 'setData', args: [JSON.parse(JSON.stringify(set))] },
    });
    expect(program.log).toEqual(log);
    expect(program.drawn()).toBe(drawn);
    expect(program.errors()).toEqual([]);
  });
}

test('a page and a component that set each other off without end are stopped, and still there', async () => {
  const program = await startProgram(
    { compileTemplate, createPageTree },
    {
      files: {
        'pages/a/a.wxml': '<inner n="{{a}}" bind:up="up"/><text id="t" bindtap="go">{{a}}</text>',
        'pages/a/a.js':
          'Page({ data: { a: 1 }, go() { this.setData({ a: 2 }) }, up(e) { this.setData({ a: e.detail + 1 }) } })',
        'parts/inner.wxml': '',
        'parts/inner.js': `Component({ properties: { n: { type: Number, observer(n) { if (n > 1) this.triggerEvent('up', n) } } } })`,
      },
      uses: { 'pages/a/a': { inner: 'parts/inner' } },
    },
  );
  await program.open('pages/a/a');
  await program.event('#t', 'tap');
  expect(program.warnings()).toEqual([expect.stringContaining('ENDLESS_UPDATE: pages/a/a')]);
  expect(program.errors()).toEqual([]);
  expect(program.tree().find('#t')).toHaveLength(1);
});
