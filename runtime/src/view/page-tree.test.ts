import { expect, test } from '@playwright/test';
import { blockId, type Json, type Skeleton, type SkeletonNode, TerrariumError } from '../protocol/index.ts';
import { createPageTree } from './page-tree.ts';
import type { PageTree, TreePainter } from './types.ts';

const anchor: SkeletonNode = { kind: 'anchor' };
const element = (
  tag: string,
  parts: Partial<Extract<SkeletonNode, { kind: 'element' }>> = {},
  ...children: SkeletonNode[]
): SkeletonNode => ({ kind: 'element', tag, ...parts, children });
const skeleton = (holes: number, ...roots: SkeletonNode[]): Skeleton => ({ source: 'pages/a/a.wxml', holes, roots });

const skeletons = [
  // 0: view(0) > text(1) > "Hello "(2) {0}(3); anchor(4); my-card(5)
  skeleton(
    1,
    element(
      'view',
      { attributes: { id: 'top', class: 'a b' }, events: ['tap'] },
      element('text', {}, { kind: 'text', text: 'Hello ' }, { kind: 'text', hole: 0 }),
    ),
    anchor,
    { kind: 'component', tag: 'my-card', holes: { class: 0 } },
  ),
  // 1: view(0) > {0}(1), anchor(2)
  skeleton(
    1,
    element('view', { attributes: { class: 'row' }, holes: { 'data-n': 0 } }, { kind: 'text', hole: 0 }, anchor),
  ),
];

const mount = (id: number, index: number, values: Json[], parent = 0, node = 0, before = 0, scope = 0): Json[] => [
  0,
  id,
  index,
  scope,
  parent,
  node,
  before,
  values,
];

function filled(): PageTree {
  const tree = createPageTree({
    skeleton: (index) => skeletons[index],
    limits: { nodes: 40, operations: 20, depth: 20 },
  });
  tree.apply([
    mount(1, 0, ['you']),
    mount(2, 1, ['one'], 1, 4),
    mount(3, 1, ['two'], 1, 4),
    [4, 1, 'components/card', false],
    mount(4, 1, ['in card'], 1, 5, 0, 1),
    mount(5, 1, ['deep'], 4, 2),
  ]);
  return tree;
}

test('the composed tree: anchors are gone, component content stands in its host', () => {
  const tree = filled();
  expect(tree.text({ block: blockId(0), node: 0 })).toBe('Hello youonetwoin carddeep');
  expect(tree.text({ block: blockId(1), node: 5 })).toBe('in carddeep');
  expect(tree.nodeCount).toBe(6 + 4 * 3);
  expect(tree.snapshot()).toMatchObject({
    kind: 'page',
    children: [
      { tag: 'view', attributes: { id: 'top', class: 'a b' } },
      { tag: 'view', attributes: { class: 'row', 'data-n': 'one' }, children: [{ kind: 'text', text: 'one' }] },
      { tag: 'view', block: 3, node: 0 },
      { kind: 'component', tag: 'my-card', attributes: { class: 'you' }, children: [{ block: 4 }] },
    ],
  });
});

test('event paths go through blocks and hosts to the page', () => {
  const tree = filled();
  const path = (block: number, node: number) => tree.pathOf(block, node).map((ref) => [ref.block, ref.node]);
  expect(path(5, 1)).toEqual([
    [5, 0],
    [4, 0],
    [1, 5],
  ]);
  expect(path(1, 3)).toEqual([
    [1, 1],
    [1, 0],
  ]);
  expect(path(9, 0)).toEqual([]);
  expect(path(1, 77)).toEqual([]);
  expect(tree.listens({ block: blockId(1), node: 0 }, 'tap')).toBe(true);
  expect(tree.listens({ block: blockId(1), node: 1 }, 'tap')).toBe(false);
});

