import { blockId, MOUNT, TerrariumError, UNMOUNT } from '../protocol/index.ts';
import type { SiblingList } from './block.ts';
import { attributeOf, type Composed, eachChild, eachInList, pathFrom, snapshotOfPage, textIn } from './composed.ts';
import { readOperation } from './operation-reader.ts';
import { type Candidate, readSelector } from './selector.ts';
import { nodesOf } from './skeleton-nodes.ts';
import { createTreeState, misfit, tooManyNodes, tooMuch } from './tree-state.ts';
import type { NodeRef, PageTree, PageTreeOptions, TreeLimits, TreePainter } from './types.ts';

/** Defaults of `TreeLimits`. A browser that lays out 100,000 nodes stands still for seconds; 10,000 rows are fewer. */
export const defaultTreeLimits: TreeLimits = { nodes: 90_000, operations: 100_000, depth: 512 };

/** Creates the empty tree of one page. */
export function createPageTree(options: PageTreeOptions): PageTree {
  const limits = { ...defaultTreeLimits, ...options.limits };
  const painters = new Set<TreePainter>();
  const state = createTreeState(options.skeleton, limits, painters);
  const { blocks, scopes, roots } = state;

  const composed = ({ block: id, node }: NodeRef): Composed | undefined => {
    const block = blocks.get(id);
    const is = block?.nodes.nodes[node];
    return block && is && is.kind !== 'anchor' ? { block, node, is } : undefined;
  };

  const refuseTooMuch = (operations: readonly unknown[]): void => {
    let blocks = 0;
    let nodes = 0;
    let leaves = false;
    for (const tuple of operations) {
      if (!Array.isArray(tuple)) continue;
      if (tuple[0] === UNMOUNT) leaves = true;
      if (tuple[0] !== MOUNT) continue;
      const count = Math.max(0, tuple.length - 7);
      const skeleton = typeof tuple[2] === 'number' ? options.skeleton(tuple[2]) : undefined;
      blocks += count;
      nodes += skeleton ? count * nodesOf(skeleton).nodes.length : 0;
    }
    if (blocks > limits.operations) throw tooMuch(`a batch mounts more than ${limits.operations} blocks`);
    // Where blocks leave, too, the tree itself counts on its way.
    if ((leaves ? 0 : state.nodeCount) + nodes > limits.nodes) throw tooManyNodes(limits.nodes);
  };

  return {
    apply(operations) {
      if (operations.length > limits.operations) {
        throw tooMuch(`a batch has ${operations.length} operations, at most ${limits.operations} are taken`);
      }
      // What is too much is refused before any of it is drawn: drawing takes a browser much longer than counting.
      refuseTooMuch(operations);
      let index = 0;
      try {
        for (const tuple of operations) {
          const operation = readOperation(tuple);
          if (typeof operation === 'string') throw misfit(operation);
          state.apply(operation);
          index += 1;
        }
      } catch (error) {
        throw located(error, index, operations[index]);
      } finally {
        for (const painter of painters) painter.flushed();
      }
    },

    watch(painter) {
      for (const [scope, { component, shared, traits }] of scopes) painter.scope(scope, component, shared, traits);
      // Last sibling first: a painter places a block before its `next`, which must be drawn by then.
      const replay = (list: SiblingList): void => {
        for (let block = list.last; block; block = block.previous) {
          painter.mount(block);
          for (const node of block.decorations?.keys() ?? []) painter.decorate(block, node);
          for (const inner of block.children?.values() ?? []) replay(inner);
        }
      };
      replay(roots);
      painter.flushed();
      painters.add(painter);
      return () => painters.delete(painter);
    },

    snapshot: () => snapshotOfPage(roots),

    find(selector) {
      const matches = readSelector(selector);
      const found: NodeRef[] = [];
      const look = (at: Composed, parent: Candidate): void => {
        const { block, node, is } = at;
        if (is.kind === 'text') return;
        const candidate = { tag: is.tag, attribute: (name: string) => attributeOf(block, node, name), parent };
        if (matches(candidate)) found.push({ block: block.id, node });
        eachChild(at, (child) => look(child, candidate));
      };
      const page = { tag: 'page', attribute: () => undefined, parent: undefined };
      if (matches(page)) found.push({ block: blockId(0), node: 0 });
      eachInList(roots, (child) => look(child, page));
      return found;
    },

    text(ref) {
      if (ref.block === 0) {
        let text = '';
        eachInList(roots, (child) => {
          text += textIn(child);
        });
        return text;
      }
      const at = composed(ref);
      return at ? textIn(at) : '';
    },

    attribute(ref, name) {
      const block = blocks.get(ref.block);
      return block && attributeOf(block, ref.node, name);
    },

    tag(ref) {
      const at = composed(ref);
      return at && at.is.kind !== 'text' ? at.is.tag : undefined;
    },

    pathOf(id, node) {
      const block = blocks.get(id);
      return block && node in block.nodes.nodes ? pathFrom(block, node) : [];
    },

    listens(ref, type) {
      const at = composed(ref);
      return at !== undefined && at.is.kind !== 'text' && (at.is.events?.includes(type) ?? false);
    },

    catches(ref, type) {
      const at = composed(ref);
      if (at === undefined || at.is.kind === 'text' || at.is.catches?.includes(type) !== true) return false;
      return attributeOf(at.block, ref.node, `catches-${type}`) !== false;
    },

    block: (id) => blocks.get(id),

    get nodeCount() {
      return state.nodeCount;
    },
  };
}

const names = ['mount', 'patch', 'move', 'unmount', 'scope', 'rescope', 'decorate'];

function located(error: unknown, index: number, tuple: unknown): unknown {
  if (!(error instanceof TerrariumError)) return error;
  const op: unknown = Array.isArray(tuple) ? tuple[0] : undefined;
  const name = typeof op === 'number' ? (names[op] ?? 'unknown') : 'unknown';
  return new TerrariumError(error.code, `view operation ${index} (${name}): ${error.message}`, { cause: error });
}
