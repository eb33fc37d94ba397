import { randomInt, randomUUID, timingSafeEqual } from 'node:crypto';
import { Refusal } from '../refusal.ts';
import type { Secrets } from '../secrets/index.ts';
import type { SqlStore } from '../sql/index.ts';
import type { Personal } from './personal.ts';
import type { CountRate, Rate } from './rates.ts';

/** Brings a text to a phone. A real one is a gateway; in development it is the phone simulator's inbox. */
export interface CodeSender {
  send(phone: string, text: string): Promise<void>;
}

export type CodePurpose = 'enter' | 'reset-password';

export interface Codes {
  /**
   * Sends a code, at most every 60 seconds. Says nothing about whether the number has an account. Throws Refusal
   * TOO_MANY.
   */
  send(phone: string, purpose: CodePurpose, address: string): Promise<void>;
  /** True once for the newest code. Each look costs one of its attempts, before it is compared. */
  take(phone: string, purpose: CodePurpose, code: string): Promise<boolean>;
}

export const codeLifeMs = 5 * 60_000;
export const resendMs = 60_000;
const attempts = 5;
const hour = 3_600_000;
const perPhone: Rate = { name: 'codes to a phone', limit: 6, windowMs: hour };
const perAddress: Rate = { name: 'codes from an address', limit: 30, windowMs: hour };

export interface CodesOptions {
  readonly store: SqlStore;
  readonly secrets: Secrets;
  readonly personal: Personal;
  readonly now: () => number;
  readonly sender: CodeSender;
  readonly count: CountRate;
}

/** Six digits that show who holds a phone. Only an HMAC is kept, bound to phone and purpose. */
export function createCodes({ store, secrets, personal, now, sender, count }: CodesOptions): Codes {
  const macOf = (phone: string, purpose: CodePurpose, code: string) =>
    secrets.mac('code', `${phone} ${purpose} ${code}`);
  return {
    async send(phone, purpose, address) {
      await count(perAddress, address);
      await count(perPhone, phone);
      const at = now();
      const code = String(randomInt(1_000_000)).padStart(6, '0');
      const fresh = {
        hmac: macOf(phone, purpose, code),
        sent_at: at,
        expires_at: at + codeLifeMs,
        attempts_left: attempts,
      };
      const { numInsertedOrUpdatedRows } = await store.db
        .insertInto('phone_codes')
        .values({ phone: personal.phoneMac(phone), purpose, ...fresh })
        // One statement: of two requests at once, one sends.
        .onConflict((conflict) =>
          conflict
            .columns(['phone', 'purpose'])
            .doUpdateSet(fresh)
            .where('phone_codes.sent_at', '<=', at - resendMs),
        )
        .executeTakeFirstOrThrow();
      if (numInsertedOrUpdatedRows === 0n) throw new Refusal(429, 'TOO_MANY', 'A code was just sent. Wait a minute.');
      await sender.send(phone, `${code} is your Terrarium code. It is good for 5 minutes. Give it to nobody.`);
    },
    async take(phone, purpose, code) {
      const row = await store.db
        .updateTable('phone_codes')
        .set((one) => ({ attempts_left: one('attempts_left', '-', 1) }))
        .where('phone', '=', personal.phoneMac(phone))
        .where('purpose', '=', purpose)
        .where('attempts_left', '>', 0)
        .where('expires_at', '>', now())
        .returning('hmac')
        .executeTakeFirst();
      const given = macOf(phone, purpose, code);
      if (row === undefined || !timingSafeEqual(Buffer.from(row.hmac), Buffer.from(given))) return false;
      // Who deletes it has used it: two that are right at once are one.
      const { numDeletedRows } = await store.db
        .deleteFrom('phone_codes')
        .where('phone', '=', personal.phoneMac(phone))
        .where('purpose', '=', purpose)
        .where('hmac', '=', given)
        .executeTakeFirst();
      return numDeletedRows === 1n;
    },
  };
}

export interface InboxMessage {
  readonly text: string;
  readonly at: number;
}

/** The phone simulator: a receiver, never a way around the code. */
export interface PhoneInbox extends CodeSender {
  /** Newest first. */
  messages(phone: string): Promise<readonly InboxMessage[]>;
}

const keptMs = 24 * hour;

export function createPhoneInbox(store: SqlStore, personal: Personal, now: () => number): PhoneInbox {
  return {
    async send(phone, text) {
      const at = now();
      await store.db
        .deleteFrom('phone_inbox')
        .where('at', '<', at - keptMs)
        .execute();
      const row = { id: randomUUID(), phone: personal.phoneMac(phone), text: personal.seal('text message', text), at };
      await store.db.insertInto('phone_inbox').values(row).execute();
    },
    async messages(phone) {
      const rows = await store.db
        .selectFrom('phone_inbox')
        .select(['text', 'at'])
        .where('phone', '=', personal.phoneMac(phone))
        .orderBy('at', 'desc')
        .limit(20)
        .execute();
      return rows.map(({ text, at }) => ({ text: personal.open('text message', text), at }));
    },
  };
}
