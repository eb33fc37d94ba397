import { createHash } from 'node:crypto';
import { CompiledQuery } from 'kysely';
import * as v from 'valibot';
import { Refusal } from '../refusal.ts';
import { isPostgres, type Work } from '../sql/index.ts';
import type { Transfer, Unnumbered } from './ledger.ts';

/**
 * Writes what the chain gets. Entries move balances by triggers, see `ledgerMoves`.
 * Written out, since this is what every payment waits for. Throws Refusal NOT_ENOUGH.
 */
export async function writeTransfer(work: Work, transfer: Unnumbered): Promise<void> {
  try {
    await (isPostgres(work) ? writeAtOnce(work, transfer) : writeInSteps(work, transfer));
  } catch (error) {
    throw refusalOf(error);
  }
}

/** A way to a server and back costs more than what is done there, so it is one; `post_transfer` takes the same steps. */
async function writeAtOnce(work: Work, transfer: Unnumbered): Promise<void> {
  const { id, kind, reference, currency, amount, at } = transfer;
  const values = [id, kind, reference, currency, amount, at, ...entriesOf(transfer), wordsOf(transfer)];
  await run(work, 'select post_transfer($1, $2, $3, $4, $5, $6, $7, $8, $9)', values);
}

/** Accounts and amounts, as PostgreSQL's arrays. */
export const entriesOf = ({ postings }: Unnumbered) =>
  [postings.map((one) => one.account), postings.map((one) => one.amount)] as const;

/** In a process of ours a statement costs little. Parameters are numbered as they appear: that is what SQLite goes by. */
async function writeInSteps(work: Work, transfer: Unnumbered): Promise<void> {
  const { id, kind, reference, currency, amount, at, postings } = transfer;
  const rows = await run(work, 'select seq, hash from ledger_transfers order by seq desc limit 1');
  const [last] = v.parse(lastRows, rows);
  const [seq, previous] = [(last?.seq ?? 0) + 1, last?.hash ?? ''];
  const values = [seq, id, kind, reference, currency, amount, at, previous, hashOf({ ...transfer, seq }, previous)];
  await run(work, 'insert into ledger_transfers values ($1, $2, $3, $4, $5, $6, $7, $8, $9)', values);
  const places = postings.map((_, index) => `($${index * 3 + 1}, $${index * 3 + 2}, $${index * 3 + 3})`);
  const entries = postings.flatMap((one) => [one.account, seq, one.amount]);
  await run(work, `insert into ledger_entries values ${places.join(', ')}`, entries);
}

async function run(work: Work, text: string, values: readonly unknown[] = []): Promise<readonly unknown[]> {
  const { rows } = await work.executeQuery(CompiledQuery.raw(text, [...values]));
  return rows;
}

const lastRows = v.array(v.object({ seq: v.number(), hash: v.string() }));

/**
 * The hash of a transfer over everything it says and the hash before it, in hex. Postings in the order of their accounts.
 * `post_transfer` makes the same of the same words.
 */
export function hashOf(transfer: Transfer, previous: string): string {
  return createHash('sha256')
    .update(`["${previous}",${transfer.seq},${wordsOf(transfer)}`)
    .digest('hex');
}

/** What a transfer says besides its place in the chain: the end of a JSON array. */
export function wordsOf({ id, kind, reference, currency, amount, at, postings }: Unnumbered): string {
  const entries = postings.map((one) => [one.account, one.amount]);
  return JSON.stringify([id, kind, reference, currency, amount, at, entries]).slice(1);
}

/** What a failure of these statements means. */
export const refusalOf = (error: unknown): unknown =>
  isBelowZero(error) ? new Refusal(403, 'NOT_ENOUGH', 'The balance is not enough.') : error;

/** An entry would have left its account below zero: the one check of that table, on either database. */
function isBelowZero(error: unknown): boolean {
  if (!(error instanceof Error && 'code' in error)) return false;
  if (error.code === 'SQLITE_CONSTRAINT_CHECK') return error.message.includes('balance >= 0');
  return error.code === checkViolation && 'table' in error && error.table === 'ledger_accounts';
}

/** PostgreSQL's word for it. */
const checkViolation = '23514';