for (const [selector, found] of [
  [
    '.row',
    [
      [2, 0],
      [3, 0],
      [4, 0],
      [5, 0],
    ],
  ],
  [
    'my-card .row',
    [
      [4, 0],
      [5, 0],
    ],
  ],
  ['my-card > .row', [[4, 0]]],
  [
    'page > #top.b, text',
    [
      [1, 0],
      [1, 1],
    ],
  ],
  ['[data-n=two]', [[3, 0]]],
  ["view[data-n='in card']", [[4, 0]]],
  ['[id]', [[1, 0]]],
  ['my-card >>> .row .row', [[5, 0]]],
  ['page', [[0, 0]]],
  ['.missing', []],
] as const) {
  test(`find ${selector}`, () => {
    expect(
      filled()
        .find(selector)
        .map((ref) => [ref.block, ref.node]),
    ).toEqual(found);
  });
}

for (const selector of ['', '   ', '>', 'view >', ',', 'view,', '.', '#', '[', '[a', 'view:hover', '.a..b', '💥']) {
  test(`selector ${JSON.stringify(selector)} is refused with its text`, () => {
    expect(() => filled().find(selector)).toThrow(/selector .* cannot be read at character/);
  });
}

const misfits: readonly (readonly [string, unknown, RegExp])[] = [
  ['no array', 'x', /is not an array/],
  ['an unknown operation', [9, 1], /no known operation/],
  ['a mount of 7', [0, 9, 0, 0, 0, 0, 0], /8 entries/],
  ['a known id', mount(2, 1, ['x']), /block 2 is already mounted/],
  ['id 0', mount(0, 1, ['x']), /whole numbers/],
  ['a fractional id', mount(1.5, 1, ['x']), /whole numbers/],
  ['an unknown skeleton', mount(9, 7, []), /no skeleton 7/],
  ['too few values', mount(9, 1, []), /has 1 holes, not 0/],
  ['too few values for the second of two', [...mount(9, 1, ['x']), []], /has 1 holes, not 0/],
  ['no values for the second of two', [...mount(9, 1, ['x']), 7], /no list of values/],
  ['ids beyond counting', mount(Number.MAX_SAFE_INTEGER, 1, ['x']), /counts its blocks too far/],
  ['an undeclared scope', mount(9, 1, ['x'], 0, 0, 0, 5), /scope 5 was never declared/],
  ['an unknown parent', mount(9, 1, ['x'], 77), /no block 77/],
  ['itself as parent', mount(9, 1, ['x'], 9, 2), /no block 9/],
  ['a parent node that is an element', mount(9, 1, ['x'], 1, 0), /node 0 of block 1 is element/],
  ['a parent node that is a text', mount(9, 1, ['x'], 1, 2), /is text/],
  ['a parent node that is absent', mount(9, 1, ['x'], 1, 99), /absent/],
  ['a second page node', mount(9, 1, ['x'], 0, 1), /node 0 only/],
  ['a sibling elsewhere', mount(9, 1, ['x'], 1, 4, 4), /block 4 is no sibling/],
  ['a function as value', [0, 9, 1, 0, 0, 0, 0, [() => 1]], /not data/],
  ['undefined as value', [0, 9, 1, 0, 0, 0, 0, [undefined]], /not data/],
  ['a Date as value', [1, 2, 0, new Date(0)], /not data/],
  ['NaN as value', [1, 2, 0, Number.NaN], /not data/],
  ['a bottomless value', [1, 2, 0, JSON.parse(`${'['.repeat(40)}${']'.repeat(40)}`)], /not data/],
  ['an unknown hole', [1, 2, 1, 'x'], /there is no 1/],
  ['half a patch', [1, 2, 0], /hole, value/],
  ['a patch of nothing', [1, 2], /hole, value/],
  ['a patch of an unknown block', [1, 99, 0, 'x'], /no block 99/],
  ['a move before itself', [2, 2, 2], /before itself/],
  ['a move to another parent', [2, 2, 5], /no sibling/],
  ['an unknown unmount', [3, 99], /no block 99/],
  ['a declared scope', [4, 1, 'again', false], /already declared/],
  ['a scope without a number', [4, -1, 'x', false], /must be/],
  ['a scope in one that is not there', [4, 2, 'x', false, { outer: 7 }], /scope 7 was never declared/],
  ['external classes that are no text', [4, 2, 'x', false, { classes: { a: 1 } }], /no scope has/],
  ["another component's scope", [5, 1, 1], /belongs to another component/],
  ['a decorated text', [6, 1, 2, '', '', ''], /only elements and components/],
  ['a decoration that is no text', [6, 1, 0, '', '', 1], /no text/],
];

