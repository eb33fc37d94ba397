import type { ComponentUnit } from './config/components.ts';
import type { Diagnostics } from './diagnostics.ts';
import { joinPath } from './project/paths.ts';
import type { ProjectFiles } from './project/project-files.ts';
import type { SheetLinker } from './styles/link-sheet.ts';
import { styleLanguages } from './styles/style-source.ts';

/** A style sheet of the package and whom it belongs to. */
export interface StyleFile {
  /** `app`, or the path of a page or component. */
  readonly owner: string;
  /** Where it is in the package. */
  readonly path: string;
  /** What its classes are confined with; components only. */
  readonly prefix: string | undefined;
  readonly text: string;
}

/**
 * Links the sheets of the app and of every page and component that has one. Prefixes are numbered over all
 * components in order of path, so they are short and the same in every build of the same project. `languages` are
 * those of `useCompilerPlugins`: a source in one of them wins over a `.wxss` beside it, which is then an old
 * compilation of it; without them it is the other way round.
 */
export async function collectStyles(
  units: Iterable<ComponentUnit>,
  { partOf, linker, languages, lent }: StyleOptions,
  files: ProjectFiles,
  diagnostics: Diagnostics,
): Promise<StyleFile[]> {
  const owners: { owner: string; sources: readonly string[]; prefix: string | undefined }[] = [];
  let components = 0;
  const add = (owner: string, prefix: string | undefined, before: readonly string[] = []): void => {
    const source = sourceOf(owner, files, languages);
    if (source === undefined) warnAboutForeign(owner, files, diagnostics);
    const sources = source === undefined ? before : [...before, source];
    if (sources.length > 0) owners.push({ owner, sources, prefix });
  };
  add('app', undefined, lent);
  for (const unit of units) {
    if (!unit.isPage) components += 1;
    add(unit.path, unit.isPage ? undefined : `c${components}`);
  }
  const styles: StyleFile[] = [];
  for (const { owner, sources, prefix } of owners) {
    const root = partOf(owner);
    const inPart = root === '' ? owner : owner.slice(root.length + 1);
    const text = await linker.link(sources, prefix, files, diagnostics);
    styles.push({ owner, path: joinPath(root, `styles/${inPart}.css`), prefix, text });
  }
  return styles;
}

export interface StyleOptions {
  readonly partOf: (path: string) => string;
  readonly linker: SheetLinker;
  readonly languages: ReadonlySet<string>;
  /** Sheets of extended libraries: they come before app.wxss, which may overrule them. */
  readonly lent: readonly string[];
}

function sourceOf(owner: string, files: ProjectFiles, languages: ReadonlySet<string>): string | undefined {
  const foreign = Object.entries(styleLanguages);
  const preferred = foreign.filter(([, language]) => languages.has(language));
  const order = [...preferred, ['.wxss'] as const, ...foreign];
  return order.map(([extension]) => owner + extension).find((path) => files.has(path));
}

function warnAboutForeign(owner: string, files: ProjectFiles, diagnostics: Diagnostics): void {
  if (!files.has(`${owner}.styl`)) return;
  const file = files.placeOf(`${owner}.styl`);
  diagnostics.warn('STYLE', `${file}: Stylus is not compiled here; compile it to .wxss beside it`, {
    position: { file, line: 1, column: 1 },
  });
}

/** The `data-*` attributes, in lower case, that any of the sheets selects by. */
export function selectedData(styles: readonly StyleFile[]): ReadonlySet<string> {
  const found = styles.flatMap(({ text }) => [...text.matchAll(/\[(data-[\w-]+)/gi)]);
  return new Set(found.map(([, name = '']) => name.toLowerCase()));
}
