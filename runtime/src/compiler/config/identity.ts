import { basename } from 'node:path';
import { isAppId, isPackagePath } from '../../protocol/index.ts';
import type { Diagnostics } from '../diagnostics.ts';
import { createPathTest, type PathTest } from '../project/ignore-rules.ts';
import type { NpmRelation } from '../project/npm-finder.ts';
import { folderOf, resolvePath } from '../project/paths.ts';
import type { ProjectFiles } from '../project/project-files.ts';
import type { JsonValue } from './json-document.ts';
import type { JsonFiles } from './json-files.ts';
import { createValueReader } from './read-values.ts';

/** Settings file of this runtime, beside project.config.json: identity, capabilities and domains of the program. */
export const settingsFile = 'terrarium.json';
/** Settings file of the vendor's tools. */
export const projectConfigFile = 'project.config.json';

/** What a project says about itself outside app.json. */
export interface Identity {
  readonly appId: string;
  readonly name: string | undefined;
  readonly version: string;
  readonly icon: string | undefined;
  /** True when there is a `terrarium.json`: capabilities and domains are then exactly those it lists. */
  readonly declared: boolean;
  readonly capabilities: readonly string[];
  readonly domains: Readonly<Record<string, readonly string[]>>;
  /** Pages that links from outside may open; undefined for all. */
  readonly entryPages: readonly string[] | undefined;
  /** Folder of app.json relative to the project folder. */
  readonly sourceRoot: string;
  /** `useCompilerPlugins`: sources in `typescript`, `less` or `sass` win over what was compiled from them beside them. */
  readonly compilerPlugins: ReadonlySet<string>;
  /** `pluginRoot`: folder of the plugin developed together with this program, relative to the project folder. */
  readonly pluginRoot: string | undefined;
  /** `packNpmRelationList`, when `packNpmManually` says that it counts. */
  readonly npmRelations: readonly NpmRelation[];
  /** `packOptions` of project.config.json: what stays out of the package. */
  readonly isIgnored: PathTest;
}

export function readIdentity(root: string, files: ProjectFiles, json: JsonFiles, diagnostics: Diagnostics): Identity {
  const read = createValueReader(diagnostics);
  const own = json.read(files.projectFile(settingsFile), diagnostics);
  const vendor = json.read(files.projectFile(projectConfigFile), diagnostics);
  for (const [name, value] of own?.members() ?? []) {
    if (!ownKeys.has(name)) diagnostics.warn('CONFIG', `"${name}" is no setting of ${settingsFile}`, value.place);
  }
  const setting = vendor?.member('setting');
  const sourceRoot = readSourceRoot(vendor, diagnostics);
  return {
    appId: readAppId(root, own, vendor, diagnostics),
    name: read.text(own, 'name') ?? (read.text(vendor, 'projectname') || undefined),
    version: read.text(own, 'version') ?? '0.0.0',
    icon: read.text(own, 'icon'),
    declared: files.projectFile(settingsFile) !== undefined,
    capabilities: read.texts(own, 'capabilities'),
    domains: Object.fromEntries(
      (own?.member('domains')?.members() ?? []).map(([kind]) => [kind, read.texts(own?.member('domains'), kind)]),
    ),
    entryPages: own?.member('entryPages') === undefined ? undefined : read.texts(own, 'entryPages'),
    sourceRoot,
    pluginRoot: vendor === undefined ? undefined : pathAt(vendor, 'pluginRoot') || undefined,
    npmRelations: readNpmRelations(setting, sourceRoot, diagnostics),
    compilerPlugins: readCompilerPlugins(setting),
    isIgnored: readPackOptions(vendor?.member('packOptions'), diagnostics),
  };
}

const ownKeys = new Set([
  'appId',
  'name',
  'description',
  'version',
  'icon',
  'capabilities',
  'domains',
  'entryPages',
  'server',
  '$schema',
]);

function readAppId(
  root: string,
  own: JsonValue | undefined,
  vendor: JsonValue | undefined,
  diagnostics: Diagnostics,
): string {
  const written = own?.member('appId');
  if (written !== undefined) {
    if (typeof written.value === 'string' && isAppId(written.value)) return written.value;
    diagnostics.problem(
      'MANIFEST',
      `"appId" must be up to 63 lower-case letters, digits and inner dashes, found ${JSON.stringify(written.value)}`,
      written.place,
    );
  }
  const foreign = vendor?.member('appid')?.value;
  if (typeof foreign === 'string' && isAppId(foreign.toLowerCase())) return foreign.toLowerCase();
  const slug = basename(root)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 63)
    .replace(/^-+|-+$/g, '');
  return isAppId(slug) ? slug : 'program';
}

