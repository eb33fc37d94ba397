import { randomBytes, randomUUID } from 'node:crypto';
import { tellSessionsEnded } from '../pushes/push.ts';
import { Refusal } from '../refusal.ts';
import { hashToken } from '../secrets/index.ts';
import type { SqlStore, Work } from '../sql/index.ts';
import type { Personal } from './personal.ts';

/** One signed-in device, as its owner sees it in the list. */
export interface Device {
  readonly id: string;
  readonly device: string;
  readonly createdAt: number;
  readonly seenAt: number;
  readonly current: boolean;
}

export interface SignedIn {
  /** Opaque; only its hash is kept. Sent with every request. */
  readonly token: string;
  readonly expiresAt: number;
}

export interface Session {
  readonly id: string;
  readonly user: string;
}

export interface Sessions {
  open(user: string, device: string): Promise<SignedIn>;
  /** Throws Refusal SIGNED_OUT for a token that is none, expired or revoked. */
  find(token: string): Promise<Session>;
  /** A new token in place of this one, which is worth nothing afterwards. Throws Refusal SIGNED_OUT. */
  rotate(token: string): Promise<SignedIn>;
  /** Those of these ids that are still open. */
  stillOpen(ids: readonly string[]): Promise<ReadonlySet<string>>;
  list(session: Session): Promise<readonly Device[]>;
  /** True when it was one of the user's and was open. */
  revoke(user: string, id: string): Promise<boolean>;
  revokeAll(user: string, except?: string): Promise<void>;
}

const lifeMs = 30 * 24 * 3_600_000;
/** How exactly `seenAt` is kept: a write for every request would be dear. */
const seenEveryMs = 60_000;
const shownDevice = 80;

export function createSessions(store: SqlStore, personal: Personal, now: () => number): Sessions {
  const { db } = store;
  const openOnes = () => db.selectFrom('sessions').where('revoked_at', 'is', null).where('expires_at', '>', now());
  const revoking = (work: Work) =>
    work.updateTable('sessions').set({ revoked_at: now() }).where('revoked_at', 'is', null);
  const fresh = () => {
    const token = randomBytes(32).toString('base64url');
    return { token, token_hash: hashToken(token), expires_at: now() + lifeMs, rotated_at: now() };
  };
  return {
    async open(user, device) {
      const { token, ...row } = fresh();
      const at = now();
      const shown = personal.seal('device', device.slice(0, shownDevice));
      await db
        .insertInto('sessions')
        .values({
          id: randomUUID(),
          user_id: user,
          device: shown,
          created_at: at,
          seen_at: at,
          revoked_at: null,
          ...row,
        })
        .execute();
      return { token, expiresAt: row.expires_at };
    },
    async find(token) {
      const row = await openOnes()
        .select(['id', 'user_id', 'seen_at'])
        .where('token_hash', '=', hashToken(token))
        .executeTakeFirst();
      if (row === undefined) throw signedOut();
      if (row.seen_at < now() - seenEveryMs) {
        await db.updateTable('sessions').set({ seen_at: now() }).where('id', '=', row.id).execute();
      }
      return { id: row.id, user: row.user_id };
    },
    async rotate(token) {
      const { token: next, ...row } = fresh();
      const { numUpdatedRows } = await db
        .updateTable('sessions')
        .set(row)
        .where('token_hash', '=', hashToken(token))
        .where('revoked_at', 'is', null)
        .where('expires_at', '>', now())
        .executeTakeFirst();
      if (numUpdatedRows === 0n) throw signedOut();
      return { token: next, expiresAt: row.expires_at };
    },
    async stillOpen(ids) {
      if (ids.length === 0) return new Set();
      const rows = await openOnes().select('id').where('id', 'in', ids).execute();
      return new Set(rows.map(({ id }) => id));
    },
    async list({ id: current, user }) {
      const rows = await openOnes().selectAll().where('user_id', '=', user).orderBy('seen_at', 'desc').execute();
      return rows.map((row) => ({
        id: row.id,
        device: personal.open('device', row.device),
        createdAt: row.created_at,
        seenAt: row.seen_at,
        current: row.id === current,
      }));
    },
    revoke: (user, id) =>
      store.transact(async (work) => {
        const { numUpdatedRows } = await revoking(work)
          .where('user_id', '=', user)
          .where('id', '=', id)
          .executeTakeFirst();
        tellSessionsEnded(work, user);
        return numUpdatedRows === 1n;
      }),
    revokeAll: (user, except = '') =>
      store.transact(async (work) => {
        await revoking(work).where('user_id', '=', user).where('id', '<>', except).execute();
        tellSessionsEnded(work, user);
      }),
  };
}

const signedOut = () => new Refusal(401, 'SIGNED_OUT', 'Sign in first.');
