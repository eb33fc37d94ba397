import { foldCase, packageLimits } from '../package/index.ts';
import { createDiagnostics, type Diagnostics } from './diagnostics.ts';
import type { PathTest } from './project/ignore-rules.ts';
import { listFiles } from './project/list-files.ts';
import { npmPath } from './project/npm-packages.ts';
import { extensionOf, joinPath } from './project/paths.ts';
import type { ProjectFiles, SourceFile } from './project/project-files.ts';

/** What compiling takes care of, and what only tools and people read. */
const sourceExtensions = new Set(
  '.js .mjs .cjs .ts .mts .cts .jsx .tsx .wxml .wxss .wxs .json .jsonc .css .less .scss .sass .styl .map .html .htm'.split(
    ' ',
  ),
);
const toolFiles = /(?:\.(?:md|markdown|lock|log|sh|bat|yml|yaml|toml|psd|sketch|zip|gz|tgz)|~)$/i;
const documents = /^(?:readme|licen[cs]e|changelog|contributing|authors|notice|makefile|dockerfile)(?:\.txt)?$/i;

/** Every file that travels as it is: pictures, fonts, sounds, data. Those that cannot are left out with a warning. */
export function collectAssets(files: ProjectFiles, ignored: PathTest, diagnostics: Diagnostics): SourceFile[] {
  const assets: SourceFile[] = [];
  const folded = new Map<string, string>();
  let bytes = 0;
  const over: string[] = [];
  for (const path of candidates(files)) {
    if (!isAsset(path) || ignored(path)) continue;
    const file = files.get(path);
    if (file === undefined) {
      diagnostics.warn(
        'ASSET',
        `${files.placeOf(path)}: cannot be read, or is larger than a package may be; it is left out`,
      );
      continue;
    }
    const twin = folded.get(foldCase(path));
    if (twin !== undefined) {
      diagnostics.warn(
        'ASSET',
        `${file.place}: differs from ${twin} in nothing but upper and lower case; it is left out`,
      );
      continue;
    }
    folded.set(foldCase(path), file.place);
    // Room is left for what the compiler writes itself.
    if (bytes + file.bytes.byteLength > packageLimits.totalBytes * 0.9 || assets.length >= packageLimits.files * 0.9) {
      over.push(file.place);
      continue;
    }
    bytes += file.bytes.byteLength;
    assets.push(file);
  }
  if (over.length > 0) {
    const limit = `${packageLimits.files} files and ${packageLimits.totalBytes / 1024 / 1024} MB`;
    diagnostics.warn('ASSET', `${over.length} files are left out, from ${over[0]} on: a package holds ${limit}`);
  }
  return assets;
}

function* candidates(files: ProjectFiles): Generator<string> {
  yield* files.paths();
  for (const { at, package: used } of files.usedNpmPackages()) {
    if (!used.isMiniProgram) continue;
    const home = npmPath(at, used.name);
    for (const path of listFiles(used.folder, createDiagnostics()).keys()) yield joinPath(home, path);
  }
}

function isAsset(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return !sourceExtensions.has(extensionOf(path)) && !toolFiles.test(name) && !documents.test(name);
}
