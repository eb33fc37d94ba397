import type { Skeleton, SkeletonNode } from '../protocol/index.ts';

/** A skeleton's nodes by number: document order, a node before its children, starting at 0. */
export interface SkeletonNodes {
  readonly nodes: readonly SkeletonNode[];
  /** Parent's number by node; -1 for a root. */
  readonly parents: readonly number[];
  /** Numbers of the children by node. */
  readonly children: readonly (readonly number[])[];
  readonly roots: readonly number[];
  /** Levels of nodes, for the depth limit. */
  readonly depth: number;
}

const known = new WeakMap<Skeleton, SkeletonNodes>();

/** Numbers the nodes of `skeleton`; once per skeleton. */
export function nodesOf(skeleton: Skeleton): SkeletonNodes {
  const before = known.get(skeleton);
  if (before) return before;
  const nodes: SkeletonNode[] = [];
  const parents: number[] = [];
  const children: number[][] = [];
  let depth = 0;
  const number = (list: readonly SkeletonNode[], parent: number, level: number): number[] => {
    depth = Math.max(depth, list.length > 0 ? level : level - 1);
    return list.map((node) => {
      const own = nodes.push(node) - 1;
      parents.push(parent);
      children.push([]);
      if (node.kind === 'element' && node.children) children[own] = number(node.children, own, level + 1);
      return own;
    });
  };
  const roots = number(skeleton.roots, -1, 1);
  const result = { nodes, parents, children, roots, depth };
  known.set(skeleton, result);
  return result;
}
