import type { SourceFile } from './project/project-files.ts';

/** Keeps one computed value per key for as long as the file behind it has the same bytes. */
export interface FileCache<Value> {
  /** `key` names file and options together when a value depends on more than the file. */
  get(file: SourceFile, compute: (file: SourceFile) => Value, key?: string): Value;
  /** Ends a build: forgets what it did not ask for. */
  sweep(): void;
}

export function createFileCache<Value>(): FileCache<Value> {
  const entries = new Map<string, { hash: string; value: Value }>();
  const asked = new Set<string>();
  return {
    get(file, compute, key = file.path) {
      asked.add(key);
      const known = entries.get(key);
      if (known?.hash === file.hash) return known.value;
      const value = compute(file);
      entries.set(key, { hash: file.hash, value });
      return value;
    },
    sweep() {
      for (const key of entries.keys()) if (!asked.has(key)) entries.delete(key);
      asked.clear();
    },
  };
}
