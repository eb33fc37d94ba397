import { boundValue } from '../blocks/block.ts';
import { ComponentNode } from '../blocks/component-node.ts';
import type { Block } from '../blocks/types.ts';
import type { ComponentState } from './component-state.ts';
import { stateOf } from './instance-registry.ts';
import { acrossComponents, matchesSelector, parseSelector, type Selectable, type Selector } from './selector.ts';

/** Component instances in the own template of `state` that `text` selects, in document order. */
export function selectComponents(state: ComponentState, text: string, onlyFirst: boolean): ComponentState[] {
  const found: ComponentState[] = [];
  select(state, parseSelector(text), onlyFirst, found);
  return found;
}

function select(state: ComponentState, selector: Selector, onlyFirst: boolean, found: ComponentState[]): void {
  if (state.root === undefined) return;
  visit(state.root, (node) => {
    const component = stateOf(node.component?.instance);
    if (component !== undefined && matchesSelector(selector, selectable(node.block, node.node))) found.push(component);
    return onlyFirst && found.length > 0;
  });
  if (onlyFirst && found.length > 0) return;
  for (const { here, inside } of acrossComponents(selector)) {
    const around: ComponentState[] = [];
    select(state, here, false, around);
    for (const one of around) select(one, inside, onlyFirst, found);
  }
}

/** Visits component nodes of one template in document order until `stop` says so. */
function visit(block: Block, stop: (node: ComponentNode) => boolean): boolean {
  for (const child of block.children ?? []) {
    if (child instanceof ComponentNode && stop(child)) return true;
    for (const inner of child.blocks()) if (visit(inner, stop)) return true;
  }
  return false;
}

/** A node of a block as selectors see it; only nodes the compiler described have an id or classes. */
export function selectable(block: Block, node: number): Selectable {
  const info = block.plan.type.nodes[node];
  const classes = info?.class === undefined ? '' : String(boundValue(block, info.class) ?? '');
  return {
    tag: info?.component?.tag,
    id: info?.id === undefined ? '' : String(boundValue(block, info.id) ?? ''),
    classes: classes.split(/\s+/),
    parent() {
      const parent = block.plan.type.parents[node] ?? -1;
      if (parent >= 0) return selectable(block, parent);
      const around = block.holder.block;
      // The root of this template: what is around belongs to somebody else.
      if (around === undefined || around.environment.owner !== block.environment.owner) return undefined;
      // Anchors are places, not nodes.
      const holder = block.holder.node;
      if (around.plan.type.nodes[holder]?.component !== undefined) return selectable(around, holder);
      return selectable(around, holder).parent();
    },
  };
}
