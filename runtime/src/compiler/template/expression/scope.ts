/** What a name in an expression stands for. */
export type Meaning =
  | { readonly kind: 'data' }
  | { readonly kind: 'module' }
  | { readonly kind: 'item'; readonly row: number }
  | { readonly kind: 'index'; readonly row: number }
  /** What a slot hands to its content: a member of that row's item. */
  | { readonly kind: 'slot-value'; readonly row: number; readonly member: string };

type Frame =
  | { readonly kind: 'row'; readonly item: string; readonly index: string }
  /** The row of a component's slot content. It names nothing; elements of the content do, by `slot:name`. */
  | { readonly kind: 'content' }
  /** Name → the value of the slot it stands for. */
  | { readonly kind: 'names'; readonly names: ReadonlyMap<string, string> };

/** The names visible at one place of a template: rows of enclosing `wx:for` from the inside out, then WXS modules, then data. */
export class Scope {
  readonly #frames: readonly Frame[];
  readonly #modules: ReadonlySet<string>;

  constructor(modules: ReadonlySet<string>, frames: readonly Frame[] = []) {
    this.#modules = modules;
    this.#frames = frames;
  }

  /** The scope inside a `wx:for` at this place. */
  row(item: string, index: string): Scope {
    return new Scope(this.#modules, [{ kind: 'row', item, index }, ...this.#frames]);
  }

  /** The scope of what a component here is given, if that reads values of its slots. */
  content(): Scope {
    return new Scope(this.#modules, [{ kind: 'content' }, ...this.#frames]);
  }

  /** The scope with names for values of the slot that the content around goes to; undefined outside such content. */
  slotValues(names: ReadonlyMap<string, string>): Scope | undefined {
    if (this.#rowsUntilContent(0) === undefined) return undefined;
    return new Scope(this.#modules, [{ kind: 'names', names }, ...this.#frames]);
  }

  resolve(name: string): Meaning {
    let row = 0;
    for (const [at, frame] of this.#frames.entries()) {
      if (frame.kind === 'names') {
        const member = frame.names.get(name);
        if (member !== undefined) return { kind: 'slot-value', row: row + (this.#rowsUntilContent(at) ?? 0), member };
        continue;
      }
      if (frame.kind === 'row') {
        if (frame.item === name) return { kind: 'item', row };
        if (frame.index === name) return { kind: 'index', row };
      }
      row += 1;
    }
    return { kind: this.#modules.has(name) ? 'module' : 'data' };
  }

  /** Rows between a frame and the content it belongs to. */
  #rowsUntilContent(from: number): number | undefined {
    let rows = 0;
    for (const frame of this.#frames.slice(from)) {
      if (frame.kind === 'content') return rows;
      if (frame.kind === 'row') rows += 1;
    }
    return undefined;
  }
}
