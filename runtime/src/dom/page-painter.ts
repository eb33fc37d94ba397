import type { PagePainter, PagePainterOptions } from './types.ts';

/** Draws `options.tree` into `options.frame`. */
export declare function createPagePainter(options: PagePainterOptions): PagePainter;
