import type { Json, ScopeTraits } from '../protocol/index.ts';
import { textOf } from '../view/index.ts';

/** Writes class names as the compiled sheets of a style scope spell them. */
export interface ClassNames {
  /** Declares scope `scope`. Scope 0, the page, needs no declaring. */
  declare(scope: number, style: ScopeStyle): void;
  /**
   * A `class` value in `scope`: prefixed in components, and plain as well where page styles reach in. An external
   * class becomes what the component's user wrote for it, in the user's scope; `~name` is the page's and `^name`
   * the user's.
   */
  of(scope: number, value: Json | undefined): string;
  /** Attribute of every element in the scope, where its sheet selects by tag alone. */
  mark(scope: number): string | undefined;
  /** True when components of this scope have no host element. */
  isVirtual(scope: number): boolean;
  /** True when forms see the fields in components of this scope. */
  showsFields(scope: number): boolean;
  /** Class of a component's host element, for `:host`. */
  host(scope: number): string | undefined;
}

/** How a scope spells its classes. */
export interface ScopeStyle {
  /** Absent for a component without a sheet: its classes mean nothing to anyone else's. */
  readonly prefix: string | undefined;
  readonly shared: boolean;
  /** Its sheet selects by tag alone. */
  readonly marked?: boolean | undefined;
  readonly traits: ScopeTraits;
}

interface Scope extends ScopeStyle {
  readonly classes: ReadonlyMap<string, string>;
  readonly cache: Map<string, string>;
}

const cacheLimit = 4_000;
/** Stands where a component has no sheet, and with it no prefix; those of the compiler begin with `c`. */
const noPrefix = 'x';

export function createClassNames(): ClassNames {
  const scopes = new Map<number, Scope>();

  const add = (into: Set<string>, text: string, one: Scope | undefined): void => {
    for (const name of text.split(/\s+/)) {
      if (name === '') continue;
      const given = one?.classes.get(name);
      const outer = one?.traits.outer ?? 0;
      if (one === undefined) into.add(name);
      else if (given !== undefined) for (const outside of of(outer, given).split(' ')) into.add(outside);
      else if (name.startsWith('~')) into.add(name.slice(1));
      else if (name.startsWith('^')) for (const outside of of(outer, name.slice(1)).split(' ')) into.add(outside);
      else {
        into.add(`${one.prefix ?? noPrefix}--${name}`);
        if (one.shared) into.add(name);
      }
    }
    into.delete('');
  };

  const of = (scope: number, value: Json | undefined): string => {
    const text = textOf(value);
    const own = scopes.get(scope);
    if (!own || text === '') return text;
    const before = own.cache.get(text);
    if (before !== undefined) return before;
    const names = new Set<string>();
    add(names, text, own);
    const result = [...names].join(' ');
    if (own.cache.size >= cacheLimit) own.cache.clear();
    own.cache.set(text, result);
    return result;
  };

  return {
    declare(scope, style) {
      if (scope === 0) return;
      scopes.set(scope, { ...style, classes: new Map(Object.entries(style.traits.classes ?? {})), cache: new Map() });
    },
    of,
    mark(scope) {
      const own = scopes.get(scope);
      return own?.marked && own.prefix ? `in-${own.prefix}` : undefined;
    },
    isVirtual: (scope) => scopes.get(scope)?.traits.virtual === true,
    showsFields: (scope) => scopes.get(scope)?.traits.fields === true,
    host(scope) {
      const own = scopes.get(scope);
      return own?.prefix && `${own.prefix}-host`;
    },
  };
}

/**
 * Classes an element carries beside the program's own: the host class of a component, a pressed look. They
 * survive when the program writes `class`.
 */
export interface ExtraClasses {
  add(element: Element, names: string): void;
  remove(element: Element, names: string): void;
  /** Writes the program's class text, keeping the extra ones. */
  write(element: Element, text: string): void;
}

export function createExtraClasses(): ExtraClasses {
  const extras = new WeakMap<Element, Set<string>>();
  return {
    add(element, names) {
      const set = extras.get(element) ?? new Set();
      extras.set(element, set);
      for (const name of names.split(/\s+/)) {
        if (name === '' || element.classList.contains(name)) continue;
        set.add(name);
        element.classList.add(name);
      }
    },
    remove(element, names) {
      const set = extras.get(element);
      for (const name of names.split(/\s+/)) {
        if (set?.delete(name)) element.classList.remove(name);
      }
    },
    write(element, text) {
      const set = extras.get(element);
      element.className = set && set.size > 0 ? `${text} ${[...set].join(' ')}` : text;
    },
  };
}
