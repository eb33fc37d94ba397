import { expect, test } from '@playwright/test';
import { compileTemplate } from '../../compiler/template/index.ts';
import { createPageTree } from '../../view/index.ts';
import { type RunningTestProgram, startProgram } from '../program-for-tests.ts';

// What the oracle (scripts/oracle) found: each of these was otherwise here than in glass-easel.

interface Case {
  readonly name: string;
  readonly wxml: string;
  readonly page?: string;
  readonly box?: string;
  readonly boxWxml?: string;
  readonly outerWxml?: string;
  readonly inner?: string;
  readonly innerWxml?: string;
  /** Handed to `setData` of the page once it is open. */
  readonly set?: Readonly<Record<string, unknown>>;
  /** Log lines after `set`, or all when there is none. */
  readonly log?: readonly unknown[];
  readonly drawn?: string;
}

const tells = `lifetimes: { created() { log('created') }, attached() { log('attached ' + this.data.n) }, moved() { log('moved ' + this.data.n) }, detached() { log('detached ' + this.data.n) } }, properties: { n: Number }`;
const related = (type: string, other: string) =>
  `relations: { '${other}': { type: '${type}', linked(o) { log('${type} linked ' + o.is) }, linkChanged(o) { log('${type} changed ' + o.is) }, unlinked(o) { log('${type} unlinked ' + o.is) } } }`;

