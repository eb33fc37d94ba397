import type { SqlStore, Work } from './sql/index.ts';
import { type Owner, planSet, type Storage } from './storage.ts';

/** Storage in the services' database. The store stays open when this is closed: others use it. */
export function createSqlStorage(store: SqlStore): Storage {
  return {
    async all({ user, app }) {
      const rows = await store.db
        .selectFrom('entries')
        .select(['key', 'text'])
        .where('user', '=', user)
        .where('app', '=', app)
        .execute();
      return new Map(rows.map(({ key, text }) => [key.toString(), text.toString()]));
    },
    set: (owner, entries) =>
      store.transact(async (work) => {
        const used = await lockUsed(work, owner);
        const sizes = await sizesOf(
          work,
          owner,
          entries.map(([key]) => key),
        );
        const plan = planSet(entries, used, (key) => sizes.get(key) ?? 0);
        if (plan.outcome !== 'ok') return plan.outcome;
        for (const { key, text, bytes } of plan.writes) {
          const values = { text: Buffer.from(text), bytes };
          await work
            .insertInto('entries')
            .values({ user: owner.user, app: owner.app, key: Buffer.from(key), ...values })
            .onConflict((conflict) => conflict.columns(['user', 'app', 'key']).doUpdateSet(values))
            .execute();
        }
        await writeUsed(work, owner, plan.total);
        return 'ok';
      }),
    remove: (owner, key) =>
      store.transact(async (work) => {
        const used = await lockUsed(work, owner);
        const removed = await work
          .deleteFrom('entries')
          .where('user', '=', owner.user)
          .where('app', '=', owner.app)
          .where('key', '=', Buffer.from(key))
          .returning('bytes')
          .executeTakeFirst();
        if (removed !== undefined) await writeUsed(work, owner, used - removed.bytes);
      }),
    clear: (owner) =>
      store.transact(async (work) => {
        await lockUsed(work, owner);
        await work.deleteFrom('entries').where('user', '=', owner.user).where('app', '=', owner.app).execute();
        await writeUsed(work, owner, 0);
      }),
    async used({ user, app }) {
      const row = await store.db
        .selectFrom('used')
        .select('bytes')
        .where('user', '=', user)
        .where('app', '=', app)
        .executeTakeFirst();
      return row?.bytes ?? 0;
    },
  };
}

/** The owner's sum, which nobody else changes until the transaction ends: writing a row is what locks it on both stores. */
async function lockUsed(work: Work, { user, app }: Owner): Promise<number> {
  const { bytes } = await work
    .insertInto('used')
    .values({ user, app, bytes: 0 })
    .onConflict((conflict) =>
      conflict.columns(['user', 'app']).doUpdateSet((row) => ({ bytes: row.ref('used.bytes') })),
    )
    .returning('bytes')
    .executeTakeFirstOrThrow();
  return bytes;
}

async function writeUsed(work: Work, { user, app }: Owner, bytes: number): Promise<void> {
  await work.updateTable('used').set({ bytes }).where('user', '=', user).where('app', '=', app).execute();
}

async function sizesOf(work: Work, { user, app }: Owner, keys: readonly string[]): Promise<Map<string, number>> {
  const sizes = new Map<string, number>();
  for (const key of new Set(keys)) {
    const row = await work
      .selectFrom('entries')
      .select('bytes')
      .where('user', '=', user)
      .where('app', '=', app)
      .where('key', '=', Buffer.from(key))
      .executeTakeFirst();
    if (row !== undefined) sizes.set(key, row.bytes);
  }
  return sizes;
}
