import { isPackagePath, namespaceOf } from '../../protocol/index.ts';

/** Folder of a package path, `''` at the top. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

export function joinPath(folder: string, rest: string): string {
  return folder === '' || rest === '' ? folder + rest : `${folder}/${rest}`;
}

/**
 * Where a reference leads: from the top when it starts with a slash, else from `folder`. The top of a plugin's
 * folder is that of the plugin. `undefined` when it leads out of there or is no path at all.
 */
export function resolvePath(folder: string, reference: string): string | undefined {
  const parts: string[] = [];
  const top = namespaceOf(folder);
  const whole = reference.startsWith('/') ? reference : `${folder.slice(top.length)}/${reference}`;
  for (const part of whole.normalize('NFC').split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  const path = joinPath(top, parts.join('/'));
  return isPackagePath(path) ? path : undefined;
}

/** `pages/index/index` of `pages/index/index.wxml`. */
export function withoutExtension(path: string): string {
  const dot = path.lastIndexOf('.');
  return dot > path.lastIndexOf('/') ? path.slice(0, dot) : path;
}

/** `.wxml` of `pages/index/index.WXML`; empty without one. */
export function extensionOf(path: string): string {
  return path.slice(withoutExtension(path).length).toLowerCase();
}
