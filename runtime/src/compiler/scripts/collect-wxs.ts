import type { Diagnostics } from '../diagnostics.ts';
import { createFileCache } from '../file-cache.ts';
import { extensionOf, folderOf, resolvePath } from '../project/paths.ts';
import type { ProjectFiles } from '../project/project-files.ts';
import { type CompiledWxs, compileWxs } from './compile-wxs.ts';
import type { LogicModule } from './logic-file.ts';

/** Compiles `.wxs` files and what they require, each at most once per change. */
export interface WxsCollector {
  /**
   * Modules of the given files and inline modules and of everything those require, in order of name. Inline
   * modules come with the file they stand in.
   */
  collect(
    entries: readonly string[],
    inline: readonly { readonly module: CompiledWxs; readonly file: string }[],
    files: ProjectFiles,
    diagnostics: Diagnostics,
  ): LogicModule[];
  sweep(): void;
}

export function createWxsCollector(sourceMap: boolean): WxsCollector {
  const cache = createFileCache<CompiledWxs>();
  return {
    collect(entries, inline, files, diagnostics) {
      const modules = new Map<string, LogicModule>();
      const pending = [...entries];
      const add = ({ name, code, map, requires, findings }: CompiledWxs, from: string): void => {
        modules.set(name, { definer: 'defineWxs', name, code, map });
        diagnostics.add(findings);
        for (const { specifier, place } of requires) {
          const path = findWxs(files, from, specifier);
          if (path === undefined) {
            diagnostics.warn(
              'MODULE',
              `there is no WXS module ${JSON.stringify(specifier)}; require of it throws`,
              place,
            );
          } else pending.push(path);
        }
      };
      for (const { module, file } of inline) add(module, file);
      for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
        const file = modules.has(path) ? undefined : files.get(path);
        if (file === undefined) continue;
        const start = { line: 1, column: 1 };
        const compiled = cache.get(file, () => {
          return compileWxs({ name: file.path, code: file.text, file, start }, sourceMap);
        });
        add(compiled, path);
      }
      return [...modules.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
    },
    sweep: cache.sweep,
  };
}

/** WXS requires by relative path only, with or without the extension. */
function findWxs(files: ProjectFiles, from: string, specifier: string): string | undefined {
  const path = resolvePath(folderOf(from), specifier);
  if (path === undefined) return undefined;
  const named = extensionOf(path) === '.wxs' ? path : `${path}.wxs`;
  return files.has(named) ? named : undefined;
}
