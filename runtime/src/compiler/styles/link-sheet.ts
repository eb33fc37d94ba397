import { npmCandidates } from '../config/component-paths.ts';
import type { Diagnostics, Place } from '../diagnostics.ts';
import { createFileCache } from '../file-cache.ts';
import { extensionOf, folderOf, resolvePath } from '../project/paths.ts';
import type { ProjectFiles, SourceFile } from '../project/project-files.ts';
import { type CompiledSheet, compileSheet } from './compile-sheet.ts';

/** Compiles WXSS files, each at most once per change and prefix, and puts imports and small local files in. */
export interface SheetLinker {
  /** CSS of a `.wxss` file with everything it imports. `prefix` confines its classes to a component. */
  link(path: string, prefix: string | undefined, files: ProjectFiles, diagnostics: Diagnostics): string;
  sweep(): void;
}

/** Local files above this are not put into a sheet; the vendor's client shows none at all. */
const inlineLimitBytes = 64 * 1024;

const mediaTypes: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.svg': 'image/svg+xml',
  '.bmp': 'image/bmp',
  '.ico': 'image/x-icon',
  '.ttf': 'font/ttf',
  '.otf': 'font/otf',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

export function createSheetLinker(): SheetLinker {
  const cache = createFileCache<CompiledSheet>();
  return {
    link(path, prefix, files, diagnostics) {
      // A sheet imported twice counts once, where it was first: so the vendor's runtime does, and circles end.
      const done = new Set<string>();
      const link = (at: string): string => {
        const file = done.has(at) ? undefined : files.get(at);
        done.add(at);
        if (file === undefined) return '';
        const { pieces, findings } = cache.get(file, (own) => compileSheet(own, prefix), `${at}\n${prefix ?? ''}`);
        diagnostics.add(findings);
        return pieces
          .map((piece) => {
            if (piece.kind === 'css') return piece.text;
            if (piece.kind === 'url') return dataUrl(piece.url, piece.place, at, files, diagnostics);
            const target = findSheet(piece.url, piece.place, at, files, diagnostics);
            const text = target === undefined ? '' : link(target);
            return piece.media === '' || text === '' ? text : `@media ${piece.media}{${text}}`;
          })
          .join('');
      };
      return link(path);
    },
    sweep: cache.sweep,
  };
}

function findSheet(
  url: string,
  place: Place,
  from: string,
  files: ProjectFiles,
  diagnostics: Diagnostics,
): string | undefined {
  if (/^(?:[a-z][\w+.-]*:|\/\/)/i.test(url)) {
    diagnostics.warn('STYLE', `@import of the remote sheet ${url} is refused; copy the sheet into the project`, place);
    return undefined;
  }
  const candidates = [resolvePath(folderOf(from), url)];
  if (!/^[./]/.test(url)) candidates.push(...npmCandidates(folderOf(from), url));
  for (const candidate of candidates) {
    const found = [candidate, `${candidate}.wxss`].find((path) => path !== undefined && files.has(path));
    if (found !== undefined) return found;
  }
  diagnostics.warn('MISSING_FILE', `there is no style sheet ${JSON.stringify(url)} to import`, place);
  return undefined;
}

function dataUrl(url: string, place: Place, from: string, files: ProjectFiles, diagnostics: Diagnostics): string {
  const path = resolvePath(folderOf(from), url.replace(/[?#].*$/s, ''));
  const file = path === undefined ? undefined : files.get(path);
  if (file === undefined || path === undefined) {
    diagnostics.warn('MISSING_FILE', `there is no file ${JSON.stringify(url)}; nothing is shown for it`, place);
    return 'url("")';
  }
  if (file.bytes.byteLength > inlineLimitBytes) {
    diagnostics.warn(
      'STYLE',
      `${JSON.stringify(url)} is larger than ${inlineLimitBytes / 1024} KB and is left out; use <image> or a remote address`,
      place,
    );
    return 'url("")';
  }
  return `url("data:${mediaTypes[extensionOf(path)] ?? 'application/octet-stream'};base64,${base64(file)}")`;
}

function base64(file: SourceFile): string {
  return Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength).toString('base64');
}
