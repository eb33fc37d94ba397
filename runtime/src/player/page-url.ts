import type { Manifest } from '../protocol/manifest.ts';
import { namespaceOf, pluginFolder } from '../protocol/plugins.ts';

/** A page address as programs write it: `/pages/a/a?x=1`, `../b/b`, `b`. */
export interface PageUrl {
  /** Route without leading slash, `..` resolved. */
  readonly route: string;
  readonly query: Readonly<Record<string, string>>;
  /** Route with its query, as error texts quote it. */
  readonly text: string;
}

/**
 * Resolves `url` against the route of the page that asks. Without a leading slash it is relative to that
 * page's folder, as in WeChat. Query values stay as written: WeChat does not decode them, and programs call
 * `decodeURIComponent` themselves.
 */
export function parsePageUrl(url: string, from: string): PageUrl {
  const mark = url.indexOf('?');
  const path = mark < 0 ? url : url.slice(0, mark);
  const search = mark < 0 ? '' : url.slice(mark + 1);
  const route = resolvePath(path, from);
  return { route, query: parseQuery(search), text: search === '' ? route : `${route}?${search}` };
}

/** `a=1&b` → `{a: '1', b: ''}`. The last of equal names wins; only the first `=` of a pair divides it. */
export function parseQuery(search: string): Record<string, string> {
  // fromEntries defines own members, so a pair named `__proto__` stays a pair.
  return Object.fromEntries(
    search
      .split('&')
      .filter((pair) => pair !== '')
      .map((pair) => {
        const mark = pair.indexOf('=');
        return mark < 0 ? [pair, ''] : [pair.slice(0, mark), pair.slice(mark + 1)];
      }),
  );
}

/**
 * A page of a plugin as its absolute path: `plugin://<name>/<page>` by the name it is published under,
 * `plugin-private://<name or app id>/<path>` by where it is. Undefined for any other address, and for what no plugin has.
 */
export function pluginPage(url: string, plugins: Manifest['plugins'] = {}): string | undefined {
  const [, scheme, host, path = ''] = /^plugin(-private)?:\/\/([^/?]+)\/([^?]*)/.exec(url) ?? [];
  const [name, plugin] = Object.entries(plugins).find(([key, one]) => key === host || one.provider === host) ?? [];
  if (name === undefined || plugin === undefined) return undefined;
  if (scheme !== undefined) return `/${pluginFolder}/${name}/${path}`;
  return Object.hasOwn(plugin.pages, path) ? `/${plugin.pages[path]}` : undefined;
}

/**
 * Package path of `path` seen from the file `from`. `..` above the root stays at the root, which in a plugin is the
 * plugin's own.
 */
export function resolvePath(path: string, from: string): string {
  const top = namespaceOf(from);
  const parts = path.startsWith('/') ? [] : from.slice(top.length).split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') parts.pop();
    else parts.push(part);
  }
  return [top, ...parts].filter((part) => part !== '').join('/');
}
