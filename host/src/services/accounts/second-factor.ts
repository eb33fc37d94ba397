import { randomBytes } from 'node:crypto';
import { generateSecret, generateURI, verify } from 'otplib';
import { Refusal } from '../refusal.ts';
import type { Secrets } from '../secrets/index.ts';
import type { SqlStore } from '../sql/index.ts';

export interface SecondFactor {
  isOn(user: string): Promise<boolean>;
  /** A new secret that counts once it is confirmed. Throws Refusal SECOND_FACTOR_ON. */
  begin(user: string, label: string): Promise<{ secret: string; uri: string }>;
  /** Turns it on with a first code; gives the recovery codes, this once. Throws Refusal CODE_WRONG. */
  confirm(user: string, code: string): Promise<readonly string[]>;
  /** True for a code of now that was not used before, or a recovery code that was not. */
  check(user: string, code: string): Promise<boolean>;
  turnOff(user: string): Promise<void>;
}

const purpose = 'second factor';
const periodSeconds = 30;
const recoveryCodes = 10;

/** Six digits of an authenticator app (RFC 6238), and codes on paper for when it is lost. */
export function createSecondFactor(store: SqlStore, secrets: Secrets, now: () => number): SecondFactor {
  const rowOf = (user: string) =>
    store.db.selectFrom('second_factors').selectAll().where('user_id', '=', user).executeTakeFirst();
  const macOf = (user: string, code: string) => secrets.mac('recovery code', `${user} ${code}`);

  /** Marks the step as used; the same code again finds its step taken. */
  const takeStep = async (user: string, code: string): Promise<boolean> => {
    const row = await rowOf(user);
    if (row === undefined || !/^\d{6}$/.test(code)) return false;
    const secret = secrets.open(purpose, row.sealed_secret);
    const epoch = Math.floor(now() / 1_000);
    const result = await verify({ secret, token: code, epoch, epochTolerance: periodSeconds });
    if (!result.valid) return false;
    const step = Math.floor(epoch / periodSeconds) + result.delta;
    const { numUpdatedRows } = await store.db
      .updateTable('second_factors')
      .set({ last_step: step })
      .where('user_id', '=', user)
      .where('last_step', '<', step)
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  };
  const isOn = async (user: string) => ((await rowOf(user))?.confirmed_at ?? null) !== null;

  return {
    isOn,
    async begin(user, label) {
      if (await isOn(user)) throw new Refusal(409, 'SECOND_FACTOR_ON', 'The second factor is on. Turn it off first.');
      const secret = generateSecret();
      const row = { sealed_secret: secrets.seal(purpose, secret), confirmed_at: null, last_step: 0 };
      await store.db
        .insertInto('second_factors')
        .values({ user_id: user, ...row })
        .onConflict((conflict) => conflict.column('user_id').doUpdateSet(row))
        .execute();
      return { secret, uri: generateURI({ issuer: 'Terrarium', label, secret }) };
    },
    async confirm(user, code) {
      if (!(await takeStep(user, code))) throw new Refusal(403, 'CODE_WRONG', 'The code is wrong or has expired.');
      const codes = Array.from({ length: recoveryCodes }, () => randomBytes(5).toString('hex'));
      await store.transact(async (work) => {
        await work.updateTable('second_factors').set({ confirmed_at: now() }).where('user_id', '=', user).execute();
        await work.deleteFrom('recovery_codes').where('user_id', '=', user).execute();
        const rows = codes.map((one) => ({ user_id: user, hash: macOf(user, one), used_at: null }));
        await work.insertInto('recovery_codes').values(rows).execute();
      });
      return codes;
    },
    async check(user, code) {
      if (await takeStep(user, code)) return true;
      const { numUpdatedRows } = await store.db
        .updateTable('recovery_codes')
        .set({ used_at: now() })
        .where('user_id', '=', user)
        .where('hash', '=', macOf(user, code))
        .where('used_at', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
    turnOff: (user) =>
      store.transact(async (work) => {
        await work.deleteFrom('second_factors').where('user_id', '=', user).execute();
        await work.deleteFrom('recovery_codes').where('user_id', '=', user).execute();
      }),
  };
}
