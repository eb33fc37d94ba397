import { expect, test } from '@playwright/test';
import { sql } from 'kysely';
import { accountsContract } from './fixtures/accounts-contract.ts';
import { filesContract } from './fixtures/files-contract.ts';
import { grantsContract } from './fixtures/grants-contract.ts';
import { identityContract } from './fixtures/identity-contract.ts';
import { invoiceTitlesContract } from './fixtures/invoice-titles-contract.ts';
import { messagesContract } from './fixtures/messages-contract.ts';
import { invariantContract, moneyContract, moneyProperty } from './fixtures/money-contract.ts';
import { pushesContract } from './fixtures/pushes-contract.ts';
import { sealedContract } from './fixtures/sealed-contract.ts';
import { storageContract } from './fixtures/storage-contract.ts';
import { storeContract } from './fixtures/store-contract.ts';
import { otherKey, twoProcesses } from './fixtures/two-processes.ts';
import type { WithStore } from './fixtures/with-store.ts';
import { createSecrets } from './secrets/index.ts';
import { openPostgresStore, tell } from './sql/index.ts';
import { startThrowawayPostgres, type ThrowawayPostgres, whyNoPostgres } from './sql/throwaway-postgres.ts';
import { createSqlStorage } from './storage/index.ts';

// One process, and so one cluster, for this file; each test has a database of its own.
test.describe.configure({ mode: 'default' });

const missing = whyNoPostgres();
let postgres: ThrowawayPostgres | undefined;

test.beforeAll(async () => {
  if (missing === undefined) postgres = await startThrowawayPostgres();
});
test.afterAll(() => postgres?.dispose());
test.beforeEach(({ baseURL: _ }, info) => info.skip(missing !== undefined, `without PostgreSQL: ${missing}`));

const withUrl = async (use: (url: string) => Promise<void>) => {
  if (postgres !== undefined) await use(await postgres.createDatabase());
};

const withPostgres: WithStore = (use) =>
  withUrl(async (url) => {
    const store = await openPostgresStore(url);
    try {
      await use(store);
    } finally {
      await store.close();
    }
  });

storeContract('postgres', withPostgres);
storageContract('postgres', (use) =>
  withPostgres((store) => use(createSqlStorage(store, createSecrets('ab'.repeat(32))))),
);
moneyContract('postgres', withPostgres);
moneyProperty('postgres', withPostgres);
invariantContract('postgres', withPostgres, async ({ db }) => {
  for (const table of ['ledger_transfers', 'ledger_entries', 'order_states', 'refunds']) {
    await sql.raw(`drop trigger ${table}_append_only on ${table}`).execute(db);
  }
});
accountsContract('postgres', withPostgres);

identityContract('postgres', withPostgres);
grantsContract('postgres', withPostgres);
filesContract('postgres', withPostgres);
messagesContract('postgres', withPostgres);
invoiceTitlesContract('postgres', withPostgres);
pushesContract('postgres', withPostgres);
test('postgres: a transaction that is broken tells nothing and says so', () =>
  withPostgres(async (store) => {
    const heard: string[] = [];
    store.listen({ hear: (text) => heard.push(text), ready: () => heard.push('ready') });
    await expect.poll(() => heard).toEqual(['ready']);
    const broken = store.transact(async (work) => {
      await sql`select no_such_column`.execute(work).catch(() => undefined);
      tell(work, 'never');
    });
    await expect(broken).rejects.toThrow(/aborted/);
    await store.transact(async (work) => tell(work, 'the next'));
    await expect.poll(() => heard).toEqual(['ready', 'the next']);
  }));
test('postgres: who listens comes back when the connection was cut, and says so', () =>
  withPostgres(async (store) => {
    const heard: string[] = [];
    store.listen({ hear: (text) => heard.push(text), ready: () => heard.push('ready') });
    await expect.poll(() => heard).toEqual(['ready']);
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and query like 'listen %'`.execute(store.db);
    await expect.poll(() => heard).toEqual(['ready', 'ready']);
    await store.transact(async (work) => tell(work, 'again'));
    await expect.poll(() => heard).toEqual(['ready', 'ready', 'again']);
  }));
sealedContract('postgres', (use) =>
  withUrl((databaseUrl) => use({ databaseUrl, open: () => openPostgresStore(databaseUrl) })),
);
twoProcesses(withUrl);
otherKey(withUrl);
