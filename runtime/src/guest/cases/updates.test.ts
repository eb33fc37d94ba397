import { expect, test } from '@playwright/test';
import { compileTemplate } from '../../compiler/template/index.ts';
import { createPageTree } from '../../view/index.ts';
import { follow, openScene, type Scene, type Step } from './scene-for-tests.ts';

// What glass-easel's tests `core/data_update`, `legacy/data_path` and `legacy/component` ask of data and properties,
// as tables. Otherwise on purpose:
// - what an owner hands on unchanged stops at the component it reaches, as in version 0.12, which the oracle runs;
//   later versions hand it on further;
// - `comparer`, `unknownPropertyHandler`, `updateData` and `replaceDataOnPath` are its own; WeChat has none of them;
// - paths in observers may begin with a digit here: there is no harm in it;
// - a `default` is called once for each instance, its tests count the calls of a `value` function, which WeChat
//   takes for the value itself.

interface Case extends Scene {
  readonly name: string;
  readonly drawn: string;
  readonly first?: readonly unknown[];
  readonly steps?: readonly Step[];
}

const both = (name: string) =>
  `properties: { a: { type: Boolean, value: false, observer(a) { log('${name} property ' + a) } } },
   observers: { a(a) { log('${name} observer ' + a) } }`;

const cases: readonly Case[] = [
  {
    name: 'setData by paths: what is not there is made, an index makes a list',
    page: '{{a.b[1].c}} {{list.length}} {{x.y}}',
    drawn: '  ',
    steps: [
      [{ 'a.b[1].c': 'C' }, 'C  '],
      [{ 'list[2]': 1, 'x.y': 'Y' }, 'C 3 Y'],
      [{ 'list[0][1]': 5 }, 'C 3 Y'],
      [{ list: 'text', x: 1 }, 'C 4 '],
      [{ 'x.y': 'again' }, 'C 4 again'],
    ],
  },
  {
    name: 'several paths in one call, each on what the ones before made',
    page: '{{o.a}}{{o.b}}',
    data: '{ o: { a: 1 } }',
    drawn: '1',
    steps: [[{ 'o.a': 2, o: { b: 3 }, 'o.a2': 4 }, '3']],
  },
  {
    name: 'properties through components without a host element: observers before, functions after the template',
    page: '<middle id="m" a="{{a}}"/>',
    data: '{ a: false }',
    parts: {
      middle: { wxml: '<child id="c" a="{{a}}"/>', js: `options: { virtualHost: true }, ${both('middle')}` },
      child: { wxml: '{{a}}', js: `options: { virtualHost: true }, ${both('child')}` },
    },
    drawn: '<middle id="m"><child id="c">false</child></middle>',
    steps: [
      [
        { a: true },
        '<middle id="m"><child id="c">true</child></middle>',
        ['middle observer true', 'child observer true', 'child property true', 'middle property true'],
      ],
      [
        ['#m >>> #c', { a: false }],
        '<middle id="m"><child id="c">false</child></middle>',
        ['child observer false', 'child property false'],
      ],
      [{ a: true }, '<middle id="m"><child id="c">false</child></middle>', ['middle observer true']],
    ],
  },
  {
    name: 'a property that is set to the object it is, changed inside: observers hear, its function does not',
    page: '<box id="b"/>',
    parts: {
      box: {
        wxml: '{{list[0].v}}',
        js: `properties: { list: { type: Array, default: () => [{ v: 10 }], observer() { log('function') } } },
          observers: { list() { log('observer') } },
          methods: { touch() { this.data.list[0].v = 30; this.setData({ list: this.data.list }) } }`,
      },
    },
    members: 'touch() { this.selectComponent("#b").touch() }',
    drawn: '<box id="b">10</box>',
    steps: [[['#b', { list: [] }], '<box id="b"></box>', ['observer', 'function']]],
  },
  {
    name: 'nothing set is nothing changed, and the callback still comes',
    page: '{{a}}',
    data: '{ a: 1 }',
    drawn: '1',
    steps: [[{}, '1', []]],
  },
  {
    name: 'an update that makes a component which updates again',
    page: '<child wx:if="{{cond}}" a="123" bind:b="ev"/>{{n}}',
    data: '{ n: 0 }',
    members: 'ev() { this.setData({ cond: true, n: this.data.n + 1 }) }',
    parts: { child: { wxml: '{{a}}', js: 'properties: { a: String }, attached() { this.triggerEvent("b") }' } },
    drawn: '0',
    steps: [[{ cond: true }, '<child>123</child>1']],
  },
  {
    name: 'pure data is the program’s own: set, observed, never drawn',
    page: '<box id="b"/>',
    parts: {
      box: {
        wxml: '[{{_secret}}]{{shown}}',
        js: `options: { pureDataPattern: /^_/ }, data: { _secret: 1, shown: 0 },
          observers: { _secret(s) { log(s); this.setData({ shown: s }) } }`,
      },
    },
    drawn: '<box id="b">[]0</box>',
    steps: [[['#b', { _secret: 2 }], '<box id="b">[]2</box>', [2]]],
  },
];

