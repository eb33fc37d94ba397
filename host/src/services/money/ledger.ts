import { createHash, randomUUID } from 'node:crypto';
import { Refusal } from '../refusal.ts';
import type { Reader, Work } from '../sql/index.ts';
import type { MoneyTables, TransferKind } from './tables.ts';

/** What one account gains (above zero) or gives (below). Whole minor units. */
export interface Posting {
  readonly account: string;
  readonly amount: number;
}

export interface NewTransfer {
  /** Default: a new one. Given when something else names the transfer first. */
  readonly id?: string;
  readonly kind: TransferKind;
  /** What it is for. A kind and a reference make one transfer at most. */
  readonly reference: string;
  readonly currency: string;
  readonly postings: readonly Posting[];
  readonly at: number;
}

/** One movement of money, as it stands in the chain. */
export interface Transfer extends NewTransfer {
  readonly id: string;
  readonly seq: number;
  /** What changed hands: the sum of what accounts gained. */
  readonly amount: number;
}

export type AccountKind = MoneyTables['ledger_accounts']['kind'];

/** More than this is refused: sums of such amounts stay exact in JavaScript. */
export const largestAmount = 1_000_000_000_00;

export const accountId = (kind: AccountKind, owner: string, currency: string): string => `${kind}:${owner}:${currency}`;

/** Makes the account unless it is there, and gives its id. */
export async function ensureAccount(work: Work, kind: AccountKind, owner: string, currency: string): Promise<string> {
  const id = accountId(kind, owner, currency);
  await work
    .insertInto('ledger_accounts')
    .values({ id, kind, owner, currency, balance: 0, may_owe: kind === 'bank' ? 1 : 0 })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  return id;
}

/** The balance in minor units; 0 for an account nobody made yet. */
export async function balanceOf(db: Reader, account: string): Promise<number> {
  const row = await db.selectFrom('ledger_accounts').select('balance').where('id', '=', account).executeTakeFirst();
  return row?.balance ?? 0;
}

/**
 * Writes one transfer: its entries sum to zero, no account falls below zero except the bank, and its hash continues the
 * chain. Accounts are locked in the order of their ids, the chain last, so that transfers do not wait for each other in
 * a circle. Throws Refusal NOT_ENOUGH; everything else that does not fit is our bug and throws as such.
 */
export async function post(work: Work, transfer: NewTransfer): Promise<Transfer> {
  const postings = [...transfer.postings].sort((one, other) => (one.account < other.account ? -1 : 1));
  assertBalanced(postings);
  const { kind, reference, currency, at } = transfer;
  for (const { account, amount } of postings) await change(work, account, currency, amount);
  const id = transfer.id ?? randomUUID();
  const { seq, hash: previous } = await work
    .updateTable('ledger_head')
    .set((row) => ({ seq: row('seq', '+', 1) }))
    .returning(['seq', 'hash'])
    .executeTakeFirstOrThrow();
  const amount = postings.reduce((sum, one) => sum + Math.max(one.amount, 0), 0);
  const made = { ...transfer, id, seq, amount, postings };
  const hash = hashOf(made, previous);
  await work
    .insertInto('ledger_transfers')
    .values({ id, seq, kind, reference, currency, amount, at, previous_hash: previous, hash })
    .execute();
  await work
    .insertInto('ledger_entries')
    .values(postings.map((one) => ({ transfer_id: id, account_id: one.account, amount: one.amount })))
    .execute();
  await work.updateTable('ledger_head').set({ hash }).execute();
  return made;
}

/** The hash of a transfer over everything it says and the hash before it. Postings in the order of their accounts. */
export function hashOf(transfer: Transfer, previous: string): string {
  const { id, seq, kind, reference, currency, amount, at, postings } = transfer;
  const entries = postings.map((one) => [one.account, one.amount]);
  const text = JSON.stringify([previous, seq, id, kind, reference, currency, amount, at, entries]);
  return createHash('sha256').update(text).digest('hex');
}

async function change(work: Work, account: string, currency: string, amount: number): Promise<void> {
  const { numUpdatedRows } = await work
    .updateTable('ledger_accounts')
    .set((row) => ({ balance: row('balance', '+', amount) }))
    .where('id', '=', account)
    .where('currency', '=', currency)
    .where((row) => row.or([row('may_owe', '=', 1), row(row('balance', '+', amount), '>=', 0)]))
    .executeTakeFirst();
  if (numUpdatedRows === 1n) return;
  const found = await work
    .selectFrom('ledger_accounts')
    .select('currency')
    .where('id', '=', account)
    .executeTakeFirst();
  if (found === undefined && amount > 0) throw new Error(`there is no account ${account}`);
  if (found !== undefined && found.currency !== currency) throw new Error(`account ${account} is not in ${currency}`);
  throw new Refusal(403, 'NOT_ENOUGH', 'The balance is not enough.');
}

function assertBalanced(postings: readonly Posting[]): void {
  const sum = postings.reduce((total, { amount }) => total + amount, 0);
  const fits = ({ amount }: Posting) =>
    Number.isSafeInteger(amount) && amount !== 0 && Math.abs(amount) <= largestAmount;
  if (postings.length < 2 || sum !== 0 || !postings.every(fits))
    throw new Error('the entries of a transfer do not fit');
  if (new Set(postings.map(({ account }) => account)).size < postings.length) {
    throw new Error('a transfer names an account twice');
  }
}
