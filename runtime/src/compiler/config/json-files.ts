import { createDiagnostics, type Diagnostics, type Findings } from '../diagnostics.ts';
import { createFileCache } from '../file-cache.ts';
import type { SourceFile } from '../project/project-files.ts';
import { type JsonValue, parseJson } from './json-document.ts';

/** Parses JSON files, each at most once per change; a kept result reports its syntax error again in every build. */
export interface JsonFiles {
  /** Absent when there is no file, or when it cannot be parsed, which is a problem. */
  read(file: SourceFile | undefined, diagnostics: Diagnostics): JsonValue | undefined;
  sweep(): void;
}

export function createJsonFiles(): JsonFiles {
  const cache = createFileCache<{ value: JsonValue | undefined; findings: Findings }>();
  return {
    read(file, diagnostics) {
      if (file === undefined) return undefined;
      const { value, findings } = cache.get(
        file,
        () => {
          const own = createDiagnostics();
          return { value: parseJson(file, own), findings: own.sorted() };
        },
        file.place,
      );
      diagnostics.add(findings);
      return value;
    },
    sweep: cache.sweep,
  };
}
