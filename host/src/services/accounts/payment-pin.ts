import { Refusal } from '../refusal.ts';
import type { SqlStore } from '../sql/index.ts';
import { hashPassword, verifyPassword } from './passwords.ts';

export interface PaymentPin {
  isSet(user: string): Promise<boolean>;
  /** Sets it and opens its lock. Whoever calls has checked the password. */
  set(user: string, pin: string): Promise<void>;
  /** Throws Refusal PIN_WRONG, PIN_LOCKED, PIN_NOT_SET. */
  check(user: string, pin: string): Promise<void>;
}

/** Wrong ones in a row before it locks; only for money, one still signs in. */
const attempts = 5;
const lockMs = 3 * 3_600_000;

export function createPaymentPin({ db }: SqlStore, now: () => number): PaymentPin {
  const rowOf = (user: string) =>
    db.selectFrom('payment_pins').selectAll().where('user_id', '=', user).executeTakeFirst();
  return {
    isSet: async (user) => (await rowOf(user)) !== undefined,
    async set(user, pin) {
      const row = { hash: await hashPassword(pin), failures: 0, locked_until: 0 };
      await db
        .insertInto('payment_pins')
        .values({ user_id: user, ...row })
        .onConflict((conflict) => conflict.column('user_id').doUpdateSet(row))
        .execute();
    },
    async check(user, pin) {
      const at = now();
      // The attempt is paid for before the PIN is compared: many guesses at once are no more than many in a row.
      const row = await db
        .updateTable('payment_pins')
        .set((one) => ({
          failures: one('failures', '+', 1),
          locked_until: one
            .case()
            .when('failures', '>=', attempts - 1)
            .then(at + lockMs)
            .else(0)
            .end(),
        }))
        .where('user_id', '=', user)
        .where('locked_until', '<=', at)
        .returning(['hash', 'failures'])
        .executeTakeFirst();
      if (row === undefined) {
        if ((await rowOf(user)) === undefined) throw new Refusal(403, 'PIN_NOT_SET', 'Set a payment PIN first.');
        throw new Refusal(403, 'PIN_LOCKED', 'Too many wrong PINs. Try again in three hours, or set a new one.');
      }
      if (await verifyPassword(row.hash, pin)) {
        await db
          .updateTable('payment_pins')
          .set({ failures: 0, locked_until: 0 })
          .where('user_id', '=', user)
          .execute();
        return;
      }
      const left = Math.max(0, attempts - row.failures);
      throw new Refusal(403, 'PIN_WRONG', `The PIN is wrong; ${left} attempts are left.`);
    },
  };
}
