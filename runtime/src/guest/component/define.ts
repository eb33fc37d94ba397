import { isArray, isFunction, isObject } from '../intrinsics.ts';
import type { Reporter } from '../reporter.ts';
import {
  addDefinition,
  addOptions,
  addPageOptions,
  type Definition,
  emptyDefinition,
  type Options,
} from './definition.ts';

/** What `Behavior()` returns: opaque to programs. */
class GuestBehavior {
  readonly definition: Definition;
  /** Its `definitionFilter`, run on whatever uses the behavior. */
  readonly filter: ((...values: unknown[]) => unknown) | undefined;
  readonly filters: readonly unknown[];

  constructor(definition: Definition, filter: unknown, filters: readonly unknown[]) {
    this.definition = definition;
    this.filter = isFunction(filter) ? filter : undefined;
    this.filters = filters;
  }
}

/** `Component`, `Page` and `Behavior` as programs call them, turned into definitions. */
export interface Definer {
  component(options: unknown): Definition;
  page(options: unknown): Definition;
  behavior(options: unknown): object;
}

const formField: Options = { properties: { name: { type: String }, value: { type: null } } };

/** `file` tells which module is being evaluated: paths in definitions are relative to it. */
export function createDefiner(reporter: Reporter, file: () => string, isComponent: (path: string) => boolean): Definer {
  const builtIn = new Map<string, Options>([
    ['wx://form-field', formField],
    ['wx://form-field-group', {}],
    ['wx://form-field-button', {}],
    ['wx://component-export', {}],
  ]);
  const invalid = (message: string): void => reporter.warn('DEFINITION', message);

  /** Merges `options.behaviors` first, so that the definition's own members win. Returns their filters. */
  const addBehaviors = (definition: Definition, options: Options): unknown[] => {
    const filters: unknown[] = [];
    const behaviors = isArray(options.behaviors) ? options.behaviors : [];
    for (const behavior of behaviors) {
      if (behavior instanceof GuestBehavior) {
        if (behavior.filter !== undefined) {
          reporter.guard(behavior.filter, undefined, [options, behavior.filters], 'definitionFilter', 'a behavior');
          filters.push(behavior.filter);
        }
        definition.behaviors.add(behavior);
        addDefinition(definition, behavior.definition);
        continue;
      }
      const known = typeof behavior === 'string' ? builtIn.get(behavior) : undefined;
      if (known === undefined) {
        invalid(
          `a behavior is ${String(behavior)}: it must be what Behavior() returned, or a wx:// name this runtime knows`,
        );
        continue;
      }
      definition.behaviors.add(behavior);
      addOptions(definition, known, '', invalid);
    }
    return filters;
  };
  const checkRelations = ({ relations }: Definition): void => {
    for (const { key, target } of relations.values()) {
      if (typeof target !== 'string' || isComponent(target)) continue;
      reporter.warn(
        'RELATION',
        `relation "${key}" in ${file()} leads to ${target}, which is no component this program uses: nothing will be linked. Check the path`,
      );
    }
  };
  const optionsOf = (given: unknown): Options => (isObject(given) ? given : {});

  return {
    component(given) {
      const options = optionsOf(given);
      const definition = emptyDefinition(false);
      addBehaviors(definition, options);
      addOptions(definition, options, file(), invalid);
      checkRelations(definition);
      return definition;
    },
    page(given) {
      const options = optionsOf(given);
      const definition = emptyDefinition(true);
      addBehaviors(definition, options);
      addPageOptions(definition, options);
      return definition;
    },
    behavior(given) {
      const options = optionsOf(given);
      const definition = emptyDefinition(false);
      const filters = addBehaviors(definition, options);
      addOptions(definition, options, file(), invalid);
      return new GuestBehavior(definition, options.definitionFilter, filters);
    },
  };
}
