import { expect, test } from '@playwright/test';
import * as v from 'valibot';
import { type BlockType, type Reads, type SkeletonNode, skeletonFileSchema } from '../../protocol/index.ts';
import { type LoadedTemplate, loadTemplate } from './load-unit-for-tests.ts';

/** `view.class=0(text"hi" {1} #)`: holes as numbers, anchors as #, components with a trailing *. */
function draw(node: SkeletonNode): string {
  if (node.kind === 'anchor') return '#';
  if (node.kind === 'text') return node.hole === undefined ? JSON.stringify(node.text) : `{${node.hole}}`;
  const attributes = Object.entries(node.attributes ?? {}).map(([name, value]) => ` ${name}=${JSON.stringify(value)}`);
  const holes = Object.entries(node.holes ?? {}).map(([name, hole]) => ` ${name}={${hole}}`);
  const events = node.events === undefined ? '' : ` on ${node.events.join(',')}`;
  const children = node.kind === 'element' ? (node.children ?? []).map(draw) : [];
  const inside = children.length === 0 ? '' : `(${children.join(' ')})`;
  return `${node.tag}${node.kind === 'component' ? '*' : ''}${[...attributes, ...holes].join('')}${events}${inside}`;
}

function skeletonsOf(template: LoadedTemplate): string[] {
  v.parse(skeletonFileSchema, JSON.parse(JSON.stringify({ first: 0, skeletons: template.skeletons })));
  return template.skeletons.map((skeleton) => skeleton.roots.map(draw).join(' '));
}

/** `data.a.b: v0 c1`, one line a place. */
function readsOf({ reads }: BlockType): string[] {
  const rows = (reads.rows ?? []).flatMap(({ item, index }, at) => [
    ...lines(`item${at}`, item),
    ...lines(`index${at}`, index),
  ]);
  return [...lines('data', reads.data), ...rows].sort();
}

function lines(place: string, reads: Reads | undefined): string[] {
  const values = (reads?.values ?? []).map((value) => ` v${value}`);
  const children = (reads?.children ?? []).map((child) => ` c${child}`);
  const own = values.length + children.length === 0 ? [] : [`${place}:${[...values, ...children].join('')}`];
  const below = Object.entries(reads?.members ?? {}).flatMap(([name, member]) => lines(`${place}.${name}`, member));
  return [...own, ...below];
}

interface Case {
  readonly text: string;
  readonly skeletons: readonly string[];
  /** Per block, where it is not empty. */
  readonly reads?: readonly (readonly string[])[];
}

