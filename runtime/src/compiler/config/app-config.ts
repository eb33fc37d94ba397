import type { Json, TabBar, WindowConfig } from '../../protocol/index.ts';
import type { Diagnostics, Place } from '../diagnostics.ts';
import { resolvePath } from '../project/paths.ts';
import type { ProjectFiles } from '../project/project-files.ts';
import type { JsonValue } from './json-document.ts';
import type { LocalPlugin } from './plugins.ts';
import { createValueReader, type ValueReader } from './read-values.ts';
import { readTabBar } from './tab-bar.ts';
import type { Theme } from './theme.ts';
import { readWindow } from './window.ts';

export const appConfigFile = 'app.json';

export interface PageListing {
  readonly route: string;
  /** Where app.json lists it. */
  readonly place: Place;
}

/** `workers`: the folder of scripts that `wx.createWorker` runs in a realm of their own. */
export interface WorkersFolder {
  readonly root: string;
  readonly isSubpackage: boolean;
  readonly place: Place;
}

export interface AppConfig {
  /** In app.json order, those of the main package first. */
  readonly pages: readonly PageListing[];
  /** Subpackages only. */
  readonly subpackages: readonly { readonly root: string; readonly independent: boolean }[];
  /** `preloadRule`: route → roots of the parts to fetch when it opens. */
  readonly preload: Readonly<Record<string, string[]>>;
  /** Those at hand; their pages come after all others. */
  readonly plugins: readonly LocalPlugin[];
  readonly entryPage: string;
  readonly window: WindowConfig;
  readonly tabBar: TabBar | undefined;
  readonly theme: Theme;
  /** Window and tab bar in dark mode; absent when the program does not follow it. */
  readonly dark: { readonly window: WindowConfig; readonly tabBar: TabBar | undefined } | undefined;
  /** Keys that the gate or the guest reads as they are. */
  readonly app: Readonly<Record<string, Json>>;
  readonly usingComponents: JsonValue | undefined;
  readonly componentPlaceholder: JsonValue | undefined;
  readonly workers: WorkersFolder | undefined;
  /** It was said that there is no Skyline here. */
  readonly isSkyline: boolean;
}

const keptKeys = [
  'permission',
  'requiredPrivateInfos',
  'requiredBackgroundModes',
  'networkTimeout',
  'navigateToMiniProgramAppIdList',
  'embeddedAppIdList',
  '__usePrivacyCheck__',
  'debug',
  'style',
  'darkmode',
  'resizable',
];
/** Keys that would change what a program does, and that nothing here acts on. */
const unsupportedKeys: Readonly<Record<string, string>> = {
  functionalPages: 'functional pages are not supported',
};

/** Reads app.json. Absent when it lists no page, which is a problem. */
export function readAppConfig(
  json: JsonValue,
  { theme, plugins }: { readonly theme: Theme; readonly plugins: readonly LocalPlugin[] },
  files: ProjectFiles,
  diagnostics: Diagnostics,
): AppConfig | undefined {
  const read = createValueReader(diagnostics);
  for (const [name, what] of Object.entries(unsupportedKeys)) {
    const found = json.member(name);
    if (found !== undefined) diagnostics.warn('CONFIG', `"${name}": ${what}`, found.place);
  }
  const subpackages = readSubpackages(json, read, diagnostics);
  const pages = dedupe(
    [...readPages(json, '', diagnostics), ...subpackages.flatMap((one) => readPages(one.json, one.root, diagnostics))],
    diagnostics,
  );
  const first = pages[0]?.route;
  if (first === undefined) {
    const place = json.member('pages')?.place ?? json.place;
    diagnostics.problem('MANIFEST', `${appConfigFile} lists no page; add at least one to "pages"`, place);
    return undefined;
  }
  const routes = pages.map((page) => page.route);
  return {
    pages: [...pages, ...plugins.flatMap((plugin) => [...plugin.pages.values()])],
    plugins,
    subpackages: subpackages.map(({ root, independent }) => ({ root, independent })),
    preload: readPreloadRules(json, { subpackages, routes, read, diagnostics }),
    entryPage: readEntryPage(json, routes, read, diagnostics) ?? first,
    window: readWindow(theme.light(json).member('window'), read),
    tabBar: readTabBar(theme.light(json), routes, files, read, diagnostics),
    theme,
    dark: theme.darkmode
      ? {
          window: readWindow(theme.dark(json).member('window'), read),
          tabBar: readTabBar(theme.dark(json), routes, files, read, diagnostics),
        }
      : undefined,
    app: Object.fromEntries(
      keptKeys.flatMap((key) => {
        const found = json.member(key);
        return found === undefined ? [] : [[key, found.value]];
      }),
    ),
    usingComponents: json.member('usingComponents'),
    componentPlaceholder: json.member('componentPlaceholder'),
    workers: readWorkers(json, read, diagnostics),
    isSkyline: warnAboutSkyline(json, diagnostics),
  };
}

