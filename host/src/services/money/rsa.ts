import { createCipheriv, createHash, type KeyObject, randomBytes, sign, verify } from 'node:crypto';

/** SHA256withRSA over lines, each ended by a newline: the form of every signature in the documented payment interface. */
export const signLines = (lines: readonly string[], key: KeyObject): string =>
  sign('sha256', Buffer.from(joined(lines)), key).toString('base64');

export function verifyLines(lines: readonly string[], signature: string, key: KeyObject): boolean {
  return verify('sha256', Buffer.from(joined(lines)), key, Buffer.from(signature, 'base64'));
}

const joined = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join('');

/** The name of a public key: the beginning of its SHA-256, as the 40 hex digits that certificates have for serials. */
export function serialOf(key: KeyObject): string {
  const der = key.export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(der).digest('hex').slice(0, 40).toUpperCase();
}

/** A resource only the merchant can read, as notices carry it: AES-256-GCM with the tag at the end. */
export function encryptResource(text: string, key: string, originalType: string) {
  const nonce = randomBytes(6).toString('hex');
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(originalType));
  const bytes = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return {
    original_type: originalType,
    algorithm: 'AEAD_AES_256_GCM',
    ciphertext: bytes.toString('base64'),
    associated_data: originalType,
    nonce,
  };
}
