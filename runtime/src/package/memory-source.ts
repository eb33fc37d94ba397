import { absent, type PackageSource } from './source.ts';

/** A package held in memory, for example straight from the compiler. The map is read, never changed. */
export function memorySource(files: ReadonlyMap<string, Uint8Array>): PackageSource {
  return {
    async read(path) {
      const bytes = files.get(path);
      if (bytes === undefined) throw absent(path);
      return bytes;
    },
  };
}
