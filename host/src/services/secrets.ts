import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/**
 * Keys for every purpose out of the one in the key file, so that a copy of the database alone tells no secrets.
 * Processes that share a database share the key file.
 */
export interface Secrets {
  /** HMAC-SHA256 under a key of its own for each purpose, as hex. */
  mac(purpose: string, text: string): string;
  /** AES-256-GCM; what was sealed for one purpose opens for no other. */
  seal(purpose: string, text: string): string;
  /** Throws when the text was not sealed for this purpose with this key. */
  open(purpose: string, sealed: string): string;
}

const nonceBytes = 12;
const tagBytes = 16;

/** @param key 64 hex digits, see `readKeyFile` */
export function createSecrets(key: string): Secrets {
  const keys = new Map<string, Buffer>();
  const keyFor = (purpose: string): Buffer => {
    const known = keys.get(purpose);
    if (known !== undefined) return known;
    const made = Buffer.from(hkdfSync('sha256', Buffer.from(key, 'hex'), '', `terrarium ${purpose}`, 32));
    keys.set(purpose, made);
    return made;
  };
  return {
    mac: (purpose, text) => createHmac('sha256', keyFor(purpose)).update(text).digest('hex'),
    seal(purpose, text) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', keyFor(purpose), nonce);
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64');
    },
    open(purpose, sealed) {
      const bytes = Buffer.from(sealed, 'base64');
      const decipher = createDecipheriv('aes-256-gcm', keyFor(purpose), bytes.subarray(0, nonceBytes));
      decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
      return Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]).toString();
    },
  };
}
