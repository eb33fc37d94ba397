import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { tellPush } from '../pushes/index.ts';
import type { Secrets } from '../secrets/index.ts';
import type { SqlStore } from '../sql/index.ts';
import type { ThreadOwner } from './threads.ts';

export const noticeBodySchema = v.object({
  title: v.string(),
  fields: v.array(v.object({ label: v.string(), value: v.string() })),
  /** A page of the program with its query; empty: none is opened. */
  page: v.string(),
});
export type NoticeBody = v.InferOutput<typeof noticeBodySchema>;

export interface ServiceNotice extends NoticeBody {
  readonly id: string;
  readonly app: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly read: boolean;
}

/** Notices that programs send to people who have allowed them. */
export interface Notices {
  /** The person takes one more notice of each template. */
  allow(owner: ThreadOwner, templates: readonly string[]): Promise<void>;
  /** Uses up one allowance with the notice. False when there is none. */
  send(owner: ThreadOwner, template: string, body: NoticeBody): Promise<boolean>;
  /** Newest first, the last 200. */
  list(user: string): Promise<readonly ServiceNotice[]>;
  markRead(user: string): Promise<void>;
  remove(user: string, id: string): Promise<void>;
}

const purpose = 'service notice';
const shown = 200;
/** A person who taps a hundred times has not agreed to a hundred notices. */
const mostAllowed = 20;

export function createNotices(store: SqlStore, secrets: Secrets, now: () => number): Notices {
  return {
    allow: ({ user, app }, templates) =>
      store.transact(async (work) => {
        for (const template of new Set(templates)) {
          await work
            .insertInto('message_allowances')
            .values({ user_id: user, app, template, left_count: 1 })
            .onConflict((conflict) =>
              conflict
                .columns(['user_id', 'app', 'template'])
                .doUpdateSet((row) => ({ left_count: row('message_allowances.left_count', '+', 1) }))
                .where('message_allowances.left_count', '<', mostAllowed),
            )
            .execute();
        }
      }),
    send: ({ user, app }, template, body) =>
      store.transact(async (work) => {
        const { numUpdatedRows } = await work
          .updateTable('message_allowances')
          .set((row) => ({ left_count: row('left_count', '-', 1) }))
          .where('user_id', '=', user)
          .where('app', '=', app)
          .where('template', '=', template)
          .where('left_count', '>', 0)
          .executeTakeFirst();
        if (numUpdatedRows === 0n) return false;
        const row = { id: randomUUID(), user_id: user, app, at: now(), read_at: null };
        await work
          .insertInto('service_notices')
          .values({ ...row, sealed_body: secrets.seal(purpose, JSON.stringify(body)) })
          .execute();
        tellPush(work, { user, push: { kind: 'messages', app } });
        return true;
      }),
    async list(user) {
      const rows = await store.db
        .selectFrom('service_notices')
        .select(['id', 'app', 'sealed_body', 'at', 'read_at'])
        .where('user_id', '=', user)
        .orderBy('at', 'desc')
        .orderBy('id')
        .limit(shown)
        .execute();
      return rows.map(({ id, app, at, sealed_body: sealed, read_at: readAt }) => ({
        ...v.parse(noticeBodySchema, JSON.parse(secrets.open(purpose, sealed))),
        ...{ id, app, at, read: readAt !== null },
      }));
    },
    async markRead(user) {
      await store.db
        .updateTable('service_notices')
        .set({ read_at: now() })
        .where('user_id', '=', user)
        .where('read_at', 'is', null)
        .execute();
    },
    async remove(user, id) {
      await store.db.deleteFrom('service_notices').where('user_id', '=', user).where('id', '=', id).execute();
    },
  };
}
