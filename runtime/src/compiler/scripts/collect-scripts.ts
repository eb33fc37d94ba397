import { namespaceOf } from '../../protocol/index.ts';
import type { JsonFiles } from '../config/json-files.ts';
import type { PartMap } from '../config/part-map.ts';
import type { Diagnostics, Place } from '../diagnostics.ts';
import { createFileCache } from '../file-cache.ts';
import { explainMissingPackage } from '../project/missing-package.ts';
import { extensionOf } from '../project/paths.ts';
import type { ProjectFiles, SourceFile } from '../project/project-files.ts';
import { type CompiledScript, compileScript, type ScriptOptions } from './compile-script.ts';
import { type ModuleFinder, moduleNameOf } from './find-module.ts';
import type { LogicModule } from './logic-file.ts';

/** Compiles scripts and everything they require, each at most once per change. */
export interface ScriptCollector {
  /** Modules reachable from the entry files, in order of name. */
  collect(entries: readonly string[], project: ScriptProject): Promise<LogicModule[]>;
  sweep(): void;
}

export interface ScriptProject {
  readonly files: ProjectFiles;
  readonly json: JsonFiles;
  readonly finder: ModuleFinder;
  readonly diagnostics: Diagnostics;
  readonly parts: PartMap;
  /** Only what lies in this folder is collected: the scripts of workers see nothing else. */
  readonly within?: string | undefined;
}

export function createScriptCollector(options: ScriptOptions): ScriptCollector {
  const cache = createFileCache<Promise<CompiledScript>>();

  const scriptModule = async (file: SourceFile, project: ScriptProject): Promise<Step> => {
    const compiled = await cache.get(file, (changed) => compileScript(changed, options));
    project.diagnostics.add(compiled.findings);
    const step: Step = { modules: [], next: [] };
    for (const { specifier, place, later } of compiled.requires) {
      const found = project.finder.find(file.path, specifier);
      if (found === undefined) {
        const reason = explainMissingPackage(project.files, file.path, specifier);
        const missing = `there is no module ${JSON.stringify(specifier)}; require of it throws`;
        project.diagnostics.warn('MODULE', reason === undefined ? missing : `${missing}: ${reason}`, place);
        continue;
      }
      if (project.within !== undefined && !found.path.startsWith(`${project.within}/`)) {
        const outside = `${found.path} lies outside ${project.within}, the folder of the workers`;
        project.diagnostics.warn('MODULE', `${outside}: a worker may not require it, so that throws`, place);
        continue;
      }
      step.next.push(found.path);
      if (!later) warnAboutPart(file.path, found.path, place, project);
      if (found.alias !== undefined) step.modules.push(aliasModule(found.alias, found.path));
    }
    const { code, map } = compiled;
    step.modules.push({ definer: 'defineModule', name: moduleNameOf(file.path), code, map });
    return step;
  };

  return {
    async collect(entries, project) {
      const modules = new Map<string, LogicModule>();
      const seen = new Set<string>();
      let wave = [...entries];
      while (wave.length > 0) {
        // A whole wave at once: esbuild works in a process of its own, on all cores.
        const steps = await Promise.all(
          wave.map(async (path): Promise<Step> => {
            const file = seen.has(path) ? undefined : project.files.get(path);
            seen.add(path);
            if (file === undefined) return { modules: [], next: [] };
            return extensionOf(path) === '.json' ? jsonModule(file, project) : scriptModule(file, project);
          }),
        );
        for (const one of steps.flatMap((step) => step.modules)) modules.set(one.name, one);
        wave = steps.flatMap((step) => step.next);
      }
      return [...modules.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
    },
    sweep: cache.sweep,
  };
}

/** What stands in another part may not be there yet when this one runs. */
function warnAboutPart(from: string, to: string, place: Place, { parts, diagnostics }: ScriptProject): void {
  if (parts.isNear(from, to)) return;
  const lies = `${to} lies in ${parts.describe(to)}, which may not be loaded when ${parts.describe(from)} runs`;
  diagnostics.warn('MODULE', `${lies}: use require.async`, place);
}

interface Step {
  readonly modules: LogicModule[];
  readonly next: string[];
}

/** Text, parsed in the guest: as a literal, a member called `__proto__` would change the object instead of filling it. */
function jsonModule(file: SourceFile, { json, diagnostics }: ScriptProject): Step {
  const value = json.read(file, diagnostics)?.value ?? null;
  const code = `module.exports = JSON.parse(${JSON.stringify(JSON.stringify(value))});`;
  return { modules: [{ definer: 'defineModule', name: file.path, code }], next: [] };
}

/** Stands where the guest looks for a package whose entry script has another name. */
function aliasModule(alias: string, path: string): LogicModule {
  const code = `module.exports = require(${JSON.stringify(moduleNameOf(path).slice(namespaceOf(path).length).replace(/^\/?/, '/'))});`;
  return { definer: 'defineModule', name: alias, code };
}
