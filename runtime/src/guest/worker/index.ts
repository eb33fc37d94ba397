/**
 * The base library of a program's worker, a bundle of its own: modules and `worker`, and nothing of pages or `wx`.
 * It runs in a second realm with a heap and limits of its own.
 */
export { createEntry } from './entry.ts';
