import { randomUUID } from 'node:crypto';
import { tellPush } from '../pushes/push.ts';
import type { SqlStore, Work } from '../sql/index.ts';
import type { GrantTables } from './tables.ts';

export type StoredDecision = GrantTables['grants']['decision'];

/** Whose decisions, and about which program. */
export interface GrantOwner {
  readonly user: string;
  readonly app: string;
}

export interface GrantEvent {
  readonly scope: string;
  /** `forgotten`: the person took the program's decisions away as a whole. */
  readonly decision: StoredDecision | 'forgotten';
  readonly at: number;
}

/** What people allowed programs, and when. A change is told to the person's open shells. */
export interface GrantBook {
  /** Every decision that holds, scope → decision. */
  decisions(owner: GrantOwner): Promise<ReadonlyMap<string, StoredDecision>>;
  /** Durable when it resolves. A decision that holds already is not written again. */
  decide(owner: GrantOwner, scope: string, decision: StoredDecision): Promise<void>;
  forget(owner: GrantOwner): Promise<void>;
  /** Newest first, at most 200. */
  history(owner: GrantOwner): Promise<readonly GrantEvent[]>;
}

const shownEvents = 200;

export function openGrants(store: SqlStore, now: () => number): GrantBook {
  const changed = (work: Work, { user, app }: GrantOwner) => tellPush(work, { user, push: { kind: 'grants', app } });
  const note = (work: Work, { user, app }: GrantOwner, scope: string, decision: GrantEvent['decision']) =>
    work
      .insertInto('grant_history')
      .values({ id: randomUUID(), user_id: user, app, scope, decision, at: now() })
      .execute();
  return {
    async decisions({ user, app }) {
      const rows = await store.db
        .selectFrom('grants')
        .select(['scope', 'decision'])
        .where('user_id', '=', user)
        .where('app', '=', app)
        .execute();
      return new Map(rows.map(({ scope, decision }) => [scope, decision]));
    },
    async decide(owner, scope, decision) {
      const { user, app } = owner;
      await store.transact(async (work) => {
        const fresh = { decision, at: now() };
        const { numInsertedOrUpdatedRows } = await work
          .insertInto('grants')
          .values({ user_id: user, app, scope, ...fresh })
          // One statement: of two equal answers at once, one is history.
          .onConflict((conflict) =>
            conflict.columns(['user_id', 'app', 'scope']).doUpdateSet(fresh).where('grants.decision', '<>', decision),
          )
          .executeTakeFirstOrThrow();
        if (numInsertedOrUpdatedRows === 0n) return;
        await note(work, owner, scope, decision);
        changed(work, owner);
      });
    },
    async forget(owner) {
      const { user, app } = owner;
      await store.transact(async (work) => {
        const gone = await work
          .deleteFrom('grants')
          .where('user_id', '=', user)
          .where('app', '=', app)
          .returning('scope')
          .execute();
        for (const { scope } of gone) await note(work, owner, scope, 'forgotten');
        changed(work, owner);
      });
    },
    history: ({ user, app }) =>
      store.db
        .selectFrom('grant_history')
        .select(['scope', 'decision', 'at'])
        .where('user_id', '=', user)
        .where('app', '=', app)
        .orderBy('at', 'desc')
        .orderBy('id')
        .limit(shownEvents)
        .execute(),
  };
}
