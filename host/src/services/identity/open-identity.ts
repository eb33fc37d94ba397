import { randomBytes } from 'node:crypto';
import type { Hono } from 'hono';
import { hashToken, type Secrets } from '../secrets/index.ts';
import type { SqlStore } from '../sql/index.ts';
import { type Apps, createApps } from './apps.ts';
import { createProgramCodes } from './program-codes.ts';
import { createServerApi } from './server-api.ts';

export interface IdentityOptions {
  readonly store: SqlStore;
  readonly secrets: Secrets;
  readonly now: () => number;
  readonly phoneOf: (user: string) => Promise<{ callingCode: string; number: string; country: string }>;
}

/** Who a user is to a program. Ids are pairwise: those of two apps cannot be matched without the key file. */
export interface Identity {
  readonly apps: Apps;
  /** For `wx.login`. What it stands for never reaches the program, only its server. */
  loginCode(app: string, user: string): Promise<string>;
  /** For a `getPhoneNumber` button. */
  phoneCode(app: string, user: string): Promise<string>;
  openIdOf(app: string, user: string): string;
  unionIdOf(developer: string, user: string): string;
  /** The key of the user's last exchanged login: 16 bytes in Base64, or undefined. Never for a guest. */
  sessionKey(app: string, user: string): Promise<string | undefined>;
  /** Whom `/cgi-bin/token` gave this token; undefined when nobody holds it any more. */
  appOfToken(token: string): Promise<string | undefined>;
  /** `/sns/jscode2session`, `/cgi-bin/token`, `/wxa/business/getuserphonenumber`. */
  readonly serverApi: Hono;
}

const purpose = 'session key';

export function openIdentity({ store, secrets, now, phoneOf }: IdentityOptions): Identity {
  const apps = createApps(store, secrets, now);
  const codes = createProgramCodes(store, now);
  // 28 characters that begin with o, as programs and their databases expect them: 162 bits of an HMAC.
  const idOf = (kind: string, scope: string, user: string) =>
    `o${Buffer.from(secrets.mac(kind, `${scope} ${user}`), 'hex')
      .toString('base64url')
      .slice(0, 27)}`;
  const openIdOf = (app: string, user: string) => idOf('openid', app, user);
  const unionIdOf = (developer: string, user: string) => idOf('unionid', developer, user);
  const newSessionKey = async (app: string, user: string): Promise<string> => {
    const key = randomBytes(16).toString('base64');
    const row = { sealed_key: secrets.seal(purpose, key), at: now() };
    await store.db
      .insertInto('session_keys')
      .values({ app, user_id: user, ...row })
      .onConflict((conflict) => conflict.columns(['app', 'user_id']).doUpdateSet(row))
      .execute();
    return key;
  };
  return {
    apps,
    openIdOf,
    unionIdOf,
    loginCode: (app, user) => codes.issue('login', app, user),
    phoneCode: (app, user) => codes.issue('phone', app, user),
    async sessionKey(app, user) {
      const row = await store.db
        .selectFrom('session_keys')
        .select('sealed_key')
        .where('app', '=', app)
        .where('user_id', '=', user)
        .executeTakeFirst();
      return row && secrets.open(purpose, row.sealed_key);
    },
    async appOfToken(token) {
      const row = await store.db
        .selectFrom('access_tokens')
        .select('app')
        .where('hash', '=', hashToken(token))
        .where('expires_at', '>', now())
        .executeTakeFirst();
      return row?.app;
    },
    serverApi: createServerApi({ store, now, apps, codes, openIdOf, unionIdOf, newSessionKey, phoneOf }),
  };
}
