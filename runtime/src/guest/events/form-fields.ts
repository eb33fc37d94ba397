import { ComponentNode } from '../blocks/component-node.ts';
import type { Block, Child } from '../blocks/types.ts';
import { stateOf } from '../component/instance-registry.ts';
import { copyData } from '../data/copy.ts';

/**
 * Values by name of the components with `wx://form-field` below a node: what a `<form>` cannot see in the view. It
 * looks into components that have `wx://form-field-group`, and at slot content where it is drawn.
 */
export function formFields(block: Block, node: number): Record<string, unknown> {
  const fields: [string, unknown][] = [];
  const { parents } = block.plan.type;
  for (const child of block.children ?? []) {
    let at = child.node;
    while (at >= 0 && at !== node) at = parents[at] ?? -1;
    if (at === node) gather(child, fields);
  }
  return Object.fromEntries(fields);
}

function gather(child: Child, fields: [string, unknown][]): void {
  if (child instanceof ComponentNode) {
    const state = stateOf(child.component?.instance);
    const name = state?.definition.behaviors.has('wx://form-field') ? state.data.name : undefined;
    if (name !== undefined && name !== '') fields.push([String(name), copyData(state?.data.value)]);
    if (state?.root !== undefined && state.definition.behaviors.has('wx://form-field-group'))
      gatherAll(state.root, fields);
  }
  for (const inner of child.blocks()) gatherAll(inner, fields);
  const host = child.block.environment.owner.host;
  for (const content of host?.blocks() ?? []) if (content.holder.taker?.() === child) gatherAll(content, fields);
}

function gatherAll(block: Block, fields: [string, unknown][]): void {
  for (const child of block.children ?? []) gather(child, fields);
}
