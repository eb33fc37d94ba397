import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { Refusal } from '../refusal.ts';
import { hashToken } from '../secrets/index.ts';
import type { SqlStore } from '../sql/index.ts';
import type { Codes } from './codes.ts';
import { hashPassword, verifyNobody, verifyPassword } from './passwords.ts';
import type { Personal } from './personal.ts';
import type { Phone } from './phones.ts';
import type { CountRate, Rate } from './rates.ts';
import type { SecondFactor } from './second-factor.ts';
import type { Sessions, SignedIn } from './sessions.ts';

/** Signed in, or a challenge that the second factor answers. */
export type SignInOutcome = SignedIn | { readonly challenge: string };

export interface SignIn {
  /** Throws Refusal CODE_WRONG, ACCOUNT_EXISTS (told only to who holds the phone). */
  signUp(request: {
    phone: Phone;
    code: string;
    password: string;
    nickname: string;
    device: string;
  }): Promise<SignedIn>;
  /** Throws Refusal CREDENTIALS_WRONG, whether or not the number has an account; TOO_MANY. */
  withPassword(request: { phone: Phone; password: string; device: string; address: string }): Promise<SignInOutcome>;
  /** Throws Refusal CODE_WRONG, NO_ACCOUNT (told only to who holds the phone). */
  withCode(request: { phone: Phone; code: string; device: string }): Promise<SignInOutcome>;
  /** Throws Refusal CODE_WRONG; after five the challenge is over. */
  answer(request: { challenge: string; code: string; device: string }): Promise<SignedIn>;
  /** Signs out everywhere. Throws Refusal CODE_WRONG. */
  resetPassword(request: { phone: Phone; code: string; password: string }): Promise<void>;
  /** Throws Refusal CREDENTIALS_WRONG, TOO_MANY. */
  checkPassword(user: string, password: string): Promise<void>;
}

export interface SignInOptions {
  readonly store: SqlStore;
  readonly personal: Personal;
  readonly now: () => number;
  readonly codes: Codes;
  readonly sessions: Sessions;
  readonly secondFactor: SecondFactor;
  readonly count: CountRate;
}

const challengeMs = 5 * 60_000;
const challengeAttempts = 5;
const quarterHour = 15 * 60_000;
const perPhone: Rate = { name: 'passwords for a phone', limit: 10, windowMs: quarterHour };
const perAddress: Rate = { name: 'passwords from an address', limit: 100, windowMs: quarterHour };
const perUser: Rate = { name: 'passwords of a user', limit: 10, windowMs: quarterHour };

export function createSignIn({ store, personal, now, codes, sessions, secondFactor, count }: SignInOptions): SignIn {
  const { db } = store;
  const userOf = (phone: Phone) =>
    db
      .selectFrom('users')
      .select(['id', 'password_hash'])
      .where('phone', '=', personal.phoneMac(phone.full))
      .executeTakeFirst();
  const takeCode = async (phone: Phone, purpose: 'enter' | 'reset-password', code: string) => {
    if (!(await codes.take(phone.full, purpose, code))) throw wrongCode();
  };
  const enter = async (user: string, device: string): Promise<SignInOutcome> => {
    if (!(await secondFactor.isOn(user))) return sessions.open(user, device);
    const challenge = randomBytes(32).toString('base64url');
    const row = { user_id: user, attempts_left: challengeAttempts, expires_at: now() + challengeMs };
    await db.deleteFrom('challenges').where('expires_at', '<=', now()).execute();
    await db
      .insertInto('challenges')
      .values({ hash: hashToken(challenge), ...row })
      .execute();
    return { challenge };
  };
  return {
    async signUp({ phone, code, password, nickname, device }) {
      await takeCode(phone, 'enter', code);
      const id = randomUUID();
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('users')
        .values({
          id,
          public_id: newPublicId(),
          country: phone.country,
          phone: personal.phoneMac(phone.full),
          sealed_phone: personal.seal('phone', phone.full),
          password_hash: await hashPassword(password),
          nickname: personal.seal('nickname', nickname),
          avatar: personal.seal('avatar', ''),
          sealed_real_name: null,
          real_name_at: null,
          created_at: now(),
        })
        .onConflict((conflict) => conflict.column('phone').doNothing())
        .executeTakeFirstOrThrow();
      if (numInsertedOrUpdatedRows === 0n)
        throw new Refusal(409, 'ACCOUNT_EXISTS', 'This number has an account. Sign in.');
      return sessions.open(id, device);
    },
    async withPassword({ phone, password, device, address }) {
      await count(perAddress, address);
      await count(perPhone, phone.full);
      const user = await userOf(phone);
      const right = await (user === undefined ? verifyNobody(password) : verifyPassword(user.password_hash, password));
      if (user === undefined || !right) throw wrongCredentials();
      return enter(user.id, device);
    },
    async withCode({ phone, code, device }) {
      await takeCode(phone, 'enter', code);
      const user = await userOf(phone);
      if (user === undefined) throw new Refusal(404, 'NO_ACCOUNT', 'This number has no account. Sign up.');
      return enter(user.id, device);
    },
    async answer({ challenge, code, device }) {
      const row = await db
        .updateTable('challenges')
        .set((one) => ({ attempts_left: one('attempts_left', '-', 1) }))
        .where('hash', '=', hashToken(challenge))
        .where('attempts_left', '>', 0)
        .where('expires_at', '>', now())
        .returning('user_id')
        .executeTakeFirst();
      if (row === undefined || !(await secondFactor.check(row.user_id, code))) throw wrongCode();
      await db.deleteFrom('challenges').where('hash', '=', hashToken(challenge)).execute();
      return sessions.open(row.user_id, device);
    },
    async resetPassword({ phone, code, password }) {
      await takeCode(phone, 'reset-password', code);
      const user = await userOf(phone);
      if (user === undefined) return;
      await db
        .updateTable('users')
        .set({ password_hash: await hashPassword(password) })
        .where('id', '=', user.id)
        .execute();
      await sessions.revokeAll(user.id);
    },
    async checkPassword(user, password) {
      await count(perUser, user);
      const row = await db.selectFrom('users').select('password_hash').where('id', '=', user).executeTakeFirst();
      if (row === undefined || !(await verifyPassword(row.password_hash, password))) throw wrongCredentials();
    },
  };
}

/** `t` and 12 letters and digits without those that look alike: 2⁵⁹ of them, so none is guessed and none is met twice. */
function newPublicId(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  return `t${Array.from({ length: 12 }, () => letters[randomInt(letters.length)]).join('')}`;
}

const wrongCode = () => new Refusal(403, 'CODE_WRONG', 'The code is wrong or has expired.');
const wrongCredentials = () => new Refusal(403, 'CREDENTIALS_WRONG', 'The number or the password is wrong.');
