/**
 * Does: turns a project folder into a package: config, templates, scripts, styles, assets, manifest; keeps what did not change.
 * Does not: watch folders, run or verify what it built, or reach the network.
 * Owns: the package format's writing side, and the positions of what is wrong in an author's files.
 */
export type { Build, Warning } from './build.ts';
export { type Compiler, type CompilerOptions, createCompiler } from './compiler.ts';
export { rpxToCss } from './styles/rpx.ts';
export { writePackage } from './write-package.ts';
