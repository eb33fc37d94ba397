import type { Json } from './json.ts';

/**
 * What the compiler generates for the guest. One `TemplateUnit` per WXML file, passed to `defineTemplate`
 * by the logic file. The visible half of the same block is its `Skeleton`, number `firstSkeleton + index`.
 *
 * Every block has one list of values. The first `holes` of them are the skeleton's holes and travel to the
 * view; the rest are *locals* the view never sees: dataset values, component properties, dynamic handler
 * names, slot names, `wx:key` aside. A `Bound` names a static value or one entry of that list; a hole can be
 * one too (`id` and `class` are drawn and asked for).
 *
 * Records keyed by names the author chose (`members`, `dataset`, `marks`, `properties`, `generics`, `models`,
 * `templates`, a slot's `values`) have no prototype: looking a name up finds an entry or undefined, whatever the name is.
 */
export type Bound = { readonly value: Json } | { readonly at: number };

/** The `wx:for` row being evaluated. `up` is the enclosing row of the same data environment. */
export interface Row {
  item: unknown;
  index: number | string;
  up: Row | undefined;
}

/** Data of the component (or the `data` of the `<template is>` call). */
export type Data = Record<string, unknown>;
/** WXS modules of the WXML file by module name. */
export type Modules = Record<string, unknown>;
/** Generated; straight-line; never throws on missing members (optional chaining throughout). */
export type Expression<T = unknown> = (data: Data, row: Row | undefined, modules: Modules) => T;

/**
 * Which values and children depend on which paths. The key of `members` is a static member name (`list[0]` has
 * the key `0`); an entry applies when the marked path is at, above or below it, and is not repeated below a
 * place where it already stands. `values` are indices into the value list, `children` node numbers of anchors
 * and components to update.
 *
 * An expression reads a path as a whole where its members are not static: `a[b]` reads all of `a` and of `b`,
 * `a.f(b)` all of `a` and of `b`, `a.length` all of `a` (a longer list has one more member, not another
 * `length`). Names of WXS modules read nothing. Paths end after 16 members; the rest is read as a whole.
 * Whoever marks must therefore mark a container, not its member, when the container itself was replaced
 * (`setData({'a.b': 1})` while `a` was no object marks `a`).
 */
export interface Reads {
  readonly values?: readonly number[];
  readonly children?: readonly number[];
  readonly members?: Readonly<Record<string, Reads>>;
}

/**
 * What a block and everything nested in it reads, by root. `rows[0]` is the innermost `wx:for` around the
 * block's nodes (for the block of a `for` anchor: that anchor's own row). Nested means: branches of `if`
 * anchors, slot contents (same rows as the block itself; one more where they take values) and rows of `for`
 * anchors, seen from outside: their `rows[k + 1]` is this block's `rows[k]`, and what they read of their own row is not listed here; the list
 * the row comes from is. A `<template is>` has an environment of its own: listed is what its name and data
 * read. An absent entry reads nothing.
 */
export interface Dependencies {
  readonly data?: Reads;
  readonly rows?: readonly { readonly item?: Reads; readonly index?: Reads }[];
}

/** A static path into an environment: `row` undefined means data, else the number of rows outwards. */
export interface StaticPath {
  readonly row?: number;
  readonly members: readonly string[];
}

export interface EventBinding {
  /** As listened to: built-in events in lower case (`tap`), events of custom components as written. */
  readonly type: string;
  readonly capture?: true;
  readonly mode: 'bind' | 'catch' | 'mut';
  /** Method name; an empty or unknown name does nothing (WeChat warns). Or a function of a WXS module. */
  readonly handler: Bound;
}

/** What the guest must know of a node beyond its skeleton. Nodes that need nothing are absent. */
export interface NodeInfo {
  readonly id?: Bound;
  /**
   * Of components, and of elements in which a component can come to lie: selectors ask for no others. Of all
   * elements where WXS functions handle events or changes: those select elements, too.
   */
  readonly class?: Bound;
  /** `data-*` under its dataset name (camel-cased as WeChat does). */
  readonly dataset?: Readonly<Record<string, Bound>>;
  readonly marks?: Readonly<Record<string, Bound>>;
  readonly events?: readonly EventBinding[];
  /** `change:prop="{{wxs.fn}}"`: functions of WXS modules that hear of an attribute's values, which are listed again here. */
  readonly changes?: readonly { readonly value: Bound; readonly handler: Bound }[];
  /** Only on component nodes. */
  readonly component?: ComponentUse;
  /** Only on anchors. */
  readonly anchor?: Anchor;
  /**
   * `model:value="{{path}}"` and kin: attribute (property, on components) → path to write back when the node
   * reports a new value (`input`, `change`, `scroll`; a property changed from inside). The binding itself is an
   * ordinary hole or property, and the element's skeleton listens to the event.
   */
  readonly models?: Readonly<Record<string, StaticPath>>;
}

