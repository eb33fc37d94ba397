import { namespaceOf } from '../../protocol/index.ts';
import { npmPath, packageNameOf } from '../project/npm-packages.ts';
import { folderOf, resolvePath } from '../project/paths.ts';
import type { ProjectFiles } from '../project/project-files.ts';

/** Any of these beside a path makes it a component. */
const componentExtensions = ['.json', '.wxml', '.js', '.ts'];

/**
 * Path of the component that `written` means in `usingComponents` of `owner`: relative, absolute or npm, with
 * or without `/index`. `undefined` when there is none.
 */
export function findComponent(files: ProjectFiles, owner: string, written: string): string | undefined {
  for (const candidate of candidatesOf(owner, written)) {
    for (const path of [candidate, `${candidate}/index`]) {
      if (componentExtensions.some((extension) => files.has(path + extension))) return path;
    }
  }
  return undefined;
}

function* candidatesOf(owner: string, written: string): Generator<string> {
  const folder = folderOf(owner);
  const near = resolvePath(folder, written);
  if (near !== undefined) yield near;
  if (/^[./]/.test(written)) return;
  const name = packageNameOf(written);
  if (name !== undefined) yield* npmCandidates(folder, written);
  // Not documented, but seen: a path from the top without its leading slash.
  const top = resolvePath(namespaceOf(folder), written);
  if (top !== undefined) yield top;
}

/** `miniprogram_npm/<specifier>` beside the given folder and beside each folder above it, nearest first. */
export function* npmCandidates(folder: string, specifier: string): Generator<string> {
  const top = namespaceOf(folder);
  for (let at = folder; at !== top; at = folderOf(at)) {
    const path = resolvePath('', npmPath(at, specifier));
    if (path !== undefined) yield path;
  }
  const path = resolvePath('', npmPath(top, specifier));
  if (path !== undefined) yield path;
}
