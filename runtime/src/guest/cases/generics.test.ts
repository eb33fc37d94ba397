import { expect, test } from '@playwright/test';
import { compileTemplate } from '../../compiler/template/index.ts';
import { createPageTree } from '../../view/index.ts';
import { openScene, type Part, type Scene } from './scene-for-tests.ts';

// What glass-easel's tests `legacy/generics` and `core/placeholder` ask for, as tables. Otherwise on purpose:
// - the default of a generic is in a component's JSON; the compiler makes it an ordinary component of that tag
//   (compiler/config), so here it is one that has the tag;
// - the host element keeps the tag of the template, also while something stands in; glass-easel draws that one's;
// - components of other spaces: a program has one space, and a plugin its own names (compiler/config/plugins).

const lives = (name: string): Part => ({
  wxml: `${name}{{p}}<slot/>`,
  js: `properties: { p: String }, lifetimes: { created() { log('${name} created') }, attached() { log('${name} attached ' + this.data.p) },
    ready() { log('${name} ready') }, moved() { log('${name} moved') }, detached() { log('${name} detached') } }`,
});

interface Case extends Scene {
  readonly name: string;
  readonly drawn: string;
  readonly set?: Readonly<Record<string, unknown>>;
  readonly afterSet?: string;
  readonly arrived?: string;
  readonly said?: readonly string[];
}

const cases: readonly Case[] = [
  {
    name: 'a tag named from outside, and one that stands for itself',
    page: '<list generic:cell="red"/>',
    parts: { list: { wxml: '<cell/><blue/>' }, red: { wxml: 'RED' }, blue: { wxml: 'BLUE' }, cell: { wxml: 'PLAIN' } },
    drawn: '<list><cell>RED</cell><blue>BLUE</blue></list>',
  },
  {
    name: 'nobody names one: the default',
    page: '<list/>',
    parts: { list: { wxml: '<cell/>' }, cell: { wxml: 'PLAIN' } },
    drawn: '<list><cell>PLAIN</cell></list>',
  },
  {
    name: 'handed on by another name',
    page: '<outer generic:b="red"/>',
    parts: { outer: { wxml: '<inner generic:a="b"/>' }, inner: { wxml: '<a/>' }, red: { wxml: 'RED' }, a: {}, b: {} },
    drawn: '<outer><inner><a>RED</a></inner></outer>',
  },
  {
    name: 'each use names its own, rows too, and properties and content go along',
    page: '<list wx:for="{{list}}" items="{{item}}" generic:cell="red"/><list items="{{[1]}}" generic:cell="blue"/>',
    data: '{ list: [[1, 2], [3]] }',
    parts: {
      list: { wxml: '<cell wx:for="{{items}}" p="{{item}}">!</cell>', js: 'properties: { items: Array }' },
      cell: {},
      red: lives('R'),
      blue: lives('B'),
    },
    drawn: '<list><cell>R1!</cell><cell>R2!</cell></list><list><cell>R3!</cell></list><list><cell>B1!</cell></list>',
    set: { list: [[4]] },
    afterSet: '<list><cell>R4!</cell></list><list><cell>B1!</cell></list>',
  },
  {
    name: 'nothing stands in: an empty box with its content, until the component is there',
    page: '<view><late><text>in</text></late></view>',
    parts: { late: { wxml: 'late<view><slot/></view>' } },
    late: ['parts/late'],
    drawn: '<view><late><text>in</text></late></view>',
    arrived: '<view><late>late<view><text>in</text></view></late></view>',
  },
  {
    name: 'another component stands in, and has its life',
    page: '<late p="{{p}}">x</late>',
    data: "{ p: 'old' }",
    parts: { late: lives('L'), stand: lives('S') },
    placeholders: { late: 'stand' },
    late: ['parts/late'],
    drawn: '<late>Soldx</late>',
    set: { p: 'new' },
    afterSet: '<late>Snewx</late>',
    arrived: '<late>Lnewx</late>',
    said: ['S created', 'S attached old', 'S ready', 'S detached', 'L created', 'L attached new', 'L ready'],
  },
  {
    name: 'an element stands in',
    page: '<late>A</late>',
    parts: { late: { wxml: '<slot/>B' } },
    placeholders: { late: 'view' },
    late: ['parts/late'],
    drawn: '<late>A</late>',
    arrived: '<late>AB</late>',
  },
  {
    name: 'rows that came while it was not there',
    page: '<late wx:for="{{list}}" p="{{item}}">{{index}}</late>',
    data: "{ list: ['a'] }",
    parts: { late: lives('L') },
    late: ['parts/late'],
    drawn: '<late>0</late>',
    set: { list: ['b', 'c'] },
    afterSet: '<late>0</late><late>1</late>',
    arrived: '<late>Lb0</late><late>Lc1</late>',
  },
  {
    name: 'what was taken away before it came stays away',
    page: '<late wx:if="{{on}}"/>',
    data: '{ on: true }',
    parts: { late: lives('L') },
    late: ['parts/late'],
    drawn: '<late></late>',
    set: { on: false },
    afterSet: '',
    arrived: '',
    said: [],
  },
  {
    name: 'a generic that is named with one that is not there yet',
    page: '<list generic:cell="late"/>',
    parts: { list: { wxml: '<cell>in</cell>' }, cell: {}, late: { wxml: 'late <slot/>' } },
    late: ['parts/late'],
    drawn: '<list><cell>in</cell></list>',
    arrived: '<list><cell>late in</cell></list>',
  },
];

for (const { name, drawn, set, afterSet, arrived, said, ...scene } of cases) {
  test(name, async () => {
    const open = await openScene({ compileTemplate, createPageTree }, scene);
    expect(open.drawn()).toBe(drawn);
    if (set !== undefined) {
      await open.set(set);
      expect(open.drawn()).toBe(afterSet);
    }
    if (arrived !== undefined) {
      await open.loadLate();
      await open.acknowledge();
      expect(open.drawn()).toBe(arrived);
    }
    if (said !== undefined) expect(open.news()).toEqual(said);
    expect([open.errors(), open.warnings()]).toEqual([[], []]);
  });
}
