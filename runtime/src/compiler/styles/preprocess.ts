import { originalPositionFor, TraceMap } from '@jridgewell/trace-mapping';
import { createDiagnostics, type Findings, type Place, placeAt, placeOf } from '../diagnostics.ts';
import type { ProjectFiles, SourceFile } from '../project/project-files.ts';
import { StyleError, type StyleMessage, type StyleReader } from './preprocessor.ts';
import type { Preprocessor } from './run-preprocessor.ts';
import type { StyleSource } from './style-source.ts';

export interface PreprocessedSource {
  readonly source: StyleSource;
  readonly findings: Findings;
  /** Package path → hash of every file that went into it. */
  readonly inputs: ReadonlyMap<string, string>;
}

/**
 * Turns a `.less`, `.scss` or `.sass` file into WXSS. What is wrong with it becomes a problem at its place, and the
 * text is empty then.
 */
export async function preprocess(
  file: SourceFile,
  files: ProjectFiles,
  find: StyleReader['find'],
  preprocessor: Preprocessor,
): Promise<PreprocessedSource> {
  const diagnostics = createDiagnostics();
  const inputs = new Map([[file.path, file.hash]]);
  const placeIn = ({ path, line, column }: Omit<StyleMessage, 'message'>): Place =>
    placeOf(files.get(path) ?? file, line, column);
  const reader: StyleReader = {
    find,
    read(path) {
      const found = files.get(path);
      if (found !== undefined) inputs.set(path, found.hash);
      return found?.text ?? '';
    },
    warn: (warning) => diagnostics.warn('STYLE', warning.message, placeIn(warning)),
  };
  try {
    const { css, map } = await preprocessor.run({ path: file.path, text: file.text }, reader);
    const trace = new TraceMap(map);
    const place = (offset: number): Place => {
      const { position } = placeAt({ place: '', text: css }, offset);
      const { source, line, column } = originalPositionFor(trace, {
        line: position.line,
        column: position.column - 1,
      });
      return placeIn({ path: source ?? file.path, line: line ?? 1, column: (column ?? 0) + 1 });
    };
    return { source: { text: css, place }, findings: diagnostics.sorted(), inputs };
  } catch (error) {
    if (!(error instanceof StyleError)) throw error;
    diagnostics.problem('COMPILE', error.message, placeIn(error.at));
    const place = (): Place => placeAt(file, 0);
    return { source: { text: '', place }, findings: diagnostics.sorted(), inputs };
  }
}
