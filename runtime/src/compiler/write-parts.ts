import { partRootOf } from '../package/index.ts';
import type { Manifest } from '../protocol/index.ts';
import type { CollectedTemplate } from './collect-templates.ts';
import type { PackedFile } from './pack.ts';
import { joinPath } from './project/paths.ts';
import { type LogicModule, writeLogicFile } from './scripts/logic-file.ts';

export interface PartContent {
  /** Scripts first, then WXS; each in order of name. */
  readonly modules: readonly LogicModule[];
  readonly templates: readonly CollectedTemplate[];
}

/** Writes logic, source map and skeletons of the main package and of every subpackage. */
export function writeParts(
  roots: readonly { readonly root: string; readonly independent?: boolean }[],
  { modules, templates }: PartContent,
  sourceMap: boolean,
): { parts: Manifest['parts']; files: Map<string, PackedFile> } {
  const files = new Map<string, PackedFile>();
  const encoder = new TextEncoder();
  const put = (path: string, text: string): string => {
    files.set(path, { bytes: encoder.encode(text) });
    return path;
  };
  // Skeletons are numbered through all parts: an operation names one by its number alone.
  let first = 0;
  const parts = roots.map(({ root, independent }) => {
    const own = templates.filter(({ compiled }) => partRootOf(roots, compiled.file) === root);
    const file = { first, skeletons: own.flatMap(({ compiled }) => compiled.skeletons) };
    const units = own.map(({ compiled }) => {
      const unit = compiled.unit(first);
      first += compiled.skeletons.length;
      return unit;
    });
    const logic = writeLogicFile(
      modules.filter(({ name }) => partRootOf(roots, name) === root),
      units,
    );
    return {
      root,
      independent: independent === true ? true : undefined,
      logic: put(joinPath(root, 'main.logic.js'), logic.code),
      logicMap: sourceMap ? put(joinPath(root, 'main.logic.js.map'), logic.map) : undefined,
      skeletons: put(joinPath(root, 'main.skeletons.json'), JSON.stringify(file)),
    };
  });
  return { parts, files };
}
