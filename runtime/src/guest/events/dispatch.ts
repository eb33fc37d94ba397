import type { EventBinding } from '../../protocol/templates.ts';
import { boundValue } from '../blocks/block.ts';
import type { Owner } from '../blocks/types.ts';
import { isFunction } from '../intrinsics.ts';
import type { Reporter } from '../reporter.ts';
import { describeNode, describeOwner } from '../wxs/node-descriptor.ts';
import { createEventObject, type Entry, type EventFacts, enterTemplate } from './event-object.ts';
import type { PathNode } from './event-path.ts';

export interface Flight {
  readonly path: readonly PathNode[];
  /**
   * The path from a node whose handlers have run, and from the target once the capture phase is over: an event of a
   * component ends where a handler cut the tree. Absent: as it was at first, for what the view raises, whose path is
   * known before any handler runs.
   */
  readonly pathFrom?: (node: PathNode) => readonly PathNode[];
  readonly facts: EventFacts;
  /** Goes on from its target outwards. */
  readonly bubbles: boolean;
  /** First passes from the outside in. */
  readonly captures: boolean;
  /** Gets what a method returned that handled the event. */
  readonly answered?: ((value: unknown) => void) | undefined;
}

interface Phase {
  capture: boolean;
  /** How the event came into each template, noted once per phase: what handlers change later is not in it. */
  readonly entries: Map<Owner, Entry>;
  /** A `mut-bind` has run. */
  mutated: boolean;
}

/** Runs the handlers an event meets: capture from the outside in, then from the target out until one catches it. */
export function dispatchEvent(reporter: Reporter, flight: Flight): void {
  let { path } = flight;
  const phase: Phase = { capture: true, entries: new Map(), mutated: false };
  if (flight.captures) {
    for (const node of path) enter(phase, node);
    for (let at = path.length - 1; at >= 0; at -= 1) {
      const node = path[at];
      if (node !== undefined && runHandlers(reporter, flight, node, phase)) return;
    }
  }
  phase.capture = false;
  phase.entries.clear();
  const [first] = path;
  if (flight.captures && flight.pathFrom !== undefined && first !== undefined) path = flight.pathFrom(first);
  for (let at = 0; at < path.length; at += 1) {
    const node = path[at];
    if (node === undefined) continue;
    enter(phase, node);
    if (runHandlers(reporter, flight, node, phase) || !flight.bubbles) return;
    if (flight.pathFrom === undefined || node.block.plan.type.nodes[node.node]?.events === undefined) continue;
    path = flight.pathFrom(node);
    at = 0;
  }
}

function enter({ entries }: Phase, node: PathNode): Entry {
  const { owner } = node.block.environment;
  let entry = entries.get(owner);
  if (entry === undefined) {
    entry = enterTemplate(node);
    entries.set(owner, entry);
  }
  return entry;
}

/** Runs what one node listens to in one phase. True when it catches the event. */
function runHandlers(reporter: Reporter, flight: Flight, current: PathNode, phase: Phase): boolean {
  const bindings = current.block.plan.type.nodes[current.node]?.events;
  if (bindings === undefined) return false;
  const { type } = flight.facts;
  const skipsMutual = phase.mutated;
  let caught = false;
  for (let at = 0; at < bindings.length; at += 1) {
    const binding = bindings[at];
    if (binding === undefined || binding.type !== type || (binding.capture === true) !== phase.capture) continue;
    // A handler named by data and named '' is none: `catchtap="{{open ? 'close' : ''}}"` lets the event pass.
    if ('at' in binding.handler && isNothing(boundValue(current.block, binding.handler))) continue;
    if (binding.mode === 'catch') caught = true;
    if (binding.mode === 'mut') {
      if (skipsMutual) continue;
      phase.mutated = true;
    }
    // A function of a WXS module ends the event by answering false.
    if (runHandler(reporter, flight, current, binding, phase) === false) caught = true;
  }
  return caught;
}

function isNothing(name: unknown): boolean {
  return name === undefined || name === null || name === '' || name === false;
}

function runHandler(
  reporter: Reporter,
  flight: Flight,
  current: PathNode,
  binding: EventBinding,
  phase: Phase,
): unknown {
  const owner = current.block.environment.owner;
  const name = boundValue(current.block, binding.handler);
  // `catchtap=""` only stops the event.
  if (name === undefined || name === null || name === '' || name === true) return undefined;
  if (isFunction(name)) {
    const event = createEventObject(flight.facts, enter(phase, current), current);
    event.instance = describeNode(current.block, current.node);
    return reporter.guard(name, undefined, [event, describeOwner(owner)], 'a WXS function', owner.path);
  }
  const method = typeof name === 'string' && name in owner.instance ? methodOf(owner, name) : undefined;
  if (method === undefined) {
    warnMissing(reporter, current, binding, String(name));
    return undefined;
  }
  const event = createEventObject(flight.facts, enter(phase, current), current);
  const answer = reporter.guard(method, owner.instance, [event], String(name), owner.path);
  flight.answered?.(answer);
  return undefined;
}

function methodOf(owner: Owner, name: string): ((...values: unknown[]) => unknown) | undefined {
  const method: unknown = Reflect.get(owner.instance, name);
  return isFunction(method) ? method : undefined;
}

function warnMissing(reporter: Reporter, { block, node }: PathNode, binding: EventBinding, name: string): void {
  const { owner, page } = block.environment;
  const info = block.plan.type.nodes[node];
  const id = info?.id === undefined ? '' : ` with id "${String(boundValue(block, info.id))}"`;
  const tag = info?.component === undefined ? `node ${node}` : `<${info.component.tag}>`;
  reporter.warn(
    'HANDLER',
    `${owner.path} has no method "${name}", which ${tag}${id} in ${block.plan.unit.file} names for "${binding.type}". Add it, or take the attribute out`,
    page.page,
  );
}