const cases: Readonly<Record<string, Case>> = {
  'static markup': { text: '<view class="a"><text>hi</text></view>', skeletons: ['view class="a"(text("hi"))'] },
  'text and attributes': {
    text: '<view class="a {{b}}" hidden="{{c.d}}">x {{e}}{{f}}</view>',
    skeletons: ['view class={0} hidden={1}({2})'],
    reads: [['data.b: v0', 'data.c.d: v1', 'data.e: v2', 'data.f: v2']],
  },
  'constants need no hole': {
    text: '<view a="{{1}}" b="{{[1, {c: null}]}}" c="{{\'x\'}}" d="{{true}}" e="{{-1}}" f>{{1}} {{null}}</view>',
    skeletons: ['view a=1 b=[1,{"c":null}] c="x" d=true e=-1 f=true("1 ")'],
  },
  'white space': {
    text: '<view>\n  <text> a\\n </text>\n  <text> </text> b\\n\n</view>\n',
    skeletons: ['view(text(" a\n ") text(" ") " b\\\\n\\n")'.replace('\n', '\\n')],
  },
  entities: {
    text: '<view a="&lt;&quot;">&amp;&nbsp;&#20013;&unknown;</view>',
    skeletons: ['view a="<\\""("&\u00a0中&unknown;")'],
  },
  'attribute spellings': {
    text: '<button formType="submit" form-type="reset" scroll-x onclick="a" __proto__="b"/>',
    skeletons: ['button form-type="submit" scroll-x=true'],
  },
  'upper-case tags': { text: '<View><TEXT>a</TEXT></View>', skeletons: ['view(text("a"))'] },
  'wx:if chain': {
    text: '<view wx:if="{{a}}">1</view>\n<!-- c -->\n<view wx:elif="{{b.c}}">{{d}}</view><block wx:else>2<text/></block>',
    skeletons: ['#', 'view("1")', 'view({0})', '"2" text'],
    reads: [['data.a: c0', 'data.b.c: c0', 'data.d: c0'], [], ['data.d: v0'], []],
  },
  'a branch without wx:if': { text: '<view wx:else>{{a}}</view>', skeletons: ['view({0})'], reads: [['data.a: v0']] },
  'wx:for': {
    text: '<view wx:for="{{list}}" wx:key="id">{{item.name}} {{index}} {{sel}}</view>',
    skeletons: ['#', 'view({0})'],
    reads: [
      ['data.list: c0', 'data.sel: c0'],
      ['data.sel: v0', 'index0: v0', 'item0.name: v0'],
    ],
  },
  'wx:for with wx:if': {
    text: '<view wx:if="{{item.on}}" wx:for="{{list}}">{{item.n}}</view>',
    skeletons: ['#', '#', 'view({0})'],
    reads: [['data.list: c0'], ['item0.n: c0', 'item0.on: c0'], ['item0.n: v0']],
  },
  'wx:for in a later branch': {
    text: '<view wx:if="{{a}}"/><view wx:else wx:for="{{b}}">{{item}}</view>',
    skeletons: ['#', 'view', '#', 'view({0})'],
    reads: [['data.a: c0', 'data.b: c0'], [], ['data.b: c0'], ['item0: v0']],
  },
  'nested wx:for with the same names': {
    text: '<view wx:for="{{a}}"><text wx:for="{{item.b}}">{{item.c}} {{d}}</text>{{item.e}}</view>',
    skeletons: ['#', 'view(# {0})', 'text({0})'],
    reads: [
      ['data.a: c0', 'data.d: c0'],
      ['data.d: c1', 'item0.b: c1', 'item0.e: v0'],
      ['data.d: v0', 'item0.c: v0'],
    ],
  },
  'nested wx:for with own names': {
    text: '<block wx:for="{{a}}" wx:for-item="x" wx:for-index="i"><text wx:for-items="{{x.b}}">{{x.c + i + item.d + index}}</text></block>',
    skeletons: ['#', '#', 'text({0})'],
    reads: [
      ['data.a: c0'],
      ['index0: c0', 'item0.b: c0', 'item0.c: c0'],
      ['index0: v0', 'index1: v0', 'item0.d: v0', 'item1.c: v0'],
    ],
  },
  'a place read twice': {
    text: '<view a="{{x.y}}" b="{{x}}" wx:for="{{l}}">{{x.y.z}}{{l[0]}}</view>',
    skeletons: ['#', 'view a={0} b={1}({2})'],
    reads: [
      ['data.l: c0', 'data.x: c0'],
      ['data.l.0: v2', 'data.x.y.z: v2', 'data.x.y: v0', 'data.x: v1'],
    ],
  },
  'template call': {
    text: '<template is="{{t}}" data="{{...d, a: b.c}}"/><template name="t1">{{a}}<view wx:if="{{x}}"/></template>',
    skeletons: ['#', '{0} #', 'view'],
    reads: [['data.b.c: c0', 'data.d: c0', 'data.t: c0'], ['data.a: v0', 'data.x: c1'], []],
  },
  slot: { text: '<view><slot/><slot name="{{n}}"/></view>', skeletons: ['view(# #)'], reads: [['data.n: v0']] },
  component: {
    text: '<my-comp id="i" class="c {{a}}" the-prop="{{b}}" style="x" bind:myEvent="e">{{c}}</my-comp>',
    skeletons: ['my-comp* id="i" style="x" class={0} on myEvent', '{0}'],
    reads: [['data.a: v0', 'data.b: v1', 'data.c: c0'], ['data.c: v0']],
  },
  'component without content': { text: '<my-comp>\n <!-- a -->\n</my-comp>', skeletons: ['my-comp*'] },
  events: {
    text: '<view bindtap="a" bind:tap="b" catchtouchmove capture-bind:tap="c" mut-bind:longpress="d" bindGetUserInfo="e" bind:myEvent="f"/>',
    skeletons: ['view on tap,touchmove,longpress,getuserinfo,myEvent'],
  },
  'two-way binding': {
    text: '<input model:value="{{a.b}}"/><switch model:checked="{{c}}" bindchange="d"/>',
    skeletons: ['input value={0} on input switch checked={1} on change'],
    reads: [['data.a.b: v0', 'data.c: v1']],
  },
};

for (const [name, { text, skeletons, reads }] of Object.entries(cases)) {
  test(`compiles ${name}`, () => {
    const template = loadTemplate(text, { components: ['my-comp'] });
    expect(template.problems).toEqual([]);
    expect(skeletonsOf(template)).toEqual(skeletons);
    const found = template.loaded.blocks.map(readsOf);
    expect(found).toEqual(reads ?? skeletons.map(() => []));
    for (const block of template.loaded.blocks) {
      const values = block.value.length;
      expect(
        block.values({}, { item: undefined, index: 0, up: { item: undefined, index: 0, up: undefined } }, {}),
      ).toHaveLength(values);
    }
  });
}

