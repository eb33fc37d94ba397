import type { BlockId, Json, ScopeTraits, Skeleton } from '../protocol/index.ts';

/** Names one node: block, and the node's number in that block's skeleton. */
export interface NodeRef {
  readonly block: BlockId;
  readonly node: number;
}

/**
 * One mounted block. Owned by the tree: painters read it, only the tree writes it. Siblings of one anchor
 * are a linked list, so that a block in a list of 10,000 is inserted, moved and removed at the same cost.
 */
export interface ViewBlock {
  readonly id: BlockId;
  readonly skeletonIndex: number;
  readonly skeleton: Skeleton;
  /** Style scope; 0 is the page's own. May change. */
  readonly scope: number;
  /** Current values of the skeleton's holes. */
  readonly values: readonly Json[];
  /** Absent for a block mounted into the page itself. */
  readonly parent: ViewBlock | undefined;
  /** Anchor or component node of `parent`; 0 when the parent is the page. */
  readonly node: number;
  readonly next: ViewBlock | undefined;
  readonly previous: ViewBlock | undefined;
  /** What lies over the looks of single nodes; absent until the first. */
  readonly decorations: ReadonlyMap<number, Decoration> | undefined;
  /** Child blocks by anchor or component node, first and last; absent until the first child comes. */
  readonly children: ReadonlyMap<number, BlockList> | undefined;
}

/** See the operation `Decorate`. */
export interface Decoration {
  readonly added: string;
  readonly removed: string;
  readonly style: string;
}

/** The ends of one list of sibling blocks. */
export interface BlockList {
  readonly first: ViewBlock | undefined;
  readonly last: ViewBlock | undefined;
}

/** Draws what the tree tells it. Calls come in the order of the operations, each after the tree has changed. */
export interface TreePainter {
  /** `block` has its place (`parent`, `node`, `next`) and values; its children are mounted after it. */
  mount(block: ViewBlock): void;
  /** `block.values[hole]` is `value` now. Only called when it differs from what was there. */
  patch(block: ViewBlock, hole: number, value: Json): void;
  /** `block.next` is another one now. */
  move(block: ViewBlock): void;
  /** `block` and everything in it is leaving; its own `children` are still readable. */
  unmount(block: ViewBlock): void;
  /** Style scope `scope` belongs to the component at path `component`. With `shared`, page styles reach it too. */
  scope(scope: number, component: string, shared: boolean, traits: ScopeTraits): void;
  /** `block.decorations` has another one for the element or component `node`. */
  decorate(block: ViewBlock, node: number): void;
  /** `block.scope` is another one now; both belong to the same component. */
  rescope(block: ViewBlock): void;
  /** The batch is over, also when it ended in an error. */
  flushed(): void;
}

/** One node of the composed tree as plain data: what inspectors, tests and snapshots see. */
export type TreeNode = TreeElement | TreeText;

export interface TreeElement {
  readonly kind: 'element' | 'component' | 'page';
  readonly tag: string;
  readonly block: number;
  readonly node: number;
  readonly attributes: Readonly<Record<string, Json>>;
  readonly children: readonly TreeNode[];
}

export interface TreeText {
  readonly kind: 'text';
  readonly text: string;
}

export interface PageTreeOptions {
  /** Looks a skeleton up in the package's table; undefined when there is none of that number. */
  skeleton(index: number): Skeleton | undefined;
  readonly limits?: Partial<TreeLimits> | undefined;
}

export interface TreeLimits {
  /** Elements, components, texts and anchors of one page. Default 90,000. */
  readonly nodes: number;
  /** Operations of one batch. Default 100,000. */
  readonly operations: number;
  /** Levels of nodes from the page to its deepest leaf. Default 512: browsers lay nested boxes out recursively. */
  readonly depth: number;
}

/**
 * The block tree of one page. Holds no DOM: a painter draws it, a test reads it.
 */
export interface PageTree {
  /**
   * Applies one batch in order. Each operation is checked against the tree before it changes anything.
   *
   * @throws TerrariumError `OPERATION` naming the operation's index when one does not fit, `LIMIT_NODES` when the
   * page or batch is too large. Operations before it stay applied and drawn: tree and painters still agree.
   */
  apply(operations: readonly unknown[]): void;
  /** Tells `painter` what is there, then every change. Returns its undo. */
  watch(painter: TreePainter): () => void;
  /** The composed tree as data, from the page down. */
  snapshot(): TreeElement;
  /**
   * Nodes of the composed tree that match a selector, in document order: tag, `.class`, `#id`, `[name]`,
   * `[name=value]`, descendant, `>`, `,`. Component boundaries are crossed.
   *
   * @throws TerrariumError `BAD_ARGUMENT` when the selector cannot be read.
   */
  find(selector: string): NodeRef[];
  /** All text in and below a node, as drawn; `''` when there is no such node. */
  text(ref: NodeRef): string;
  /** Current value of an attribute as the program gave it; undefined when the node has none of that name. */
  attribute(ref: NodeRef, name: string): Json | undefined;
  /** Tag of an element or component node. */
  tag(ref: NodeRef): string | undefined;
  /** The node (or, for text and anchors, its nearest element) and its composed ancestors, innermost first. */
  pathOf(block: number, node: number): NodeRef[];
  /** True when a handler on this node listens to `type`. */
  listens(ref: NodeRef, type: string): boolean;
  /** True when the node takes events of this type for itself, default included. */
  catches(ref: NodeRef, type: string): boolean;
  /** The block of that id, while it is mounted. */
  block(id: number): ViewBlock | undefined;
  /** Elements, components, texts and anchors now. */
  readonly nodeCount: number;
}
