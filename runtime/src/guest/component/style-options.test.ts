import { expect, test } from '@playwright/test';
import { compileTemplate } from '../../compiler/template/index.ts';
import { RESCOPE, SCOPE } from '../../protocol/index.ts';
import { createPageTree, type ViewBlock } from '../../view/index.ts';
import { type RunningTestProgram, startProgram } from '../program-for-tests.ts';

interface Case {
  readonly page: string;
  readonly data?: string;
  readonly card?: string;
  readonly cardWxml?: string;
  readonly styleIsolation?: Readonly<Record<string, string>>;
}

async function open({ page, data = '', card = '', cardWxml = '<slot/>', styleIsolation }: Case) {
  const told: Told = { operations: [], scopes: [] };
  const program = await startProgram(
    { compileTemplate, createPageTree: watched(told) },
    {
      files: {
        'pages/a/a.wxml': page,
        'pages/a/a.js': `Page({ data: {${data}}, note(e) { log(e.type + ' ' + e.currentTarget.id) } })`,
        'parts/card.wxml': cardWxml,
        'parts/card.js': `Component({ ${card} })`,
        'parts/frame.wxml': '<card skin="f {{mark}}" class="inner"/>',
        'parts/frame.js': `Component({ externalClasses: ['f'], properties: { mark: String } })`,
      },
      uses: { 'pages/a/a': { card: 'parts/card', frame: 'parts/frame' }, 'parts/frame': { card: 'parts/card' } },
      ...(styleIsolation && { styleIsolation }),
    },
  );
  await program.open('pages/a/a');
  return { program, told };
}

interface Told {
  operations: unknown[][];
  /** Scope of each block mounted or drawn anew, in order. */
  scopes: string[];
}

/** A page tree that notes what it is told about style scopes. */
function watched(told: Told): typeof createPageTree {
  return (options) => {
    const tree = createPageTree(options);
    tree.watch({
      mount: () => {},
      patch: () => {},
      move: () => {},
      unmount: () => {},
      flushed: () => {},
      decorate: () => {},
      scope: (...declared) => told.operations.push([SCOPE, ...declared]),
      rescope: (block: ViewBlock) => told.operations.push([RESCOPE, block.id, block.scope]),
    });
    return tree;
  };
}

const setData = async (program: RunningTestProgram, data: object) => {
  await program.deliver({ kind: 'inspect', id: 1, method: 'set-page-data', params: { page: 1, data: { ...data } } });
};

test('external classes are told with the scope their user writes in, once per combination', async () => {
  const { told } = await open({
    page: '<card skin="a {{b}}"/><card skin="a x"/><card/>',
    data: "b: 'x'",
    card: "externalClasses: ['skin', 'other-skin']",
    cardWxml: '<view class="skin own"/>',
  });
  const classes = (skin: string) => ({ outer: 0, classes: { skin, 'other-skin': '' } });
  expect(told.operations).toEqual([
    [SCOPE, 1, 'parts/card', false, classes('a x')],
    [SCOPE, 2, 'parts/card', false, classes('')],
  ]);
});

test('a changed external class draws the component and what it is passed on to in other scopes', async () => {
  const { program, told } = await open({
    page: '<frame f="{{on ? \'red\' : \'\'}}" mark="m"/>',
    data: 'on: false',
    card: "externalClasses: ['skin']",
    cardWxml: '<view class="skin"><block wx:if="{{true}}"><view class="skin"/></block></view>',
  });
  const before = told.operations.splice(0);
  expect(before).toEqual([
    [SCOPE, 1, 'parts/frame', false, { outer: 0, classes: { f: '' } }],
    [SCOPE, 2, 'parts/card', false, { outer: 1, classes: { skin: 'f ' } }],
    [SCOPE, 3, 'parts/card', false, { outer: 1, classes: { skin: 'f m' } }],
  ]);
  await setData(program, { on: true });
  expect(told.operations).toEqual([
    [SCOPE, 4, 'parts/frame', false, { outer: 0, classes: { f: 'red' } }],
    [RESCOPE, 2, 4],
    [SCOPE, 5, 'parts/card', false, { outer: 4, classes: { skin: 'f m' } }],
    [RESCOPE, 3, 5],
    [RESCOPE, 4, 5],
  ]);
  expect(program.errors()).toEqual([]);
});

const isolations: readonly (readonly [
  title: string,
  card: string,
  json: string | undefined,
  shared: boolean,
  traits: object,
])[] = [
  ['nothing said', '', undefined, false, {}],
  ['isolated', "options: { styleIsolation: 'isolated' }", 'shared', false, {}],
  ['apply-shared', "options: { styleIsolation: 'apply-shared' }", undefined, true, {}],
  ['shared', "options: { styleIsolation: 'shared' }", undefined, true, { spreads: true }],
  ['shared in JSON', '', 'shared', true, { spreads: true }],
  ['addGlobalClass', 'options: { addGlobalClass: true }', undefined, true, {}],
  ['virtualHost', 'options: { virtualHost: true }', undefined, false, { virtual: true }],
  ['fields that forms see', "behaviors: ['wx://form-field-group']", undefined, false, { fields: true }],
];
for (const [title, card, json, shared, traits] of isolations) {
  test(`style scope of a component: ${title}`, async () => {
    const { told } = await open({ page: '<card/>', card, ...(json && { styleIsolation: { 'parts/card': json } }) });
    expect(told.operations).toEqual([[SCOPE, 1, 'parts/card', shared, traits]]);
  });
}

test('a page of an isolation of its own shuts the app styles out', async () => {
  const { told } = await open({ page: '<view/>', styleIsolation: { 'pages/a/a': 'page-isolated' } });
  expect(told.operations).toEqual([[SCOPE, 0, 'pages/a/a', false, { withoutApp: true }]]);
});

test('a component may take class and style itself', async () => {
  const { program, told } = await open({
    page: '<card class="a" style="top: {{n}}px" hidden="{{n > 1}}"/>',
    data: 'n: 1',
    card: "externalClasses: ['class'], options: { virtualHost: true }, properties: { style: String, hidden: Boolean }",
    cardWxml: '<view class="class" style="{{style}}" hidden="{{hidden}}"/>',
  });
  expect(told.operations).toEqual([
    [SCOPE, 1, 'parts/card', false, { virtual: true, outer: 0, classes: { class: 'a' } }],
  ]);
  await setData(program, { n: 2 });
  expect(program.drawn()).toContain('<view class="class" style="top: 2px" hidden=true></view>');
});

test('events pass a component without a host element, and may be bound on it', async () => {
  const { program } = await open({
    page: '<view id="out" bindtap="note"><card id="host" bindtap="note"/></view>',
    card: 'options: { virtualHost: true }',
    cardWxml: '<text id="in">x</text>',
  });
  await program.event('#in', 'tap');
  expect(program.log).toEqual(['tap host', 'tap out']);
});