for (const [what, operation, message] of misfits) {
  test(`${what} is refused, named by its place, and changes nothing`, () => {
    const tree = filled();
    const before = tree.snapshot();
    const told: string[] = [];
    tree.watch(recorder(told));
    told.length = 0;
    const failure = caught(() => tree.apply([[2, 2, 0], [2, 3, 0], operation, [3, 1]]));
    expect(failure.code).toBe('OPERATION');
    expect(failure.message).toMatch(/^view operation 2 \(/);
    expect(failure.message).toMatch(message);
    expect(tree.snapshot()).toEqual(before);
    expect(told.at(-1)).toBe('flushed');
  });
}

test('a page has at most so many nodes, levels and operations', () => {
  const many = Array.from({ length: 10 }, (_, index) => mount(10 + index, 1, ['x'], 1, 4));
  const tree = filled();
  const before = tree.nodeCount;
  // Nothing is drawn of what is too much as a whole.
  expect(caught(() => tree.apply(many)).code).toBe('LIMIT_NODES');
  expect(tree.nodeCount).toBe(before);
  expect(caught(() => tree.apply([[...mount(50, 1, ['x'], 1, 4), ...many.map(() => ['x'])]])).code).toBe('LIMIT_NODES');
  expect(tree.nodeCount).toBe(before);
  expect(caught(() => tree.apply(Array.from({ length: 21 }, () => [3, 1]))).code).toBe('LIMIT_NODES');
  const nested = Array.from({ length: 10 }, (_, index) => mount(index + 1, 1, ['x'], index, index === 0 ? 0 : 2));
  const deep = createPageTree({ skeleton: (index) => skeletons[index], limits: { depth: 6 } });
  expect(caught(() => deep.apply(nested))).toMatchObject({ code: 'LIMIT_NODES' });
});

test('an attribute named like a member of Object stays data', () => {
  const attributes: Record<string, Json> = JSON.parse('{"__proto__":"p","constructor":"c"}');
  const odd = skeleton(0, element('view', { attributes }));
  const tree = createPageTree({ skeleton: () => odd });
  tree.apply([mount(1, 0, [])]);
  expect(tree.attribute({ block: blockId(1), node: 0 }, 'toString')).toBeUndefined();
  expect(tree.attribute({ block: blockId(1), node: 0 }, '__proto__')).toBe('p');
  expect(JSON.stringify(tree.snapshot())).toContain('"__proto__":"p"');
});

test('mounting 1,000 rows takes milliseconds', () => {
  const tree = createPageTree({ skeleton: (index) => skeletons[index] });
  const rows = Array.from({ length: 1_000 }, (_, index) => mount(index + 2, 1, [`row ${index}`], 1, 4));
  const begin = performance.now();
  tree.apply([mount(1, 0, ['x']), ...rows]);
  const took = performance.now() - begin;
  test.info().annotations.push({ type: 'mount of 1,000 rows', description: `${took.toFixed(2)} ms` });
  expect(tree.nodeCount).toBe(6 + 3_000);
  expect(took).toBeLessThan(250);
});

function recorder(told: string[]): TreePainter {
  return {
    mount: (block) => told.push(`mount ${block.id}`),
    patch: (block, hole) => told.push(`patch ${block.id} ${hole}`),
    move: (block) => told.push(`move ${block.id}`),
    unmount: (block) => told.push(`unmount ${block.id}`),
    scope: (scope) => told.push(`scope ${scope}`),
    decorate: ({ id, decorations }, node) => told.push(`decorate ${id} ${decorations?.get(node)?.style}`),
    rescope: ({ id, scope }) => told.push(`rescope ${id} ${scope}`),
    flushed: () => told.push('flushed'),
  };
}

function caught(run: () => void): TerrariumError {
  try {
    run();
  } catch (error) {
    if (error instanceof TerrariumError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}
