/**
 * Does: gives an embedder everything to run mini-programs: the public surface of the runtime.
 * Does not: know any host; what a program may do comes in as providers, grants and questions.
 * Owns: the promise that what is exported here stays.
 */
export * from './bridge/index.ts';
export * from './capabilities/index.ts';
