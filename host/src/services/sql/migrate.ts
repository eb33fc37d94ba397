import { sql } from 'kysely';
import * as v from 'valibot';
import { accountSchema } from '../accounts/tables.ts';
import { filesSchema } from '../files/tables.ts';
import { grantSchema } from '../grants/tables.ts';
import { identitySchema } from '../identity/tables.ts';
import { invoiceSchema } from '../invoices/tables.ts';
import { messageSchema } from '../messages/tables.ts';
import { ledgerGuards, ledgerMoves } from '../money/ledger-rules.ts';
import { moneySchema } from '../money/tables.ts';
import { storageSchema } from '../storage/tables.ts';
import { sealedSchema } from './seal-schema.ts';
import type { SqlStore } from './sql-store.ts';

interface Migration {
  readonly name: string;
  /** In PostgreSQL's words; see `wordsFor`. */
  readonly schema: string;
  /** What the two do differently, one text a statement. */
  readonly extra?: Readonly<Record<SqlStore['kind'], readonly string[]>>;
}

/** In order. One that has been released is never edited: the next one mends it. */
const migrations: readonly Migration[] = [
  { name: '001-storage', schema: storageSchema },
  { name: '002-money', schema: moneySchema, extra: ledgerGuards },
  { name: '003-accounts', schema: accountSchema },
  { name: '004-identity', schema: identitySchema },
  { name: '005-grants', schema: grantSchema },
  { name: '006-files', schema: filesSchema },
  { name: '007-messages', schema: messageSchema },
  { name: '008-invoices', schema: invoiceSchema },
  { name: '009-sealed', schema: sealedSchema },
  { name: '010-ledger-moves', schema: '', extra: ledgerMoves },
];

/** Any number; the same in every process. */
const lockNumber = 7_352_001;

/** Brings the tables up to date in one transaction; of several processes that start at once, one does it. */
export async function migrate(store: SqlStore): Promise<void> {
  await store.transact(async (work) => {
    const run = (text: string) => sql.raw(text).execute(work);
    if (store.kind === 'postgres') await run(`select pg_advisory_xact_lock(${lockNumber})`);
    await run('create table if not exists migrations (name text primary key)');
    const { rows } = await run('select name from migrations');
    const done = new Set(v.parse(names, rows).map(({ name }) => name));
    for (const { name, schema, extra } of migrations) {
      if (done.has(name)) continue;
      for (const statement of statementsOf(schema)) await run(wordsFor(store.kind, statement));
      for (const statement of extra?.[store.kind] ?? []) await run(statement);
      await sql`insert into migrations (name) values (${name})`.execute(work);
    }
  });
}

const names = v.array(v.object({ name: v.string() }));

function statementsOf(schema: string): string[] {
  return schema
    .split(';')
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
}

/**
 * Schemas are written for PostgreSQL; SQLite has other names for two types, and checks types only when told to. Rows lie
 * in the order of their key: a whole number is SQLite's own one, where what comes last is appended and moves nothing.
 */
function wordsFor(kind: SqlStore['kind'], statement: string): string {
  if (kind === 'postgres') return statement;
  const words = statement.replaceAll(/\bbigint\b/g, 'integer').replaceAll(/\bbytea\b/g, 'blob');
  if (!words.startsWith('create table')) return words;
  return / integer primary key\b/.test(words) ? `${words} strict` : `${words} strict, without rowid`;
}
