import type { Json, StaticPath } from '../../../protocol/index.ts';
import { type Path, pathKey } from '../expression/paths.ts';

/** JavaScript text, as opposed to data to be printed as a literal. */
export class Code {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** The function every expression of a unit is, with as many of its parameters (data, row, modules) as it may use. */
  static expression(body: string): Code {
    if (/\bm[.[]/.test(body)) return new Code(`(d,r,m)=>${body}`);
    if (/\br\./.test(body)) return new Code(`(d,r)=>${body}`);
    return new Code(/\bd\b/.test(body) ? `d=>${body}` : `()=>${body}`);
  }
}

/** One entry of a block's value list. Its number is known once all holes and locals are. */
export interface ValueSlot {
  readonly code: string;
  readonly reads: readonly Path[];
  at: number;
}

export type DraftBound = { readonly value: Json } | { readonly slot: ValueSlot };

export interface DraftEvent {
  readonly type: string;
  readonly capture: boolean;
  readonly mode: 'bind' | 'catch' | 'mut';
  readonly handler: DraftBound;
}

export interface DraftComponent {
  readonly tag: string;
  readonly at: number | string;
  readonly properties: Map<string, DraftBound>;
  readonly generics: Map<string, string>;
  readonly contents: { readonly slot: DraftBound | undefined; readonly block: number }[];
  takesValues: boolean;
}

/** `NodeInfo` while its block is being made. Maps are keyed by names the author chose. */
export interface DraftInfo {
  id?: DraftBound;
  class?: DraftBound;
  dataset?: Map<string, DraftBound>;
  marks?: Map<string, DraftBound>;
  events?: DraftEvent[];
  changes?: { readonly value: DraftBound; readonly handler: DraftBound }[];
  component?: DraftComponent;
  anchor?: DraftAnchor;
  models?: Map<string, StaticPath>;
}

/** `TemplateInput`: how a template's data keys follow from the caller's paths. */
export type DraftInput =
  | { readonly key: string; readonly path: StaticPath }
  | { readonly spread: StaticPath }
  | { readonly key?: string; readonly reads: readonly StaticPath[] | undefined };

export type DraftAnchor =
  | { readonly kind: 'if'; readonly branches: readonly { readonly test?: Code; readonly block: number }[] }
  | {
      readonly kind: 'for';
      readonly list: Code;
      readonly path: StaticPath | undefined;
      readonly reads: readonly StaticPath[] | undefined;
      readonly key: string | undefined;
      readonly block: number;
    }
  | {
      readonly kind: 'template';
      readonly at: number | string;
      readonly name: Code;
      readonly data: Code;
      readonly inputs: readonly DraftInput[];
    }
  | { readonly kind: 'slot'; readonly name: DraftBound; readonly values: ReadonlyMap<string, DraftBound> }
  | { readonly kind: 'content'; readonly slot: DraftBound; readonly block: number };

/** What a node's nested blocks, tests and lists read. */
export interface ChildReads {
  readonly node: number;
  readonly reads: readonly Path[];
}

/** A block being made: nodes numbered in document order, values in order of appearance, holes first. */
export class BlockDraft {
  readonly parents: number[] = [];
  readonly infos = new Map<number, DraftInfo>();
  readonly holes: ValueSlot[] = [];
  readonly locals: ValueSlot[] = [];
  readonly childReads: ChildReads[] = [];

  /** Adds a node; call before adding its children. */
  node(parent: number): number {
    this.parents.push(parent);
    return this.parents.length - 1;
  }

  info(node: number): DraftInfo {
    let info = this.infos.get(node);
    if (info === undefined) {
      info = {};
      this.infos.set(node, info);
    }
    return info;
  }

  /** Dataset or marks of a node, by name. */
  names(node: number, kind: 'dataset' | 'marks'): Map<string, DraftBound> {
    const info = this.info(node);
    const names = info[kind] ?? new Map<string, DraftBound>();
    info[kind] = names;
    return names;
  }

  /** Adds a value that the view draws. */
  hole(code: string, reads: readonly Path[]): ValueSlot {
    const slot = { code, reads, at: this.holes.length };
    this.holes.push(slot);
    return slot;
  }

  /** Adds a value that stays in the guest. */
  local(code: string, reads: readonly Path[]): ValueSlot {
    const slot = { code, reads, at: -1 };
    this.locals.push(slot);
    return slot;
  }

  /** Numbers the locals; all values in order. */
  values(): readonly ValueSlot[] {
    for (const [index, local] of this.locals.entries()) local.at = this.holes.length + index;
    return [...this.holes, ...this.locals];
  }

  /** Everything the block and what is nested in it reads, each path once. */
  reads(): readonly Path[] {
    const found = new Map<string, Path>();
    for (const { reads } of [...this.holes, ...this.locals, ...this.childReads]) {
      for (const path of reads) found.set(pathKey(path), path);
    }
    return [...found.values()];
  }
}
