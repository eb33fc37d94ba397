import type { GuestComponent } from '../../protocol/messages.ts';
import type { UnitRegistry } from '../blocks/unit-registry.ts';
import { hasOwn } from '../intrinsics.ts';
import type { Modules } from '../modules.ts';
import type { Reporter } from '../reporter.ts';
import type { Blueprint } from './component-state.ts';
import { type Definition, emptyDefinition } from './definition.ts';
import { createPrototype } from './instance-methods.ts';

/** Components and pages by path, each evaluated when it is first needed. */
export interface Catalogue {
  /** What launch brings: every page and component of the program. */
  setComponents(components: Readonly<Record<string, GuestComponent>>): void;
  has(path: string): boolean;
  /** Path of the component that `tag` means in the template of `owner`. */
  resolve(owner: string, tag: string): string | undefined;
  /** What `owner` names to stand in for `tag` while that is not loaded. */
  placeholder(owner: string, tag: string): string | undefined;
  /** True when the part that holds the script and template of `path` is there, or nothing says where they are. */
  isLoaded(path: string): boolean;
  /** Runs the script of `path` on first use. A script that fails or defines nothing gives an empty component. */
  blueprint(path: string): Blueprint;
  /** `Component()` or `Page()` was called: it defines what is being loaded. */
  define(definition: Definition, how: 'Component' | 'Page'): void;
}

export interface CatalogueParts {
  readonly modules: Modules;
  readonly units: UnitRegistry;
  readonly reporter: Reporter;
  /** Prototype below all instances. */
  readonly common: object;
}

export function createCatalogue({ modules, units, reporter, common }: CatalogueParts): Catalogue {
  let components: Readonly<Record<string, GuestComponent>> = {};
  const blueprints = new Map<string, Blueprint>();
  let loading: { readonly path: string; definition: Definition | undefined } | undefined;

  const load = (path: string, entry: GuestComponent | undefined): Definition => {
    const script = entry?.script;
    if (script === undefined) return emptyDefinition(false);
    const outer = loading;
    let failed = false;
    loading = { path, definition: undefined };
    try {
      modules.run(script);
    } catch (error) {
      failed = true;
      reporter.failed(`loading ${script}`, error);
    }
    const { definition } = loading;
    loading = outer;
    if (definition === undefined && !failed) {
      reporter.warn(
        'DEFINITION',
        `${script} calls neither Page() nor Component(): it is shown without data and methods`,
      );
    }
    return definition ?? emptyDefinition(false);
  };

  return {
    setComponents(given) {
      components = given;
    },
    has: (path) => hasOwn(components, path),
    resolve(owner, tag) {
      const used = hasOwn(components, owner) ? components[owner]?.usingComponents : undefined;
      return used !== undefined && hasOwn(used, tag) ? used[tag] : undefined;
    },
    placeholder(owner, tag) {
      const named = hasOwn(components, owner) ? components[owner]?.placeholders : undefined;
      return named !== undefined && hasOwn(named, tag) ? named[tag] : undefined;
    },
    isLoaded(path) {
      const entry = hasOwn(components, path) ? components[path] : undefined;
      if (entry === undefined) return true;
      if (entry.script !== undefined) return modules.has(entry.script);
      return entry.template === undefined || units.get(entry.template) !== undefined;
    },
    blueprint(path) {
      const known = blueprints.get(path);
      if (known !== undefined) return known;
      const entry = hasOwn(components, path) ? components[path] : undefined;
      const definition = load(path, entry);
      const isolation = definition.styleIsolation ?? entry?.styleIsolation;
      const blueprint: Blueprint = {
        path,
        definition,
        prototype: createPrototype(common, definition),
        unit: entry?.template === undefined ? undefined : units.get(entry.template),
        sharesStyles: isolation === 'apply-shared' || isolation === 'shared',
        traits: {
          spreads: isolation === 'shared' || undefined,
          virtual: definition.virtualHost || undefined,
          fields: definition.behaviors.has('wx://form-field-group') || undefined,
          withoutApp: isolation?.startsWith('page-') || undefined,
        },
      };
      blueprints.set(path, blueprint);
      return blueprint;
    },
    define(definition, how) {
      if (loading === undefined) {
        reporter.warn(
          'DEFINITION',
          `${how}() was called while no page or component was being loaded; it has no effect there`,
        );
      } else loading.definition = definition;
    },
  };
}
