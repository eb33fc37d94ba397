import { join, relative, sep } from 'node:path';
import type { Diagnostics } from '../diagnostics.ts';
import { createDiskFiles, type DiskFile } from './disk-files.ts';
import { listFiles } from './list-files.ts';
import { findNpmPackage, type NpmPackage, splitNpmPath } from './npm-packages.ts';
import type { SourceText } from './source-text.ts';

/** One file of the project. */
export interface SourceFile extends SourceText {
  /** Where it is in the package: relative to the folder that holds app.json. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** SHA-256 of the bytes, lower-case hex. */
  readonly hash: string;
}

/** The author's files as one build sees them: listed once, each read at most once per change. */
export interface ProjectFiles {
  begin(): void;
  /** Ends a build: absolute paths of what was read. */
  end(): string[];
  /** A file beside project.config.json, by its name relative to the project folder. */
  projectFile(name: string): SourceFile | undefined;
  /** Says where app.json is, relative to the project folder; all package paths count from there. */
  useSourceRoot(folder: string): void;
  /** Lists the source folder; until then nothing but single files is known. */
  list(diagnostics: Diagnostics): void;
  /** Package paths of every listed file, in order. */
  paths(): readonly string[];
  has(path: string): boolean;
  /** It is in the source folder itself, not lent by `node_modules`. */
  isListed(path: string): boolean;
  get(path: string): SourceFile | undefined;
  npmPackage(name: string): NpmPackage | undefined;
  /** Installed packages that something in this build resolved to. */
  usedNpmPackages(): readonly NpmPackage[];
  /** A package path as positions name it: relative to the project folder. */
  placeOf(path: string): string;
}

export function createProjectFiles(root: string): ProjectFiles {
  const disk = createDiskFiles();
  const packages = new Map<string, NpmPackage | undefined>();
  const files = new Map<string, { from: DiskFile; file: SourceFile }>();
  let listed = new Map<string, string>();
  let sourceRoot = '';

  const absoluteOf = (path: string): string | undefined => {
    const onDisk = listed.get(path);
    if (onDisk !== undefined) return join(root, sourceRoot, onDisk);
    const npm = splitNpmPath(path);
    const found = npm === undefined ? undefined : npmPackage(npm.name);
    return npm === undefined || found === undefined ? undefined : join(found.folder, npm.rest);
  };
  const npmPackage = (name: string): NpmPackage | undefined => {
    if (!packages.has(name)) packages.set(name, findNpmPackage(disk, [join(root, sourceRoot), root], name));
    return packages.get(name);
  };
  const fileAt = (path: string, absolute: string): SourceFile | undefined => {
    const from = disk.read(absolute);
    if (from === undefined) return undefined;
    const known = files.get(absolute);
    if (known?.from === from && known.file.path === path) return known.file;
    const place = relative(root, absolute).split(sep).join('/');
    const file: SourceFile = {
      path,
      place,
      bytes: from.bytes,
      hash: from.hash,
      get text() {
        return from.text();
      },
    };
    files.set(absolute, { from, file });
    return file;
  };
  const get = (path: string): SourceFile | undefined => {
    const absolute = absoluteOf(path);
    return absolute === undefined ? undefined : fileAt(path, absolute);
  };

  return {
    begin() {
      disk.begin();
      packages.clear();
      listed = new Map();
      sourceRoot = '';
    },
    end() {
      const inputs = disk.end();
      const kept = new Set(inputs);
      for (const absolute of files.keys()) if (!kept.has(absolute)) files.delete(absolute);
      return inputs;
    },
    projectFile: (name) => fileAt(name, join(root, name)),
    useSourceRoot(folder) {
      sourceRoot = folder;
    },
    list(diagnostics) {
      listed = listFiles(join(root, sourceRoot), diagnostics);
    },
    paths: () => [...listed.keys()],
    isListed: (path) => listed.has(path),
    has: (path) => listed.has(path) || get(path) !== undefined,
    get,
    npmPackage,
    usedNpmPackages: () => [...packages.values()].filter((one) => one !== undefined),
    placeOf(path) {
      const absolute = absoluteOf(path) ?? join(root, sourceRoot, path);
      return relative(root, absolute).split(sep).join('/');
    },
  };
}
