import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { Refusal } from '../refusal.ts';
import type { Reader, SqlStore } from '../sql/index.ts';
import { accountId, amountOf, balanceOf, largestAmount, type Posting } from './ledger.ts';
import { transferOnce } from './transfer-once.ts';

/** Whole minor units of a sum that moves. */
export const amountSchema = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(largestAmount));
export const currencySchema = v.pipe(v.string(), v.regex(/^[A-Z]{3}$/));
/** Text that every database gives back as it was: neither U+0000 nor half a character. What is hashed must be such. */
export const textSchema = (least: number, most: number) =>
  v.pipe(v.string(), v.minLength(least), v.maxLength(most), v.regex(/^[^\0\p{Cs}]*$/u));
/** What a sender may call a request. */
export const keySchema = textSchema(8, 128);

export const receiptSchema = v.object({
  transfer: v.string(),
  kind: v.string(),
  amount: v.number(),
  currency: v.string(),
  at: v.number(),
});
export type Receipt = v.InferOutput<typeof receiptSchema>;

/** One line of a wallet's history. */
export interface Movement {
  readonly transfer: string;
  readonly kind: string;
  /** What it was for, as `ledger_transfers.reference`. */
  readonly reference: string;
  /** Above zero came in. */
  readonly amount: number;
  readonly currency: string;
  readonly at: number;
  readonly order?: MovementReceipt['order'];
}

/** The name of the account that top-ups come from; screens show it. It is not money of any bank. */
export const testBankName = 'Terrarium Test Bank';
const testBank = 'test-bank';

/** What a person keeps of one movement, with the order it belongs to when it has one. */
export const movementReceiptSchema = v.object({
  transfer: v.string(),
  kind: v.string(),
  amount: v.number(),
  currency: v.string(),
  at: v.number(),
  order: v.optional(v.object({ merchantName: v.string(), description: v.string(), outTradeNo: v.string() })),
});
export type MovementReceipt = v.InferOutput<typeof movementReceiptSchema>;

export interface Wallets {
  balance(user: string, currency: string): Promise<number>;
  /** Newest first, at most `limit`. */
  movements(user: string, currency: string, limit: number): Promise<readonly Movement[]>;
  /** Throws Refusal NO_RECEIPT for a transfer that is not of this wallet. */
  receipt(user: string, currency: string, transfer: string): Promise<MovementReceipt>;
  /** From the test bank into a wallet. */
  topUp(request: { user: string; key: string; amount: number; currency: string }): Promise<Receipt>;
  /** From one user to another. Throws Refusal NOT_ENOUGH, TRANSFER_TO_SELF. */
  transfer(request: {
    from: string;
    to: string;
    key: string;
    amount: number;
    currency: string;
    note?: string | undefined;
  }): Promise<Receipt>;
}

export interface WalletsOptions {
  readonly store: SqlStore;
  readonly now: () => number;
}

interface Move {
  readonly kind: 'top-up' | 'transfer';
  readonly scope: string;
  readonly key: string;
  readonly currency: string;
  readonly postings: readonly Posting[];
  readonly content: unknown;
}

/** Wallets of users. Amounts are checked by whoever takes requests, with `amountSchema`, and once more by the ledger. */
export function createWallets({ store, now }: WalletsOptions): Wallets {
  const move = ({ kind, scope, key, currency, postings, content }: Move): Promise<Receipt> => {
    const at = now();
    const id = randomUUID();
    const answer: Receipt = { transfer: id, kind, amount: amountOf(postings), currency, at };
    const transfer = { id, kind, currency, postings };
    return transferOnce(store, { scope, key, content, at, answer, transfer }, receiptSchema);
  };
  return {
    balance: (user, currency) => balanceOf(store.db, accountId('wallet', user, currency)),
    async movements(user, currency, limit) {
      const rows = await store.db
        .selectFrom('ledger_entries as entry')
        .innerJoin('ledger_transfers as transfer', 'transfer.seq', 'entry.seq')
        .select(['transfer.id as transfer', 'kind', 'reference', 'entry.amount as amount', 'currency', 'at'])
        .where('entry.account_id', '=', accountId('wallet', user, currency))
        .orderBy('entry.seq', 'desc')
        .limit(limit)
        .execute();
      return Promise.all(
        rows.map(async (row) => {
          const order = await orderOf(store.db, row.kind, row.reference);
          return { ...row, ...(order && { order }) };
        }),
      );
    },
    async receipt(user, currency, transfer) {
      const row = await store.db
        .selectFrom('ledger_entries as entry')
        .innerJoin('ledger_transfers as transfer', 'transfer.seq', 'entry.seq')
        .select(['transfer.id as transfer', 'kind', 'reference', 'entry.amount as amount', 'currency', 'at'])
        .where('entry.account_id', '=', accountId('wallet', user, currency))
        .where('transfer.id', '=', transfer)
        .executeTakeFirst();
      if (row === undefined) throw new Refusal(404, 'NO_RECEIPT', 'There is no such movement in this wallet.');
      return { ...row, order: await orderOf(store.db, row.kind, row.reference) };
    },
    topUp({ user, key, amount, currency }) {
      const scope = `top-up:${user}`;
      const postings = [
        { account: accountId('bank', testBank, currency), amount: -amount },
        { account: accountId('wallet', user, currency), amount },
      ];
      return move({ kind: 'top-up', scope, key, currency, postings, content: { amount, currency } });
    },
    async transfer({ from, to, key, amount, currency, note }) {
      if (from === to) {
        throw new Refusal(400, 'TRANSFER_TO_SELF', 'The wallet that pays and the one that receives are one.');
      }
      const scope = `transfer:${from}`;
      const postings = [
        { account: accountId('wallet', from, currency), amount: -amount },
        { account: accountId('wallet', to, currency), amount },
      ];
      return move({ kind: 'transfer', scope, key, currency, postings, content: { to, amount, currency, note } });
    },
  };
}

/** The order behind a movement. A share is named by its order and payer, a refund by its own id. */
async function orderOf(db: Reader, kind: string, reference: string): Promise<MovementReceipt['order']> {
  if (kind === 'top-up' || kind === 'transfer') return undefined;
  const refund =
    kind === 'refund'
      ? await db.selectFrom('refunds').select('order_id').where('id', '=', reference).executeTakeFirst()
      : undefined;
  const [id = ''] = (refund?.order_id ?? reference).split(':');
  return db
    .selectFrom('orders')
    .innerJoin('merchants', 'merchants.id', 'orders.merchant_id')
    .select(['merchants.name as merchantName', 'description', 'out_trade_no as outTradeNo'])
    .where('orders.id', '=', id)
    .executeTakeFirst();
}