const cases: readonly Case[] = [
  {
    name: 'parent and child are linked after attached, the outer side first, through elements but not through slots of others',
    wxml: '<box><view><inner/></view></box><inner/>',
    box: `Component({ ${related('child', './inner')}, attached() { log('box') } })`,
    inner: `Component({ ${related('parent', './box')}, attached() { log('inner') } })`,
    log: ['box', 'inner', 'child linked parts/inner', 'parent linked parts/box', 'inner'],
  },
  {
    name: 'links end after detached',
    wxml: '<box><inner wx:if="{{on}}"/></box>',
    page: 'data: { on: true }',
    box: `Component({ ${related('descendant', '/parts/inner')} })`,
    inner: `Component({ ${related('ancestor', 'box')}, detached() { log('inner gone') } })`,
    set: { on: false },
    log: ['inner gone', 'descendant unlinked parts/inner', 'ancestor unlinked parts/box'],
  },
  {
    name: 'a behavior can be the target of a relation',
    wxml: '<box id="b"><inner/></box>',
    page: 'data: {}, onReady() { log(this.selectComponent("#b").getRelationNodes("any").length) }',
    box: `const b = require('./group.js'); Component({ relations: { any: { type: 'child', target: b } } })`,
    inner: `const b = require('./group.js'); Component({ behaviors: [b], ${related('parent', './box')} })`,
    log: ['parent linked parts/box', 1],
  },
  {
    name: 'a branch that comes is created before the one that leaves is detached',
    wxml: '<box wx:if="{{on}}" n="1"/><box wx:else n="2"/>',
    page: 'data: { on: true }',
    box: `Component({ ${tells} })`,
    set: { on: false },
    log: ['created', 'detached 1', 'attached 2'],
  },
  {
    name: 'rows with keys: created first, then gone, moved and attached from place to place',
    wxml: '<box wx:for="{{list}}" wx:key="*this" n="{{item}}"/>',
    page: 'data: { list: [1, 2, 3] }',
    box: `Component({ ${tells} })`,
    set: { list: [3, 4, 1] },
    log: ['created', 'moved 3', 'attached 4', 'detached 2'],
  },
  {
    name: 'rows without keys: kept ones first',
    wxml: '<box wx:for="{{list}}" n="{{item}}"/>',
    page: 'data: { list: [1] }',
    box: `Component({ ${tells}, observers: { n(n) { log('n ' + n) } } })`,
    set: { list: [2, 3] },
    log: ['n 2', 'created', 'n 3', 'attached 3'],
  },
  {
    name: 'what attached sets comes to life with the rest',
    wxml: '<box wx:for="{{list}}" n="{{item}}"/>',
    page: 'data: { list: [1] }, onLoad() { log("load") }, attached() {}',
    box: `Component({ ${tells} })`,
    log: ['created', 'attached 1', 'load'],
  },
  {
    name: 'content that comes while its component is being attached is attached at once',
    wxml: '<box bind:go="go"><inner wx:if="{{on}}"/></box><box><inner/></box>',
    page: 'data: { on: false }, go() { this.setData({ on: true }) }',
    box: `Component({ behaviors: [Behavior({ attached() { this.triggerEvent('go') } })], lifetimes: { attached() { log('box') } } })`,
    inner: `Component({ lifetimes: { attached() { log('inner') } } })`,
    log: ['inner', 'box', 'box', 'inner'],
  },
  {
    name: 'a member set below an item that is not there yet is no change of the others of it',
    wxml: '<box n="{{list[0].n}}"/>{{list.length}}',
    page: 'data: { list: [] }',
    box: `Component({ properties: { n: Number }, observers: { n() { log('n') } } })`,
    set: { 'list[0].other': 1 },
    log: [],
    drawn: '<box></box>1',
  },
  {
    name: 'observers hear of a property that is handed on unchanged, property observers do not',
    wxml: '<box n="{{n}}"/>',
    page: 'data: { n: 1 }',
    box: `Component({ properties: { n: { type: Number, observer() { log('property') } } }, observers: { n() { log('observer') } } })`,
    set: { n: 1 },
    log: ['observer'],
  },
  {
    name: 'an observer that comes along two ways runs twice',
    wxml: '<box n="{{n}}"/>',
    page: 'data: { n: 1 }',
    box: `const a = Behavior({ observers: { n() { log('observer') } } }); const b = Behavior({ behaviors: [a] }); Component({ behaviors: [a, b], properties: { n: Number } })`,
    set: { n: 2 },
    log: ['observer', 'observer'],
  },
  {
    name: 'nobody hears what created triggers; what a property observer triggers is heard on the own tag only',
    wxml: '<view bind:go="out"><box n="1" bind:go="own"/></view>',
    page: 'data: {}, own(e) { log(e.detail) }, out() { log("out") }',
    box: `Component({ properties: { n: { type: Number, observer() { this.triggerEvent('go', 'observer', { bubbles: true }) } } }, created() { this.triggerEvent('go', 'created') } })`,
    log: ['observer'],
  },
  {
    name: 'marks come from what is around in the template, wherever the event goes',
    wxml: '<box mark:m="around"><inner bind:go="own"/></box>',
    page: 'data: {}, own(e) { log(e.mark) }',
    boxWxml: '<view/>',
    inner: `Component({ attached() { this.triggerEvent('go', 1, { composed: true }) } })`,
    log: [{ m: 'around' }],
  },
  {
    name: 'an event goes the way that is there once its capture phase is over',
    wxml: '<box><inner id="i"/></box>',
    page: 'data: {}, onReady() { this.selectComponent("#i").triggerEvent("go", 1, { bubbles: true, composed: true, capturePhase: true }) }',
    box: `Component({ data: { on: false }, methods: { seen(e) { log(e.target.id); this.setData({ on: true }) } } })`,
    boxWxml:
      '<view capture-bind:go="seen" bind:go="seen"><view wx:if="{{on}}" id="now"><slot/></view><view id="before"><slot/></view></view>',
    log: ['before', 'now'],
  },
  {
    name: 'what is made in a component that has gone is not attached',
    wxml: '<box wx:if="{{on}}"><inner/></box>',
    page: 'data: { on: true }',
    box: `Component({ options: { dynamicSlots: true }, data: { list: [1] }, detached() { log('detached'); this.setData({ list: [1, 2] }) } })`,
    boxWxml: '<slot wx:for="{{list}}"/>',
    inner: `Component({ lifetimes: { created() { log('created') }, attached() { log('attached') } } })`,
    set: { on: false },
    log: ['detached', 'created'],
  },
  {
    name: 'content that a slot brings is made of what is so now, and not told of it again',
    wxml: '<box on="{{on}}"><inner n="{{on}}"/></box>',
    page: 'data: { on: false }',
    box: `Component({ options: { dynamicSlots: true }, properties: { on: Boolean } })`,
    boxWxml: '<slot wx:if="{{on}}"/>',
    inner: `Component({ properties: { n: Boolean }, observers: { n(n) { log(n) } } })`,
    set: { on: true },
    log: [true],
  },
  {
    name: 'rows that go together: first what is in their slots',
    wxml: '<box list="{{list}}"><inner n="in a slot"/></box>',
    page: 'data: { list: [1, 2, 3] }',
    box: `Component({ options: { dynamicSlots: true }, properties: { list: Array } })`,
    boxWxml: '<block wx:for="{{list}}"><inner n="row {{item}}"/><slot/></block>',
    inner: `Component({ properties: { n: String }, detached() { log(this.data.n) } })`,
    set: { list: [1] },
    log: ['in a slot', 'in a slot', 'row 2', 'row 3'],
  },
  {
    name: 'content of slots that go together is told nothing more',
    wxml: '<box list="{{list}}"><inner n="{{n}}" bind:gone="more"/></box>',
    page: 'data: { list: [1, 2], n: 1 }, more() { log("more"); this.setData({ n: this.data.n + 1 }) }',
    box: `Component({ options: { dynamicSlots: true }, properties: { list: Array } })`,
    boxWxml: '<slot wx:for="{{list}}"/>',
    inner: `Component({ properties: { n: Number }, observers: { n() { log('told') } }, detached() { this.triggerEvent('gone') } })`,
    set: { list: [] },
    log: ['more', 'more'],
  },
  {
    name: 'an event of content that has gone does not reach the component it was in',
    wxml: '<box><block wx:if="{{off}}"></block><block wx:else><inner slot="m"/></block></box>',
    page: 'data: { off: false }',
    box: `Component({ methods: { heard() { log('heard') } } })`,
    boxWxml: '<view bind:go="heard"><slot/></view>',
    inner: `Component({ detached() { log('gone'); this.triggerEvent('go', 1, { bubbles: true, composed: true }) } })`,
    set: { off: true },
    log: ['gone'],
  },
  {
    name: 'an event of content that goes with its component reaches that',
    wxml: '<outer wx:if="{{on}}"/>',
    page: 'data: { on: true }',
    outerWxml: '<box><inner/></box>',
    box: `Component({ methods: { heard() { log('heard') } } })`,
    boxWxml: '<view bind:go="heard"><slot/></view>',
    inner: `Component({ detached() { this.triggerEvent('go', 1, { bubbles: true, composed: true }) } })`,
    set: { on: false },
    log: ['heard'],
  },
  {
    name: 'content that has gone with its component is still in its slots',
    wxml: '<outer wx:if="{{on}}"/>',
    page: 'data: { on: true }',
    outerWxml: '<box id="b"><inner/></box>',
    box: `Component({ methods: { heard() { log('heard') } }, detached() { later.triggerEvent('go', 1, { bubbles: true, composed: true }) } })`,
    boxWxml: '<view bind:go="heard"><slot/></view>',
    inner: `Component({ created() { globalThis.later = this } })`,
    set: { on: false },
    log: ['heard'],
  },
  {
    name: 'detached is heard on the own tag',
    wxml: '<box wx:if="{{on}}" bind:go="own"/>',
    page: 'data: { on: true }, own() { log("heard") }',
    box: `Component({ detached() { this.triggerEvent('go') } })`,
    set: { on: false },
    log: ['heard'],
  },
  {
    name: 'content goes to the first slot in document order, also when that one comes later',
    wxml: '<box on="{{on}}">in</box>',
    page: 'data: { on: false }',
    box: 'Component({ properties: { on: Boolean } })',
    boxWxml: '<view><slot wx:if="{{on}}"/></view><slot/>',
    set: { on: true },
    drawn: '<box><view>in</view></box>',
  },
  {
    name: 'a slot inside content that is not drawn takes content all the same',
    wxml: '<box on="{{on}}">in</box>',
    page: 'data: { on: false }',
    box: 'Component({ properties: { on: Boolean } })',
    boxWxml: '<inner><slot wx:if="{{on}}"/></inner><slot/>',
    innerWxml: '<text/>',
    set: { on: true },
    drawn: '<box><inner><text></text></inner></box>',
  },
  {
    name: 'NaN is drawn',
    wxml: '{{n * 2}} <text title="{{n * 2}}"/>',
    page: 'data: { n: "x" }',
    drawn: 'NaN <text title="NaN"></text>',
  },
  {
    name: 'the first of several types is the one to convert to; what does not fit gives what default makes',
    wxml: '<box a="{{value}}" b="{{value}}"/>',
    page: 'data: { value: {} }',
    box: `Component({ properties: { a: { optionalTypes: [Number, String] }, b: { type: Array, default: () => ['made'] } }, attached() { log(this.data) } })`,
    log: [{ a: 0, b: ['made'] }],
  },
];

