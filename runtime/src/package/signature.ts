import * as v from 'valibot';
import { TerrariumError } from '../protocol/errors.ts';
import { manifestFile } from '../protocol/manifest.ts';
import type { PackageSource } from './source.ts';

/** Name of the signature beside the manifest. It is the one file that the manifest cannot list. */
export const signatureFile = 'signature.json';

const signatureSchema = v.strictObject({
  algorithm: v.literal('Ed25519'),
  /** Base64 of the 64 bytes over the exact bytes of manifest.json. */
  signature: v.pipe(v.string(), v.base64(), v.maxLength(128)),
});

const limitBytes = 4 * 1024;

/**
 * Checks that the holder of the private key signed exactly these manifest bytes, and through the hashes in
 * it every file. `publicKey` is the raw key, 32 bytes.
 *
 * @throws TerrariumError PACKAGE when the signature is missing, malformed or of another key.
 */
export async function checkSignature(
  source: PackageSource,
  manifest: Uint8Array,
  publicKey: Uint8Array,
): Promise<void> {
  const bytes = await source.read(signatureFile, limitBytes);
  const signature = parseSignature(bytes);
  const key = await crypto.subtle.importKey('raw', Uint8Array.from(publicKey), 'Ed25519', false, ['verify']);
  if (await crypto.subtle.verify('Ed25519', key, signature, Uint8Array.from(manifest))) return;
  throw new TerrariumError(
    'PACKAGE',
    `${signatureFile}: ${manifestFile} was not signed by the expected key, or was changed afterwards; download the package again`,
  );
}

function parseSignature(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  try {
    const { signature } = v.parse(signatureSchema, JSON.parse(new TextDecoder().decode(bytes)));
    return Uint8Array.from(atob(signature), (letter) => letter.charCodeAt(0));
  } catch (cause) {
    throw new TerrariumError('PACKAGE', `${signatureFile}: is not a signature; download the package again`, { cause });
  }
}
