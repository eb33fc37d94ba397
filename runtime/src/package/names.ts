import { TerrariumError } from '../protocol/errors.ts';
import { isPackagePath } from '../protocol/json.ts';
import { type Manifest, manifestFile } from '../protocol/manifest.ts';
import { signatureFile } from './signature.ts';

/** What a package may weigh. Sizes in bytes. */
export interface PackageLimits {
  /** One (sub)package: everything a user downloads before it can start. Source maps do not count. */
  readonly partBytes: number;
  readonly totalBytes: number;
  readonly files: number;
}

export const packageLimits: PackageLimits = {
  partBytes: 2 * 1024 * 1024,
  totalBytes: 30 * 1024 * 1024,
  files: 5_000,
};

/** For packages marked as development: they come from the author's own disk and are often not yet minified. */
export const developmentLimits: PackageLimits = { ...packageLimits, partBytes: packageLimits.totalBytes };

/**
 * Checks names, counts and declared sizes before any file is read.
 *
 * @throws TerrariumError PACKAGE naming the first file or cap that does not fit.
 */
export function checkFileList(manifest: Manifest, limits: PackageLimits): void {
  if (manifest.files.length > limits.files) {
    throw refused(`it lists ${manifest.files.length} files; at most ${limits.files} are allowed`);
  }
  const folded = new Map<string, string>();
  const folders = new Set<string>();
  for (const { path, size } of manifest.files) {
    if (!isPackagePath(path) || path === manifestFile || path === signatureFile) {
      throw refused(`${JSON.stringify(path)} is not an allowed file name`);
    }
    if (!Number.isSafeInteger(size) || size < 0) throw refused(`${path} has the impossible size ${size}`);
    // On disks that ignore case one of such twins would silently replace the other.
    const key = foldCase(path);
    const twin = folded.get(key);
    if (twin !== undefined) throw refused(`${twin} and ${path} differ in nothing but upper and lower case`);
    folded.set(key, path);
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      folders.add(foldCase(path.slice(0, end)));
    }
  }
  for (const [key, path] of folded) if (folders.has(key)) throw refused(`${path} is both a file and a folder`);
  checkSizes(manifest, limits);
}

/** The form under which two names are the same on a disk that ignores case. */
export function foldCase(path: string): string {
  return path.normalize('NFC').toUpperCase().toLowerCase();
}

/** The root of the part that holds a path: the longest subpackage root above it, else `''`. */
export function partRootOf(parts: readonly { readonly root: string }[], path: string): string {
  let found = '';
  for (const { root } of parts) if (path.startsWith(`${root}/`) && root.length > found.length) found = root;
  return found;
}

/** Bytes of each part by its root, source maps left out. */
export function partSizes({
  parts,
  workers,
  files,
}: Pick<Manifest, 'parts' | 'workers' | 'files'>): Map<string, number> {
  const maps = new Set([...parts, workers].map((part) => part?.logicMap));
  const roots = workers?.isSubpackage ? [...parts, workers] : parts;
  const sizes = new Map(roots.map((part) => [part.root, 0]));
  for (const { path, size } of files) {
    if (maps.has(path)) continue;
    const root = partRootOf(roots, path);
    sizes.set(root, (sizes.get(root) ?? 0) + size);
  }
  return sizes;
}

function checkSizes(manifest: Manifest, limits: PackageLimits): void {
  const total = manifest.files.reduce((sum, file) => sum + file.size, 0);
  if (total > limits.totalBytes) {
    throw refused(`its files have ${total} bytes together; at most ${limits.totalBytes} are allowed`);
  }
  for (const [root, size] of partSizes(manifest)) {
    if (size <= limits.partBytes) continue;
    const name = root === '' ? 'the main package' : `the subpackage ${root}`;
    throw refused(`${name} has ${size} bytes; at most ${limits.partBytes} are allowed`);
  }
}

function refused(reason: string): TerrariumError {
  return new TerrariumError('PACKAGE', `${manifestFile}: ${reason}; build the package again`);
}
