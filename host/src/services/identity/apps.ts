import { randomBytes } from 'node:crypto';
import { Refusal } from '../refusal.ts';
import type { Secrets } from '../secrets/index.ts';
import type { SqlStore } from '../sql/index.ts';

export interface App {
  readonly id: string;
  /** Programs of one developer see one `unionid` for a user. */
  readonly developer: string;
}

/** Programs as their servers know them. */
export interface Apps {
  /** Makes app and developer unless they are there. Throws Refusal APP_TAKEN for another developer's. */
  register(app: { id: string; name: string; developer: string }): Promise<void>;
  /** A new secret: 32 hex digits, shown once, here. Throws Refusal SECRETS_FULL when two are active. */
  addSecret(app: string): Promise<string>;
  revokeSecret(app: string, secret: string): Promise<void>;
  find(app: string): Promise<App | undefined>;
  hasSecret(app: string, secret: string): Promise<boolean>;
}

const mostSecrets = 2;

export function createApps(store: SqlStore, secrets: Secrets, now: () => number): Apps {
  const { db } = store;
  const hashOf = (app: string, secret: string) => secrets.mac('app secret', `${app} ${secret}`);
  const find = async (app: string): Promise<App | undefined> => {
    const row = await db.selectFrom('apps').select(['id', 'developer_id']).where('id', '=', app).executeTakeFirst();
    return row && { id: row.id, developer: row.developer_id };
  };
  return {
    find,
    async register({ id, name, developer }) {
      await store.transact(async (work) => {
        await work
          .insertInto('developers')
          .values({ id: developer, name: developer })
          .onConflict((conflict) => conflict.column('id').doNothing())
          .execute();
        await work
          .insertInto('apps')
          .values({ id, developer_id: developer, name })
          .onConflict((conflict) => conflict.column('id').doNothing())
          .execute();
      });
      if ((await find(id))?.developer !== developer) {
        throw new Refusal(409, 'APP_TAKEN', `The app id ${id} belongs to another developer.`);
      }
    },
    async addSecret(app) {
      const secret = randomBytes(16).toString('hex');
      await store.transact(async (work) => {
        // Writing the app's row locks it: of two new secrets at once, the second counts the first.
        const { numUpdatedRows } = await work
          .updateTable('apps')
          .set((row) => ({ name: row.ref('name') }))
          .where('id', '=', app)
          .executeTakeFirst();
        if (numUpdatedRows === 0n) throw new Refusal(404, 'NO_APP', `There is no app ${app}.`);
        const active = await work
          .selectFrom('app_secrets')
          .select('hash')
          .where('app', '=', app)
          .where('revoked_at', 'is', null)
          .execute();
        if (active.length >= mostSecrets)
          throw new Refusal(409, 'SECRETS_FULL', 'Two secrets are active. Revoke one first.');
        const row = { app, hash: hashOf(app, secret), created_at: now(), revoked_at: null };
        await work.insertInto('app_secrets').values(row).execute();
      });
      return secret;
    },
    async revokeSecret(app, secret) {
      await db
        .updateTable('app_secrets')
        .set({ revoked_at: now() })
        .where('app', '=', app)
        .where('hash', '=', hashOf(app, secret))
        .where('revoked_at', 'is', null)
        .execute();
    },
    async hasSecret(app, secret) {
      const row = await db
        .selectFrom('app_secrets')
        .select('app')
        .where('app', '=', app)
        .where('hash', '=', hashOf(app, secret))
        .where('revoked_at', 'is', null)
        .executeTakeFirst();
      return row !== undefined;
    },
  };
}
