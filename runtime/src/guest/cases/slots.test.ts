import { expect, test } from '@playwright/test';
import { compileTemplate } from '../../compiler/template/index.ts';
import { createPageTree } from '../../view/index.ts';
import { openScene, type Scene, type Step, take } from './scene-for-tests.ts';

// What glass-easel's tests `core/slot` and `legacy/slot` ask for, as tables, and what their cases leave out.
// Otherwise on purpose: see the rules of scripts/oracle that name slots.

interface Case extends Scene {
  readonly name: string;
  readonly drawn: string;
  /** What was logged until then. */
  readonly first?: readonly unknown[];
  readonly steps?: readonly Step[];
}

const multiple = 'options: { multipleSlots: true }';
const dynamic = 'options: { dynamicSlots: true }';
const lives = (name: string): string =>
  `lifetimes: { created() { log('${name} created') }, attached() { log('${name} attached') }, moved() { log('${name} moved') }, detached() { log('${name} detached') } }`;

const single: readonly Case[] = [
  {
    name: 'one slot takes all content in the order it is written, whatever its names',
    page: '<c><view slot="b"/>text<text slot="a"/><view slot="b"/></c>',
    parts: { c: { wxml: '<view><slot name="a"/></view>' } },
    drawn: '<c><view><view></view>text<text></text><view></view></view></c>',
  },
  {
    name: 'names of rows mean nothing there either',
    page: '<c><block wx:for="{{l}}" wx:key="*this"><view slot="{{item}}">{{item}}</view></block>!</c>',
    data: "{ l: ['a', 'b'] }",
    parts: { c: {} },
    drawn: '<c><view>a</view><view>b</view>!</c>',
    steps: [
      [{ l: ['b', 'c', 'a'] }, '<c><view>b</view><view>c</view><view>a</view>!</c>'],
      [{ l: [] }, '<c>!</c>'],
    ],
  },
  {
    name: 'content follows the first slot there is',
    page: '<c id="c">x</c>',
    parts: { c: { wxml: '<view wx:if="{{a}}"><slot/></view><text><slot/></text>' } },
    drawn: '<c id="c"><text>x</text></c>',
    steps: [
      [['#c', { a: true }], '<c id="c"><view>x</view><text></text></c>'],
      [['#c', { a: false }], '<c id="c"><text>x</text></c>'],
    ],
  },
  {
    name: 'of the slots in rows the first draws',
    page: '<c id="c">x</c>',
    parts: { c: { wxml: '<view wx:for="{{l}}" wx:key="*this">{{item}}<slot/></view>', js: 'data: { l: [1] }' } },
    drawn: '<c id="c"><view>1x</view></c>',
    steps: [
      [['#c', { l: [2, 1] }], '<c id="c"><view>2x</view><view>1</view></c>'],
      [['#c', { l: [1, 3] }], '<c id="c"><view>1x</view><view>3</view></c>'],
      [['#c', { l: [] }], '<c id="c"></c>'],
      [['#c', { l: [4] }], '<c id="c"><view>4x</view></c>'],
    ],
  },
];

