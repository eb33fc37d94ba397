import type { Block } from '../blocks/types.ts';
import { ownKeys } from '../intrinsics.ts';
import { selectable } from './select-components.ts';
import { matchesSelector, parseSelector } from './selector.ts';

/** Elements and components of one template that `text` selects, as far as the compiler noted their id and classes. */
export function selectNodes(
  root: Block | undefined,
  text: string,
  onlyFirst: boolean,
): { block: Block; node: number }[] {
  const selector = parseSelector(text);
  const found: { block: Block; node: number }[] = [];
  const visit = (block: Block): void => {
    for (const key of ownKeys(block.plan.type.nodes)) {
      if (onlyFirst && found.length > 0) return;
      const node = Number(key);
      if (block.plan.type.nodes[node]?.anchor === undefined && matchesSelector(selector, selectable(block, node))) {
        found.push({ block, node });
      }
      for (const child of block.children ?? []) {
        if (child.node === node) for (const inner of child.blocks()) visit(inner);
      }
    }
  };
  if (root !== undefined) visit(root);
  return onlyFirst ? found.slice(0, 1) : found;
}
