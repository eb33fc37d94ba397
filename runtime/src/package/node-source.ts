import { open, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { isPackagePath } from '../protocol/json.ts';
import { absent, type PackageSource, tooLong } from './source.ts';

/** A package as a folder on disk. Node only, hence its own file. Links that lead out of the folder are not followed. */
export function folderSource(folder: string): PackageSource {
  return {
    async read(path, limitBytes = Number.POSITIVE_INFINITY) {
      if (!isPackagePath(path)) throw absent(path);
      const base = await realpath(folder).catch(() => folder);
      const file = await realpath(join(base, path)).catch(() => undefined);
      if (file === undefined || !file.startsWith(base + sep)) throw absent(path);
      const handle = await open(file, 'r');
      try {
        const status = await handle.stat();
        if (!status.isFile()) throw absent(path);
        if (status.size > limitBytes) throw tooLong(path, limitBytes);
        return new Uint8Array(await handle.readFile());
      } finally {
        await handle.close();
      }
    },
  };
}
