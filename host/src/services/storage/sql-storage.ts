import type { Secrets } from '../secrets/index.ts';
import type { SqlStore, Work } from '../sql/index.ts';
import { type Owner, planSet, type Storage } from './storage.ts';

/** Where an entry is found: nobody reads the key from it, or sees that two owners have the same. */
export const entryMac = (secrets: Secrets, { user, app }: Owner, key: string): Buffer =>
  Buffer.from(secrets.mac(purpose, JSON.stringify([user, app, Buffer.from(key).toString()])), 'hex');

/** Key and text as they are kept. */
export const sealEntry = (secrets: Secrets, { user, app }: Owner, key: string, text: string): Buffer =>
  secrets.sealBytes(
    purpose,
    JSON.stringify([user, app]),
    Buffer.concat([lengthOf(key), Buffer.from(key), Buffer.from(text)]),
  );

const purpose = 'storage entry';

/** Storage in the services' database, sealed. The store stays open when this is closed: others use it. */
export function createSqlStorage(store: SqlStore, secrets: Secrets): Storage {
  return {
    async all({ user, app }) {
      const rows = await store.db
        .selectFrom('entries')
        .select('text')
        .where('user', '=', user)
        .where('app', '=', app)
        .execute();
      return new Map(rows.map(({ text }) => openEntry(secrets, { user, app }, text)));
    },
    set: (owner, entries) =>
      store.transact(async (work) => {
        const used = await lockUsed(work, owner);
        const macs = new Map(entries.map(([key]) => [key, entryMac(secrets, owner, key)]));
        const sizes = await sizesOf(work, owner, macs);
        const plan = planSet(entries, used, (key) => sizes.get(key) ?? 0);
        if (plan.outcome !== 'ok') return plan.outcome;
        for (const { key, text, bytes } of plan.writes) {
          const values = { text: sealEntry(secrets, owner, key, text), bytes };
          const mac = macs.get(key) ?? entryMac(secrets, owner, key);
          await work
            .insertInto('entries')
            .values({ user: owner.user, app: owner.app, key: mac, ...values })
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
          .where('key', '=', entryMac(secrets, owner, key))
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

function openEntry(secrets: Secrets, { user, app }: Owner, sealed: Buffer): readonly [key: string, text: string] {
  const opened = secrets.openBytes(purpose, JSON.stringify([user, app]), sealed);
  const end = 4 + opened.readUInt32BE(0);
  return [opened.subarray(4, end).toString(), opened.subarray(end).toString()];
}

function lengthOf(key: string): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(Buffer.byteLength(key));
  return length;
}

async function sizesOf(
  work: Work,
  { user, app }: Owner,
  macs: ReadonlyMap<string, Buffer>,
): Promise<Map<string, number>> {
  const sizes = new Map<string, number>();
  for (const [key, mac] of macs) {
    const row = await work
      .selectFrom('entries')
      .select('bytes')
      .where('user', '=', user)
      .where('app', '=', app)
      .where('key', '=', mac)
      .executeTakeFirst();
    if (row !== undefined) sizes.set(key, row.bytes);
  }
  return sizes;
}
