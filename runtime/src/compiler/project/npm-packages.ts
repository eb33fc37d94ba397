import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { DiskFiles } from './disk-files.ts';
import { joinPath, resolvePath } from './paths.ts';

/** Folder under which npm packages appear inside a mini-program, at the top or beside any folder. */
export const npmFolder = 'miniprogram_npm';

/** An installed package that takes the place of `miniprogram_npm/<name>`. */
export interface NpmPackage {
  readonly name: string;
  /** Absolute folder whose content appears under `miniprogram_npm/<name>/`. */
  readonly folder: string;
  /** Entry script relative to that folder, as `main` says; may lack its extension. */
  readonly main: string;
  /** Its author built it for mini-programs: its assets belong to it. */
  readonly isMiniProgram: boolean;
}

const packageSchema = v.object({ main: v.optional(v.string()), miniprogram: v.optional(v.string()) });

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
    const home = join(folder, 'node_modules', name);
    const file = disk.read(join(home, 'package.json'));
    if (file === undefined) continue;
    const { main, miniprogram } = readPackage(file.text());
    const built = insideOf(
      miniprogram ?? (existsSync(join(home, 'miniprogram_dist')) ? 'miniprogram_dist' : undefined),
    );
    if (built !== undefined) return { name, folder: join(home, built), main: 'index.js', isMiniProgram: true };
    return { name, folder: home, main: insideOf(main) ?? 'index.js', isMiniProgram: false };
  }
  return undefined;
}

/** Splits `miniprogram_npm/<name>/<rest>`. */
export function splitNpmPath(path: string): { name: string; rest: string } | undefined {
  if (!path.startsWith(`${npmFolder}/`)) return undefined;
  const specifier = path.slice(npmFolder.length + 1);
  const name = packageNameOf(specifier);
  return name === undefined ? undefined : { name, rest: specifier.slice(name.length + 1) };
}

export function npmPath(name: string, rest: string): string {
  return joinPath(joinPath(npmFolder, name), rest);
}

function readPackage(text: string): v.InferOutput<typeof packageSchema> {
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
