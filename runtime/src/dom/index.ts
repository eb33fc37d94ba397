/**
 * Does: paints a page tree into a script-less frame; holds the built-in components and turns input into events.
 * Does not: know a bridge, a sandbox or a page stack; evaluate anything a program brought.
 * Owns: the frame's document, the default styles, the look of built-in components.
 */
export { addFont } from './add-font.ts';
export type { CanvasHandle } from './components/canvas.ts';
export { type DecodedPicture, decodePicture } from './decode-picture.ts';
export { createFrames } from './frames.ts';
export type { Intersection, IntersectionWatch } from './intersections.ts';
export type { MediaConditions } from './media-conditions.ts';
export { createPagePainter } from './page-painter.ts';
export * from './types.ts';
