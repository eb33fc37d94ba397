/**
 * The guest's side of canvases. A bundle of its own: its source comes through the door and is run when a program first
 * asks for a canvas, so the others pay nothing for it. It holds no authority: commands leave by `draw`, calls by `link`.
 */
export { createCanvasLibrary } from './canvas-library.ts';
export type { CanvasKit, CanvasLibrary, CreateCanvasLibrary } from './types.ts';
