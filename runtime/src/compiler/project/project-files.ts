import { join, relative, sep } from 'node:path';
import type { Diagnostics } from '../diagnostics.ts';
import { createDiskFiles, type DiskFile } from './disk-files.ts';
import { listFiles } from './list-files.ts';
import { createNpmFinder, type NpmFinder, type NpmRelation } from './npm-finder.ts';
import { joinPath } from './paths.ts';
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
  /**
   * Gives the files of a folder, relative to the project folder, a place of their own in the package; they are
   * listed there and nowhere else.
   */
  mount(prefix: string, folder: string, diagnostics: Diagnostics): void;
  /** Package paths of every listed file, in order. */
  paths(): readonly string[];
  has(path: string): boolean;
  /** It is in the source folder itself, not lent by `node_modules`. */
  isListed(path: string): boolean;
  get(path: string): SourceFile | undefined;
  /** Says whose npm packages appear where, beside those of the project and source folders. */
  useNpmRelations(relations: readonly NpmRelation[]): void;
  /** Lends an npm package that the project did not install: absolute folder of its package.json. */
  lendNpmPackage(name: string, home: string): void;
  /** The installed npm package that a path lies in. */
  npmPackageAt: NpmFinder['packageAt'];
  /** Installed packages that something in this build resolved to. */
  usedNpmPackages: NpmFinder['used'];
  /** Where a package path would be relative to the project folder. */
  sourcePath(path: string): string;
  /** A package path as positions name it: relative to the project folder. */
  placeOf(path: string): string;
}

export function createProjectFiles(root: string): ProjectFiles {
  const disk = createDiskFiles();
  const npm = createNpmFinder(root, disk);
  const files = new Map<string, { from: DiskFile; file: SourceFile }>();
  /** Package path → absolute path. */
  let listed = new Map<string, string>();
  let sourceRoot = '';

  const absoluteOf = (path: string): string | undefined => {
    const onDisk = listed.get(path);
    if (onDisk !== undefined) return onDisk;
    const found = npm.packageAt(path);
    return found === undefined ? undefined : join(found.package.folder, found.rest);
  };
  /** What lies outside the project folder is named as the program knows it: its place on this disk is nobody's concern. */
  const placeFor = (path: string, absolute: string): string => {
    const place = relative(root, absolute).split(sep).join('/');
    return place.startsWith('../') ? path : place;
  };
  const fileAt = (path: string, absolute: string): SourceFile | undefined => {
    const from = disk.read(absolute);
    if (from === undefined) return undefined;
    const known = files.get(absolute);
    if (known?.from === from && known.file.path === path) return known.file;
    const place = placeFor(path, absolute);
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
      npm.begin();
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
      npm.useSourceRoot(folder);
    },
    list(diagnostics) {
      const folder = join(root, sourceRoot);
      listed = new Map([...listFiles(folder, diagnostics)].map(([path, onDisk]) => [path, join(folder, onDisk)]));
    },
    mount(prefix, folder, diagnostics) {
      const absolute = join(root, folder);
      for (const [path, onDisk] of listed) if (onDisk.startsWith(`${absolute}${sep}`)) listed.delete(path);
      for (const [path, onDisk] of listFiles(absolute, diagnostics)) {
        listed.set(joinPath(prefix, path), join(absolute, onDisk));
      }
      npm.mount(prefix, absolute);
    },
    paths: () => [...listed.keys()],
    isListed: (path) => listed.has(path),
    has: (path) => listed.has(path) || get(path) !== undefined,
    get,
    useNpmRelations: npm.useRelations,
    lendNpmPackage: npm.lend,
    npmPackageAt: npm.packageAt,
    usedNpmPackages: npm.used,
    sourcePath: (path) => joinPath(sourceRoot, path),
    placeOf(path) {
      const absolute = absoluteOf(path) ?? join(root, sourceRoot, path);
      return placeFor(path, absolute);
    },
  };
}