export interface ComponentUse {
  /** Tag as written; resolved by the owner's `usingComponents` at run time. */
  readonly tag: string;
  /** Where it is written, for warnings: a line of the unit's file, or `file:line` in an included one. */
  readonly at: number | string;
  /** Property name or external class (camel-cased) → value; an attribute without value is true. */
  readonly properties: Readonly<Record<string, Bound>>;
  /** `generic:name="tag"`: abstract tag inside the component → tag as the user's template means it. */
  readonly generics?: Readonly<Record<string, string>>;
  /** Slot content, in the order it is written. */
  readonly contents: readonly ContentUse[];
  /**
   * What slots hand to their content is read in `contents`: these have one more row around them, whose item holds
   * the slot's values by name.
   */
  readonly takesValues?: true;
}

/** A run of a component's children. */
export interface ContentUse {
  /**
   * The slot that all of it goes to. Absent for a *carrier*, of which different parts go to different slots: a
   * carrier is never drawn; it holds anchors only, and those of kind `content` in it say what goes where.
   */
  readonly slot?: Bound;
  readonly block: number;
}

export type Anchor =
  | {
      /** The first branch whose test holds; a branch without test is `wx:else`. */
      readonly kind: 'if';
      readonly branches: readonly { readonly test?: Expression; readonly block: number }[];
    }
  | {
      readonly kind: 'for';
      readonly list: Expression;
      /** Where the list comes from when that is a static path: lets `setData('list[3].x')` go straight to row 3. */
      readonly path?: StaticPath;
      /** What a list without such a path is computed from; absent, it may come from anything. */
      readonly reads?: readonly StaticPath[];
      /** `wx:key`: a member of the item, `*this`, or absent. */
      readonly key?: string;
      readonly block: number;
    }
  | {
      readonly kind: 'template';
      /** Where it is written, as in `ComponentUse`. */
      readonly at: number | string;
      /** Template name; looked up in this unit, then in its imports. */
      readonly name: Expression<string>;
      readonly data: Expression<Data>;
      /** How the callee's data keys follow from the caller's paths, so that marks pass through. Constant keys are not listed. */
      readonly inputs: readonly TemplateInput[];
    }
  | {
      readonly kind: 'slot';
      readonly name: Bound;
      /** What a component with `dynamicSlots` hands to the content, by camel-cased name. */
      readonly values?: Readonly<Record<string, Bound>>;
    }
  /** Only in carriers: a part of slot content. */
  | { readonly kind: 'content'; readonly slot: Bound; readonly block: number };

export type TemplateInput =
  /** `key` is exactly the value at `path`. */
  | { readonly key: string; readonly path: StaticPath }
  /** Every member of the value at `path` (`...path`). */
  | { readonly spread: StaticPath }
  /**
   * `key` (or, without key, everything) is computed: a mark at one of `reads` replaces it, or, where they cannot all
   * be said as paths, any mark on the anchor.
   */
  | { readonly key?: string; readonly reads?: readonly StaticPath[] };

export interface BlockType {
  /** How many of the values are holes of the skeleton. */
  readonly holes: number;
  /**
   * All values at once, for creation and for replaced environments. Given those from before, it may return that very
   * list when each is still what it was.
   */
  readonly values: (data: Data, row: Row | undefined, modules: Modules, previous?: unknown[]) => unknown[];
  /** One value at a time, for selective updates. Same order as `values`. */
  readonly value: readonly Expression[];
  /** Own values and children only; `children` lists anchors whose own tests or whose nested blocks read the path. */
  readonly reads: Dependencies;
  /** Parent node of each node; -1 for a root of the block. Indexed by node number, same numbering as the skeleton. */
  readonly parents: readonly number[];
  readonly nodes: Readonly<Record<number, NodeInfo>>;
}

export interface TemplateUnit {
  /** WXML file inside the package, for example `pages/index/index.wxml`. */
  readonly file: string;
  readonly firstSkeleton: number;
  /** Block 0 is the file's own content. */
  readonly blocks: readonly BlockType[];
  /** `<template name>` → block. */
  readonly templates: Readonly<Record<string, number>>;
  /** `<import>` targets, in order; a later one wins over an earlier one, own templates over both. */
  readonly imports: readonly string[];
  /**
   * Loads the file's WXS modules by the names `defineWxs` gave them (inline ones are called
   * `pages/a/a.wxml#module.wxs`); called once, on first use.
   */
  readonly modules: (requireWxs: (file: string) => unknown) => Modules;
}

/**
 * Names the logic file may use beside the standard guest globals. They stay, because subpackages load later.
 *
 * - `defineModule(file, function (require, module, exports) {…})`
 * - `defineWxs(file, function (require, module, exports) {…})` with `getDate`, `getRegExp` as WXS globals
 * - `defineTemplate(unit)`
 */
export const definers = ['defineModule', 'defineWxs', 'defineTemplate'] as const;
