import type { NodeRef, PageTree, ViewBlock } from '../view/index.ts';
import { nodesOf } from '../view/index.ts';

/** A component around a block: its tag's node, and the style scope of its own template. */
interface Host {
  readonly block: ViewBlock;
  readonly node: number;
  readonly scope: number;
}

/** The component whose template wrote `block`; none for what the page wrote. Slot content is its writer's. */
function hostOf(block: ViewBlock): Host | undefined {
  let at = block;
  while (at.parent) {
    if (at.skeleton.content) {
      const taker = hostOf(at.parent);
      if (!taker) return undefined;
      at = taker.block;
      continue;
    }
    if (nodesOf(at.parent.skeleton).nodes[at.node]?.kind === 'component') {
      return { block: at.parent, node: at.node, scope: at.scope };
    }
    at = at.parent;
  }
  return undefined;
}

/**
 * Whether a form sees a field that `block` holds: one in a component between them only where that component has
 * `wx://form-field-group`, which `open` answers for its style scope.
 */
export function formReaches(
  tree: PageTree,
  form: NodeRef,
  block: ViewBlock,
  open: (scope: number) => boolean,
): boolean {
  for (let host = hostOf(block); host; host = hostOf(host.block)) {
    const inForm = tree.pathOf(host.block.id, host.node).some((at) => at.block === form.block && at.node === form.node);
    if (!inForm) return true;
    if (!open(host.scope)) return false;
  }
  return true;
}