const byName: readonly Case[] = [
  {
    name: 'content goes to the slot of its name, the rest nowhere',
    page: '<c><text slot="a">1</text>2<text slot="none">3</text><text slot="a">4</text></c>',
    parts: { c: { wxml: '<view><slot/></view><slot name="a"/>', js: multiple } },
    drawn: '<c><view>2</view><text>1</text><text>4</text></c>',
  },
  {
    name: 'a name of content that is a choice',
    page: `<c><text slot='{{on ? "a" : "b"}}'>1</text></c>`,
    data: '{ on: true }',
    parts: { c: { wxml: '<view><slot name="a"/></view><slot name="b"/>', js: multiple } },
    drawn: '<c><view><text>1</text></view></c>',
    steps: [[{ on: false }, '<c><view></view><text>1</text></c>']],
  },
  {
    name: 'names of content and slots that data changes',
    page: '<c id="c"><text slot="{{to}}">1</text><text slot="b">2</text></c>',
    data: "{ to: 'a' }",
    parts: {
      c: { wxml: '<view><slot name="{{one}}"/></view><slot name="b"/>', js: `${multiple}, data: { one: 'a' }` },
    },
    drawn: '<c id="c"><view><text>1</text></view><text>2</text></c>',
    steps: [
      [{ to: 'b' }, '<c id="c"><view></view><text>1</text><text>2</text></c>'],
      [['#c', { one: 'b' }], '<c id="c"><view><text>1</text><text>2</text></view></c>'],
      [{ to: '' }, '<c id="c"><view><text>2</text></view></c>'],
      [['#c', { one: '' }], '<c id="c"><view><text>1</text></view><text>2</text></c>'],
    ],
  },
  {
    name: 'names that come from rows, changing with them',
    page: '<c><text wx:for="{{l}}" wx:key="k" slot="{{item.s}}">{{item.k}}{{index}}</text></c>',
    data: "{ l: [{ k: 'p', s: 'a' }, { k: 'q', s: 'b' }, { k: 'r', s: 'a' }] }",
    parts: { c: { wxml: 'a:<slot name="a"/> b:<slot name="b"/>', js: multiple } },
    drawn: '<c>a:<text>p0</text><text>r2</text> b:<text>q1</text></c>',
    steps: [
      [{ 'l[1].s': 'a' }, '<c>a:<text>p0</text><text>q1</text><text>r2</text> b:</c>'],
      [
        { l: ['r', 'q', 'p'].map((k) => ({ k, s: k === 'p' ? 'b' : 'a' })) },
        '<c>a:<text>r0</text><text>q1</text> b:<text>p2</text></c>',
      ],
    ],
  },
  {
    name: 'branches for different slots',
    page: '<c><view wx:if="{{n == 0}}" slot="a">0</view><view wx:elif="{{n == 1}}" slot="b">1</view><block wx:else>2<text slot="a">3</text></block></c>',
    data: '{ n: 0 }',
    parts: { c: { wxml: 'a:<slot name="a"/> b:<slot name="b"/> rest:<slot/>', js: multiple } },
    drawn: '<c>a:<view>0</view> b: rest:</c>',
    steps: [
      [{ n: 1 }, '<c>a: b:<view>1</view> rest:</c>'],
      [{ n: 2 }, '<c>a:<text>3</text> b: rest:2</c>'],
      [{ n: 0 }, '<c>a:<view>0</view> b: rest:</c>'],
    ],
  },
  {
    name: 'blocks, templates and included files: a name on the tag holds for all of it',
    page: '<template name="t"><view>{{a}}</view></template><c><block slot="a"><view slot="b">1</view>2</block><template is="t" data="{{a: n}}" slot="b"/><include src="i"/><include src="i" slot="b"/></c>',
    data: '{ n: 3 }',
    files: { 'pages/a/i.wxml': '<text slot="a">{{n}}</text>' },
    parts: { c: { wxml: 'a:<slot name="a"/> b:<slot name="b"/>', js: multiple } },
    drawn: '<c>a:<view>1</view>2<text>3</text> b:<view>3</view><text>3</text></c>',
    steps: [[{ n: 4 }, '<c>a:<view>1</view>2<text>4</text> b:<view>4</view><text>4</text></c>']],
  },
  {
    name: 'of two slots of one name the first draws; without it the other',
    page: '<c id="c"><text slot="a">x</text></c>',
    parts: { c: { wxml: '<view wx:if="{{on}}"><slot name="a"/></view>|<slot name="a"/>', js: multiple } },
    drawn: '<c id="c">|<text>x</text></c>',
    steps: [
      [['#c', { on: true }], '<c id="c"><view><text>x</text></view>|</c>'],
      [['#c', { on: false }], '<c id="c">|<text>x</text></c>'],
    ],
  },
  {
    name: 'a slot handed on as content of another component',
    page: '<outer id="o"><text slot="x">1</text><text slot="y">2</text></outer>',
    parts: {
      outer: {
        wxml: '<inner><slot name="{{a}}" slot="p"/><slot name="y" slot="q"/></inner>',
        js: `${multiple}, data: { a: 'x' }`,
      },
      inner: { wxml: '<view><slot name="q"/></view><slot name="p"/>', js: multiple },
    },
    drawn: '<outer id="o"><inner><view><text>2</text></view><text>1</text></inner></outer>',
    steps: [[['#o', { a: 'y' }], '<outer id="o"><inner><view></view><text>2</text></inner></outer>']],
  },
  {
    name: 'content of a component without host, and in one',
    page: '<v><text slot="a">1</text></v>',
    parts: {
      v: { wxml: '<c><slot name="a"/></c>', js: 'options: { multipleSlots: true, virtualHost: true }' },
      c: { wxml: '<view><slot/></view>', js: 'options: { virtualHost: true }' },
    },
    drawn: '<v><c><view><text>1</text></view></c></v>',
  },
];

