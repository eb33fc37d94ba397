import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/**
 * Keys for every purpose out of those in the key file, so that a copy of the database alone tells no secrets. Processes
 * that share a database share the key file.
 */
export interface Secrets {
  /** HMAC-SHA256 under a key of its own for each purpose, as hex. Always by the first key: what is looked up by it stays. */
  mac(purpose: string, text: string): string;
  /** AES-256-GCM by the newest key; what was sealed for one purpose opens for no other. */
  seal(purpose: string, text: string): string;
  /** Throws when the text was not sealed for this purpose with a key of this file. */
  open(purpose: string, sealed: string): string;
  /** As `seal`. What was sealed for one place, a row's name for example, opens at no other. */
  sealBytes(purpose: string, place: string, bytes: Uint8Array): Buffer;
  openBytes(purpose: string, place: string, sealed: Uint8Array): Buffer;
}

const idBytes = 4;
const nonceBytes = 12;
const tagBytes = 16;
/** Begins a sealed text that says which key it was sealed by; no Base64 does. Texts from before there were several have none. */
const mark = '~';

/**
 * @param first 64 hex digits, see `readKeyFile`
 * @param newer keys that were added since, the newest last
 */
export function createSecrets(first: string, ...newer: readonly string[]): Secrets {
  const rings = [first, ...newer].map(createRing);
  const root = rings[0] ?? createRing(first);
  const newest = rings.at(-1) ?? root;
  const ringOf = (id: Buffer): Ring => {
    const found = rings.find((ring) => ring.id.equals(id));
    if (found === undefined) throw new Error('This was sealed with a key that is not in the key file.');
    return found;
  };
  const secrets: Secrets = {
    mac: (purpose, text) => createHmac('sha256', root.keyFor(purpose)).update(text).digest('hex'),
    seal: (purpose, text) => `${mark}${secrets.sealBytes(purpose, '', Buffer.from(text)).toString('base64')}`,
    open(purpose, sealed) {
      if (!sealed.startsWith(mark)) return openWith(root.keyFor(purpose), '', Buffer.from(sealed, 'base64')).toString();
      return secrets.openBytes(purpose, '', Buffer.from(sealed.slice(mark.length), 'base64')).toString();
    },
    sealBytes(purpose, place, bytes) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', newest.keyFor(purpose), nonce).setAAD(Buffer.from(place));
      const sealed = [cipher.update(bytes), cipher.final()];
      return Buffer.concat([newest.id, nonce, cipher.getAuthTag(), ...sealed]);
    },
    openBytes(purpose, place, sealed) {
      const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
      return openWith(ringOf(bytes.subarray(0, idBytes)).keyFor(purpose), place, bytes.subarray(idBytes));
    },
  };
  return secrets;
}

interface Ring {
  readonly id: Buffer;
  keyFor(purpose: string): Buffer;
}

function createRing(text: string): Ring {
  const key = Buffer.from(text, 'hex');
  const keys = new Map<string, Buffer>();
  return {
    id: createHmac('sha256', key).update('terrarium key id').digest().subarray(0, idBytes),
    keyFor(purpose) {
      const known = keys.get(purpose);
      if (known !== undefined) return known;
      const made = Buffer.from(hkdfSync('sha256', key, '', `terrarium ${purpose}`, 32));
      keys.set(purpose, made);
      return made;
    },
  };
}

/** @param sealed nonce, tag, bytes */
function openWith(key: Buffer, place: string, sealed: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes)).setAAD(Buffer.from(place));
  decipher.setAuthTag(sealed.subarray(nonceBytes, nonceBytes + tagBytes));
  return Buffer.concat([decipher.update(sealed.subarray(nonceBytes + tagBytes)), decipher.final()]);
}