async function run(given: Case): Promise<RunningTestProgram> {
  const used = { outer: 'parts/outer', box: 'parts/box', inner: 'parts/inner' };
  const program = await startProgram(
    { compileTemplate, createPageTree },
    {
      files: {
        'app.js': 'App({})',
        'pages/a/a.wxml': given.wxml,
        'pages/a/a.js': `Page({ ${given.page ?? ''}, set(data) { this.setData(data) } })`.replace('{ ,', '{'),
        'parts/group.js': 'module.exports = Behavior({})',
        'parts/box.wxml': given.boxWxml ?? '<slot/>',
        'parts/box.js': given.box ?? 'Component({})',
        'parts/outer.wxml': given.outerWxml ?? '',
        'parts/outer.js': 'Component({})',
        'parts/inner.wxml': given.innerWxml ?? '',
        'parts/inner.js': given.inner ?? 'Component({})',
      },
      uses: { 'pages/a/a': used, 'parts/outer': used, 'parts/box': used, 'parts/inner': used },
    },
  );
  await program.open('pages/a/a');
  if (given.set !== undefined) {
    program.log.length = 0;
    const params = { page: 1, method: 'set', args: [given.set] } as never;
    await program.deliver({ kind: 'inspect', id: 1, method: 'call-method', params });
    await program.acknowledge();
  }
  return program;
}

for (const given of cases) {
  test(given.name, async () => {
    const program = await run(given);
    if (given.log !== undefined) expect(program.log).toEqual(given.log);
    if (given.drawn !== undefined) expect(program.drawn()).toBe(given.drawn);
    expect(program.errors()).toEqual([]);
  });
}