test('what the guest knows of nodes', () => {
  const { loaded } = loadTemplate(
    `<view id="i{{a}}" class="c" data-userId="1" data-user-id="{{b}}" data-x mark:m="{{c}}" bind:tap="{{h}}" catch:touchmove>
      <my-comp class="k" prop-a="s" prop-b flag="{{false}}" hidden="{{d}}"/>
    </view><view class="plain"/>`,
    { components: ['my-comp'] },
  );
  const [block] = loaded.blocks;
  expect(block?.values({ a: 1, b: 2, c: 3, d: 4, h: 'tapped' }, undefined, {})).toEqual(['i1', 4, 2, 3, 'tapped']);
  expect(block?.nodes).toEqual({
    0: {
      id: { at: 0 },
      class: { value: 'c' },
      dataset: { userid: { value: '1' }, userId: { at: 2 }, x: { value: '' } },
      marks: { m: { at: 3 } },
      events: [
        { type: 'tap', mode: 'bind', handler: { at: 4 } },
        { type: 'touchmove', mode: 'catch', handler: { value: '' } },
      ],
    },
    1: {
      class: { value: 'k' },
      component: {
        at: 2,
        tag: 'my-comp',
        properties: {
          class: { value: 'k' },
          propA: { value: 's' },
          propB: { value: true },
          flag: { value: false },
          hidden: { at: 1 },
        },
        contents: [],
      },
    },
    // A class alone matters too: WXS and selectors find nodes by it.
    2: { class: { value: 'plain' } },
  });
  expect(block?.parents).toEqual([-1, 0, -1]);
});

test('lists, keys and templates as the guest reads them', () => {
  const { loaded } = loadTemplate(
    `<block wx:for="{{a.b}}" wx:key="id"><view wx:for="{{item.c}}" wx:key="*this"/></block><view wx:for="{{f(a)}}"/>
    <block wx:for="{{a}}"><template is="t" data="{{item, index, x: item.y, n: a.length, k: 1, ...b.c, ...f(a)}}"/></block>`,
  );
  const anchors = loaded.blocks.flatMap(({ nodes }) => Object.values(nodes).map((node) => node.anchor));
  expect(anchors).toEqual([
    { kind: 'for', list: expect.any(Function), path: { members: ['a', 'b'] }, key: 'id', block: 1 },
    { kind: 'for', list: expect.any(Function), reads: [{ members: ['f'] }, { members: ['a'] }], block: 3 },
    { kind: 'for', list: expect.any(Function), path: { members: ['a'] }, block: 4 },
    { kind: 'for', list: expect.any(Function), path: { row: 0, members: ['c'] }, key: '*this', block: 2 },
    {
      kind: 'template',
      at: 2,
      name: expect.any(Function),
      data: expect.any(Function),
      inputs: [
        { key: 'item', path: { row: 0, members: [] } },
        { key: 'index' },
        { key: 'x', path: { row: 0, members: ['y'] } },
        { key: 'n', reads: [{ members: ['a'] }] },
        { spread: { members: ['b', 'c'] } },
        { reads: [{ members: ['f'] }, { members: ['a'] }] },
      ],
    },
  ]);
});

const keys: readonly (readonly [written: string, key: string | undefined, warns: boolean])[] = [
  ['id', 'id', false],
  ['*this', '*this', false],
  ['this', '*this', false],
  ['index', 'index', false],
  ['', undefined, false],
  ['{{id}}', 'id', true],
  ['{{item.id}}', 'id', true],
  ['item.id', 'id', true],
  ['{{item}}', '*this', true],
  ['*item', '*this', true],
  ['{{index}}', undefined, true],
  ['{{item.a.b}}', undefined, true],
  ['{{a + b}}', undefined, true],
  ['{{a}}', undefined, true],
];

for (const [written, key, warns] of keys) {
  test(`wx:key="${written}" is ${key}`, () => {
    const { loaded, warnings } = loadTemplate(`<view wx:for="{{a}}" wx:key="${written}"/>`);
    const anchor = loaded.blocks[0]?.nodes[0]?.anchor;
    expect(anchor?.kind === 'for' && anchor.key).toBe(key);
    expect(warnings.map(({ code }) => code)).toEqual(warns ? ['DIRECTIVE'] : []);
  });
}
