import type { PageTree, PageTreeOptions } from './types.ts';

/** Creates the empty tree of one page. */
export declare function createPageTree(options: PageTreeOptions): PageTree;
