import type { BlockId } from './ids.ts';
import type { Json } from './json.ts';

/**
 * View operations: the only way a guest changes what is drawn. Tuples led by a number, because a list of
 * 1,000 rows can be as many of them. `view` checks each against the tree it would change and refuses the batch
 * when one does not fit.
 */
export const MOUNT = 0;
export const PATCH = 1;
export const MOVE = 2;
export const UNMOUNT = 3;
export const SCOPE = 4;
export const RESCOPE = 5;
export const DECORATE = 6;

/**
 * Creates block `id` from skeleton `skeleton`, drawn with style scope `scope`, as a child of the anchor or
 * component node `node` of block `parent`, before sibling block `before` (0 = at the end). `values` fill
 * the skeleton's holes in order. Parent 0 is the page itself; its only node is 0. Each further list of values is
 * one more such block: ids count up, and each stands behind the one before it.
 */
export type Mount = readonly [
  op: typeof MOUNT,
  id: BlockId,
  skeleton: number,
  scope: number,
  parent: BlockId,
  node: number,
  before: BlockId,
  ...values: (readonly Json[])[],
];
/** Writes holes of one block: `hole, value, hole, value, …`. */
export type Patch = readonly [op: typeof PATCH, id: BlockId, ...holesAndValues: Json[]];
/** Moves a block within its anchor, before sibling `before` (0 = to the end). */
export type Move = readonly [op: typeof MOVE, id: BlockId, before: BlockId];
/** Removes a block and everything in it. */
export type Unmount = readonly [op: typeof UNMOUNT, id: BlockId];
/**
 * Declares style scope `scope` of this page before its first use. `component` is the component's path; with
 * `shared`, page and app styles reach it too. Scope 0 is the page itself; it is declared only when `traits` has
 * something to say of it.
 */
export type Scope = readonly [
  op: typeof SCOPE,
  scope: number,
  component: string,
  shared: boolean,
  traits?: ScopeTraits | undefined,
];
/** What few scopes have. */
export interface ScopeTraits {
  /** The component's own sheet reaches the page and every shared component. */
  readonly spreads?: true | undefined;
  /** The component has no host element: what is mounted into its node stands in the node's place. */
  readonly virtual?: true | undefined;
  /** Forms around the component see the fields in it: `wx://form-field-group`. */
  readonly fields?: true | undefined;
  /** Only of scope 0: the app's sheet stays out of this page. */
  readonly withoutApp?: true | undefined;
  /** Scope of the template that uses the component; `classes` are written in it. */
  readonly outer?: number | undefined;
  /** External class → the class names that stand for it. */
  readonly classes?: Readonly<Record<string, string>> | undefined;
}
/** Draws a block in another style scope: the external classes of its component have changed. */
export type Rescope = readonly [op: typeof RESCOPE, id: BlockId, scope: number];
/**
 * What WXS has put over an element's or component's own looks: class names added and taken away, and style text that
 * follows the node's own. It replaces what an earlier one said and stays whatever the node's own attributes become.
 */
export type Decorate = readonly [
  op: typeof DECORATE,
  id: BlockId,
  node: number,
  added: string,
  removed: string,
  style: string,
];

export type Operation = Mount | Patch | Move | Unmount | Scope | Rescope | Decorate;
