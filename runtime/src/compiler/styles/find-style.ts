import { npmCandidates } from '../config/component-paths.ts';
import { folderOf, joinPath, resolvePath } from '../project/paths.ts';
import type { ProjectFiles } from '../project/project-files.ts';

const endings = ['.wxss', '.less', '.scss', '.sass', '.css'];

/**
 * The style sheet that `url` means in the file `from`: relative, from the top, or in an npm package (also with
 * the `~` that bundlers want). The extension may be left out; Sass partials may lack their underscore.
 * `first` are the extensions tried before all others.
 */
export function findStyle(
  files: ProjectFiles,
  from: string,
  url: string,
  first: readonly string[] = [],
): string | undefined {
  const written = url.replace(/^~(?=[\w@])/, '');
  const candidates = [resolvePath(folderOf(from), written)];
  if (!/^[./]/.test(written)) candidates.push(...npmCandidates(folderOf(from), written));
  for (const candidate of candidates) {
    if (candidate === undefined) continue;
    const partial = joinPath(folderOf(candidate), `_${candidate.slice(candidate.lastIndexOf('/') + 1)}`);
    for (const base of [candidate, partial]) {
      const found = ['', ...first, ...endings].map((ending) => base + ending).find((path) => files.has(path));
      if (found !== undefined) return found;
    }
    // Only preprocessors, which say what they try first, know folders.
    const index = first.length === 0 ? [] : [...first, ...endings];
    const folder = index.flatMap((ending) => [`${candidate}/index${ending}`, `${candidate}/_index${ending}`]);
    const found = folder.find((path) => files.has(path));
    if (found !== undefined) return found;
  }
  return undefined;
}
