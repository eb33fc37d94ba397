/**
 * Does: keeps the block tree of one page: applies checked operations, finds nodes, gives event paths.
 * Does not: touch the DOM, evaluate anything, or know what a tag means.
 * Owns: which blocks a page has, in which order, with which values.
 */
export { createPageTree } from './page-tree.ts';
export { nodesOf, type SkeletonNodes } from './skeleton-nodes.ts';
export { textOf } from './text-value.ts';
export type * from './types.ts';
