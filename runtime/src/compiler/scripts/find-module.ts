import { npmCandidates } from '../config/component-paths.ts';
import { packageNameOf } from '../project/npm-packages.ts';
import { extensionOf, folderOf, joinPath, resolvePath, withoutExtension } from '../project/paths.ts';
import type { ProjectFiles } from '../project/project-files.ts';

/** Finds the files behind `require` specifiers. */
export interface ModuleFinder {
  /** What `specifier` means in the file `from`; `undefined` when there is nothing. */
  find(from: string, specifier: string): FoundModule | undefined;
  /** Path of the script of a page or component, given without extension. */
  script(path: string): string | undefined;
}

export interface FoundModule {
  /** Path of the source file. */
  readonly path: string;
  /**
   * Set when only `package.json` says that `path` is meant: the guest, which does not read it, looks for a
   * module of this name.
   */
  readonly alias?: string | undefined;
}

/** `prefersTypeScript`: `a.ts` wins over an `a.js` beside it, which is then an old compilation of it. */
export function createModuleFinder(files: ProjectFiles, prefersTypeScript: boolean): ModuleFinder {
  const extensions = prefersTypeScript ? ['.ts', '.js'] : ['.js', '.ts'];

  /** A package that was built into the project already has its entry where the guest looks for it. */
  const isListed = (path: string): boolean => extensions.some((one) => files.isListed(`${path}/index${one}`));

  const script = (path: string): string | undefined =>
    extensions.map((extension) => path + extension).find((candidate) => files.has(candidate));

  const fileOrIndex = (path: string): string | undefined => {
    const extension = extensionOf(path);
    // `./a.js` also means `a.ts`: that is how TypeScript sources name each other.
    const exact = extension === '.js' ? script(withoutExtension(path)) : undefined;
    if (exact !== undefined) return exact;
    if (exactExtensions.has(extension) && files.has(path)) return path;
    return script(path) ?? script(joinPath(path, 'index')) ?? [`${path}.json`].find((json) => files.has(json));
  };

  const fileOrPackage = (path: string): FoundModule | undefined => {
    const npm = files.npmPackageAt(path);
    const main = npm?.rest === '' ? npm.package.main : undefined;
    const target = main === undefined || isListed(path) ? undefined : resolvePath(path, main);
    const entry = target === undefined ? undefined : fileOrIndex(target);
    const alias = joinPath(path, 'index.js');
    if (entry !== undefined) return moduleNameOf(entry) === alias ? { path: entry } : { path: entry, alias };
    const found = fileOrIndex(path);
    return found === undefined ? undefined : { path: found };
  };

  return {
    script,
    find(from, specifier) {
      const near = resolvePath(folderOf(from), specifier);
      const found = near === undefined ? undefined : fileOrIndex(near);
      if (found !== undefined) return { path: found };
      // Not documented, but programs rely on it: a leading slash that leads nowhere counts from the folder.
      const beside = specifier.startsWith('/') ? resolvePath(folderOf(from), `.${specifier}`) : undefined;
      const nearby = beside === undefined ? undefined : fileOrIndex(beside);
      if (nearby !== undefined) return { path: nearby };
      if (/^[./]/.test(specifier) || packageNameOf(specifier) === undefined) return undefined;
      for (const candidate of npmCandidates(folderOf(from), specifier)) {
        const inside = fileOrPackage(candidate);
        if (inside !== undefined) return inside;
      }
      return undefined;
    },
  };
}

/** Files that may be required by their whole name only, as far as they are no TypeScript. */
const exactExtensions = new Set(['.json', '.ts', '.cjs', '.mjs']);

/**
 * Name under which the guest knows a source file: TypeScript sources are JavaScript modules to it, and of other
 * extensions it knows none, so it looks for `a.cjs.js` where `a.cjs` is required.
 */
export function moduleNameOf(path: string): string {
  const extension = extensionOf(path);
  if (extension === '.cjs' || extension === '.mjs') return `${path}.js`;
  return extension === '.ts' ? `${withoutExtension(path)}.js` : path;
}
