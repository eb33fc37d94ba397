import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ProgramFiles } from './program-files.ts';

/** A smallest picture, so that `/images/dot.png` is there. */
const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Writes a program into its folder; pages of the one that was there before are taken away. */
export async function writeFiles(folder: string, files: ProgramFiles): Promise<void> {
  await rm(join(folder, 'pages'), { recursive: true, force: true });
  for (const [path, text] of [...Object.entries(files), ['images/dot.png', dot] as const]) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}
