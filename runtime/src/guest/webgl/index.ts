/**
 * The guest's side of WebGL. A bundle of its own: `guest/canvas` enters it when a program first asks for such a context,
 * so those that draw in 2d pay nothing for it. What it draws leaves with everything else that is drawn, in one list.
 */

export type { CreateWebGlLibrary, WebGlKit, WebGlLibrary } from './types.ts';
export { createWebGlLibrary } from './web-gl-library.ts';
