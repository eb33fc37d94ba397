/**
 * Does: carries out what a program draws, beside the guest in the sandbox's worker, so that measuring and reading
 * pixels need no waiting.
 * Does not: know pages or elements, fetch or decode pictures, or trust a command: names, counts, types and sizes are
 * held against closed tables, and nothing is looked up by a word of the guest's.
 * Owns: the surfaces, pictures and fonts of one program, and `canvasLimits`.
 */
export { canvasExtension } from './extension.ts';
export { createRecordingSurface } from './recording-surface.ts';
export type { CreateSurface, Surface } from './surface.ts';
export { createWebSurface } from './web-surface.ts';
