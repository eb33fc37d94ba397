import { expect, test } from '@playwright/test';
import type { Skeleton, SkeletonNode } from '../../protocol/index.ts';
import { createPageTree } from '../../view/index.ts';
import { belongsTo } from './belongs-to.ts';

const card: SkeletonNode = { kind: 'component', tag: 'x-card' };
const anchor: SkeletonNode = { kind: 'anchor' };
const named = (id: string): SkeletonNode => ({ kind: 'element', tag: 'view', attributes: { id } });
const skeletons: Skeleton[] = [
  { source: 'page', holes: 0, roots: [named('page'), card, { ...card, tag: 'x-unknown' }] },
  { source: 'card', holes: 0, roots: [named('card'), anchor, card] },
  { source: 'page', holes: 0, roots: [named('given')], content: true },
  { source: 'inner', holes: 0, roots: [named('inner'), anchor] },
  { source: 'card', holes: 0, roots: [named('passed on')], content: true },
];
const mount = (id: number, skeleton: number, parent = 0, node = 0) => [0, id, skeleton, 0, parent, node, 0, []];

const cases: readonly (readonly [where: string, root: number, across: boolean, found: string[]])[] = [
  ['a page', 1, false, ['page', 'given', 'given']],
  ['a page, across components', 1, true, ['page', 'card', 'given', 'inner', 'passed on', 'given']],
  ['a component', 2, false, ['card', 'passed on']],
  ['a component, across others', 2, true, ['card', 'inner', 'passed on']],
  ['a component in a component', 4, false, ['inner']],
  ['a block that is gone', 99, false, []],
];
for (const [where, root, across, found] of cases) {
  test(`what ${where} finds`, () => {
    const tree = createPageTree({ skeleton: (index) => skeletons[index] });
    tree.apply([
      mount(1, 0),
      mount(2, 1, 1, 1),
      mount(3, 2, 2, 1),
      mount(4, 3, 2, 2),
      mount(5, 4, 4, 1),
      mount(6, 2, 1, 2),
    ]);
    const own = tree.find('view').filter((node) => belongsTo(tree, node, root, across));
    expect(own.map((node) => tree.attribute(node, 'id'))).toEqual(found);
  });
}