/** Path of the icon when the package holds it. */
export function readIcon(
  { icon }: Identity,
  content: ReadonlyMap<string, unknown>,
  diagnostics: Diagnostics,
): string | undefined {
  const path = icon === undefined ? undefined : resolvePath('', icon);
  if (icon === undefined || (path !== undefined && content.has(path))) return path;
  diagnostics.warn('ASSET', `${settingsFile}: there is no icon ${JSON.stringify(icon)}`);
  return undefined;
}

/** The entry pages that are pages. */
export function readEntryPages(
  { entryPages }: Identity,
  pages: readonly string[],
  diagnostics: Diagnostics,
): string[] | undefined {
  return entryPages?.filter((path) => {
    const isPage = pages.includes(path);
    if (!isPage)
      diagnostics.warn('CONFIG', `${settingsFile}: the entry page ${JSON.stringify(path)} is none of app.json`);
    return isPage;
  });
}

/** What `ignore` matches, but for what `include` matches as well. */
function readPackOptions(options: JsonValue | undefined, diagnostics: Diagnostics): PathTest {
  const tests = (key: string): PathTest[] =>
    (options?.member(key)?.items() ?? []).flatMap((item) => {
      const [type, value] = [item.member('type')?.value, item.member('value')?.value];
      const test = typeof type === 'string' && typeof value === 'string' ? createPathTest({ type, value }) : undefined;
      if (test !== undefined) return [test];
      diagnostics.warn('CONFIG', `an entry of "packOptions.${key}" cannot be used; it is left out`, item.place);
      return [];
    });
  const [ignored, included] = [tests('ignore'), tests('include')];
  return (path) => ignored.some((test) => test(path)) && !included.some((test) => test(path));
}

function readCompilerPlugins(setting: JsonValue | undefined): Set<string> {
  const known = (setting?.member('useCompilerPlugins')?.items() ?? []).map((one) => one.value);
  return new Set(known.filter((one) => typeof one === 'string'));
}

function readNpmRelations(setting: JsonValue | undefined, sourceRoot: string, diagnostics: Diagnostics): NpmRelation[] {
  if (setting?.member('packNpmManually')?.value !== true) return [];
  return (setting.member('packNpmRelationList')?.items() ?? []).flatMap((item) => {
    const file = pathAt(item, 'packageJsonPath');
    const target = pathAt(item, 'miniprogramNpmDistDir');
    const inside = target === sourceRoot || sourceRoot === '' || target?.startsWith(`${sourceRoot}/`);
    if (file === undefined || target === undefined || !inside) {
      const what = '"packageJsonPath" and a "miniprogramNpmDistDir" inside the mini-program\'s folder';
      diagnostics.warn('CONFIG', `an entry of "packNpmRelationList" needs ${what}; it is left out`, item.place);
      return [];
    }
    return [{ from: folderOf(file), to: target.slice(sourceRoot.length).replace(/^\//, '') }];
  });
}

/** A path relative to the project folder; `''` is that folder itself. */
function pathAt(owner: JsonValue, name: string): string | undefined {
  const written = owner.member(name)?.value;
  if (typeof written !== 'string') return undefined;
  return /^\.?\/?$/.test(written) ? '' : resolvePath('', written.replace(/^\/+/, ''));
}

function readSourceRoot(vendor: JsonValue | undefined, diagnostics: Diagnostics): string {
  const written = vendor?.member('miniprogramRoot');
  if (written === undefined || typeof written.value !== 'string') return '';
  const folder = resolvePath('', written.value.replace(/^\/+/, ''));
  if (folder !== undefined && isPackagePath(folder)) return folder;
  if (!/^[./]*$/.test(written.value) || written.value.includes('..')) {
    diagnostics.problem(
      'MANIFEST',
      `"miniprogramRoot" must be a folder inside the project, found ${JSON.stringify(written.value)}`,
      written.place,
    );
  }
  return '';
}