function readPages(owner: JsonValue, root: string, diagnostics: Diagnostics): PageListing[] {
  return (owner.member('pages')?.items() ?? []).flatMap((item) => {
    const route = typeof item.value === 'string' ? resolvePath(root, item.value.replace(/^\/+/, '')) : undefined;
    if (route !== undefined) return [{ route, place: item.place }];
    diagnostics.problem('MANIFEST', `${JSON.stringify(item.value)} is no page path`, item.place);
    return [];
  });
}

interface Subpackage {
  readonly name: string | undefined;
  readonly root: string;
  readonly independent: boolean;
  readonly json: JsonValue;
}

function readSubpackages(json: JsonValue, read: ValueReader, diagnostics: Diagnostics): Subpackage[] {
  const found = new Map<string, Subpackage>();
  for (const key of ['subPackages', 'subpackages']) {
    for (const item of json.member(key)?.items() ?? []) {
      const root = resolvePath('', (read.text(item, 'root') ?? '').replace(/^\/+/, ''));
      if (root === undefined || found.has(root)) {
        diagnostics.problem('MANIFEST', 'a subpackage needs a "root" of its own: a folder of the project', item.place);
      } else {
        found.set(root, {
          name: read.text(item, 'name'),
          root,
          independent: read.flag(item, 'independent') ?? false,
          json: item,
        });
      }
    }
  }
  return [...found.values()];
}

function readPreloadRules(
  json: JsonValue,
  {
    subpackages,
    routes,
    read,
    diagnostics,
  }: { subpackages: Subpackage[]; routes: readonly string[]; read: ValueReader; diagnostics: Diagnostics },
): Record<string, string[]> {
  const rootOf = (name: string): string | undefined => {
    if (name === '__APP__') return '';
    const path = resolvePath('', name.replace(/^\/+/, ''));
    return subpackages.find((one) => one.name === name || one.root === path)?.root;
  };
  const rules = new Map<string, string[]>();
  for (const [written, rule] of json.member('preloadRule')?.members() ?? []) {
    const route = resolvePath('', written.replace(/^\/+/, ''));
    if (route === undefined || !routes.includes(route)) {
      diagnostics.warn('CONFIG', `"preloadRule" names ${JSON.stringify(written)}, which is not in "pages"`, rule.place);
      continue;
    }
    const roots = read.texts(rule, 'packages').flatMap((name) => {
      const root = rootOf(name);
      if (root !== undefined) return [root];
      const place = rule.member('packages')?.place;
      diagnostics.warn(
        'CONFIG',
        `"preloadRule" names the subpackage ${JSON.stringify(name)}, which does not exist`,
        place,
      );
      return [];
    });
    rules.set(route, roots);
  }
  return Object.fromEntries(rules);
}

function readWorkers(json: JsonValue, read: ValueReader, diagnostics: Diagnostics): WorkersFolder | undefined {
  const workers = json.member('workers');
  if (workers === undefined) return undefined;
  const written = workers.member('path')?.value ?? workers.value;
  const root = typeof written === 'string' ? resolvePath('', written.replace(/^\/+|\/+$/g, '')) : undefined;
  if (root !== undefined && root !== '') {
    return { root, isSubpackage: read.flag(workers, 'isSubpackage') ?? false, place: workers.place };
  }
  diagnostics.warn('CONFIG', '"workers" must name a folder of the project; it is ignored', workers.place);
  return undefined;
}

/** Of app.json or of a page; worth saying once. */
export function warnAboutSkyline(json: JsonValue | undefined, diagnostics: Diagnostics): boolean {
  const renderer = json?.member('renderer');
  if (renderer?.value !== 'skyline') return false;
  const missing = 'pages are drawn as with "webview"; worklets, gesture components and shared elements do nothing';
  diagnostics.warn('CONFIG', `"renderer": there is no Skyline here: ${missing}`, renderer.place);
  return true;
}

function readEntryPage(
  json: JsonValue,
  routes: readonly string[],
  read: ValueReader,
  diagnostics: Diagnostics,
): string | undefined {
  const written = read.text(json, 'entryPagePath');
  if (written === undefined) return undefined;
  const route = resolvePath('', written);
  if (route !== undefined && routes.includes(route)) return route;
  const place = json.member('entryPagePath')?.place;
  diagnostics.warn('CONFIG', `"entryPagePath" names ${JSON.stringify(written)}, which is not in "pages"`, place);
  return undefined;
}

function dedupe(pages: readonly PageListing[], diagnostics: Diagnostics): PageListing[] {
  const seen = new Set<string>();
  return pages.filter(({ route, place }) => {
    if (seen.has(route)) diagnostics.warn('CONFIG', `${route} is listed twice`, place);
    return !seen.has(route) && seen.add(route);
  });
}
