import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { type Json, type Skeleton, TerrariumError } from '../protocol/index.ts';
import { createPageTree } from './page-tree.ts';
import { textOf } from './text-value.ts';
import type { TreeNode, TreePainter, ViewBlock } from './types.ts';

/** A block of the naive model: lists instead of links, searched from the top each time. */
interface Model {
  readonly id: number;
  readonly values: Json[];
  readonly children: Model[];
}

// view(0) > {0}(1), anchor(2): a block is its value and its list of blocks.
const skeleton: Skeleton = {
  source: 'model.wxml',
  holes: 1,
  roots: [{ kind: 'element', tag: 'view', children: [{ kind: 'text', hole: 0 }, { kind: 'anchor' }] }],
};

function all(list: readonly Model[]): Model[] {
  return list.flatMap((one) => [one, ...all(one.children)]);
}

function listWith(roots: Model[], id: number): Model[] | undefined {
  if (roots.some((one) => one.id === id)) return roots;
  for (const one of roots) {
    const list = listWith(one.children, id);
    if (list) return list;
  }
  return undefined;
}

function insert(list: Model[], one: Model, before: number): void {
  const at = before === 0 ? list.length : list.findIndex(({ id }) => id === before);
  list.splice(at, 0, one);
}

function modelText(list: readonly Model[]): string {
  return list.map(({ values, children }) => `(${values.join()}${modelText(children)})`).join('');
}

/** The same text from a tree's snapshot. */
function drawn(list: readonly TreeNode[]): string {
  return list.map((one) => (one.kind === 'text' ? one.text : `(${drawn(one.children)})`)).join('');
}

/** A painter that keeps its own order by what it is told, as the real one does. */
function mirror(): TreePainter & { text(): string } {
  const lists = new Map<ViewBlock | undefined, ViewBlock[]>();
  const listOf = (block: ViewBlock): ViewBlock[] => {
    const list = lists.get(block.parent) ?? [];
    lists.set(block.parent, list);
    return list;
  };
  const place = (block: ViewBlock): void => {
    const list = listOf(block);
    const at = block.next ? list.indexOf(block.next) : list.length;
    if (at < 0) throw new Error(`block ${block.id} was placed before one that is not drawn`);
    list.splice(at, 0, block);
  };
  const remove = (block: ViewBlock): void => {
    listOf(block).splice(listOf(block).indexOf(block), 1);
  };
  const text = (parent: ViewBlock | undefined): string =>
    (lists.get(parent) ?? []).map((block) => `(${textOf(block.values[0])}${text(block)})`).join('');
  return {
    mount: place,
    move(block) {
      remove(block);
      place(block);
    },
    unmount: remove,
    patch: () => {},
    scope: () => {},
    rescope: () => {},
    decorate: () => {},
    flushed: () => {},
    text: () => text(undefined),
  };
}

/** Numbers that choose an operation and its operands among what is there. */
const choice = fc.tuple(fc.nat(9), fc.nat(1_000), fc.nat(1_000), fc.string({ maxLength: 3 }));

test('any sequence of valid operations gives the tree of a naive model, and painters agree', () => {
  fc.assert(
    fc.property(fc.array(choice, { maxLength: 60 }), (choices) => {
      const tree = createPageTree({ skeleton: () => skeleton });
      const painter = mirror();
      tree.watch(painter);
      const roots: Model[] = [];
      let lastId = 0;
      for (const [kind, first, second, text] of choices) {
        const blocks = all(roots);
        const chosen = blocks[first % Math.max(1, blocks.length)];
        if (kind < 5 || !chosen) {
          const parent = second % 3 === 0 ? undefined : chosen;
          const list = parent ? parent.children : roots;
          const before = list[second % (list.length + 1)]?.id ?? 0;
          // One to three of them by one operation.
          const texts = [text, `${text}2`, `${text}3`].slice(0, 1 + (first % 3));
          tree.apply([[0, lastId + 1, 0, 0, parent?.id ?? 0, parent ? 2 : 0, before, ...texts.map((one) => [one])]]);
          for (const one of texts) {
            lastId += 1;
            insert(list, { id: lastId, values: [one], children: [] }, before);
          }
        } else if (kind < 7) {
          tree.apply([[1, chosen.id, 0, text]]);
          chosen.values[0] = text;
        } else if (kind < 9) {
          const list = listWith(roots, chosen.id) ?? [];
          const others = list.filter((one) => one !== chosen);
          const before = others[second % (others.length + 1)]?.id ?? 0;
          tree.apply([[2, chosen.id, before]]);
          list.splice(list.indexOf(chosen), 1);
          insert(list, chosen, before);
        } else {
          tree.apply([[3, chosen.id]]);
          const list = listWith(roots, chosen.id);
          list?.splice(list.indexOf(chosen), 1);
        }
        expect(painter.text()).toBe(modelText(roots));
        expect(tree.nodeCount).toBe(all(roots).length * 3);
      }
      const late = mirror();
      tree.watch(late);
      expect(late.text()).toBe(modelText(roots));
    }),
    { seed: 20_261_120, numRuns: 150 },
  );
});

test('any garbage is refused as OPERATION and leaves the tree as it was', () => {
  const operand = fc.oneof(fc.integer({ min: -2, max: 9 }), fc.jsonValue({ maxDepth: 2 }), fc.constant(undefined));
  const garbage = fc.oneof(
    fc.array(operand, { maxLength: 10 }),
    fc.tuple(fc.constantFrom(0, 1, 2, 3, 4), fc.array(operand, { maxLength: 9 })).map(([op, rest]) => [op, ...rest]),
    fc.anything(),
  );
  fc.assert(
    fc.property(fc.array(garbage, { maxLength: 8 }), (operations) => {
      const tree = createPageTree({ skeleton: (index) => (index === 0 ? skeleton : undefined) });
      const painter = mirror();
      tree.watch(painter);
      tree.apply([
        [0, 1, 0, 0, 0, 0, 0, ['a']],
        [0, 2, 0, 0, 1, 2, 0, ['b']],
      ]);
      for (const operation of operations) {
        const before = JSON.stringify(tree.snapshot());
        try {
          tree.apply([operation]);
        } catch (error) {
          expect(error).toBeInstanceOf(TerrariumError);
          expect(error).toMatchObject({ code: 'OPERATION' });
          expect(JSON.stringify(tree.snapshot())).toBe(before);
        }
        // Whatever was taken, tree and painter tell the same story.
        expect(painter.text()).toBe(drawn(tree.snapshot().children));
      }
    }),
    { seed: 20_261_121, numRuns: 150 },
  );
});
