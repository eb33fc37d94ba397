import * as v from 'valibot';
import { tellPush } from '../pushes/index.ts';
import type { Secrets } from '../secrets/index.ts';
import type { SqlStore, Work } from '../sql/index.ts';
import { type ChatBody, type ChatMessage, chatBodySchema } from './chat-body.ts';

/** One person with one program. */
export interface ThreadOwner {
  readonly user: string;
  readonly app: string;
}

export interface ThreadLine {
  readonly app: string;
  readonly unread: number;
  readonly at: number;
  readonly last: ChatBody | undefined;
}

/** Conversations of people with the servers of programs. */
export interface Threads {
  /** Newest conversation first. */
  list(user: string): Promise<readonly ThreadLine[]>;
  /** Oldest first, the last 200. */
  read(owner: ThreadOwner): Promise<readonly ChatMessage[]>;
  /** The person looks at the conversation: the program may greet them. */
  enter(owner: ThreadOwner): Promise<void>;
  /** Durable when it resolves. */
  write(owner: ThreadOwner, body: ChatBody): Promise<ChatMessage>;
  /** What the program's server answers; or why it may not. */
  answer(owner: ThreadOwner, body: ChatBody): Promise<ChatMessage | 'late' | 'enough'>;
}

const purpose = 'chat message';
const shown = 200;
const kept = 500;
/** Documented: five answers within 48 hours of what the person wrote, two within a minute of their coming. */
const afterWriting = { replies: 5, ms: 48 * 60 * 60 * 1_000 };
const afterEntering = { replies: 2, ms: 60_000 };

export function createThreads(store: SqlStore, secrets: Secrets, now: () => number): Threads {
  const opened = (sealed: string): ChatBody => v.parse(chatBodySchema, JSON.parse(secrets.open(purpose, sealed)));
  const add = async (
    work: Work,
    { user, app }: ThreadOwner,
    message: Omit<ChatMessage, 'at'> & { readonly at: number },
  ) => {
    const { body, ...row } = message;
    await work
      .insertInto('chat_messages')
      .values({ user_id: user, app, ...row, sealed_body: secrets.seal(purpose, JSON.stringify(body)) })
      .execute();
    await work
      .deleteFrom('chat_messages')
      .where('user_id', '=', user)
      .where('app', '=', app)
      .where('number', '<=', message.number - kept)
      .execute();
    return message;
  };
  return {
    async list(user) {
      const rows = await store.db
        .selectFrom('chat_threads')
        .leftJoin('chat_messages', (join) =>
          join
            .onRef('chat_messages.user_id', '=', 'chat_threads.user_id')
            .onRef('chat_messages.app', '=', 'chat_threads.app')
            .onRef('chat_messages.number', '=', 'chat_threads.count'),
        )
        .select(['chat_threads.app', 'chat_threads.count', 'chat_threads.seen', 'chat_threads.at', 'sealed_body'])
        .where('chat_threads.user_id', '=', user)
        .where('chat_threads.count', '>', 0)
        .orderBy('chat_threads.at', 'desc')
        .limit(shown)
        .execute();
      return rows.map(({ app, count, seen, at, sealed_body: sealed }) => ({
        ...{ app, at, unread: Math.max(0, count - seen) },
        last: sealed === null ? undefined : opened(sealed),
      }));
    },
    async read({ user, app }) {
      const rows = await store.db
        .selectFrom('chat_messages')
        .select(['number', 'sender', 'sealed_body', 'at'])
        .where('user_id', '=', user)
        .where('app', '=', app)
        .orderBy('number', 'desc')
        .limit(shown)
        .execute();
      const messages = rows.map(({ sealed_body: sealed, ...row }) => ({ ...row, body: opened(sealed) }));
      return messages.reverse();
    },
    async enter({ user, app }) {
      const at = now();
      const until = at + afterEntering.ms;
      const fresh = { replies_left: afterEntering.replies, open_until: until };
      await store.transact(async (work) => {
        await work
          .insertInto('chat_threads')
          .values({ user_id: user, app, count: 0, seen: 0, at, ...fresh })
          .onConflict((conflict) =>
            // What the person wrote before still allows more than their coming does.
            conflict.columns(['user_id', 'app']).doUpdateSet(fresh).where('chat_threads.open_until', '<', until),
          )
          .execute();
        await work
          .updateTable('chat_threads')
          .set((row) => ({ seen: row.ref('count') }))
          .where('user_id', '=', user)
          .where('app', '=', app)
          .execute();
      });
    },
    write: (owner, body) =>
      store.transact(async (work) => {
        const { user, app } = owner;
        const at = now();
        const fresh = { replies_left: afterWriting.replies, open_until: at + afterWriting.ms, at };
        const { count } = await work
          .insertInto('chat_threads')
          .values({ user_id: user, app, count: 1, seen: 1, ...fresh })
          .onConflict((conflict) =>
            conflict.columns(['user_id', 'app']).doUpdateSet((row) => ({
              ...fresh,
              count: row('chat_threads.count', '+', 1),
              seen: row('chat_threads.count', '+', 1),
            })),
          )
          .returning('count')
          .executeTakeFirstOrThrow();
        return add(work, owner, { number: count, sender: 'person', body, at });
      }),
    answer: (owner, body) =>
      store.transact(async (work) => {
        const { user, app } = owner;
        const at = now();
        // One statement: of two answers at once only as many count as are allowed.
        const row = await work
          .updateTable('chat_threads')
          .set((columns) => ({
            at,
            count: columns('count', '+', 1),
            replies_left: columns('replies_left', '-', 1),
          }))
          .where('user_id', '=', user)
          .where('app', '=', app)
          .where('open_until', '>', at)
          .where('replies_left', '>', 0)
          .returning('count')
          .executeTakeFirst();
        if (row !== undefined) {
          tellPush(work, { user, push: { kind: 'messages', app } });
          return add(work, owner, { number: row.count, sender: 'program', body, at });
        }
        const thread = await work
          .selectFrom('chat_threads')
          .select('open_until')
          .where('user_id', '=', user)
          .where('app', '=', app)
          .executeTakeFirst();
        return thread === undefined || thread.open_until <= at ? 'late' : 'enough';
      }),
  };
}
