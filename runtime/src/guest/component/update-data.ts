import { boundPath } from '../blocks/bound-path.ts';
import { copyData } from '../data/copy.ts';
import type { DataPath } from '../data/path.ts';
import { readPath, writePath } from '../data/write.ts';
import { isFunction } from '../intrinsics.ts';
import type { ComponentState } from './component-state.ts';
import { stateOf } from './instance-registry.ts';
import { observes } from './observers.ts';
import { convertProperty, type Property } from './property.ts';
import { measureUpdate } from './update-figures.ts';

/** One assignment: `value` is the component's to keep. */
export interface DataChange {
  readonly path: DataPath;
  readonly value: unknown;
  /** It was the value there before it was copied: the template has to look at it, a property's observer has not. */
  readonly unchanged?: boolean;
}

interface PropertyChange {
  readonly property: Property;
  readonly value: unknown;
  readonly old: unknown;
  /** It came from the owner's template, which knows already. */
  readonly fromOwner: boolean;
}

/** Gathers while `observers` run, which may set data again. */
export interface UpdatePass {
  readonly properties: PropertyChange[];
  /** Observers that have to run, by place in the definition. */
  readonly due: boolean[];
  changes: number;
  /** Another round would be one too many: who sets data now is told so. */
  isLast?: boolean;
  /** A pass of an earlier turn was cut off and counts no more. */
  readonly turn: number;
}

const roundLimit = 100;

/**
 * Applies changes in the order the platform has: data first, then `observers` until they are quiet, then the
 * template, then `observer` functions of properties. What observers set is part of the same update.
 */
export function updateData(state: ComponentState, changes: readonly DataChange[], fromOwner: boolean): void {
  const turn = state.surroundings.turn();
  const outer = state.pass?.turn === turn ? state.pass : undefined;
  const pass: UpdatePass = outer ?? { properties: [], due: [], changes: 0, turn };
  for (let at = 0; at < changes.length; at += 1) {
    const change = changes[at];
    if (change !== undefined) applyChange(state, change, fromOwner, pass);
  }
  if (outer !== undefined) {
    if (outer.isLast === true) warnEndless(state);
    return;
  }
  const measured = state.updateListener && measureUpdate(state, state.updateListener, changes);
  if (state.definition.observers.length > 0) runObservers(state, pass);
  state.render();
  for (let at = 0; at < pass.properties.length; at += 1) {
    const change = pass.properties[at];
    if (change !== undefined) tellProperty(state, change);
  }
  measured?.();
}

function applyChange(state: ComponentState, change: DataChange, fromOwner: boolean, pass: UpdatePass): void {
  const { path, value, unchanged = false } = change;
  const { definition, data } = state;
  const name = String(path[0]);
  const marks = definition.pureData?.test(name) === true ? undefined : state.marks;
  const property = definition.properties.get(name);
  if (property === undefined) writePath(data, path, value, marks);
  else if (path.length > 1) {
    writePath(data, path, value, marks);
    // As the platform has it: a change inside comes without an old value.
    pass.properties.push({ property, value, old: undefined, fromOwner });
  } else {
    const old = data[name];
    const misfit = (expected: string, given: string): void => {
      state.surroundings.reporter.warn(
        'PROPERTY_TYPE',
        `${state.path}: property "${name}" expects ${expected} and got ${given}${fromOwner && state.host ? `, at ${state.host.place}` : ''}`,
      );
    };
    const failed = (error: unknown): void =>
      state.surroundings.reporter.failed(`default of "${name}" of ${state.path}`, error);
    const converted = convertProperty(property, value, misfit, failed);
    // What the owner hands on unchanged is no change for the template.
    writePath(data, path, converted, fromOwner && old === converted ? undefined : marks);
    if (old !== converted && !unchanged) pass.properties.push({ property, value: converted, old, fromOwner });
  }
  pass.changes += 1;
  const observers = definition.observers;
  for (let at = 0; at < observers.length; at += 1) {
    const observer = observers[at];
    if (observer !== undefined && pass.due[at] !== true && observes(observer, path)) pass.due[at] = true;
  }
}

function runObservers(state: ComponentState, pass: UpdatePass): void {
  const { observers } = state.definition;
  const { reporter } = state.surroundings;
  state.pass = pass;
  let seen = -1;
  for (let round = 0; seen !== pass.changes; round += 1) {
    if (round === roundLimit) {
      warnEndless(state);
      break;
    }
    pass.isLast = round === roundLimit - 1;
    seen = pass.changes;
    for (let at = 0; at < observers.length; at += 1) {
      const observer = observers[at];
      if (observer === undefined || pass.due[at] !== true) continue;
      pass.due[at] = false;
      const values = observer.paths.map(({ path }) => readPath(state.data, path));
      reporter.guard(observer.run, state.instance, values, `observer '${observer.key}'`, state.path);
    }
  }
  state.pass = undefined;
}

/** Told once; from within an observer, so that it carries the line that goes on and on. */
function warnEndless({ path, surroundings }: ComponentState): void {
  surroundings.reporter.warn('ENDLESS_UPDATE', `${path}: observers set each other off without end; they were stopped`);
}

function tellProperty(state: ComponentState, { property, value, old, fromOwner }: PropertyChange): void {
  if (!fromOwner) writeBack(state, property.name, value);
  const { observer, name } = property;
  const run = typeof observer === 'string' ? state.instance[observer] : observer;
  if (!isFunction(run)) return;
  state.surroundings.reporter.guard(run, state.instance, [value, old, [name]], `observer of "${name}"`, state.path);
}

/** `model:name="{{path}}"` on a component: what the component sets itself reaches the place it is bound to. */
function writeBack(state: ComponentState, name: string, value: unknown): void {
  const host = state.host;
  // What it sets while it is being made comes before what it is given.
  if (host?.listens === false) return;
  const target = host?.block.plan.type.nodes[host.node]?.models?.[name];
  if (host === undefined || target === undefined) return;
  const path = boundPath(host.block, target);
  const owner = stateOf(host.block.environment.owner.instance);
  if (path !== undefined && owner !== undefined) updateData(owner, [{ path, value: copyData(value) }], false);
}
