import * as v from 'valibot';
import { TerrariumError } from '../protocol/errors.ts';
import { type Manifest, manifestFile, manifestSchema, type PackagePart } from '../protocol/manifest.ts';
import { type SkeletonFile, skeletonFileSchema } from '../protocol/skeletons.ts';
import { digestOf } from './digest.ts';
import { checkFileList, developmentLimits, packageLimits, partRootOf } from './names.ts';
import { checkSignature } from './signature.ts';
import type { PackageSource } from './source.ts';

/** A package whose manifest is verified; its files are verified when they are first read. Holds no resources. */
export interface OpenedPackage {
  readonly manifest: Manifest;
  /** SHA-256 of manifest.json, lower-case hex. It fixes every byte of the package. */
  readonly digest: string;
  /** Verified bytes, read once and shared: callers do not write into them. @throws TerrariumError PACKAGE */
  read(path: string): Promise<Uint8Array>;
  /** As `read`, decoded as UTF-8. @throws TerrariumError PACKAGE */
  readText(path: string): Promise<string>;
  /** One part with its guest script and its validated skeletons. @throws TerrariumError PACKAGE */
  part(root: string): Promise<{ part: PackagePart; logic: string; skeletons: SkeletonFile }>;
  /** Root of the part that holds a route or file; `''` is the main package. */
  partOf(route: string): string;
}

export interface OpenOptions {
  /** Expected SHA-256 of manifest.json; without it the manifest vouches for itself. */
  readonly digest?: string | undefined;
  /** Raw Ed25519 key, 32 bytes: the package must carry a `signature.json` made with its private half. */
  readonly publicKey?: Uint8Array | undefined;
}

const manifestLimitBytes = 4 * 1024 * 1024;

/**
 * Reads and verifies the manifest: digest, signature, schema, file names, caps. No other file is read yet.
 *
 * @throws TerrariumError PACKAGE saying which file is wrong, what was expected, and what to do.
 */
export async function openPackage(source: PackageSource, options: OpenOptions = {}): Promise<OpenedPackage> {
  const bytes = await source.read(manifestFile, manifestLimitBytes);
  const digest = await digestOf(bytes);
  if (options.digest !== undefined && options.digest !== digest) {
    throw mismatch(manifestFile, `its SHA-256 is ${digest}, expected was ${options.digest}`);
  }
  if (options.publicKey !== undefined) await checkSignature(source, bytes, options.publicKey);
  const manifest = parse(manifestFile, manifestSchema, bytes);
  checkFileList(manifest, manifest.development ? developmentLimits : packageLimits);
  const files = new Map(manifest.files.map((file) => [file.path, file]));
  checkReferences(manifest, files);

  const verified = new Map<string, Promise<Uint8Array>>();
  const read = (path: string): Promise<Uint8Array> => {
    if (path === manifestFile) return Promise.resolve(bytes);
    const file = files.get(path);
    if (file === undefined) return Promise.reject(mismatch(path, `${manifestFile} does not list it`));
    const known = verified.get(path);
    if (known !== undefined) return known;
    const reading = readVerified(source, file);
    verified.set(path, reading);
    // A failed read is not kept: the file may be whole after another download.
    reading.catch(() => verified.delete(path));
    return reading;
  };
  const readText = async (path: string): Promise<string> => new TextDecoder().decode(await read(path));

  return {
    manifest,
    digest,
    read,
    readText,
    async part(root) {
      const part = manifest.parts.find((one) => one.root === root);
      if (part === undefined) throw mismatch(manifestFile, `it has no part ${JSON.stringify(root)}`);
      const [logic, skeletons] = await Promise.all([readText(part.logic), read(part.skeletons)]);
      return { part, logic, skeletons: parse(part.skeletons, skeletonFileSchema, skeletons) };
    },
    partOf: (route) => partRootOf(manifest.parts, route),
  };
}

async function readVerified(
  source: PackageSource,
  file: { readonly path: string; readonly size: number; readonly sha256: string },
): Promise<Uint8Array> {
  const bytes = await source.read(file.path, file.size);
  if (bytes.byteLength !== file.size) {
    throw mismatch(file.path, `has ${bytes.byteLength} bytes, ${manifestFile} says ${file.size}`);
  }
  const sha256 = await digestOf(bytes);
  if (sha256 === file.sha256) return bytes;
  throw mismatch(file.path, `was changed: its SHA-256 is ${sha256}, ${manifestFile} says ${file.sha256}`);
}

function checkReferences(manifest: Manifest, files: ReadonlyMap<string, unknown>): void {
  if (manifest.parts.filter((part) => part.root === '').length !== 1) {
    throw mismatch(manifestFile, 'it must have exactly one main package (root "")');
  }
  const needed = [
    manifest.icon,
    manifest.appStyle,
    ...manifest.parts.flatMap((part) => [part.logic, part.logicMap, part.skeletons]),
    manifest.workers?.logic,
    manifest.workers?.logicMap,
    ...Object.values(manifest.components).map((component) => component.style),
  ];
  for (const path of needed) {
    if (path !== undefined && !files.has(path)) {
      throw mismatch(manifestFile, `it refers to ${path}, which its file list does not have`);
    }
  }
}

function parse<Schema extends v.GenericSchema>(path: string, schema: Schema, bytes: Uint8Array): v.InferOutput<Schema> {
  let result: v.SafeParseResult<Schema>;
  try {
    // Both parsers recurse: a file nested a hundred thousand deep ends here as an exception, not as a crash.
    result = v.safeParse(schema, JSON.parse(new TextDecoder().decode(bytes)));
  } catch (cause) {
    throw new TerrariumError('PACKAGE', `${path}: is not JSON that can be read; build the package again`, { cause });
  }
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw mismatch(path, `${v.getDotPath(issue) ?? 'the whole'} is wrong: ${issue.message}`);
}

function mismatch(path: string, found: string): TerrariumError {
  return new TerrariumError('PACKAGE', `${path}: ${found}; build the package again or download it again`);
}
