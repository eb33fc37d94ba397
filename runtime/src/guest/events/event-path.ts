import { outOfTree } from '../blocks/block.ts';
import type { Block, Holder, Host } from '../blocks/types.ts';

/** One node an event passes, from the inside out. */
export interface PathNode {
  readonly block: Block;
  readonly node: number;
}

/**
 * The nodes an event passes, its target first. Composed, that is the tree as drawn: slot content leads through
 * the component it is drawn in, a component's own nodes lead to its host. Otherwise the event stays in the
 * template of its target and passes other components by. It ends early where the tree does: at slot content that
 * no slot takes, at a component that is still being made, and at the top of what has been taken out of the tree.
 */
export function eventPath(block: Block, node: number, composed: boolean): PathNode[] {
  const path: PathNode[] = [];
  const owner = block.environment.owner;
  let at: Block | undefined = block;
  let number = node;
  while (at !== undefined) {
    if (path.length === 0 || at.plan.type.nodes[number] !== undefined) path.push({ block: at, node: number });
    // Its children are not complete: nothing in it has a place in the tree yet.
    if (at.children === undefined && at.plan.makers.length > 0) break;
    const parent: number = at.plan.type.parents[number] ?? -1;
    if (parent >= 0) {
      number = parent;
      continue;
    }
    if (at.reached === outOfTree) break;
    const holder: Block['holder'] = at.holder;
    const place: Holder | undefined = composed && holder.taker !== undefined ? holder.taker() : holder;
    if (place === undefined || (isHost(place) && !place.listens)) break;
    if (!composed && place.block?.environment.owner !== owner) break;
    number = place.node;
    at = place.block;
  }
  return path;
}

function isHost(holder: Holder): holder is Host {
  return 'listens' in holder;
}

/**
 * The node that handlers get as target of an event that comes into their template at `first`. Out of slot content
 * it is the element or component around the slot; a slot is none.
 */
export function targetAt(first: PathNode): PathNode {
  let { block, node } = first;
  while (block.plan.type.nodes[node]?.anchor !== undefined) {
    const parent = block.plan.type.parents[node] ?? -1;
    if (parent >= 0) return { block, node: parent };
    const around = block.holder.block;
    if (around === undefined || around.environment.owner !== block.environment.owner) return first;
    node = block.holder.node;
    block = around;
  }
  return { block, node };
}