for (const { name, ...scene } of cases) {
  test(name, async () => {
    const open = await openScene({ compileTemplate, createPageTree }, scene);
    const { found, wanted } = await follow(open, scene);
    expect(found).toEqual(wanted);
    expect(open.errors()).toEqual([]);
  });
}

// Properties: declared, given, and what a component has then.
const values: readonly [declared: string, given: string, value: unknown][] = [
  ['String', '', ''],
  ['Number', '', 0],
  ['Boolean', '', false],
  ['Array', '', []],
  ['Object', '', null],
  ['null', '', null],
  ['{ type: Number, value: 5 }', '', 5],
  ['{ value: 5 }', '', 5],
  ['{ type: Object, value: { a: [1] } }', '', { a: [1] }],
  ['{ type: Number, default: () => 7, value: 5 }', '', 7],
  ['{ type: Number, default: 9 }', '', 9],
  ['{ type: Number, default: () => undefined }', '', 0],
  ['Number', 'p="12"', 12],
  ['Number', 'p="{{\'12\'}}"', 12],
  ['Number', 'p="{{true}}"', 1],
  ['String', 'p="{{12}}"', '12'],
  ['String', 'p="{{false}}"', 'false'],
  ['Boolean', 'p', true],
  ['Boolean', 'p=""', false],
  ['Boolean', 'p="false"', true],
  ['Boolean', 'p="{{0}}"', false],
  ['Array', 'p="{{ {a: 1} }}"', []],
  ['Object', 'p="{{[1]}}"', [1]],
  ['Object', 'p="text"', null],
  ['null', 'p="{{undefined}}"', null],
  ['{ type: Number, optionalTypes: [Boolean] }', 'p="{{true}}"', true],
  ['{ type: Number, optionalTypes: [String, Object] }', 'p="abc"', 'abc'],
  ['{ type: String, optionalTypes: [Object] }', 'p="{{ {a: 1} }}"', { a: 1 }],
  ['{ type: String, optionalTypes: [Array] }', 'p="{{[1]}}"', [1]],
  ['{ type: String, optionalTypes: [Number] }', 'p="{{1}}"', 1],
  ['{ type: Boolean, optionalTypes: [Number] }', 'p="{{\'x\'}}"', true],
];
for (const [declared, given, value] of values) {
  test(`a property ${declared} given ${given || 'nothing'}`, async () => {
    const open = await openScene(
      { compileTemplate, createPageTree },
      {
        page: `<box ${given}/>`,
        parts: { box: { js: `properties: { p: ${declared} }, attached() { log(this.data.p) }` } },
      },
    );
    expect([open.news(), open.errors()]).toEqual([[value], []]);
  });
}

test('instances share no default: neither made nor given', async () => {
  const open = await openScene(
    { compileTemplate, createPageTree },
    {
      page: '<box/><box/>',
      parts: {
        box: {
          js: `properties: { a: { type: Array, value: [1] }, b: { type: Array, default: () => [1] } }, data: { c: { n: [1] } },
            attached() { this.data.a.push(2); this.data.b.push(2); this.data.c.n.push(2); log(JSON.stringify(this.data)) }`,
        },
      },
    },
  );
  const [one, two] = open.news();
  expect(one).toBe(two);
});

const observed: readonly [key: string, set: Readonly<Record<string, unknown>>, heard: unknown[]][] = [
  [' a ', { a: 1 }, [[1]]],
  ['o . b', { 'o.b': 2 }, [[2]]],
  ['l [ 0 ] [1]', { 'l[0][1]': 3 }, [[3]]],
  ['l[0].**', { 'l[0][5].x': 4 }, [[[0, 1, null, null, null, { x: 4 }]]]],
  ['a, o.b', { a: 1, 'o.b': 2 }, [[1, 2]]],
  ['a, o.b', { 'o.b': 2 }, [[0, 2]]],
  ['o.**', { 'o.b': 2 }, [[{ b: 2, c: 0 }]]],
  ['o.**', { o: 1 }, [[1]]],
  ['o', { 'o.b': 2 }, []],
  ['o.b', { 'o.c': 2 }, []],
  ['o.b', { o: { b: 7 } }, [[7]]],
  ['**', { a: 1, 'o.b': 2 }, [[{ a: 1, o: { b: 2, c: 0 }, l: [[0, 1]] }]]],
];
for (const [key, set, heard] of observed) {
  test(`an observer of '${key}' when ${JSON.stringify(set)} is set`, async () => {
    const open = await openScene(
      { compileTemplate, createPageTree },
      {
        page: '<box id="b"/>',
        parts: {
          box: {
            js: `data: { a: 0, o: { b: 0, c: 0 }, l: [[0, 1]] },
              observers: { ${JSON.stringify(key)}(...values) { log(JSON.parse(JSON.stringify(values))) } }`,
          },
        },
      },
    );
    await open.tell('#b', set);
    expect([open.news(), open.errors()]).toEqual([heard, []]);
  });
}
