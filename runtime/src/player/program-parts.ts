import type { OpenedPackage } from '../package/index.ts';
import type { Skeleton } from '../protocol/skeletons.ts';
import type { StackMap } from './stack-map.ts';

/** The parts of a package that are loaded so far: scripts in the guest, skeletons here. */
export interface ProgramParts {
  /** Loads the part that holds `route`, and the main package before it. Loading twice is loading once. */
  ensure(route: string): Promise<void>;
  skeleton(index: number): Skeleton | undefined;
}

export function createProgramParts(
  opened: OpenedPackage,
  load: (file: string, code: string) => Promise<void>,
  stackMap: StackMap,
): ProgramParts {
  const skeletons = new Map<number, Skeleton>();
  const loading = new Map<string, Promise<void>>();
  const loadPart = async (root: string): Promise<void> => {
    const { part, logic, skeletons: table } = await opened.part(root);
    const map = part.logicMap === undefined ? undefined : await opened.readText(part.logicMap);
    stackMap.add(part.logic, () => map);
    table.skeletons.forEach((skeleton, index) => {
      skeletons.set(table.first + index, skeleton);
    });
    await load(part.logic, logic);
  };
  const once = (root: string): Promise<void> => {
    const known = loading.get(root);
    if (known) return known;
    const started = loadPart(root);
    loading.set(root, started);
    // A part that failed to arrive may be asked for again.
    started.catch(() => loading.delete(root));
    return started;
  };
  return {
    async ensure(route) {
      await once('');
      await once(opened.partOf(route));
    },
    skeleton: (index) => skeletons.get(index),
  };
}
