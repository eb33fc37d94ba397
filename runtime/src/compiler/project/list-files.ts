import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isPackagePath } from '../../protocol/index.ts';
import type { Diagnostics } from '../diagnostics.ts';
import { joinPath } from './paths.ts';

/** More than five full packages: whoever has that many has opened the wrong folder. */
const fileLimit = 25_000;

/**
 * Every file below a folder as package path → path on disk below it. Hidden files, `node_modules` and links
 * are left out: a link could carry a file from outside the project into the package.
 */
export function listFiles(root: string, diagnostics: Diagnostics): Map<string, string> {
  const found = new Map<string, string>();
  const pending = [''];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    for (const entry of entriesOf(join(root, folder))) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      const onDisk = joinPath(folder, entry.name);
      if (entry.isDirectory()) pending.push(onDisk);
      else if (entry.isSymbolicLink()) diagnostics.warn('ASSET', `${onDisk}: is a link and is left out; copy the file`);
      else if (entry.isFile()) addFile(found, onDisk, diagnostics);
    }
    if (found.size > fileLimit) {
      diagnostics.problem(
        'MANIFEST',
        `the folder holds more than ${fileLimit} files; open the folder of the mini-program itself`,
      );
      break;
    }
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return []; // gone between two reads, or not ours to read: as if it were empty
  }
}

function addFile(found: Map<string, string>, onDisk: string, diagnostics: Diagnostics): void {
  // macOS stores decomposed names; references in source are composed.
  const path = onDisk.normalize('NFC');
  if (isPackagePath(path) && !found.has(path)) found.set(path, onDisk);
  else diagnostics.warn('ASSET', `${JSON.stringify(onDisk)}: cannot be a file name in a package; rename it`);
}
