import type { Json } from '../protocol/json.ts';
import type { NodeRef, PageTree } from '../view/index.ts';

/** A node as tools see it: where it is, what it is called, what it says. */
export function describeNode(tree: PageTree, node: NodeRef): Json {
  const name = (attribute: string) => tree.attribute(node, attribute);
  return {
    block: node.block,
    node: node.node,
    tag: tree.tag(node) ?? '',
    text: tree.text(node),
    ...(name('id') !== undefined && { id: name('id') ?? '' }),
    ...(name('class') !== undefined && { class: name('class') ?? '' }),
  };
}
