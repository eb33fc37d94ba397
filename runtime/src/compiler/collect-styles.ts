import type { ComponentUnit } from './config/components.ts';
import type { Diagnostics } from './diagnostics.ts';
import { joinPath } from './project/paths.ts';
import type { ProjectFiles } from './project/project-files.ts';
import type { SheetLinker } from './styles/link-sheet.ts';

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

const foreignExtensions = ['.less', '.scss', '.sass', '.styl'];

/**
 * Links the sheets of the app and of every page and component that has one. Prefixes are numbered over all
 * components in order of path, so they are short and the same in every build of the same project.
 */
export function collectStyles(
  units: Iterable<ComponentUnit>,
  partOf: (path: string) => string,
  linker: SheetLinker,
  files: ProjectFiles,
  diagnostics: Diagnostics,
): StyleFile[] {
  const styles: StyleFile[] = [];
  let components = 0;
  const add = (owner: string, prefix: string | undefined): void => {
    const source = `${owner}.wxss`;
    if (!files.has(source)) {
      warnAboutForeign(owner, files, diagnostics);
      return;
    }
    const root = partOf(owner);
    const inPart = root === '' ? owner : owner.slice(root.length + 1);
    const text = linker.link(source, prefix, files, diagnostics);
    styles.push({ owner, path: joinPath(root, `styles/${inPart}.css`), prefix, text });
  };
  add('app', undefined);
  for (const unit of units) {
    if (!unit.isPage) components += 1;
    add(unit.path, unit.isPage ? undefined : `c${components}`);
  }
  return styles;
}

function warnAboutForeign(owner: string, files: ProjectFiles, diagnostics: Diagnostics): void {
  const extension = foreignExtensions.find((one) => files.has(owner + one));
  if (extension === undefined) return;
  const file = files.placeOf(owner + extension);
  diagnostics.warn('STYLE', `${file} is not compiled here; compile it to .wxss beside it`, {
    position: { file, line: 1, column: 1 },
  });
}
