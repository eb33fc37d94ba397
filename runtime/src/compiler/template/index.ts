/**
 * Does: turns one WXML file into skeletons for the view and a template unit (JavaScript text) for the guest.
 * Does not: read files, know projects, or run anything of what it compiles.
 * Owns: the WXML grammar, the expression language, dependency analysis and the generated code.
 */

export { compileTemplate } from './compile-template.ts';
export type * from './compiled-template.ts';
