/** What a name in an expression stands for. */
export type Meaning =
  | { readonly kind: 'data' }
  | { readonly kind: 'module' }
  | { readonly kind: 'item'; readonly row: number }
  | { readonly kind: 'index'; readonly row: number };

interface RowNames {
  readonly item: string;
  readonly index: string;
}

/** The names visible at one place of a template: rows of enclosing `wx:for` from the inside out, then WXS modules, then data. */
export class Scope {
  readonly #rows: readonly RowNames[];
  readonly #modules: ReadonlySet<string>;

  constructor(modules: ReadonlySet<string>, rows: readonly RowNames[] = []) {
    this.#modules = modules;
    this.#rows = rows;
  }

  /** The scope inside a `wx:for` at this place. */
  row(item: string, index: string): Scope {
    return new Scope(this.#modules, [{ item, index }, ...this.#rows]);
  }

  resolve(name: string): Meaning {
    for (const [row, names] of this.#rows.entries()) {
      if (names.item === name) return { kind: 'item', row };
      if (names.index === name) return { kind: 'index', row };
    }
    return { kind: this.#modules.has(name) ? 'module' : 'data' };
  }
}
