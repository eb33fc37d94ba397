import { partRootOf } from '../../package/index.ts';

/** Which files lie in which part of the package. */
export interface PartMap {
  readonly parts: readonly { readonly root: string; readonly independent: boolean }[];
  /** Root of the part that holds a path; `''` is the main package. */
  rootOf(path: string): string;
  /** True when `to` is there whenever `from` is: in the same part, or in the main package below a dependent one. */
  isNear(from: string, to: string): boolean;
  isIndependent(path: string): boolean;
  /** For messages: `the main package`, `the subpackage shop`. */
  describe(path: string): string;
}

export function createPartMap(
  subpackages: readonly { readonly root: string; readonly independent: boolean }[],
): PartMap {
  const parts = [{ root: '', independent: false }, ...subpackages];
  const rootOf = (path: string): string => partRootOf(parts, path);
  const isIndependent = (path: string): boolean => {
    const root = rootOf(path);
    return parts.some((part) => part.root === root && part.independent);
  };
  return {
    parts,
    rootOf,
    isIndependent,
    isNear(from, to) {
      const target = rootOf(to);
      return target === rootOf(from) || (target === '' && !isIndependent(from));
    },
    describe(path) {
      const root = rootOf(path);
      if (root === '') return 'the main package';
      return `the ${isIndependent(path) ? 'independent ' : ''}subpackage ${root}`;
    },
  };
}
