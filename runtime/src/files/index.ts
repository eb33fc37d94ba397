/**
 * Does: keeps a copy of a program's files in its worker, where synchronous calls find them, and judges what may be done.
 * Does not: keep anything for good; each change goes to the player, which has the host keep it.
 * Owns: how the documented file operations behave.
 */
export { filesExtension } from './extension.ts';
