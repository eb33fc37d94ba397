import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import type { DiskFiles } from './disk-files.ts';
import { joinPath, resolvePath } from './paths.ts';

/** Folder under which npm packages appear inside a mini-program, at the top or beside any folder. */
export const npmFolder = 'miniprogram_npm';

/** An installed package that takes the place of `<at>/miniprogram_npm/<name>`. */
export interface NpmPackage {
  readonly name: string;
  /** Absolute folder that holds its package.json. */
  readonly home: string;
  /** Absolute folder whose content appears in the place of the package. */
  readonly folder: string;
  /** Entry script relative to that folder, as `main` says; may lack its extension. */
  readonly main: string;
  /** Its author built it for mini-programs: its assets belong to it. */
  readonly isMiniProgram: boolean;
}

/** A place inside an npm package: `<at>/miniprogram_npm/<name>/<rest>`. */
export interface NpmPlace {
  readonly at: string;
  readonly name: string;
  readonly rest: string;
}

const packageSchema = v.object({
  main: v.optional(v.string()),
  module: v.optional(v.string()),
  miniprogram: v.optional(v.string()),
  dependencies: v.optional(v.record(v.string(), v.unknown())),
  devDependencies: v.optional(v.record(v.string(), v.unknown())),
});

/** `name` or `@scope/name` at the front of a specifier. */
export function packageNameOf(specifier: string): string | undefined {
  return /^(?:@[^/@\s]+\/)?[^/@.\s][^/\s]*/.exec(specifier)?.[0];
}

/**
 * Finds a package in `node_modules` of the given folders, the first that has it. Programs whose npm packages
 * were never "built" by the vendor's tool run all the same.
 */
export function findNpmPackage(disk: DiskFiles, folders: readonly string[], name: string): NpmPackage | undefined {
  for (const folder of folders) {
    const found = readNpmPackage(disk, join(folder, 'node_modules', name), name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The package in the folder `home`, when there is one. */
export function readNpmPackage(disk: DiskFiles, home: string, name: string): NpmPackage | undefined {
  const file = disk.read(join(home, 'package.json'));
  if (file === undefined) return undefined;
  const { main, module, miniprogram } = parsePackage(file.text());
  const entry = insideOf(main ?? module);
  const built = insideOf(miniprogram ?? (existsSync(join(home, 'miniprogram_dist')) ? 'miniprogram_dist' : undefined));
  if (built === undefined) return { name, home, folder: home, main: entry ?? 'index.js', isMiniProgram: false };
  const inside = entry?.startsWith(`${built}/`) ? entry.slice(built.length + 1) : 'index.js';
  return { name, home, folder: join(home, built), main: inside, isMiniProgram: true };
}

/**
 * Where npm would look for what a package depends on: in itself, and, when it is a link as some package managers
 * make them, beside the place it links to.
 */
export function dependencyFolders({ name, home, folder }: NpmPackage): string[] {
  const up = name.split('/').map(() => '..');
  try {
    const real = realpathSync(home);
    // <somewhere>/node_modules/<name>: what is looked into is `node_modules` of <somewhere>.
    return real === home ? [folder, home] : [folder, home, dirname(join(real, ...up))];
  } catch {
    return [folder, home];
  }
}

/** Names in `dependencies` and `devDependencies` of the package.json with this text. */
export function dependenciesIn(text: string): Set<string> {
  const { dependencies = {}, devDependencies = {} } = parsePackage(text);
  return new Set([...Object.keys(dependencies), ...Object.keys(devDependencies)]);
}

/** Splits a path at its innermost `miniprogram_npm`. */
export function splitNpmPath(path: string): NpmPlace | undefined {
  const mark = `/${npmFolder}/`;
  const start = `/${path}`.lastIndexOf(mark);
  if (start < 0) return undefined;
  const specifier = path.slice(start + mark.length - 1);
  const name = packageNameOf(specifier);
  return name === undefined
    ? undefined
    : { at: path.slice(0, Math.max(0, start - 1)), name, rest: specifier.slice(name.length + 1) };
}

export function npmPath(at: string, specifier: string): string {
  return joinPath(joinPath(at, npmFolder), specifier);
}

function parsePackage(text: string): v.InferOutput<typeof packageSchema> {
  try {
    const result = v.safeParse(packageSchema, JSON.parse(text));
    return result.success ? result.output : {};
  } catch {
    return {};
  }
}

function insideOf(path: string | undefined): string | undefined {
  return path === undefined ? undefined : resolvePath('', path.replace(/^\/+/, ''));
}
