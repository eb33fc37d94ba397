import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { type PackageLimits, packageLimits, partSizes } from '../package/index.ts';
import { type Manifest, manifestFile, manifestSchema } from '../protocol/index.ts';
import type { Diagnostics } from './diagnostics.ts';

/** One file for the package; `hash` when it is already known. */
export interface PackedFile {
  readonly bytes: Uint8Array;
  readonly hash?: string | undefined;
}

export interface Pack {
  readonly files: Map<string, Uint8Array>;
  readonly manifest: Manifest;
  readonly digest: string;
}

/** Adds the file list and the manifest itself. The same input gives the same bytes. */
export function pack(
  content: ReadonlyMap<string, PackedFile>,
  described: Omit<Manifest, 'files'>,
  diagnostics: Diagnostics,
): Pack {
  const sorted = [...content].sort(([a], [b]) => (a < b ? -1 : 1));
  const list = sorted.map(([path, { bytes, hash }]) => ({
    path,
    size: bytes.byteLength,
    sha256: hash ?? sha256(bytes),
  }));
  const text = `${JSON.stringify({ ...described, files: list }, null, 1)}\n`;
  const bytes = new TextEncoder().encode(text);
  const files = new Map([[manifestFile, bytes], ...sorted.map(([path, file]) => [path, file.bytes] as const)]);
  // What is handed out is what a reader of the package will see.
  const manifest = v.parse(manifestSchema, JSON.parse(text));
  checkWeight(manifest, packageLimits, diagnostics);
  return { files, manifest, digest: sha256(bytes) };
}

function checkWeight(
  { parts, workers, files, development }: Manifest,
  limits: PackageLimits,
  diagnostics: Diagnostics,
): void {
  const total = files.reduce((sum, file) => sum + file.size, 0);
  if (total > limits.totalBytes || files.length > limits.files) {
    diagnostics.problem(
      'PACKAGE',
      `the package has ${files.length} files and ${kilobytes(total)} KB; it may have ${limits.files} files and ${kilobytes(limits.totalBytes)} KB: remove files it does not need`,
    );
  }
  for (const [root, size] of partSizes({ parts, workers, files })) {
    if (size <= limits.partBytes) continue;
    const name = root === '' ? 'the main package' : `the subpackage ${root}`;
    const found = `${name} has ${kilobytes(size)} KB; a published one may have ${kilobytes(limits.partBytes)} KB`;
    const message = `${found}: move pages to subpackages, or pictures to a server`;
    // While a program is developed it may weigh more: nobody downloads it.
    if (development) diagnostics.warn('PACKAGE', message);
    else diagnostics.problem('PACKAGE', message);
  }
}

const kilobytes = (bytes: number): number => Math.ceil(bytes / 1024);

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
