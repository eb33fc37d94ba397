import { type Place, placeAt } from '../diagnostics.ts';
import { extensionOf } from '../project/paths.ts';
import type { SourceFile } from '../project/project-files.ts';

/** Languages that become WXSS, by extension: what `useCompilerPlugins` of project.config.json calls them. */
export const styleLanguages: Readonly<Record<string, 'less' | 'sass'>> = {
  '.less': 'less',
  '.scss': 'sass',
  '.sass': 'sass',
};

/** A style sheet ready to be compiled, with the way back to where the author wrote it. */
export interface StyleSource {
  readonly text: string;
  /** Place of a character offset in `text`. */
  place(offset: number): Place;
}

export function isPreprocessed(path: string): boolean {
  return styleLanguages[extensionOf(path)] !== undefined;
}

/** A sheet that is compiled as it was written. */
export function plainSource(file: Pick<SourceFile, 'place' | 'text'>): StyleSource {
  return { text: endImports(file.text), place: (offset) => placeAt(file, offset) };
}

/** In WXSS a line break ends an `@import` whose semicolon was forgotten. Offsets stay what they are. */
function endImports(text: string): string {
  return text.replace(
    /(@import\s+(?:"[^"\n]*"|'[^'\n]*'))[ \t]*\r?\n(?=\s*[^;(\s])/g,
    (all, statement: string) => `${statement};${all.slice(statement.length + 1)}`,
  );
}
