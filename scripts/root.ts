import { join } from 'node:path';

/** The repository, as `run.mjs` found it. */
export const root = process.env.TERRARIUM_ROOT ?? process.cwd();

/** A path inside the repository. */
export const inRoot = (...parts: string[]): string => join(root, ...parts);
