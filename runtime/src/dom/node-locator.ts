import type { BlockId, SkeletonNode } from '../protocol/index.ts';
import { type NodeRef, nodesOf } from '../view/index.ts';
import type { BlockPainter, DrawnBlock } from './block-painter.ts';
import { isElement } from './dom-nodes.ts';
import type { BuiltIns } from './template.ts';

/** Says which node of the tree an element is, and the other way round. Nothing is kept per node until asked. */
export interface NodeLocator {
  /** The innermost element or component that `target` is or lies in; undefined for the bare page. */
  locate(target: Node): NodeRef | undefined;
  element(ref: NodeRef): HTMLElement | undefined;
}

export function createNodeLocator(page: HTMLElement, painter: BlockPainter, builtIns: BuiltIns): NodeLocator {
  const resolved = new WeakMap<DrawnBlock, readonly (Node | undefined)[]>();

  /** DOM nodes of a block by node number, found by walking its skeleton beside the document. */
  const nodesIn = (drawn: DrawnBlock): readonly (Node | undefined)[] => {
    const before = resolved.get(drawn);
    if (before) return before;
    const { template, block } = drawn;
    const numbered = nodesOf(block.skeleton);
    const found: (Node | undefined)[] = [];
    const walk = (numbers: readonly number[], start: Node | null | undefined): void => {
      let cursor = start;
      for (const node of numbers) {
        const is: SkeletonNode | undefined = numbered.nodes[node];
        // An anchor's comment stands behind the blocks mounted there, so it is where the walk goes on. So does
        // what stands for a component without a host element.
        if (is?.kind === 'anchor' || is?.kind === 'component') cursor = drawn.nodes[template.slots.get(node) ?? -1];
        found[node] = cursor ?? undefined;
        if (is?.kind === 'element' && isElement(cursor)) {
          walk(numbered.children[node] ?? [], (builtIns(is.tag)?.content?.(cursor) ?? cursor).firstChild);
        }
        cursor = cursor?.nextSibling;
      }
    };
    const [first] = numbered.roots;
    if (first !== undefined) walk(numbered.roots, drawn.nodes[template.first]);
    resolved.set(drawn, found);
    return found;
  };

  return {
    locate(target) {
      let owner: DrawnBlock | undefined;
      for (let at: Node | null = target; at && at !== page && !owner; at = at.parentNode) owner = painter.ownerOf(at);
      if (!owner) return undefined;
      const nodes = nodesIn(owner);
      for (let at: Node | null = target; at && at !== page; at = at.parentNode) {
        const node = isElement(at) ? nodes.indexOf(at) : -1;
        if (node >= 0) return { block: owner.block.id, node };
      }
      return undefined;
    },

    element({ block, node }: { block: BlockId; node: number }) {
      if (block === 0) return page;
      const drawn = painter.drawn(block);
      const at = drawn && nodesIn(drawn)[node];
      return isElement(at) ? at : undefined;
    },
  };
}
