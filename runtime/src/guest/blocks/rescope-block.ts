import type { Block, Child, Host } from './types.ts';

/** The style scope of a component has changed: its blocks are drawn in the new one, its components hear of it. */
export function rescopeBlock(block: Block): void {
  if (block.id !== 0) block.environment.page.rescope(block);
  for (const child of block.children ?? []) {
    for (const inner of child.blocks()) rescopeBlock(inner);
    if (isHost(child)) child.component?.outerScopeChanged();
  }
}

function isHost(child: Child | Host): child is Host {
  return 'component' in child;
}
