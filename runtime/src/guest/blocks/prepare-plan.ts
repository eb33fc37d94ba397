import type { Bound, NodeInfo } from '../../protocol/templates.ts';
import { ownKeys } from '../intrinsics.ts';
import { ChangeWatch } from '../wxs/change-watch.ts';
import { ForAnchor } from './anchor-for.ts';
import { IfAnchor } from './anchor-if.ts';
import { SlotAnchor } from './anchor-slot.ts';
import { TemplateAnchor } from './anchor-template.ts';
import { ComponentNode } from './component-node.ts';
import { createContentAnchor } from './slot-content.ts';
import type { Block, Child, Plan, Unit } from './types.ts';

type Maker = (block: Block) => Child;

/** Prepares one block type of a unit: once per type, so that instances need no look-ups. */
export function preparePlan(unit: Unit, type: Plan['type'], skeleton: number): Plan {
  const makers: Maker[] = [];
  const placeOfNode: (number | undefined)[] = [];
  const placeOfLocal: (number | undefined)[] = [];
  const nodes = ownKeys(type.nodes)
    .map(Number)
    .sort((one, other) => one - other);
  for (const node of nodes) {
    const info = type.nodes[node];
    if (info === undefined) continue;
    const changes = info.changes;
    if (changes !== undefined) {
      for (const index of indicesOf(changes)) placeOfLocal[index] = makers.length;
      makers.push((block) => new ChangeWatch(block, node, changes));
    }
    const maker = makerOf(node, info);
    if (maker === undefined) continue;
    const place = makers.length;
    makers.push(maker);
    placeOfNode[node] = place;
    for (const index of localsOf(info)) placeOfLocal[index] = place;
  }
  return {
    type,
    unit,
    skeleton,
    holes: type.holes,
    hasLocals: type.value.length > type.holes,
    hasComponents: placeOfLocal.length > 0,
    makers,
    placeOfNode,
    placeOfLocal,
    valueStamps: type.value.map(() => 0),
    childStamps: makers.map(() => 0),
  };
}

function makerOf(node: number, info: NodeInfo): Maker | undefined {
  const use = info.component;
  if (use !== undefined) {
    const names = ownKeys(use.properties);
    return (block) => new ComponentNode(block, node, use, names);
  }
  const anchor = info.anchor;
  if (anchor === undefined) return undefined;
  switch (anchor.kind) {
    case 'if':
      return (block) => new IfAnchor(block, node, anchor);
    case 'for':
      return (block) => new ForAnchor(block, node, anchor);
    case 'template':
      return (block) => new TemplateAnchor(block, node, anchor);
    case 'slot':
      return (block) => new SlotAnchor(block, node, anchor);
    case 'content':
      return (block) => createContentAnchor(block, node, anchor);
  }
}

/** Values that `change:` functions hear of, and those functions. */
function indicesOf(changes: NonNullable<NodeInfo['changes']>): number[] {
  return changes
    .flatMap(({ value, handler }) => [value, handler])
    .flatMap((bound) => ('at' in bound ? [bound.at] : []));
}

/** Values that a child takes itself: component properties, slot names, and what slots hand over. */
function localsOf({ anchor, component }: NodeInfo): number[] {
  const taken: (Bound | undefined)[] = [];
  if (anchor?.kind === 'slot') taken.push(anchor.name, ...boundsOf(anchor.values));
  if (anchor?.kind === 'content') taken.push(anchor.slot);
  if (component !== undefined) {
    taken.push(...boundsOf(component.properties), ...component.contents.map(({ slot }) => slot));
  }
  return taken.flatMap((bound) => (bound !== undefined && 'at' in bound ? [bound.at] : []));
}

function boundsOf(named: Readonly<Record<string, Bound>> | undefined): (Bound | undefined)[] {
  return named === undefined ? [] : ownKeys(named).map((name) => named[name]);
}
