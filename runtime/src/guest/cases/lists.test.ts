import { expect, test } from '@playwright/test';
import { compileTemplate } from '../../compiler/template/index.ts';
import { createPageTree } from '../../view/index.ts';
import { follow, openScene, type Scene, type Step } from './scene-for-tests.ts';

// What glass-easel's tests `tmpl/structure` and `core/data_update` ask of lists, as tables. Otherwise on purpose:
// - WeChat's setData has no splice; a list that grew or shrank is set again;
// - without a key, rows stay where they are and what is left over goes, in both;
// - which of several equal ways of moving is taken is not part of the promise: the fewest moves are.

const rowProbe = {
  js: `properties: { s: String }, lifetimes: {
    attached() { log('+' + this.data.s) }, detached() { log('-' + this.data.s) }, moved() { log('~' + this.data.s) } }`,
};
const list = (text: string) => text.split(' ').map((one) => ({ k: one.slice(0, 1), v: Number(one.slice(1)) }));
const object = (text: string) =>
  Object.fromEntries(text.split(' ').map((one) => [one.slice(0, 2), { k: one.slice(3, 4), v: Number(one.slice(4)) }]));
const rows = (...values: (string | number)[]) => values.map((one) => `<x>${one}</x>`).join('');

interface Case extends Scene {
  readonly name: string;
  readonly drawn: string;
  readonly first?: readonly unknown[];
  readonly steps: readonly Step[];
}

