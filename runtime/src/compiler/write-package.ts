import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { manifestFile, TerrariumError } from '../protocol/index.ts';
import type { Build } from './build.ts';

/**
 * Writes a good build as a folder. The folder is complete or absent, never half: everything goes into a
 * folder beside it, which then takes its name. An older package there is replaced.
 *
 * @throws TerrariumError COMPILE for a build with problems, PACKAGE when the target holds something that is no
 * package and would be lost.
 */
export async function writePackage(build: Build, outDir: string): Promise<void> {
  if (!build.ok) throw new TerrariumError('COMPILE', 'the build has problems; mend them before it can be written');
  const target = resolve(outDir);
  await mkdir(dirname(target), { recursive: true });
  await refuseForeign(target);
  const fresh = await mkdtemp(join(dirname(target), `.${basename(target)}-new-`));
  const old = `${fresh}-old`;
  try {
    for (const [path, bytes] of build.files) {
      const file = join(fresh, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, bytes);
    }
    const replaced = await moved(target, old);
    try {
      await rename(fresh, target);
    } catch (error) {
      if (replaced) await rename(old, target);
      throw error;
    }
  } finally {
    await rm(fresh, { recursive: true, force: true });
    await rm(old, { recursive: true, force: true });
  }
}

/** A mistyped path must not cost anybody a folder of something else. */
async function refuseForeign(target: string): Promise<void> {
  const status = await stat(target).catch(() => undefined);
  if (status === undefined) return;
  const manifest = await readFile(join(target, manifestFile), 'utf8').catch(() => undefined);
  if (manifest !== undefined && /"format"\s*:\s*1\b/.test(manifest)) return;
  if (status.isDirectory() && (await isEmpty(target))) return;
  throw new TerrariumError('PACKAGE', `${target} exists and is no package; choose another folder, or empty it first`);
}

async function isEmpty(folder: string): Promise<boolean> {
  return (await readdir(folder)).length === 0;
}

async function moved(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
}
