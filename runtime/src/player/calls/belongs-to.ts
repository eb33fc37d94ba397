import { type NodeRef, nodesOf, type PageTree, type ViewBlock } from '../../view/index.ts';

/**
 * Whether a node is part of the template that block `root` begins: a page or component finds its own nodes, slot
 * content it gave to others included, and neither theirs nor what was given to itself. With `across` (`>>>` in the
 * selector) components inside count, too.
 */
export function belongsTo(tree: PageTree, node: NodeRef, root: number, across: boolean): boolean {
  let level = 0;
  for (let block = tree.block(node.block); block; block = block.parent) {
    if (block.id === root) return across ? level >= 0 : level === 0;
    level += levelsOut(block);
  }
  return false;
}

/** Out of a component's root it is one level up; out of slot content one down, into the component that draws it. */
function levelsOut({ skeleton, parent, node }: ViewBlock): number {
  const inHost = parent !== undefined && nodesOf(parent.skeleton).nodes[node]?.kind === 'component';
  // Content of what turned out to be no component stays where it is.
  if (skeleton.content) return inHost ? 0 : -1;
  return inHost ? 1 : 0;
}
