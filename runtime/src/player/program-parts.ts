import type { OpenedPackage } from '../package/index.ts';
import { type Problem, problemOf, TerrariumError } from '../protocol/errors.ts';
import type { Skeleton } from '../protocol/skeletons.ts';
import type { StackMap } from './stack-map.ts';

/** The parts of a package that are loaded so far: scripts in the guest, skeletons here. */
export interface ProgramParts {
  /**
   * Loads the part that holds `path`, and the main package before it unless the part is independent. Loading
   * twice is loading once. @throws TerrariumError naming the part
   */
  ensure(path: string): Promise<void>;
  isLoaded(root: string): boolean;
  /** Hears that the main package has come, if it is not there yet; before `ensure` resolves. */
  onMain(listener: () => void): void;
  /** Fetches and verifies what `preloadRule` wants when `route` opens. Nothing runs yet; a failure is no news yet. */
  preload(route: string): Promise<void>;
  skeleton(index: number): Skeleton | undefined;
}

export interface PartsRoom {
  readonly package: OpenedPackage;
  readonly stackMap: StackMap;
  load(file: string, code: string): Promise<void>;
  /** A part could not be loaded. The program is told as well, but may not listen. */
  failed(problem: Problem): void;
}

export function createProgramParts({ package: opened, stackMap, load, failed }: PartsRoom): ProgramParts {
  const { manifest } = opened;
  const skeletons = new Map<number, Skeleton>();
  const loading = new Map<string, Promise<void>>();
  const loaded = new Set<string>();
  let mainCame = () => {};

  const loadPart = async (root: string): Promise<void> => {
    const { part, logic, skeletons: table } = await opened.part(root);
    const map = part.logicMap === undefined ? undefined : await opened.readText(part.logicMap);
    stackMap.add(part.logic, () => map);
    table.skeletons.forEach((skeleton, index) => {
      skeletons.set(table.first + index, skeleton);
    });
    await load(part.logic, logic);
    loaded.add(root);
    if (root === '') mainCame();
  };
  const once = (root: string): Promise<void> => {
    const known = loading.get(root);
    if (known) return known;
    const started = loadPart(root).catch((error: unknown) => {
      // A part that failed to arrive may be asked for again.
      loading.delete(root);
      const named = nameFailure(root, error);
      // With nothing loaded yet it is the opening itself that fails, and says so.
      if (loaded.size > 0) failed(named.toProblem());
      throw named;
    });
    loading.set(root, started);
    return started;
  };
  return {
    async ensure(path) {
      const root = opened.partOf(path);
      const independent = manifest.parts.some((part) => part.root === root && part.independent === true);
      if (!independent) await once('');
      await once(root);
    },
    isLoaded: (root) => loaded.has(root),
    onMain(listener) {
      if (!loaded.has('')) mainCame = listener;
    },
    async preload(route) {
      const roots =
        manifest.preload !== undefined && Object.hasOwn(manifest.preload, route) ? manifest.preload[route] : [];
      await Promise.allSettled((roots ?? []).filter((root) => !loaded.has(root)).map((root) => opened.part(root)));
    },
    skeleton: (index) => skeletons.get(index),
  };
}

function nameFailure(root: string, cause: unknown): TerrariumError {
  const { code, message } = problemOf(cause);
  const name = root === '' ? 'The main package' : `The subpackage ${root}`;
  return new TerrariumError(code, `${name} could not be loaded: ${message}`, { cause });
}
