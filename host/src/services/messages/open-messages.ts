import { randomInt } from 'node:crypto';
import type { Hono } from 'hono';
import { createRates, type Rate } from '../accounts/index.ts';
import type { PostNotice } from '../money/index.ts';
import type { Secrets } from '../secrets/index.ts';
import type { SqlStore } from '../sql/index.ts';
import type { ChatBody, ChatMessage } from './chat-body.ts';
import { createNotices, type ServiceNotice } from './notices.ts';
import { createPush, type PushedMessage } from './push.ts';
import { createServerApi } from './server-api.ts';
import { createTemplates, type MessageTemplate } from './templates.ts';
import { createThreads, type ThreadLine, type ThreadOwner } from './threads.ts';

export interface MessagesOptions {
  readonly store: SqlStore;
  readonly secrets: Secrets;
  readonly now: () => number;
  readonly openIdOf: (app: string, user: string) => string;
  /** The app that an access token was given to. */
  readonly appOfToken: (token: string) => Promise<string | undefined>;
  readonly post: PostNotice;
}

/** What people and programs tell each other outside the program itself. */
export interface Messages {
  threads(user: string): Promise<readonly ThreadLine[]>;
  read(owner: ThreadOwner): Promise<readonly ChatMessage[]>;
  /** `sessionFrom`: what the program says about where the person came from; its server hears it. Throws Refusal TOO_MANY. */
  enter(owner: ThreadOwner, sessionFrom: string): Promise<void>;
  /** Throws Refusal TOO_MANY: each message is also a call of the program's server. */
  write(owner: ThreadOwner, body: ChatBody): Promise<ChatMessage>;
  templates(app: string): Promise<readonly MessageTemplate[]>;
  /** The person takes one more notice of each template. */
  allow(owner: ThreadOwner, templates: readonly string[]): Promise<void>;
  notices(user: string): Promise<readonly ServiceNotice[]>;
  markRead(user: string): Promise<void>;
  removeNotice(user: string, id: string): Promise<void>;
  /** `/cgi-bin/message/…` and `/wxaapi/newtmpl/…`. */
  readonly serverApi: Hono;
}

const minute = 60_000;
const written: Rate = { name: 'messages of a user', limit: 30, windowMs: minute };
const visits: Rate = { name: 'visits of conversations of a user', limit: 60, windowMs: minute };

export function openMessages({ store, secrets, now, openIdOf, appOfToken, post }: MessagesOptions): Messages {
  const threads = createThreads(store, secrets, now);
  const templates = createTemplates(store, secrets);
  const notices = createNotices(store, secrets, now);
  const push = createPush(store, secrets, now, post);
  const count = createRates(store, secrets, now);
  /** From now on the program's server can name this person. */
  const know = async ({ user, app }: ThreadOwner): Promise<string> => {
    const openid = openIdOf(app, user);
    await store.db
      .insertInto('message_people')
      .values({ app, openid, user_id: user })
      .onConflict((conflict) => conflict.columns(['app', 'openid']).doNothing())
      .execute();
    return openid;
  };
  const tell = (app: string, openid: string, message: PushedMessage) => void push.tell(app, openid, message);
  return {
    threads: threads.list,
    read: threads.read,
    async enter(owner, sessionFrom) {
      await count(visits, owner.user);
      const openid = await know(owner);
      await threads.enter(owner);
      tell(owner.app, openid, { MsgType: 'event', Event: 'user_enter_tempsession', SessionFrom: sessionFrom });
    },
    async write(owner, body) {
      await count(written, owner.user);
      const openid = await know(owner);
      const message = await threads.write(owner, body);
      tell(owner.app, openid, { ...pushed(owner.app, body), MsgId: randomInt(2 ** 47) });
      return message;
    },
    templates: templates.list,
    async allow(owner, ids) {
      await know(owner);
      await notices.allow(owner, ids);
    },
    notices: notices.list,
    markRead: notices.markRead,
    removeNotice: notices.remove,
    serverApi: createServerApi({
      ...{ appOfToken, templates, receive: push.receive },
      async personOf(app, openid) {
        const row = await store.db
          .selectFrom('message_people')
          .select('user_id')
          .where('app', '=', app)
          .where('openid', '=', openid)
          .executeTakeFirst();
        return row?.user_id;
      },
      async answer(owner, body) {
        const answered = await threads.answer(owner, body);
        return typeof answered === 'string' ? answered : 'ok';
      },
      send: notices.send,
    }),
  };
}

function pushed(app: string, body: ChatBody): PushedMessage {
  switch (body.kind) {
    case 'text':
      return { MsgType: 'text', Content: body.text };
    case 'card':
      return {
        MsgType: 'miniprogrampage',
        AppId: app,
        Title: body.title,
        PagePath: body.path,
        ThumbUrl: body.imageUrl,
      };
    case 'link':
      return { MsgType: 'link', Title: body.title, Description: body.description, Url: body.url };
    default:
      return body satisfies never;
  }
}
