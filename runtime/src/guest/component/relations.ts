import { ComponentNode } from '../blocks/component-node.ts';
import type { Block } from '../blocks/types.ts';
import type { ComponentState } from './component-state.ts';
import { stateOf } from './instance-registry.ts';
import { counterparts, type Relation } from './relation-definition.ts';

/** A component found at the outer end of a relation, and the relation it declares for this. */
interface Link {
  readonly target: ComponentState;
  readonly relation: Relation;
}

type Happening = 'linked' | 'linkChanged' | 'unlinked';

/** The component joined the tree, left it (`gone`), or moved in it: looks for what its relations lead to. */
export function updateLinks(state: ComponentState, gone: boolean): void {
  if (state.definition.relations.size === 0) return;
  // Parents before ancestors, whatever the order of declaration.
  for (const type of ['parent', 'ancestor'] as const) {
    for (const relation of state.definition.relations.values()) {
      if (relation.type === type) updateLink(state, relation, gone ? undefined : findOuter(state, relation));
    }
  }
}

function updateLink(state: ComponentState, relation: Relation, now: Link | undefined): void {
  const before = state.links.get(relation);
  if (now === undefined) state.links.delete(relation);
  else state.links.set(relation, now);
  const same = before?.target === now?.target && before?.relation === now?.relation;
  if (before !== undefined) tell(state, relation, before, same ? 'linkChanged' : 'unlinked');
  if (now !== undefined && !same) tell(state, relation, now, 'linked');
}

/** Tells the outer side first, as the platform does. */
function tell(state: ComponentState, relation: Relation, link: Link, what: Happening): void {
  const { reporter } = state.surroundings;
  const { target } = link;
  const outer = link.relation[what];
  const inner = relation[what];
  if (outer !== undefined) reporter.guard(outer, target.instance, [state.instance], `relation ${what}`, target.path);
  if (inner !== undefined) reporter.guard(inner, state.instance, [target.instance], `relation ${what}`, state.path);
}

/** The nearest component around, in the same template, that declares the other side of `relation`. */
function findOuter(state: ComponentState, relation: Relation): Link | undefined {
  const wanted = counterparts[relation.type];
  for (let around = componentAround(state); around !== undefined; around = componentAround(around)) {
    if (isMeant(relation, around)) {
      for (const other of around.definition.relations.values()) {
        if (other.type === wanted && isMeant(other, state)) return { target: around, relation: other };
      }
      warnUnanswered(state, relation, around);
    }
    if (relation.type === 'parent') return undefined;
  }
  return undefined;
}

/** The other side names this one, but not in the part it has to play: two that are each other's parent, for example. */
function warnUnanswered(state: ComponentState, relation: Relation, around: ComponentState): void {
  for (const other of around.definition.relations.values()) {
    if (other.type !== relation.type || !isMeant(other, state) || isMeant(relation, state)) continue;
    const { key, type } = relation;
    state.surroundings.reporter.warn(
      'RELATION',
      `${state.path} declares the relation "${key}" of type ${type}, and ${around.path} one of type ${other.type} back: one of them must be ${counterparts[type]}; they are not linked`,
    );
  }
}

function isMeant({ target }: Relation, state: ComponentState): boolean {
  return typeof target === 'string' ? state.path === target : state.definition.behaviors.has(target);
}

/** The innermost component around in the template that uses `state`; elements do not count. */
function componentAround(state: ComponentState): ComponentState | undefined {
  const host = state.host;
  let block: Block | undefined = host?.block;
  let node = host?.node ?? -1;
  const owner = block?.environment.owner;
  while (block !== undefined) {
    const parent: number = block.plan.type.parents[node] ?? -1;
    const holder: Block['holder'] = block.holder;
    if (parent < 0) block = holder.block;
    node = parent < 0 ? holder.node : parent;
    if (block === undefined || block.environment.owner !== owner) return undefined;
    const child = block.children?.[block.plan.placeOfNode[node] ?? -1];
    const found = child instanceof ComponentNode ? stateOf(child.component?.instance) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `getRelationNodes(key)`: the component outwards, or those inwards in document order. */
export function relatedStates(state: ComponentState, key: string): ComponentState[] {
  const relation = state.definition.relations.get(key);
  if (relation === undefined) {
    state.surroundings.reporter.warn('RELATION', `${state.path} declares no relation "${key}"`);
    return [];
  }
  if (relation.type === 'parent' || relation.type === 'ancestor') {
    const link = state.links.get(relation);
    return link === undefined ? [] : [link.target];
  }
  const found: ComponentState[] = [];
  for (const block of state.host?.blocks() ?? []) gather(state, relation, block, found);
  return found;
}

function gather(outer: ComponentState, relation: Relation, block: Block, found: ComponentState[]): void {
  for (const child of block.children ?? []) {
    const state = child instanceof ComponentNode ? stateOf(child.component?.instance) : undefined;
    if (state !== undefined && isLinked(state, outer, relation)) found.push(state);
    // Below another component only descendants are looked for.
    if (state === undefined || relation.type === 'descendant') {
      for (const inner of child.blocks()) gather(outer, relation, inner, found);
    }
  }
}

function isLinked(state: ComponentState, outer: ComponentState, relation: Relation): boolean {
  for (const link of state.links.values()) if (link.target === outer && link.relation === relation) return true;
  return false;
}
