import type { ComponentState } from './component-state.ts';

const states = new WeakMap<object, ComponentState>();

/** Remembers which state stands behind an object that program code holds. */
export function registerInstance(instance: object, state: ComponentState): void {
  states.set(instance, state);
}

/** The state behind a page or component instance; undefined for anything else. */
export function stateOf(instance: unknown): ComponentState | undefined {
  return typeof instance === 'object' && instance !== null ? states.get(instance) : undefined;
}
