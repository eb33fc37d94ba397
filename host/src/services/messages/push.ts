import { createHash, randomBytes } from 'node:crypto';
import type { PostNotice } from '../money/index.ts';
import type { Secrets } from '../secrets/index.ts';
import type { SqlStore } from '../sql/index.ts';

/** What a program's server hears, in the documented words beside sender and time. */
export type PushedMessage = Readonly<Record<string, string | number>>;

export interface Push {
  /** Where an app's server listens, and the word that its pushes are signed with. */
  receive(app: string, url: string, token: string): Promise<void>;
  /** Tells the server, three times at most, as documented. Never rejects: the conversation itself is kept. */
  tell(app: string, openid: string, message: PushedMessage): Promise<void>;
}

const purpose = 'push token';
const tries = 3;

export function createPush(store: SqlStore, secrets: Secrets, now: () => number, post: PostNotice): Push {
  return {
    async receive(app, url, token) {
      const row = { url, sealed_token: secrets.seal(purpose, token) };
      await store.db
        .insertInto('message_receivers')
        .values({ app, ...row })
        .onConflict((conflict) => conflict.column('app').doUpdateSet(row))
        .execute();
    },
    async tell(app, openid, message) {
      const receiver = await store.db
        .selectFrom('message_receivers')
        .select(['url', 'sealed_token'])
        .where('app', '=', app)
        .executeTakeFirst()
        // Nobody waits for this: a store that closes meanwhile must not end the process.
        .catch(() => undefined);
      if (receiver === undefined) return;
      const seconds = Math.floor(now() / 1_000);
      const body = { ToUserName: app, FromUserName: openid, CreateTime: seconds, ...message };
      for (let count = 0; count < tries; count += 1) {
        const address = signed(receiver.url, secrets.open(purpose, receiver.sealed_token), String(seconds));
        const status = await post(address, { 'content-type': 'application/json' }, JSON.stringify(body)).catch(() => 0);
        if (status === 200) return;
      }
    },
  };
}

/** Documented: SHA-1 over token, timestamp and nonce in the order of their letters. */
function signed(url: string, token: string, timestamp: string): string {
  const nonce = randomBytes(8).toString('hex');
  const signature = createHash('sha1').update([token, timestamp, nonce].sort().join('')).digest('hex');
  const address = new URL(url);
  for (const [name, value] of Object.entries({ signature, timestamp, nonce })) address.searchParams.set(name, value);
  return address.href;
}
