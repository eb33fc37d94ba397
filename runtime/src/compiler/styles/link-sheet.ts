import type { Diagnostics, Place } from '../diagnostics.ts';
import { createFileCache } from '../file-cache.ts';
import { extensionOf, folderOf, resolvePath } from '../project/paths.ts';
import type { ProjectFiles, SourceFile } from '../project/project-files.ts';
import { wrapInMedia } from './color-scheme.ts';
import { type CompiledSheet, compileSheet } from './compile-sheet.ts';
import { findStyle } from './find-style.ts';
import { type PreprocessedSource, preprocess } from './preprocess.ts';
import { createPreprocessor } from './run-preprocessor.ts';
import { isPreprocessed, plainSource } from './style-source.ts';

/** Compiles style files, each at most once per change and prefix, and puts imports and small local files in. */
export interface SheetLinker {
  /**
   * CSS of style files, one after the other, with everything they import. `prefix` confines their classes to a
   * component.
   */
  link(
    paths: readonly string[],
    prefix: string | undefined,
    files: ProjectFiles,
    diagnostics: Diagnostics,
  ): Promise<string>;
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

export function createSheetLinker(preprocessor = createPreprocessor()): SheetLinker {
  const cache = createFileCache<CompiledSheet>();
  const preprocessed = new Map<string, PreprocessedSource>();
  const asked = new Set<string>();

  const preprocessOnce = async (file: SourceFile, files: ProjectFiles): Promise<PreprocessedSource> => {
    asked.add(file.path);
    const known = preprocessed.get(file.path);
    if (known !== undefined && [...known.inputs].every(([path, hash]) => files.get(path)?.hash === hash)) return known;
    const find = (from: string, url: string) => findStyle(files, from, url, [extensionOf(file.path)]);
    const made = await preprocess(file, files, find, preprocessor);
    preprocessed.set(file.path, made);
    return made;
  };
  const compile = async (
    file: SourceFile,
    prefix: string | undefined,
    files: ProjectFiles,
    diagnostics: Diagnostics,
  ): Promise<CompiledSheet> => {
    const key = `${file.path}\n${prefix ?? ''}`;
    if (!isPreprocessed(file.path)) return cache.get(file, (own) => compileSheet(plainSource(own), prefix), key);
    const { source, findings, inputs } = await preprocessOnce(file, files);
    diagnostics.add(findings);
    return cache.get(file, () => compileSheet(source, prefix), [key, ...inputs.values()].join('\n'));
  };

  return {
    async link(paths, prefix, files, diagnostics) {
      // A sheet imported twice counts once, where it was first: so the vendor's runtime does, and circles end.
      const done = new Set<string>();
      const link = async (at: string): Promise<string> => {
        const file = done.has(at) ? undefined : files.get(at);
        done.add(at);
        if (file === undefined) return '';
        const { pieces, findings } = await compile(file, prefix, files, diagnostics);
        diagnostics.add(findings);
        const texts: string[] = [];
        // One after the other: which of two equal imports is the first must not depend on who is faster.
        for (const piece of pieces) {
          if (piece.kind === 'css') texts.push(piece.text);
          if (piece.kind === 'url') texts.push(dataUrl(piece.url, piece.place, at, files, diagnostics));
          if (piece.kind !== 'import') continue;
          const target = findSheet(piece.url, piece.place, at, files, diagnostics);
          const text = target === undefined ? '' : await link(target);
          texts.push(wrapInMedia(piece.media, text));
        }
        return texts.join('');
      };
      const sheets: string[] = [];
      for (const path of paths) sheets.push(await link(path));
      return sheets.join('');
    },
    sweep() {
      cache.sweep();
      for (const path of preprocessed.keys()) if (!asked.has(path)) preprocessed.delete(path);
      asked.clear();
    },
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
  const found = findStyle(files, from, url);
  if (found !== undefined) return found;
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
