import type { TabBar } from '../../protocol/index.ts';
import type { Diagnostics } from '../diagnostics.ts';
import { resolvePath } from '../project/paths.ts';
import type { ProjectFiles } from '../project/project-files.ts';
import type { JsonValue } from './json-document.ts';
import type { ValueReader } from './read-values.ts';

/** `tabBar` of app.json. Entries that name no page are left out with a warning. */
export function readTabBar(
  app: JsonValue,
  pages: readonly string[],
  files: ProjectFiles,
  read: ValueReader,
  diagnostics: Diagnostics,
): TabBar | undefined {
  const bar = app.member('tabBar');
  if (bar === undefined) return undefined;
  const icon = (item: JsonValue, name: string): string | undefined => {
    const written = read.text(item, name);
    if (written === undefined || written === '') return undefined;
    if (/^https?:/.test(written)) return written;
    const path = resolvePath('', written);
    if (path !== undefined && files.has(path)) return path;
    diagnostics.warn('ASSET', `"${name}": there is no ${written}; the tab has no such icon`, item.member(name)?.place);
    return undefined;
  };
  const list = (bar.member('list')?.items() ?? []).flatMap((item) => {
    const written = read.text(item, 'pagePath');
    const pagePath = resolvePath('', (written ?? '').replace(/\.(?:html|wxml)$/, ''));
    if (pagePath === undefined || !pages.includes(pagePath)) {
      const place = item.member('pagePath')?.place ?? item.place;
      diagnostics.warn(
        'CONFIG',
        `tabBar names ${JSON.stringify(written)}, which is not in "pages"; it is left out`,
        place,
      );
      return [];
    }
    return [
      {
        pagePath,
        text: read.text(item, 'text'),
        iconPath: icon(item, 'iconPath'),
        selectedIconPath: icon(item, 'selectedIconPath'),
      },
    ];
  });
  if (list.length < 2 || list.length > 5) {
    diagnostics.warn('CONFIG', `tabBar needs 2 to 5 entries, found ${list.length}`, bar.place);
  }
  if (list.length === 0) return undefined;
  return {
    color: read.text(bar, 'color'),
    selectedColor: read.text(bar, 'selectedColor'),
    backgroundColor: read.text(bar, 'backgroundColor'),
    borderStyle: read.choice(bar, 'borderStyle', ['black', 'white']),
    position: read.choice(bar, 'position', ['bottom', 'top']),
    custom: read.flag(bar, 'custom'),
    list,
  };
}
