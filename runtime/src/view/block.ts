import type { BlockId, Json, Skeleton } from '../protocol/index.ts';
import { nodesOf, type SkeletonNodes } from './skeleton-nodes.ts';
import type { BlockList, Decoration, ViewBlock } from './types.ts';

/** The ends of a list, writable. */
export class SiblingList implements BlockList {
  first: Block | undefined = undefined;
  last: Block | undefined = undefined;
}

/** A `ViewBlock` as the tree itself holds it: the only writer. */
export class Block implements ViewBlock {
  readonly id: BlockId;
  readonly skeletonIndex: number;
  readonly skeleton: Skeleton;
  scope: number;
  readonly values: Json[];
  readonly parent: Block | undefined;
  readonly node: number;
  /** Levels of nodes from the page down to this block's deepest own node. */
  readonly depth: number;
  next: Block | undefined = undefined;
  previous: Block | undefined = undefined;
  children: Map<number, SiblingList> | undefined = undefined;
  decorations: Map<number, Decoration> | undefined = undefined;

  constructor(
    id: BlockId,
    skeleton: { readonly index: number; readonly value: Skeleton },
    scope: number,
    place: { readonly parent: Block | undefined; readonly node: number },
    values: Json[],
  ) {
    this.id = id;
    this.skeletonIndex = skeleton.index;
    this.skeleton = skeleton.value;
    this.scope = scope;
    this.parent = place.parent;
    this.node = place.node;
    this.values = values;
    this.depth = (place.parent?.depth ?? 0) + this.nodes.depth;
  }

  get nodes(): SkeletonNodes {
    return nodesOf(this.skeleton);
  }

  /** The list of blocks at one of this block's anchors or components; made when it is first needed. */
  listAt(node: number): SiblingList {
    this.children ??= new Map();
    let list = this.children.get(node);
    if (!list) {
      list = new SiblingList();
      this.children.set(node, list);
    }
    return list;
  }
}

/** Puts a block that is in no list before `before`, or at the end. */
export function link(list: SiblingList, block: Block, before: Block | undefined): void {
  const previous = before ? before.previous : list.last;
  block.previous = previous;
  block.next = before;
  if (previous) previous.next = block;
  else list.first = block;
  if (before) before.previous = block;
  else list.last = block;
}

/** Takes a block out of its list. */
export function unlink(list: SiblingList, block: Block): void {
  if (block.previous) block.previous.next = block.next;
  else list.first = block.next;
  if (block.next) block.next.previous = block.previous;
  else list.last = block.previous;
  block.previous = undefined;
  block.next = undefined;
}

/** Calls `visit` for every block inside `block`, not for itself. */
export function eachInside(block: Block, visit: (inner: Block) => void): void {
  if (!block.children) return;
  for (const list of block.children.values()) {
    for (let inner = list.first; inner; inner = inner.next) {
      visit(inner);
      eachInside(inner, visit);
    }
  }
}
