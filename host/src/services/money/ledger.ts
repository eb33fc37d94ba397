import { randomUUID } from 'node:crypto';
import { type PushTo, tellPush } from '../pushes/push.ts';
import type { Reader, Work } from '../sql/index.ts';
import type { MoneyTables, TransferKind } from './tables.ts';
import { writeTransfer } from './write-transfer.ts';

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

/** One without its place in the chain, which the database gives. */
export type Unnumbered = Omit<Transfer, 'seq'>;

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
 * chain. An account that gains and is not there is made. The chain is locked first: transfers are one after the other
 * anyway, and so never wait for each other in a circle. Throws Refusal NOT_ENOUGH; everything else that does not fit is
 * our bug and throws as such.
 */
export async function post(work: Work, transfer: NewTransfer): Promise<Unnumbered> {
  const next = nextTransfer(transfer);
  await writeTransfer(work, next);
  for (const push of walletPushes(next)) tellPush(work, push);
  return next;
}

/** The transfer as it will be written. Throws for one that does not fit, which is our bug. */
export function nextTransfer(transfer: NewTransfer): Unnumbered {
  assertFits(transfer);
  const postings = [...transfer.postings].sort((one, other) => (one.account < other.account ? -1 : 1));
  return { ...transfer, id: transfer.id ?? randomUUID(), amount: amountOf(postings), postings };
}

/** What changes hands: the sum of what accounts gain. */
export const amountOf = (postings: readonly Posting[]): number =>
  postings.reduce((sum, one) => sum + Math.max(one.amount, 0), 0);

/** Whoever's wallet it moves hears of it. */
export function walletPushes({ id, kind, currency, postings }: Unnumbered): PushTo[] {
  return postings.flatMap(({ account, amount }) => {
    if (!account.startsWith(walletStart)) return [];
    const user = account.slice(walletStart.length, -1 - currency.length);
    return [{ user, push: { kind: 'money', currency, amount, transfer: id, cause: kind } }];
  });
}

const walletStart = 'wallet:';

function assertFits({ postings, currency }: NewTransfer): void {
  const sum = postings.reduce((total, { amount }) => total + amount, 0);
  const fits = ({ amount }: Posting) =>
    Number.isSafeInteger(amount) && amount !== 0 && Math.abs(amount) <= largestAmount;
  if (postings.length < 2 || sum !== 0 || !postings.every(fits))
    throw new Error('the entries of a transfer do not fit');
  const accounts = new Set(postings.map(({ account }) => account));
  if (accounts.size < postings.length) throw new Error('a transfer names an account twice');
  for (const account of accounts) {
    if (accountName.exec(account)?.groups?.currency !== currency) {
      throw new Error(`${account} is no account in ${currency}`);
    }
  }
}

const accountName = /^(?:wallet|merchant|escrow|bank):.+:(?<currency>[A-Z]{3})$/;
