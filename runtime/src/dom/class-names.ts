import type { Json } from '../protocol/index.ts';
import { textOf } from '../view/index.ts';

/** Writes class names as the compiled sheets of a style scope spell them. */
export interface ClassNames {
  /** Declares scope `scope`. Scope 0, the page, needs no declaring. */
  declare(scope: number, prefix: string | undefined, shared: boolean): void;
  /** A `class` value in `scope`: prefixed in components, and plain as well where page styles reach in. */
  of(scope: number, value: Json | undefined): string;
  /** Class of a component's host element, for `:host`. */
  host(scope: number): string | undefined;
}

const cacheLimit = 4_000;

export function createClassNames(): ClassNames {
  const scopes = new Map<number, { prefix: string; shared: boolean; cache: Map<string, string> }>();
  return {
    declare(scope, prefix, shared) {
      if (prefix) scopes.set(scope, { prefix, shared, cache: new Map() });
    },
    of(scope, value) {
      const text = textOf(value);
      const own = scopes.get(scope);
      if (!own || text === '') return text;
      const before = own.cache.get(text);
      if (before !== undefined) return before;
      const names = text.split(/\s+/).filter((name) => name !== '');
      const written = names.map((name) => `${own.prefix}--${name}`);
      const result = (own.shared ? [...written, ...names] : written).join(' ');
      if (own.cache.size >= cacheLimit) own.cache.clear();
      own.cache.set(text, result);
      return result;
    },
    host(scope) {
      const own = scopes.get(scope);
      return own && `${own.prefix}-host`;
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
