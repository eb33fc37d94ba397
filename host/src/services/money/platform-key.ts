import { createPrivateKey, createPublicKey, generateKeyPair, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import type { Secrets } from '../secrets/index.ts';
import type { SqlStore } from '../sql/index.ts';
import { serialOf } from './rsa.ts';

/** What this deployment signs notices and answers with. Merchants get the public half from `GET /v3/public-key`. */
export interface PlatformKey {
  readonly serial: string;
  readonly privateKey: KeyObject;
  /** PEM. */
  readonly publicKey: string;
}

const name = 'platform key';

/** Opens the key when it is first needed: making one takes a moment, and most that start never need it. */
export function createPlatformKey(store: SqlStore, secrets: Secrets): () => Promise<PlatformKey> {
  let opened: Promise<PlatformKey> | undefined;
  return () => {
    opened ??= openPlatformKey(store, secrets).catch((error: unknown) => {
      opened = undefined;
      throw error;
    });
    return opened;
  };
}

/** The deployment's key, made on first use; of processes that start at once, one makes it. */
async function openPlatformKey(store: SqlStore, secrets: Secrets): Promise<PlatformKey> {
  const privateKey = createPrivateKey(secrets.open(name, (await read(store)) ?? (await make(store, secrets))));
  const publicKey = createPublicKey(privateKey);
  return {
    serial: serialOf(publicKey),
    privateKey,
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  };
}

async function read({ db }: SqlStore): Promise<string | undefined> {
  const row = await db.selectFrom('kept_secrets').select('sealed').where('name', '=', name).executeTakeFirst();
  return row?.sealed;
}

async function make(store: SqlStore, secrets: Secrets): Promise<string> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2_048 });
  const sealed = secrets.seal(name, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
  await store.db
    .insertInto('kept_secrets')
    .values({ name, sealed })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
  return (await read(store)) ?? sealed;
}
