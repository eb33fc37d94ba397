import { createPublicKey, type KeyObject, randomBytes, randomInt } from 'node:crypto';
import { Refusal } from '../refusal.ts';
import type { Secrets } from '../secrets/index.ts';
import type { Reader, SqlStore } from '../sql/index.ts';
import { ensureAccount } from './ledger.ts';
import { serialOf } from './rsa.ts';

export interface NewMerchant {
  readonly id: string;
  /** 32 characters: the merchant reads the resources of notices with it. Shown once, here. */
  readonly noticeKey: string;
}

/** Who is paid. Merchants sign their requests with keys of their own, of which this side knows the public halves. */
export interface Merchants {
  create(merchant: { name: string; apps: readonly string[]; currency: string }): Promise<NewMerchant>;
  /** Takes an RSA public key of 2048 bits or more as PEM and gives the serial it is named by. Throws Refusal KEY_INVALID. */
  addKey(merchant: string, publicKey: string): Promise<string>;
  revokeKey(merchant: string, serial: string): Promise<void>;
  /** The active key of this name. */
  findKey(merchant: string, serial: string): Promise<KeyObject | undefined>;
  activeKeys(merchant: string): Promise<readonly KeyObject[]>;
  noticeKey(merchant: string): Promise<string>;
}

const purpose = 'merchant notice key';
const noticeKeyLetters = 32;
const leastKeyBits = 2_048;

export function createMerchants(store: SqlStore, secrets: Secrets, now: () => number): Merchants {
  const keysOf = (merchant: string) =>
    store.db
      .selectFrom('merchant_keys')
      .select('public_key')
      .where('merchant_id', '=', merchant)
      .where('revoked_at', 'is', null);
  return {
    async create({ name, apps, currency }) {
      const id = `${randomInt(1_000_000_000, 2_000_000_000)}`;
      const noticeKey = randomBytes(noticeKeyLetters / 2).toString('hex');
      await store.transact(async (work) => {
        const account = await ensureAccount(work, 'merchant', id, currency);
        const sealed = secrets.seal(purpose, noticeKey);
        await work
          .insertInto('merchants')
          .values({ id, name, account_id: account, sealed_notice_key: sealed, at: now() })
          .execute();
        for (const app of apps) await work.insertInto('merchant_apps').values({ merchant_id: id, app }).execute();
      });
      return { id, noticeKey };
    },
    async addKey(merchant, publicKey) {
      const key = readPublicKey(publicKey);
      const serial = serialOf(key);
      const pem = key.export({ type: 'spki', format: 'pem' }).toString();
      await store.db
        .insertInto('merchant_keys')
        .values({ merchant_id: merchant, serial, public_key: pem, at: now(), revoked_at: null })
        .onConflict((conflict) => conflict.columns(['merchant_id', 'serial']).doNothing())
        .execute();
      return serial;
    },
    async revokeKey(merchant, serial) {
      await store.db
        .updateTable('merchant_keys')
        .set({ revoked_at: now() })
        .where('merchant_id', '=', merchant)
        .where('serial', '=', serial)
        .where('revoked_at', 'is', null)
        .execute();
    },
    async findKey(merchant, serial) {
      const row = await keysOf(merchant).where('serial', '=', serial).executeTakeFirst();
      return row && createPublicKey(row.public_key);
    },
    activeKeys: async (merchant) =>
      (await keysOf(merchant).execute()).map(({ public_key }) => createPublicKey(public_key)),
    async noticeKey(merchant) {
      const row = await merchantRow(store.db, merchant);
      return secrets.open(purpose, row.sealed_notice_key);
    },
  };
}

/** Throws Refusal MCH_NOT_EXISTS. */
export async function merchantRow(db: Reader, merchant: string) {
  const row = await db.selectFrom('merchants').selectAll().where('id', '=', merchant).executeTakeFirst();
  if (row === undefined) throw new Refusal(400, 'MCH_NOT_EXISTS', `There is no merchant ${merchant}.`);
  return row;
}

function readPublicKey(pem: string): KeyObject {
  const refuse = () =>
    new Refusal(400, 'KEY_INVALID', `An RSA public key of at least ${leastKeyBits} bits as PEM is needed.`);
  let key: KeyObject;
  try {
    key = createPublicKey(pem);
  } catch {
    throw refuse();
  }
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  if (key.asymmetricKeyType !== 'rsa' || bits < leastKeyBits) throw refuse();
  return key;
}