const everySlot: readonly Case[] = [
  {
    name: 'dynamicSlots: content for every slot, with its values',
    page: '<c id="c"><view slot:item slot:list-index="at" data-at="{{at}}">{{item.n}}{{at}}{{own}}</view></c>',
    data: "{ own: '!' }",
    parts: {
      c: {
        wxml: '<block wx:for="{{l}}" wx:key="n"><slot item="{{item}}" list-index="{{index}}"/></block>',
        js: `${dynamic}, data: { l: [{ n: 'a' }, { n: 'b' }] }`,
      },
    },
    drawn: '<c id="c"><view>a0!</view><view>b1!</view></c>',
    steps: [
      [{ own: '?' }, '<c id="c"><view>a0?</view><view>b1?</view></c>'],
      [['#c', { 'l[1].n': 'x' }], '<c id="c"><view>a0?</view><view>x1?</view></c>'],
      [
        ['#c', { l: [{ n: 'x' }, { n: 'y' }, { n: 'a' }] }],
        '<c id="c"><view>x0?</view><view>y1?</view><view>a2?</view></c>',
      ],
      [['#c', { l: [] }], '<c id="c"></c>'],
      [
        ['#c', { l: [{ n: 'p' }, { n: 'q' }, { n: 'r' }] }],
        '<c id="c"><view>p0?</view><view>q1?</view><view>r2?</view></c>',
      ],
    ],
  },
  {
    name: 'dynamicSlots: slots and content by name, both changing',
    page: '<c id="c"><text slot="a">1</text><text slot="{{to}}">2</text>3</c>',
    data: "{ to: 'b' }",
    parts: {
      c: { wxml: '<slot name="a"/>|<slot name="{{two}}"/>|<slot name="a"/>', js: `${dynamic}, data: { two: 'b' }` },
    },
    drawn: '<c id="c"><text>1</text>|<text>2</text>|<text>1</text></c>',
    steps: [
      [{ to: 'a' }, '<c id="c"><text>1</text><text>2</text>||<text>1</text><text>2</text></c>'],
      [['#c', { two: '' }], '<c id="c"><text>1</text><text>2</text>|3|<text>1</text><text>2</text></c>'],
    ],
  },
  {
    name: 'dynamicSlots: values in conditions, rows and further components of the content',
    page: '<c id="c"><block slot:v><view wx:if="{{v.on}}">{{v.l.length}}</view><text wx:for="{{v.l}}" wx:key="*this">{{item}}</text><d n="{{v.l[0]}}">{{v.on}}</d></block></c>',
    parts: {
      c: { wxml: '<slot v="{{v}}"/>', js: `${dynamic}, data: { v: { on: true, l: [1, 2] } }` },
      d: { wxml: '{{n}}<slot/>', js: 'properties: { n: Number }' },
    },
    drawn: '<c id="c"><view>2</view><text>1</text><text>2</text><d>1true</d></c>',
    steps: [
      [['#c', { 'v.on': false }], '<c id="c"><text>1</text><text>2</text><d>1false</d></c>'],
      [['#c', { 'v.l': [3] }], '<c id="c"><text>3</text><d>3false</d></c>'],
    ],
  },
  {
    name: 'values are nothing where the component makes no content for every slot',
    page: '<c><view slot:v>[{{v}}]</view></c>',
    data: '{ v: 1 }',
    parts: { c: { wxml: '<slot v="2"/>' } },
    drawn: '<c><view>[]</view></c>',
  },
  {
    name: 'dynamicSlots: content comes and goes with its slot, before what stands around that',
    page: '<c id="c"><d/></c>',
    parts: {
      c: { wxml: '<block wx:if="{{on}}"><e/><slot/></block>', js: dynamic },
      d: { js: lives('d') },
      e: { js: lives('e') },
    },
    drawn: '<c id="c"></c>',
    steps: [
      [['#c', { on: true }], '<c id="c"><e></e><d></d></c>', ['e created', 'd created', 'd attached', 'e attached']],
      [['#c', { on: false }], '<c id="c"></c>', ['d detached', 'e detached']],
    ],
  },
  {
    name: 'dynamicSlots: what a new name brings is given its properties once',
    page: '<c><d slot="{{to}}" n="{{n}}"/></c>',
    data: "{ to: 'b', n: 1 }",
    parts: {
      c: { wxml: '<slot name="a"/>', js: dynamic },
      d: { wxml: '{{n}}', js: 'properties: { n: Number }, observers: { n(n) { log(n) } }' },
    },
    drawn: '<c></c>',
    steps: [
      [{ to: 'a', n: 2 }, '<c><d>2</d></c>', [2]],
      [{ n: 2 }, '<c><d>2</d></c>', [2]],
    ],
  },
  {
    name: 'dynamicSlots: at first, content is made in the order of the slots',
    page: '<c on="{{true}}"><d slot:v n="{{v}}"/></c>',
    parts: {
      c: {
        wxml: '<block wx:if="{{on}}"><slot v="1"/></block><slot v="2"/>',
        js: `${dynamic}, properties: { on: Boolean }`,
      },
      d: { wxml: '{{n}}', js: 'properties: { n: Number }, attached() { log(this.data.n) }' },
    },
    drawn: '<c><d>1</d><d>2</d></c>',
    first: [1, 2],
  },
  {
    name: 'dynamicSlots in what is content itself',
    page: '<o id="o"><text slot:v="w">{{w}}{{n}}</text></o>',
    data: '{ n: 7 }',
    parts: {
      o: {
        wxml: '<i><view slot:k><slot v="{{k}}{{own}}"/></view></i>',
        js: `${dynamic}, data: { own: 'o' }`,
      },
      i: { wxml: '<block wx:for="{{2}}" wx:key="*this"><slot k="{{item}}"/></block>', js: dynamic },
    },
    drawn: '<o id="o"><i><view><text>0o7</text></view><view><text>1o7</text></view></i></o>',
    steps: [
      [['#o', { own: 'p' }], '<o id="o"><i><view><text>0p7</text></view><view><text>1p7</text></view></i></o>'],
      [{ n: 8 }, '<o id="o"><i><view><text>0p8</text></view><view><text>1p8</text></view></i></o>'],
    ],
  },
];

for (const given of [...single, ...byName, ...everySlot]) {
  test(`slots: ${given.name}`, async () => {
    const scene = await openScene({ compileTemplate, createPageTree }, given);
    expect(scene.drawn()).toBe(given.drawn);
    const news = scene.news();
    if (given.first !== undefined) expect(news).toEqual(given.first);
    for (const step of given.steps ?? []) {
      await take(scene, step);
      if (step[1] !== undefined) expect(scene.drawn()).toBe(step[1]);
      if (step[2] !== undefined) expect(scene.news()).toEqual(step[2]);
    }
    expect([...scene.errors(), ...scene.warnings()]).toEqual([]);
  });
}