const cases: readonly Case[] = [
  {
    name: 'without a key rows are kept by place',
    page: '<view wx:for="{{list}}" wx:for-item="v" wx:for-index="k"><x s="{{v}}">{{k}}</x></view>',
    data: '{ list: [10, 20] }',
    drawn: '<view><x>0</x></view><view><x>1</x></view>',
    first: ['+10', '+20'],
    steps: [
      [{ list: [20, 10] }, '<view><x>0</x></view><view><x>1</x></view>', []],
      [{ list: [30, 40, 50] }, '<view><x>0</x></view><view><x>1</x></view><view><x>2</x></view>', ['+50']],
      [{ list: [50] }, '<view><x>0</x></view>', ['-40', '-50']],
    ],
  },
  {
    name: 'with a key rows go where their key goes',
    page: '<block wx:for="{{list}}" wx:key="k"><x s="{{item.k}}{{item.v}}">{{item.v}}</x></block>',
    data: "{ list: [{ k: 'a', v: 10 }, { k: 'b', v: 20 }] }",
    drawn: rows(10, 20),
    first: ['+a10', '+b20'],
    steps: [
      [{ list: list('c30 a40 d50 b60 e70') }, rows(30, 40, 50, 60, 70), ['+c30', '+d50', '+e70']],
      [{ list: list('c30 b60 a40 d50 e70') }, rows(30, 60, 40, 50, 70), ['~b60']],
      [{ list: list('c30 b60 a40 d50 e70') }, rows(30, 60, 40, 50, 70), []],
      [{ list: list('b80 e90') }, rows(80, 90), ['-c30', '-a40', '-d50']],
    ],
  },
  {
    name: 'an object without a key is a list of its values',
    page: '<x wx:for="{{list}}" wx:for-item="v" wx:for-index="k" s="{{k}}:{{v}}">{{k}}</x>',
    data: '{ list: { a: 10, b: 20 } }',
    drawn: rows('a', 'b'),
    first: ['+a:10', '+b:20'],
    steps: [
      [{ list: { a: 20, b: 10 } }, rows('a', 'b'), []],
      [{ list: { a: 30, b: 40, c: 50, d: 60 } }, rows('a', 'b', 'c', 'd'), ['+c:50', '+d:60']],
    ],
  },
  {
    name: 'an object with a key',
    page: '<x wx:for="{{list}}" wx:key="k" s="{{index}}{{item.k}}">{{item.v}}</x>',
    data: "{ list: { f1: { k: 'a', v: 10 }, f2: { k: 'b', v: 20 } } }",
    drawn: rows(10, 20),
    first: ['+f1a', '+f2b'],
    steps: [
      [{ list: object('f3:c30 f4:d40 f1:a50 f2:b80') }, rows(30, 40, 50, 80), ['+f3c', '+f4d']],
      [{ list: object('f1:a50 f2:b80 f3:g30') }, rows(50, 80, 30), ['-f3c', '-f4d', '+f3g']],
    ],
  },
  {
    name: 'a text is a list of its characters',
    page: '<x wx:for="{{s}}" wx:key="*this" s="{{item}}">{{item}}</x>',
    data: "{ s: 'x' }",
    drawn: rows('x'),
    first: ['+x'],
    steps: [
      [{ s: 'abc' }, rows('a', 'b', 'c')],
      [{ s: 'cab' }, rows('c', 'a', 'b')],
      [{ s: '' }, ''],
    ],
  },
  {
    name: 'a number is a list of that many',
    page: '<x wx:for="{{n}}">{{item}}</x>',
    data: '{ n: 3 }',
    drawn: rows(0, 1, 2),
    steps: [
      [{ n: 2 }, rows(0, 1)],
      [{ n: 0 }, ''],
    ],
  },
  {
    name: 'rows within rows, over objects',
    page: '<block wx:for="{{list}}" wx:for-index="i"><view id="{{j}}{{i}}" wx:for="{{item}}" wx:for-index="j">{{item}}</view></block>',
    data: "{ list: [{ a: '1', b: '2' }, { c: '3' }] }",
    drawn: '<view id="a0">1</view><view id="b0">2</view><view id="c1">3</view>',
    steps: [
      [{ list: [{ a: 'A', b: 'B' }] }, '<view id="a0">A</view><view id="b0">B</view>'],
      [{ list: [{ e: 'A' }] }, '<view id="e0">A</view>'],
      [{ 'list[0].e': 'E', 'list[0].f': 'F' }, '<view id="e0">E</view><view id="f0">F</view>'],
    ],
  },
  {
    name: 'one item set hands on one property',
    page: '<p wx:for="{{list}}" s="{{item}}"/>',
    data: "{ list: ['A', 'B', 'C'] }",
    parts: { p: { wxml: '{{s}}', js: 'properties: { s: String }, observers: { s(s) { log(s) } }' } },
    drawn: '<p>A</p><p>B</p><p>C</p>',
    steps: [[{ 'list[1]': 'D' }, '<p>A</p><p>D</p><p>C</p>', ['D']]],
  },
  {
    name: 'keys that repeat lose no row',
    page: '<x wx:for="{{list}}" wx:key="k" s="{{item.v}}">{{item.v}}</x>',
    data: '{ list: [{ k: 1, v: 1 }, { k: 2, v: 2 }, { k: 2, v: 3 }] }',
    drawn: rows(1, 2, 3),
    steps: [
      [{ 'list[0].v': 4 }, rows(4, 2, 3)],
      [{ 'list[1].v': 5 }, rows(4, 5, 3)],
      [{ 'list[1].k': 1 }, rows(4, 5, 3)],
      [{ 'list[1].k': 3 }, rows(4, 5, 3)],
      [{ list: list('270 271 280') }, rows(70, 71, 80)],
    ],
  },
  {
    name: 'a key that no item has is a list without one',
    page: '<x wx:for="{{list}}" wx:key="none">{{item.c}}</x>',
    data: "{ list: [{ c: 'A' }, { c: 'B' }] }",
    drawn: rows('A', 'B'),
    steps: [
      [{ list: [{ c: 'A' }, { c: 'B' }, { c: 'D' }] }, rows('A', 'B', 'D')],
      [{ list: [{ c: 'A' }] }, rows('A')],
      [{ list: [{ c: 'B' }, { c: 'A' }] }, rows('B', 'A')],
    ],
  },
  {
    name: 'rows that only changed place hear of their index',
    page: '<p wx:for="{{list}}" wx:key="k" s="{{index}}:{{item.v}}"/>',
    data: "{ list: [{ k: 1, v: 'A' }, { k: 2, v: 'B' }] }",
    parts: { p: { wxml: '{{s}}', js: 'properties: { s: String }' } },
    drawn: '<p>0:A</p><p>1:B</p>',
    steps: [
      [
        {
          list: [
            { k: 5, v: 'E' },
            { k: 1, v: 'A' },
            { k: 2, v: 'B' },
          ],
        },
        '<p>0:E</p><p>1:A</p><p>2:B</p>',
      ],
      [{ list: [{ k: 2, v: 'B' }] }, '<p>0:B</p>'],
    ],
  },
  {
    name: 'a list that is set past its end',
    page: '<x wx:for="{{arr}}">{{item.a}}</x>{{arr.length}}',
    data: '{ arr: [{ a: 12 }] }',
    drawn: `${rows(12)}1`,
    steps: [
      [{ 'arr[2]': { a: 78 } }, `${rows(12, '', 78)}3`],
      [{ 'arr[3].a': 98 }, `${rows(12, '', 78, 98)}4`],
    ],
  },
  {
    name: 'entries of an object, changed inside',
    page: '<block wx:for="{{ obj }}">{{ item[0] }}</block><block wx:for="{{ obj }}" wx:key="0">-{{ item[0] }}</block>',
    data: '{ obj: { arr: [123] } }',
    drawn: '123-123',
    steps: [[{ 'obj.arr[0]': 456 }, '456-456']],
  },
  {
    name: 'a list in slot content',
    page: '<box><x wx:for="{{n}}">{{item}}</x></box>',
    data: '{ n: [0, 1, 2] }',
    parts: { box: {} },
    drawn: `<box>${rows(0, 1, 2)}</box>`,
    steps: [
      [{ n: [5, 6, 0, 1, 2, 3] }, `<box>${rows(5, 6, 0, 1, 2, 3)}</box>`],
      [{ n: [6] }, `<box>${rows(6)}</box>`],
      [{ n: [] }, '<box></box>'],
    ],
  },
];

for (const { name, ...scene } of cases) {
  test(name, async () => {
    const open = await openScene(
      { compileTemplate, createPageTree },
      { ...scene, parts: { x: rowProbe, ...scene.parts } },
    );
    const { found, wanted } = await follow(open, scene);
    expect(found).toEqual(wanted);
    expect(open.errors()).toEqual([]);
  });
}
