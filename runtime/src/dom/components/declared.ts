import type { BuiltIn } from './component.ts';

/** What one component says it honours and raises, as the compatibility table counts it. */
export interface Declared {
  readonly attributes: ReadonlySet<string>;
  /** Those, and what it only passes on. */
  readonly readable: ReadonlySet<string>;
  readonly events: ReadonlySet<string>;
}

const known = new WeakMap<BuiltIn, Declared>();

/**
 * All attributes and events of a component's record. The live part can use no others, so the record, and with it
 * `canIUse` and docs/compatibility.md, cannot fall behind what the component does.
 */
export function declaredBy(component: BuiltIn): Declared {
  const found = known.get(component);
  if (found) return found;
  const { reflected = [], flags = [], attributes = [], reads = [], passedOn = [], events = [] } = component;
  const honoured = [...reflected, ...flags, ...attributes, ...reads];
  const declared = {
    attributes: new Set(honoured),
    readable: new Set([...honoured, ...passedOn]),
    events: new Set(events),
  };
  known.set(component, declared);
  return declared;
}
