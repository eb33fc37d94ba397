import { basename, resolve } from 'node:path';
import { problemOf } from '../protocol/index.ts';
import type { Build } from './build.ts';
import { collectAssets } from './collect-assets.ts';
import { collectStyles, selectedData } from './collect-styles.ts';
import { createTemplateCollector } from './collect-templates.ts';
import { appConfigFile, readAppConfig } from './config/app-config.ts';
import { readComponents } from './config/components.ts';
import { lendExtendedLibs } from './config/extended-libs.ts';
import { findAppJson } from './config/find-app-json.ts';
import { readEntryPages, readIcon, readIdentity } from './config/identity.ts';
import { createJsonFiles } from './config/json-files.ts';
import { createPartMap } from './config/part-map.ts';
import { readPlugins } from './config/plugins.ts';
import { readTheme } from './config/theme.ts';
import { describeProgram } from './describe-program.ts';
import { createDiagnostics, type Diagnostics } from './diagnostics.ts';
import { type Pack, type PackedFile, pack } from './pack.ts';
import { createProjectFiles } from './project/project-files.ts';
import { createScriptCollector } from './scripts/collect-scripts.ts';
import { createWxsCollector } from './scripts/collect-wxs.ts';
import { createModuleFinder } from './scripts/find-module.ts';
import { createSheetLinker } from './styles/link-sheet.ts';
import { writeParts } from './write-parts.ts';
import { writeWorkers } from './write-workers.ts';

export interface CompilerOptions {
  /** Source maps with the authors' sources in them. Default true. */
  readonly development?: boolean | undefined;
  /** Shortens scripts. Default false. */
  readonly minify?: boolean | undefined;
}

/** Compiles one project folder again and again; keeps what did not change between builds. */
export interface Compiler {
  /** Never rejects for what the author wrote. Calls made during a build wait for it and build again. */
  build(): Promise<Build>;
  /** Forgets everything it kept. A build under way still ends. */
  dispose(): void;
}

/** `root` is the project folder: it holds app.json, or project.config.json with `miniprogramRoot`. */
export function createCompiler(root: string, options: CompilerOptions = {}): Compiler {
  const folder = resolve(root);
  const sourceMap = options.development ?? true;
  let steps = createSteps(folder, sourceMap, options.minify ?? false);
  let last: Promise<unknown> = Promise.resolve();
  return {
    build() {
      const current = steps;
      const next = last.then(() => buildOnce(folder, current, sourceMap));
      last = next.catch(() => undefined);
      return next;
    },
    dispose() {
      steps = createSteps(folder, sourceMap, options.minify ?? false);
    },
  };
}

function createSteps(folder: string, sourceMap: boolean, minify: boolean) {
  return {
    files: createProjectFiles(folder),
    json: createJsonFiles(),
    scripts: createScriptCollector({ sourceMap, minify }),
    wxs: createWxsCollector(sourceMap),
    templates: createTemplateCollector(sourceMap),
    sheets: createSheetLinker(),
  };
}
type Steps = ReturnType<typeof createSteps>;

async function buildOnce(folder: string, steps: Steps, sourceMap: boolean): Promise<Build> {
  const diagnostics = createDiagnostics();
  steps.files.begin();
  let packed: Pack | undefined;
  try {
    packed = await compile(folder, steps, sourceMap, diagnostics);
  } catch (error) {
    const { code, message } = problemOf(error);
    diagnostics.problem(code, message);
  }
  const inputs = steps.files.end();
  const { problems, warnings } = diagnostics.sorted();
  if (packed === undefined || problems.length > 0) {
    return { ok: false, files: new Map(), digest: '', problems, warnings, inputs };
  }
  // Only a good build sweeps: a broken app.json must not cost all that is known about the rest.
  for (const step of [steps.json, steps.scripts, steps.wxs, steps.templates, steps.sheets]) step.sweep();
  return { ok: true, ...packed, problems, warnings, inputs };
}

/** One build from reading to packing. Absent when there is no program to speak of; the reason is a problem. */
async function compile(
  folder: string,
  { files, json, scripts, wxs, templates, sheets }: Steps,
  sourceMap: boolean,
  diagnostics: Diagnostics,
): Promise<Pack | undefined> {
  const identity = readIdentity(folder, files, json, diagnostics);
  const appFile = findAppJson(folder, identity.sourceRoot, files, diagnostics);
  if (appFile === undefined) return undefined;
  files.useSourceRoot(identity.sourceRoot);
  files.useNpmRelations(identity.npmRelations);
  files.list(diagnostics);
  const appJson = json.read(files.get(appConfigFile), diagnostics);
  const lent = appJson === undefined ? [] : lendExtendedLibs(appJson, files, diagnostics);
  const plugins = appJson === undefined ? [] : readPlugins(appJson, identity, { files, json, diagnostics });
  const theme = appJson && readTheme(appJson, { files, json, diagnostics });
  const app = appJson && theme && readAppConfig(appJson, { theme, plugins }, files, diagnostics);
  if (app === undefined) return undefined;

  const parts = createPartMap(app.subpackages);
  const units = readComponents(app, files, json, parts, diagnostics);
  const finder = createModuleFinder(files, identity.compilerPlugins.has('typescript'));
  const mains = plugins.flatMap((plugin) => [plugin.main ?? [], plugin.export ?? []].flat());
  const entries = ['app', ...mains, ...units.keys()].flatMap((path) => finder.script(path) ?? []);
  const project = { files, json, finder, parts, diagnostics };
  const modules = await scripts.collect(entries, project);
  const workers = await writeWorkers(app.workers, scripts, { ...project, sourceMap });
  const options = { partOf: parts.rootOf, linker: sheets, languages: identity.compilerPlugins, lent };
  const styles = await collectStyles(units.values(), options, files, diagnostics);
  const collected = templates.collect(units.values(), selectedData(styles), files, diagnostics);
  const wxsModules = wxs.collect(
    collected.flatMap(({ compiled }) => compiled.wxsFiles),
    collected.flatMap(({ compiled, inline }) => inline.map((module) => ({ module, file: compiled.file }))),
    files,
    diagnostics,
  );
  const written = writeParts(parts.parts, { modules: [...modules, ...wxsModules], templates: collected }, sourceMap);

  const content = new Map<string, PackedFile>([...written.files, ...workers.files]);
  for (const { path, text } of styles) content.set(path, { bytes: new TextEncoder().encode(text) });
  const isIgnored = (path: string): boolean =>
    identity.isIgnored(path) || (app.workers !== undefined && path.startsWith(`${app.workers.root}/`));
  for (const { path, bytes, hash } of collectAssets(files, isIgnored, diagnostics)) {
    content.set(path, { bytes, hash });
  }
  const icon = readIcon(identity, content, diagnostics);
  const routes = app.pages.map((page) => page.route);
  const entryPages = readEntryPages(identity, routes, diagnostics);
  const described = describeProgram({
    identity,
    folderName: basename(folder),
    icon,
    entryPages,
    app,
    units,
    styles,
    templates: collected,
    parts: written.parts,
    workers: workers.described,
    files,
    finder,
  });
  return pack(content, described, diagnostics);
}
