import { createHash, randomUUID } from 'node:crypto';
import { CompiledQuery } from 'kysely';
import * as v from 'valibot';
import { tellPush } from '../pushes/push.ts';
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
    .values({ id, kind, owner, currency, balance: 0, may_owe: mayOwe(id) ? 1 : 0 })
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
 * chain. An account that gains and is not there is made. The chain is locked first: transfers are one after the other
 * anyway, and so never wait for each other in a circle. Throws Refusal NOT_ENOUGH; everything else that does not fit is
 * our bug and throws as such.
 *
 * The statements are written out, since this is what every payment waits for. Their parameters are numbered in the order
 * in which they appear: that is what SQLite goes by.
 */
export async function post(work: Work, transfer: NewTransfer): Promise<Transfer> {
  const postings = [...transfer.postings].sort((one, other) => (one.account < other.account ? -1 : 1));
  assertBalanced(postings);
  const run = (text: string, values: readonly (string | number)[] = []) =>
    work.executeQuery(CompiledQuery.raw(text, [...values]));
  const { kind, reference, currency, at } = transfer;
  const { rows } = await run('update ledger_head set seq = seq + 1 returning seq, hash');
  const [{ seq, hash: previous }] = v.parse(headRow, rows);
  const id = transfer.id ?? randomUUID();
  const amount = postings.reduce((sum, one) => sum + Math.max(one.amount, 0), 0);
  const made = { ...transfer, id, seq, amount, postings };
  const hash = hashOf(made, previous);
  await changeBalances(work, postings, currency);
  await run('insert into ledger_transfers values ($1, $2, $3, $4, $5, $6, $7, $8, $9)', [
    seq,
    id,
    kind,
    reference,
    currency,
    amount,
    at,
    previous,
    hash,
  ]);
  const places = postings.map((_, index) => `($${index * 3 + 1}, $${index * 3 + 2}, $${index * 3 + 3})`);
  await run(
    `insert into ledger_entries values ${places.join(', ')}`,
    postings.flatMap((one) => [one.account, seq, one.amount]),
  );
  await run('update ledger_head set hash = $1', [hash]);
  tellWallets(work, made);
  return made;
}

/** Whoever's wallet it moves hears of it. */
function tellWallets(work: Work, { id, kind, currency, postings }: Transfer): void {
  for (const { account, amount } of postings) {
    if (!account.startsWith(walletStart)) continue;
    const user = account.slice(walletStart.length, -1 - currency.length);
    tellPush(work, user, { kind: 'money', currency, amount, transfer: id, cause: kind });
  }
}

const walletStart = 'wallet:';

const headRow = v.tuple([v.object({ seq: v.number(), hash: v.string() })]);

/** The hash of a transfer over everything it says and the hash before it. Postings in the order of their accounts. */
export function hashOf(transfer: Transfer, previous: string): string {
  const { id, seq, kind, reference, currency, amount, at, postings } = transfer;
  const entries = postings.map((one) => [one.account, one.amount]);
  const text = JSON.stringify([previous, seq, id, kind, reference, currency, amount, at, entries]);
  return createHash('sha256').update(text).digest('hex');
}

/** All balances in one statement; when not every account took part, finds out why. */
async function changeBalances(work: Work, postings: readonly Posting[], currency: string): Promise<void> {
  const cases = postings.map((_, index) => `when $${index * 2 + 1} then balance + $${index * 2 + 2}`);
  const changed = `case id ${cases.join(' ')} end`;
  const names = postings.map((_, index) => `$${index * 2 + 1}`).join(', ');
  const text = `update ledger_accounts set balance = ${changed} where id in (${names})
    and currency = $${postings.length * 2 + 1} and (may_owe = 1 or ${changed} >= 0)`;
  const values = [...postings.flatMap(({ account, amount }) => [account, amount]), currency];
  const { numAffectedRows } = await work.executeQuery(CompiledQuery.raw(text, values));
  if (numAffectedRows === BigInt(postings.length)) return;
  const ids = postings.map(({ account }) => account);
  const known = await work.selectFrom('ledger_accounts').select(['id', 'currency']).where('id', 'in', ids).execute();
  const missing = postings.filter(({ account }) => !known.some(({ id }) => id === account));
  const others = known.find((account) => account.currency !== currency);
  if (others !== undefined) throw new Error(`account ${others.id} is not in ${currency}`);
  const poor =
    numAffectedRows !== BigInt(known.length) || missing.some(({ account, amount }) => amount < 0 && !mayOwe(account));
  if (poor) throw new Refusal(403, 'NOT_ENOUGH', 'The balance is not enough.');
  for (const { account, amount } of missing) await createAccount(work, account, amount);
}

/** The bank outside: how much it owes is how much came in. */
const mayOwe = (id: string) => id.startsWith('bank:');

async function createAccount(work: Work, id: string, balance: number): Promise<void> {
  const { kind, owner, currency } = v.parse(
    accountName,
    /^(?<kind>\w+):(?<owner>.+):(?<currency>[A-Z]{3})$/.exec(id)?.groups,
  );
  const may_owe = mayOwe(id) ? 1 : 0;
  await work.insertInto('ledger_accounts').values({ id, kind, owner, currency, balance, may_owe }).execute();
}

const accountName = v.object({
  kind: v.picklist(['wallet', 'merchant', 'escrow', 'bank']),
  owner: v.string(),
  currency: v.string(),
});

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
