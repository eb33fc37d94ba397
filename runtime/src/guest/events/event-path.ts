import { outOfTree } from '../blocks/block.ts';
import type { Block, Holder, Host, Owner } from '../blocks/types.ts';

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
 * The node that `owner`'s handlers get as target: the first one on the path in their own template. An event that
 * comes out of slot content starts there at the element around the slot; a slot is none.
 */
export function targetFor(path: readonly PathNode[], owner: Owner): PathNode | undefined {
  for (let at = 0; at < path.length; at += 1) {
    const first = path[at];
    if (first?.block.environment.owner === owner) return nodeAround(first) ?? first;
  }
  return undefined;
}

/** The node itself, or, for an anchor, the element or component around it in the same template. */
function nodeAround(at: PathNode): PathNode | undefined {
  let { block, node } = at;
  while (block.plan.type.nodes[node]?.anchor !== undefined) {
    const parent = block.plan.type.parents[node] ?? -1;
    if (parent >= 0) return { block, node: parent };
    const around = block.holder.block;
    if (around === undefined || around.environment.owner !== block.environment.owner) return undefined;
    node = block.holder.node;
    block = around;
  }
  return { block, node };
}
