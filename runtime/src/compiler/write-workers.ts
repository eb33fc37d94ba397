import type { Manifest } from '../protocol/index.ts';
import type { WorkersFolder } from './config/app-config.ts';
import type { Diagnostics } from './diagnostics.ts';
import type { PackedFile } from './pack.ts';
import { extensionOf, joinPath } from './project/paths.ts';
import type { ScriptCollector, ScriptProject } from './scripts/collect-scripts.ts';
import { moduleNameOf } from './scripts/find-module.ts';
import { writeLogicFile } from './scripts/logic-file.ts';

const scriptExtensions = new Set(['.js', '.ts']);

/**
 * Packs the scripts of the folder that `workers` of app.json names. All of them, because which one `wx.createWorker`
 * starts is known only when it is called; and nothing else, because a worker may require nothing else.
 */
export async function writeWorkers(
  folder: WorkersFolder | undefined,
  scripts: ScriptCollector,
  project: ScriptProject & { readonly sourceMap: boolean },
): Promise<{ described: Manifest['workers']; files: Map<string, PackedFile> }> {
  const files = new Map<string, PackedFile>();
  if (folder === undefined) return { described: undefined, files };
  const { root, isSubpackage, place } = folder;
  const entries = entriesOf(root, project);
  if (entries.length === 0) warnAboutNone(root, place, project.diagnostics);
  const modules = await scripts.collect(entries, { ...project, within: root });
  const { code, map } = writeLogicFile(modules, []);
  const logic = joinPath(root, 'workers.logic.js');
  const encoder = new TextEncoder();
  files.set(logic, { bytes: encoder.encode(code) });
  if (project.sourceMap) files.set(`${logic}.map`, { bytes: encoder.encode(map) });
  const described = {
    root,
    isSubpackage: isSubpackage || undefined,
    logic,
    logicMap: project.sourceMap ? `${logic}.map` : undefined,
    scripts: [...new Set(entries.map(moduleNameOf))].sort(),
  };
  return { described, files };
}

/** One file for each script: of `a.ts` and `a.js` the one that a `require` would find. */
function entriesOf(root: string, { files, finder }: ScriptProject): string[] {
  const found = files
    .paths()
    .filter((path) => path.startsWith(`${root}/`) && scriptExtensions.has(extensionOf(path)) && !path.endsWith('.d.ts'))
    .flatMap((path) => finder.script(path.slice(0, -extensionOf(path).length)) ?? []);
  return [...new Set(found)];
}

function warnAboutNone(root: string, place: WorkersFolder['place'], diagnostics: Diagnostics): void {
  diagnostics.warn('CONFIG', `"workers": there is no script in the folder ${root}`, place);
}
