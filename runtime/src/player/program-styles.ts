import type { ProgramStyles } from '../dom/index.ts';
import type { OpenedPackage } from '../package/index.ts';
import { namespaceOf } from '../protocol/plugins.ts';

/** Reads the style sheets that a page needs, each file once for the life of the program. */
export interface StyleLoader {
  /** Sheets of `route` and of every component it can use. @throws TerrariumError PACKAGE */
  load(route: string): Promise<ProgramStyles>;
}

export function createStyleLoader(opened: OpenedPackage): StyleLoader {
  const { manifest } = opened;
  const components = new Map(Object.entries(manifest.components));
  const texts = new Map<string, string>();
  const read = async (path: string | undefined): Promise<void> => {
    if (path !== undefined && !texts.has(path)) texts.set(path, await opened.readText(path));
  };
  const sheet = (path: string | undefined): string | undefined => (path === undefined ? undefined : texts.get(path));

  /** Independent parts run without the main package, and plugins in any program: nothing of the app changes their looks. */
  const isIndependent = (route: string): boolean => {
    const root = opened.partOf(route);
    if (namespaceOf(route) !== '') return true;
    return manifest.parts.some((part) => part.root === root && part.independent === true);
  };

  /** The page and all components within reach of it: which of them a template uses is only known when it runs. */
  const reachable = (route: string): Set<string> => {
    const found = new Set<string>();
    const queue = [route];
    for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
      if (found.has(path)) continue;
      found.add(path);
      queue.push(...Object.values(components.get(path)?.usingComponents ?? {}));
    }
    return found;
  };
  return {
    async load(route) {
      const paths = [...reachable(route)].map((path) => components.get(path)?.style);
      await Promise.all([manifest.appStyle, ...paths].map(read));
      const page = components.get(route)?.style;
      const sheets = [
        { text: (isIndependent(route) ? undefined : sheet(manifest.appStyle)) ?? '', app: true },
        { text: sheet(page) ?? '' },
      ];
      return {
        sheets: () => sheets,
        renewed: manifest.app.style === 'v2',
        component(path) {
          const entry = components.get(path);
          return { text: sheet(entry?.style), prefix: entry?.prefix };
        },
      };
    },
  };
}
