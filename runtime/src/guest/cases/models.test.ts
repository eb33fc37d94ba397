import { expect, test } from '@playwright/test';
import { compileTemplate } from '../../compiler/template/index.ts';
import { createPageTree } from '../../view/index.ts';
import { openScene, type Scene, type Step, take } from './scene-for-tests.ts';

// What glass-easel's tests `tmpl/lvalue` ask of `model:`, as tables. Otherwise on purpose:
// - WeChat documents a path of names only as what a model is bound to; a computed place (`a.b[c]`, a condition)
//   is shown and not written to, here and there where the compiler cannot say which place it is;
// - `let:` is its own addition.

interface Case extends Scene {
  readonly name: string;
  readonly drawn: string;
  readonly steps: readonly Step[];
}

const comp = { wxml: '{{propA}}<slot/>', js: 'properties: { propA: null, propB: null }' };
const counted = {
  wxml: '{{propA}}',
  js: 'properties: { propA: Number }, observers: { propA(v) { log(v) } }',
};

const cases: readonly Case[] = [
  {
    name: 'what a component sets reaches the place it is bound to, and who else reads that',
    page: '<comp id="c" model:prop-a="{{a}}"/><text>{{a}}</text>',
    data: '{ a: 10 }',
    parts: { comp },
    drawn: '<comp id="c">10</comp><text>10</text>',
    steps: [
      [['#c', { propA: 20 }], '<comp id="c">20</comp><text>20</text>'],
      [{ a: 30 }, '<comp id="c">30</comp><text>30</text>'],
      [['#c', { propA: 40 }], '<comp id="c">40</comp><text>40</text>'],
    ],
  },
  {
    name: 'a path of names',
    page: '<comp id="c" model:prop-a="{{a.b.c}}">:{{a.b.c}}</comp>',
    data: '{ a: { b: { c: 1 } } }',
    parts: { comp },
    drawn: '<comp id="c">1:1</comp>',
    steps: [
      [['#c', { propA: 2 }], '<comp id="c">2:2</comp>'],
      [{ 'a.b': { c: 3 } }, '<comp id="c">3:3</comp>'],
    ],
  },
  {
    name: 'without model: nothing goes back',
    page: '<comp id="c" prop-a="{{a}}">:{{a}}</comp>',
    data: '{ a: 1 }',
    parts: { comp },
    drawn: '<comp id="c">1:1</comp>',
    steps: [
      [['#c', { propA: 2 }], '<comp id="c">2:1</comp>'],
      [{ a: 3 }, '<comp id="c">3:3</comp>'],
    ],
  },
  {
    name: 'members of the item of a row',
    page: '<comp wx:for="{{list}}" id="c{{index}}" model:prop-a="{{item.a}}">:{{item.a}}</comp>{{list[0].a}}{{list[1].a}}',
    data: "{ list: [{ a: 'X' }, { a: 'Y' }] }",
    parts: { comp },
    drawn: '<comp id="c0">X:X</comp><comp id="c1">Y:Y</comp>XY',
    steps: [
      [['#c0', { propA: 'X0' }], '<comp id="c0">X0:X0</comp><comp id="c1">Y:Y</comp>X0Y'],
      [['#c1', { propA: 'Y0' }], '<comp id="c0">X0:X0</comp><comp id="c1">Y0:Y0</comp>X0Y0'],
      [{ list: [{ a: 'Z' }] }, '<comp id="c0">Z:Z</comp>Z'],
    ],
  },
  {
    name: 'a list that has no place keeps what its components set to themselves',
    page: '<comp wx:for="{{ [123, 456] }}" id="c{{index}}" model:prop-a="{{ item }}" />',
    parts: { comp },
    drawn: '<comp id="c0">123</comp><comp id="c1">456</comp>',
    steps: [
      [['#c0', { propA: 321 }], '<comp id="c0">321</comp><comp id="c1">456</comp>'],
      [['#c1', { propA: 654 }], '<comp id="c0">321</comp><comp id="c1">654</comp>'],
    ],
  },
  {
    name: 'models within models',
    page: '<mid id="m" model:prop-b="{{ b }}"/>{{b}}',
    data: '{ b: 123 }',
    parts: { comp, mid: { wxml: '<comp id="c" model:prop-a="{{ propB }}"/>', js: 'properties: { propB: null }' } },
    drawn: '<mid id="m"><comp id="c">123</comp></mid>123',
    steps: [
      [['#m', { propB: 456 }], '<mid id="m"><comp id="c">456</comp></mid>456'],
      [['#m >>> #c', { propA: 789 }], '<mid id="m"><comp id="c">789</comp></mid>789'],
      [{ b: 1 }, '<mid id="m"><comp id="c">1</comp></mid>1'],
    ],
  },
  {
    name: 'two components at one place follow each other',
    page: '<comp id="c" model:prop-a="{{a}}"/><comp id="d" model:prop-a="{{a}}"/>',
    data: '{ a: 1 }',
    parts: { comp },
    drawn: '<comp id="c">1</comp><comp id="d">1</comp>',
    steps: [
      [['#c', { propA: 2 }], '<comp id="c">2</comp><comp id="d">2</comp>'],
      [['#d', { propA: 3 }], '<comp id="c">3</comp><comp id="d">3</comp>'],
    ],
  },
  {
    name: 'observers hear of the value set and of the value handed back',
    page: '<comp id="c" model:prop-a="{{a}}"/>',
    data: '{ a: 10 }',
    parts: { comp: counted },
    drawn: '<comp id="c">10</comp>',
    steps: [
      [['#c', { propA: 20 }], '<comp id="c">20</comp>', [10, 20, 20]],
      [{ a: 30 }, '<comp id="c">30</comp>', [30]],
    ],
  },
];

for (const { name, drawn, steps, ...scene } of cases) {
  test(name, async () => {
    const open = await openScene({ compileTemplate, createPageTree }, scene);
    expect(open.drawn()).toBe(drawn);
    for (const step of steps) {
      await take(open, step);
      const [, after, news] = step;
      expect(open.drawn()).toBe(after);
      if (news !== undefined) expect(open.news()).toEqual(news);
    }
    expect([open.errors(), open.warnings()]).toEqual([[], []]);
  });
}

const computed: readonly [model: string, data: string][] = [
  ['a.b[c]', '{ a: { b: [1] }, c: 0 }'],
  ['on ? x : y', '{ on: true, x: 1 }'],
  ['x + 0', '{ x: 1 }'],
];
for (const [model, data] of computed) {
  test(`model:prop-a="{{ ${model} }}" is shown and never written to`, async () => {
    const open = await openScene(
      { compileTemplate, createPageTree },
      {
        page: `<comp id="c" model:prop-a="{{ ${model} }}"/>`,
        data,
        members: 'read() { log(this.data) }',
        parts: { comp },
      },
    );
    expect(open.drawn()).toBe('<comp id="c">1</comp>');
    await open.tell('#c', { propA: 2 });
    expect(open.drawn()).toBe('<comp id="c">2</comp>');
    await open.ask('read');
    expect(JSON.stringify(open.news()[0])).not.toContain('2');
    expect(open.errors()).toEqual([]);
  });
}

test('a field of the page follows what is typed, by path', async () => {
  const open = await openScene(
    { compileTemplate, createPageTree },
    { page: '<input id="i" model:value="{{ form.name }}"/>{{form.name}}', data: "{ form: { name: 'a' } }" },
  );
  await open.event('#i', 'input', { detail: { value: 'b' }, bubbles: false });
  await open.acknowledge();
  expect(open.drawn()).toContain('>b');
});
