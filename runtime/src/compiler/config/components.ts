import { builtInTags, namespaceOf, type WindowConfig } from '../../protocol/index.ts';
import type { Diagnostics } from '../diagnostics.ts';
import { explainMissingPackage } from '../project/missing-package.ts';
import type { ProjectFiles } from '../project/project-files.ts';
import { type AppConfig, warnAboutSkyline } from './app-config.ts';
import { findComponent } from './component-paths.ts';
import type { JsonValue } from './json-document.ts';
import type { JsonFiles } from './json-files.ts';
import type { PartMap } from './part-map.ts';
import { findImplementations, findPluginComponent, type LocalPlugin } from './plugins.ts';
import { createValueReader } from './read-values.ts';
import type { Theme } from './theme.ts';
import { readWindow } from './window.ts';

/** A page or component of the program, with the files that belong to it. */
export interface ComponentUnit {
  /** Without extension. */
  readonly path: string;
  readonly isPage: boolean;
  /** Tag → component path; the app's own components included. */
  readonly usingComponents: ReadonlyMap<string, string>;
  /** Abstract tags: its users say what they are. */
  readonly generics: ReadonlySet<string>;
  readonly window: WindowConfig | undefined;
  /** The same in dark mode; pages of programs that follow it. */
  readonly darkWindow: WindowConfig | undefined;
  readonly styleIsolation: string | undefined;
  /** `componentPlaceholder`: tag → tag of a component or of what is built in. */
  readonly placeholders: ReadonlyMap<string, string>;
}

