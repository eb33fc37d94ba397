import type { ComponentEntry, Manifest, SkeletonNode, WindowConfig } from '../protocol/index.ts';
import type { StyleFile } from './collect-styles.ts';
import type { CollectedTemplate } from './collect-templates.ts';
import type { AppConfig } from './config/app-config.ts';
import type { ComponentUnit } from './config/components.ts';
import type { Identity } from './config/identity.ts';
import type { LocalPlugin } from './config/plugins.ts';
import type { ProjectFiles } from './project/project-files.ts';
import { type ModuleFinder, moduleNameOf } from './scripts/find-module.ts';

/** Everything the manifest is made of. */
export interface Description {
  readonly identity: Identity;
  readonly folderName: string;
  readonly icon: string | undefined;
  readonly entryPages: Manifest['entryPages'];
  readonly app: AppConfig;
  readonly units: ReadonlyMap<string, ComponentUnit>;
  readonly styles: readonly StyleFile[];
  readonly templates: readonly CollectedTemplate[];
  readonly parts: Manifest['parts'];
  readonly workers: Manifest['workers'];
  readonly files: ProjectFiles;
  readonly finder: ModuleFinder;
}

/** The manifest without its list of files. */
export function describeProgram(description: Description): Omit<Manifest, 'files'> {
  const { identity, folderName, icon, entryPages, app, units, styles, templates, parts, workers, files, finder } =
    description;
  const styleOf = new Map(styles.map((style) => [style.owner, style]));
  const moduleOf = (path: string): string | undefined => {
    const script = finder.script(path);
    return script === undefined ? undefined : moduleNameOf(script);
  };
  const withCanvas = filesWithCanvas(templates);
  const components = [...units].map(([path, unit]) => {
    const style = styleOf.get(path);
    const entry: ComponentEntry = {
      usingComponents: Object.fromEntries([...unit.usingComponents].sort(([a], [b]) => (a < b ? -1 : 1))),
      style: style?.path,
      prefix: style?.prefix,
      styleIsolation: unit.styleIsolation,
      placeholders: unit.placeholders.size === 0 ? undefined : Object.fromEntries(unit.placeholders),
      template: files.has(`${path}.wxml`) ? `${path}.wxml` : undefined,
      script: moduleOf(path),
      canvas: withCanvas.has(`${path}.wxml`) || undefined,
      window: unit.window,
    };
    return [path, entry] as const;
  });
  return {
    format: 1,
    appId: identity.appId,
    name: identity.name ?? app.window.navigationBarTitleText ?? folderName,
    version: identity.version,
    icon,
    development: !identity.declared,
    capabilities: [...identity.capabilities],
    domains: Object.fromEntries(Object.entries(identity.domains).map(([kind, hosts]) => [kind, [...hosts]])),
    pages: app.pages.map((page) => page.route),
    entryPage: app.entryPage,
    entryPages,
    window: app.window,
    tabBar: app.tabBar,
    dark: app.dark && { ...app.dark, pages: darkPages(units) },
    app: { ...app.app },
    components: Object.fromEntries(components),
    appStyle: styleOf.get('app')?.path,
    appScript: moduleOf('app'),
    parts,
    workers,
    plugins:
      app.plugins.length === 0
        ? undefined
        : Object.fromEntries(app.plugins.map((plugin) => [plugin.name, describePlugin(plugin, moduleOf)])),
    preload: Object.keys(app.preload).length === 0 ? undefined : { ...app.preload },
  };
}

/** Template files that have a canvas, or import one that has. */
function filesWithCanvas(templates: readonly CollectedTemplate[]): ReadonlySet<string> {
  const hasCanvas = (node: SkeletonNode): boolean =>
    node.kind === 'element' && (node.tag === 'canvas' || (node.children ?? []).some(hasCanvas));
  const found = new Set<string>();
  for (const { compiled } of templates) {
    if (compiled.skeletons.some(({ roots }) => roots.some(hasCanvas))) found.add(compiled.file);
  }
  for (let before = -1; before !== found.size; ) {
    before = found.size;
    for (const { compiled } of templates) {
      if (compiled.imports.some((path) => found.has(path))) found.add(compiled.file);
    }
  }
  return found;
}

function describePlugin(
  { main, provider, pages, export: exported }: LocalPlugin,
  moduleOf: (path: string) => string | undefined,
): NonNullable<Manifest['plugins']>[string] {
  return {
    main: main === undefined ? undefined : moduleOf(main),
    export: exported === undefined ? undefined : moduleOf(exported),
    provider,
    pages: Object.fromEntries([...pages].map(([name, { route }]) => [name, route])),
  };
}

/** Settings of pages that say anything; what they do not say they take from the window. */
function darkPages(units: ReadonlyMap<string, ComponentUnit>): Record<string, WindowConfig> {
  const pages = [...units].flatMap(([path, { darkWindow }]) =>
    darkWindow === undefined || Object.keys(darkWindow).length === 0 ? [] : [[path, darkWindow] as const],
  );
  return Object.fromEntries(pages);
}
