/**
 * Does: opens a built package from a source and hands out its files only after size and SHA-256 agree with the manifest.
 * Does not: build packages, run anything of them, or decide whether a program may be opened.
 * Owns: the verified copy of every file that was read.
 */
export { digestOf } from './digest.ts';
export { httpSource } from './http-source.ts';
export { memorySource } from './memory-source.ts';
export { developmentLimits, foldCase, type PackageLimits, packageLimits, partRootOf, partSizes } from './names.ts';
export { type OpenedPackage, type OpenOptions, openPackage } from './open-package.ts';
export type { PackageSource } from './source.ts';
