import { namespaceOf } from '../protocol/plugins.ts';

/** Folder of a package path, `''` at the top. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

/**
 * `path` as seen from `folder`, normalised; a leading slash starts at the top, which in a plugin is the plugin's.
 * Undefined when it leads out of there.
 */
export function resolveFrom(folder: string, path: string): string | undefined {
  const top = namespaceOf(folder);
  const parts: string[] =
    path.startsWith('/') || folder === top ? [] : folder.slice(top.length).split('/').filter(isName);
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return top === '' ? parts.join('/') : [top, ...parts].join('/');
}

const isName = (part: string): boolean => part !== '';

/**
 * Where a `require` may lead, best first: the file itself, with an extension, as a folder; for a bare name also
 * as an npm package beside this folder and each folder above it.
 */
export function moduleCandidates(from: string, specifier: string): string[] {
  const folder = folderOf(from);
  const bases: string[] = [];
  const near = resolveFrom(folder, specifier);
  if (near !== undefined) bases.push(near);
  if (specifier.startsWith('/')) {
    // Not documented, but programs rely on it: a leading slash that leads nowhere counts from the folder.
    const beside = resolveFrom(folder, `.${specifier}`);
    if (beside !== undefined) bases.push(beside);
  } else if (!specifier.startsWith('.')) {
    const top = namespaceOf(folder);
    for (let at = folder; at !== top; at = folderOf(at)) bases.push(`${at}/miniprogram_npm/${specifier}`);
    bases.push(top === '' ? `miniprogram_npm/${specifier}` : `${top}/miniprogram_npm/${specifier}`);
  }
  const candidates: string[] = [];
  for (const base of bases) {
    // TypeScript sources are JavaScript modules by now.
    if (base.endsWith('.ts')) candidates.push(`${base.slice(0, -3)}.js`);
    else if (base.endsWith('.js') || base.endsWith('.json')) candidates.push(base);
    candidates.push(`${base}.js`, `${base}/index.js`, `${base}.json`);
  }
  return candidates;
}