/** Every page and every component reachable from one, in order of path. Components may use each other in circles. */
export function readComponents(
  app: AppConfig,
  files: ProjectFiles,
  json: JsonFiles,
  parts: PartMap,
  diagnostics: Diagnostics,
): Map<string, ComponentUnit> {
  const project: UnitProject = { files, json, parts, plugins: app.plugins, theme: app.theme, diagnostics };
  const shared = readUses(app.usingComponents, 'app', project);
  const sharedPlaceholders = readPlaceholders(app.componentPlaceholder, shared, diagnostics);
  warnAboutParts({ owner: 'app', uses: shared, placeholders: sharedPlaceholders }, app.usingComponents, project);
  const pages = new Set(app.pages.map((page) => page.route));
  const units = new Map<string, ComponentUnit>();
  const pending = [...pages, ...shared.values()];
  if (app.tabBar?.custom === true) {
    const bar = findComponent(files, 'app', '/custom-tab-bar/index');
    if (bar !== undefined) pending.push(bar);
  }
  for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
    if (units.has(path)) continue;
    // The app's components do not reach into parts that must run without it, nor into plugins.
    const isLent = (target: string): boolean =>
      namespaceOf(path) === '' && (!parts.isIndependent(path) || parts.isNear(path, target));
    const lent = new Map([...shared].filter(([, target]) => isLent(target)));
    const unit = readUnit(path, pages.has(path), { uses: lent, placeholders: sharedPlaceholders }, project);
    units.set(path, unit);
    pending.push(...unit.usingComponents.values());
  }
  const hasSkyline = (path: string): boolean =>
    warnAboutSkyline(json.read(files.get(`${path}.json`), diagnostics), diagnostics);
  if (!app.isSkyline) [...pages].some(hasSkyline);
  for (const { route, place } of app.pages) {
    if (files.has(`${route}.wxml`)) continue;
    diagnostics.problem(
      'MANIFEST',
      `app.json lists the page ${route}, but there is no ${files.placeOf(`${route}.wxml`)}; create it or remove the page`,
      place,
    );
  }
  return new Map([...units].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function readUnit(path: string, isPage: boolean, shared: Shared, project: UnitProject): ComponentUnit {
  const { files, json, theme, diagnostics } = project;
  const config = json.read(files.get(`${path}.json`), diagnostics);
  const read = createValueReader(diagnostics);
  const generics = readGenerics(config, path, project);
  const written = config?.member('usingComponents');
  const own = readUses(written, path, project);
  const usingComponents = new Map([...shared.uses, ...generics, ...own]);
  const ownPlaceholders = readPlaceholders(config?.member('componentPlaceholder'), usingComponents, diagnostics);
  warnAboutParts({ owner: path, uses: own, placeholders: ownPlaceholders }, written, project);
  // A tag that means something else here has nothing to do with the app's.
  const lent = [...shared.placeholders].filter(([tag]) => usingComponents.get(tag) === shared.uses.get(tag));
  const placeholders = new Map([...lent, ...ownPlaceholders]);
  return {
    path,
    isPage,
    usingComponents,
    generics: new Set((config?.member('componentGenerics')?.members() ?? []).map(([name]) => name)),
    placeholders,
    window: isPage ? readWindow(config && theme.light(config), read) : undefined,
    darkWindow: isPage && theme.darkmode ? readWindow(config && theme.dark(config), read) : undefined,
    styleIsolation: read.text(config, 'styleIsolation'),
  };
}

/** What app.json gives to all. */
interface Shared {
  readonly uses: ReadonlyMap<string, string>;
  readonly placeholders: ReadonlyMap<string, string>;
}

/** A component of a part that may not be loaded needs something to stand in for it. */
function warnAboutParts(
  { owner, uses, placeholders }: Shared & { readonly owner: string },
  written: JsonValue | undefined,
  { parts, diagnostics }: UnitProject,
): void {
  for (const [tag, target] of uses) {
    if (parts.isNear(owner, target) || placeholders.has(tag)) continue;
    const lies = `"${tag}" lies in ${parts.describe(target)}, which may not be loaded when ${parts.describe(owner)} runs`;
    diagnostics.warn('CONFIG', `${lies}: name a "componentPlaceholder" for it`, written?.member(tag)?.place);
  }
}

interface UnitProject {
  readonly files: ProjectFiles;
  readonly json: JsonFiles;
  readonly parts: PartMap;
  readonly plugins: readonly LocalPlugin[];
  readonly theme: Theme;
  readonly diagnostics: Diagnostics;
}

/** `componentPlaceholder`. What stands in is named as in the template: by a tag of `usingComponents`, or a built-in one. */
function readPlaceholders(
  named: JsonValue | undefined,
  uses: ReadonlyMap<string, string>,
  diagnostics: Diagnostics,
): Map<string, string> {
  const placeholders = new Map<string, string>();
  for (const [tag, written] of named?.members() ?? []) {
    const name = written.value;
    if (typeof name === 'string' && name !== tag && (uses.has(name) || builtInTags.includes(name)))
      placeholders.set(tag, name);
    else {
      const found = JSON.stringify(name);
      diagnostics.warn(
        'CONFIG',
        `"componentPlaceholder" of "${tag}" names ${found}, which is no component here`,
        written.place,
      );
    }
  }
  return placeholders;
}

/**
 * `componentGenerics`: the default of each stands in until someone names another, as app.json does for components of
 * plugins (`genericsImplementation`).
 */
function readGenerics(config: JsonValue | undefined, owner: string, project: UnitProject): Map<string, string> {
  const uses = new Map<string, string>();
  const given = findImplementations(project.plugins, owner);
  for (const [name, generic] of config?.member('componentGenerics')?.members() ?? []) {
    const implementation = given?.member(name);
    const path = implementation
      ? findUse(implementation, name, 'app', project)
      : findUse(generic.member('default'), name, owner, project);
    if (path !== undefined) uses.set(name, path);
  }
  return uses;
}

function readUses(owner: JsonValue | undefined, path: string, project: UnitProject): Map<string, string> {
  const uses = new Map<string, string>();
  for (const [tag, written] of owner?.members() ?? []) {
    const found = findUse(written, tag, path, project);
    if (found !== undefined) uses.set(tag, found);
  }
  return uses;
}

function findUse(
  written: JsonValue | undefined,
  tag: string,
  owner: string,
  { files, plugins, diagnostics }: UnitProject,
): string | undefined {
  if (written === undefined) return undefined;
  const reference = written.value;
  if (typeof reference !== 'string') {
    diagnostics.warn('CONFIG', `"${tag}" must name a component by a string; it is left out`, written.place);
    return undefined;
  }
  if (/^[\w-]+:\/\//.test(reference)) {
    const inPlugin = findPluginComponent(plugins, reference);
    if (inPlugin === undefined) {
      const missing = `"${tag}" comes from ${reference}, which no plugin at hand has`;
      diagnostics.warn('UNSUPPORTED_COMPONENT', missing, written.place);
    }
    return inPlugin;
  }
  const found = findComponent(files, owner, reference);
  if (found === undefined) {
    const advice = explainMissingPackage(files, owner, reference) ?? 'check the path';
    diagnostics.warn('CONFIG', `"${tag}" uses ${reference}, which does not exist; ${advice}`, written.place);
  }
  return found;
}
