import { pluginFolder } from '../../protocol/index.ts';
import type { Diagnostics, Place } from '../diagnostics.ts';
import { joinPath, resolvePath } from '../project/paths.ts';
import type { ProjectFiles } from '../project/project-files.ts';
import type { PageListing } from './app-config.ts';
import type { JsonValue } from './json-document.ts';
import type { JsonFiles } from './json-files.ts';
import { createValueReader } from './read-values.ts';

/** A plugin whose source is at hand. Its files have a namespace of their own in the package. */
export interface LocalPlugin {
  /** As app.json calls it. */
  readonly name: string;
  readonly provider: string | undefined;
  /** What `requirePlugin` gives: a path without extension. */
  readonly main: string | undefined;
  /** What `requireMiniProgram` in the plugin gives: a path without extension, in the program. */
  readonly export: string | undefined;
  /** `genericsImplementation`: name of a component of the plugin → its abstract tag → component of the program. */
  readonly implementations: JsonValue | undefined;
  /** `publicComponents`: name → component path. */
  readonly components: ReadonlyMap<string, string>;
  readonly pages: ReadonlyMap<string, PageListing>;
}

/** What a project says of its plugins outside app.json. */
export interface PluginProject {
  readonly appId: string;
  /** `pluginRoot` of project.config.json: the plugin that is developed together with this program. */
  readonly pluginRoot: string | undefined;
}

/**
 * `plugins` of app.json and of its subpackages. A plugin is taken from the folder its `path` names, or from
 * `pluginRoot` when it is the one developed here (`"version": "dev"`, or this program's own app id as provider).
 * Anything else lives on the vendor's servers: a warning.
 */
export function readPlugins(
  app: JsonValue,
  project: PluginProject,
  { files, json, diagnostics }: { files: ProjectFiles; json: JsonFiles; diagnostics: Diagnostics },
): LocalPlugin[] {
  const read = createValueReader(diagnostics);
  const subpackages = ['subPackages', 'subpackages'].flatMap((key) => app.member(key)?.items() ?? []);
  const found = new Map<string, LocalPlugin>();
  const declarations = [app, ...subpackages].flatMap((owner) =>
    (owner.member('plugins')?.members() ?? []).map(([name, declared]) => ({ owner, name, declared })),
  );
  for (const { owner, name, declared } of declarations) {
    if (found.has(name)) continue;
    const provider = read.text(declared, 'provider');
    const written = read.text(declared, 'path');
    const isOwn = /^dev/.test(String(declared.member('version')?.value)) || provider?.toLowerCase() === project.appId;
    const folder = written === undefined ? (isOwn ? project.pluginRoot : undefined) : resolvePath('', written);
    if (folder === undefined || !/^[\w-]+$/.test(name)) {
      const from = provider === undefined ? '' : ` of ${provider}`;
      const advice = 'name the folder of its source by "path", or by "pluginRoot" in project.config.json';
      diagnostics.warn('CONFIG', `the plugin "${name}"${from} is not at hand; ${advice}`, declared.place);
      continue;
    }
    const config = json.read(files.projectFile(joinPath(folder, 'plugin.json')), diagnostics);
    if (config === undefined) {
      diagnostics.warn('CONFIG', `the plugin "${name}" has no ${joinPath(folder, 'plugin.json')}`, declared.place);
      continue;
    }
    const root = joinPath(pluginFolder, name);
    files.mount(root, folder, diagnostics);
    found.set(name, {
      name,
      provider,
      ...readPlugin(config, root, diagnostics),
      // In a subpackage its path counts from there.
      export: readExport(declared.member('export'), read.text(owner, 'root') ?? '', files, diagnostics),
      implementations: declared.member('genericsImplementation'),
    });
  }
  return [...found.values()];
}

function readPlugin(
  config: JsonValue,
  root: string,
  diagnostics: Diagnostics,
): Pick<LocalPlugin, 'main' | 'components' | 'pages'> {
  const inside = ({ value, place }: JsonValue): { route: string; place: Place }[] => {
    const route = typeof value === 'string' ? resolvePath(root, `/${value}`) : undefined;
    if (route === undefined) diagnostics.warn('CONFIG', `${JSON.stringify(value)} is no path in the plugin`, place);
    return route === undefined ? [] : [{ route, place }];
  };
  const named = (key: string) =>
    (config.member(key)?.members() ?? []).flatMap(([name, value]) => inside(value).map((one) => [name, one] as const));
  const main = config.member('main');
  return {
    main: main && inside(main)[0]?.route.replace(/\.[jt]s$/, ''),
    components: new Map(named('publicComponents').map(([name, { route }]) => [name, route])),
    pages: new Map(named('pages')),
  };
}

/** `export`: the script whose exports the plugin may have of the program. */
function readExport(
  written: JsonValue | undefined,
  root: string,
  files: ProjectFiles,
  diagnostics: Diagnostics,
): string | undefined {
  if (written === undefined) return undefined;
  const path = typeof written.value === 'string' ? resolvePath(resolvePath('', root) ?? '', written.value) : undefined;
  const script = path?.replace(/\.[jt]s$/, '');
  if (script !== undefined && ['.js', '.ts'].some((extension) => files.has(script + extension))) return script;
  const named = JSON.stringify(written.value);
  diagnostics.warn(
    'CONFIG',
    `"export" names ${named}, which is no script of the program; check the path`,
    written.place,
  );
  return undefined;
}

/** What app.json puts in for the abstract tags of a plugin's component. */
export function findImplementations(plugins: readonly LocalPlugin[], component: string): JsonValue | undefined {
  for (const { components, implementations } of plugins) {
    for (const [name, path] of components) if (path === component) return implementations?.member(name);
  }
  return undefined;
}

/** Path of the component that `plugin://<plugin>/<name>` means. */
export function findPluginComponent(plugins: readonly LocalPlugin[], reference: string): string | undefined {
  const [, plugin, name] = /^plugin:\/\/([^/]+)\/(.+)$/.exec(reference) ?? [];
  return name === undefined ? undefined : plugins.find((one) => one.name === plugin)?.components.get(name);
}
