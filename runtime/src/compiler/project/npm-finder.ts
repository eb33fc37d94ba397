import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { namespaceOf } from '../../protocol/index.ts';
import type { DiskFiles } from './disk-files.ts';
import { dependencyFolders, findNpmPackage, type NpmPackage, readNpmPackage, splitNpmPath } from './npm-packages.ts';
import { joinPath } from './paths.ts';

/** `packNpmRelationList` of project.config.json: whose packages appear where. */
export interface NpmRelation {
  /** Folder of a package.json, relative to the project folder. */
  readonly from: string;
  /** Package path of the folder beside whose files the packages appear. */
  readonly to: string;
}

/** Installed packages by where they appear in a mini-program. Keeps what it found, until `begin`. */
export interface NpmFinder {
  begin(): void;
  useSourceRoot(folder: string): void;
  useRelations(relations: readonly NpmRelation[]): void;
  /** Files of the package below `prefix` lie in the absolute `folder`. */
  mount(prefix: string, folder: string): void;
  /** A package that the host brings along; one that the project installed itself goes before it. */
  lend(name: string, home: string): void;
  /** The package that `path` lies in, and where in it. */
  packageAt(path: string): { readonly package: NpmPackage; readonly rest: string } | undefined;
  /** Packages that something resolved to, with the folder beside which they appear. */
  used(): readonly { readonly at: string; readonly package: NpmPackage }[];
}

export function createNpmFinder(root: string, disk: DiskFiles): NpmFinder {
  const packages = new Map<string, { at: string; found: NpmPackage | undefined }>();
  const lent = new Map<string, string>();
  const mounts = new Map<string, string>();
  let relations: readonly NpmRelation[] = [];
  let sourceRoot = '';

  const foldersFor = (at: string): string[] => {
    const related = relations.filter(({ to }) => to === at).map(({ from }) => join(root, from));
    if (at === '') return [...related, join(root, sourceRoot), root];
    const mounted = mounts.get(namespaceOf(at));
    if (mounted !== undefined && namespaceOf(at) === at) return [mounted, join(root, sourceRoot), root];
    const parent = packageAt(at);
    if (parent === undefined) return [...related, join(root, sourceRoot, at)];
    return parent.rest === '' ? dependencyFolders(parent.package) : [join(parent.package.folder, parent.rest)];
  };

  const find = (at: string, name: string): NpmPackage | undefined => {
    const found = findNpmPackage(disk, foldersFor(at), name);
    if (at === '') {
      const home = lent.get(name);
      return found ?? (home === undefined ? undefined : readNpmPackage(disk, home, name));
    }
    // One package reached by two ways is one module: what it keeps must not exist twice.
    const top = found === undefined ? undefined : npmPackage('', name);
    return found !== undefined && top !== undefined && isSame(found.home, top.home) ? undefined : found;
  };

  const npmPackage = (at: string, name: string): NpmPackage | undefined => {
    const key = joinPath(at, name);
    const known = packages.get(key);
    if (known !== undefined) return known.found;
    const found = find(at, name);
    packages.set(key, { at, found });
    return found;
  };

  const packageAt: NpmFinder['packageAt'] = (path) => {
    const place = splitNpmPath(path);
    const found = place === undefined ? undefined : npmPackage(place.at, place.name);
    return place === undefined || found === undefined ? undefined : { package: found, rest: place.rest };
  };

  return {
    begin() {
      packages.clear();
      lent.clear();
      mounts.clear();
      relations = [];
      sourceRoot = '';
    },
    useSourceRoot(folder) {
      sourceRoot = folder;
    },
    useRelations(given) {
      relations = given;
    },
    mount: (prefix, folder) => void mounts.set(prefix, folder),
    lend: (name, home) => void lent.set(name, home),
    packageAt,
    used: () =>
      [...packages.values()].flatMap(({ at, found }) => (found === undefined ? [] : [{ at, package: found }])),
  };
}

function isSame(one: string, other: string): boolean {
  try {
    return realpathSync(one) === realpathSync(other);
  } catch {
    return false;
  }
}
