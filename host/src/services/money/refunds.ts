import { randomUUID } from 'node:crypto';
import { Refusal } from '../refusal.ts';
import type { SqlStore, Work } from '../sql/index.ts';
import { accountId, post } from './ledger.ts';
import { enqueueNotice } from './notices.ts';
import { hashContent } from './once.ts';
import { type OrderRow, type RefundView, type ShareRow, viewRefund } from './order-view.ts';
import { mergePostings, missingOrder, recordState, sharesOf } from './orders.ts';
import { tellOrder } from './tell-order.ts';

export interface NewRefund {
  readonly merchant: string;
  readonly order: { readonly outTradeNo: string } | { readonly transactionId: string };
  readonly outRefundNo: string;
  readonly amount: number;
  /** The order's amount, repeated by the merchant as a check. */
  readonly total: number;
  readonly currency: string;
  readonly reason?: string | undefined;
  /** Default: the order's. */
  readonly notifyUrl?: string | undefined;
}

export interface Refunds {
  /**
   * Gives money back, at once. The same refund asked for again gives the same answer. Throws Refusal ORDER_NOT_EXIST,
   * REFUND_NOT_ALLOWED (not paid, or more than is left), OUT_REFUND_NO_USED, PARAM_ERROR, NOT_ENOUGH (the merchant's).
   */
  create(refund: NewRefund): Promise<RefundView>;
  /** Throws Refusal REFUND_NOT_EXIST. */
  find(merchant: string, outRefundNo: string): Promise<RefundView>;
}

export function createRefunds(store: SqlStore, now: () => number): Refunds {
  return {
    create: (refund) => store.transact((work) => createRefund(work, refund, now())),
    async find(merchant, outRefundNo) {
      const refund = await store.db
        .selectFrom('refunds')
        .selectAll()
        .where('merchant_id', '=', merchant)
        .where('out_refund_no', '=', outRefundNo)
        .executeTakeFirst();
      if (refund === undefined) throw new Refusal(404, 'REFUND_NOT_EXIST', 'There is no such refund.');
      const order = await store.db
        .selectFrom('orders')
        .selectAll()
        .where('id', '=', refund.order_id)
        .executeTakeFirstOrThrow();
      return viewRefund(refund, order);
    },
  };
}

async function createRefund(work: Work, refund: NewRefund, at: number): Promise<RefundView> {
  const { merchant, outRefundNo, amount, currency } = refund;
  const order = await lockOrder(work, refund);
  const hash = hashContent(refund);
  // After the lock: of two equal requests at once, the second sees the first.
  const known = await work
    .selectFrom('refunds')
    .selectAll()
    .where('merchant_id', '=', merchant)
    .where('out_refund_no', '=', outRefundNo)
    .executeTakeFirst();
  if (known !== undefined) {
    if (known.request_hash === hash) return viewRefund(known, order);
    throw new Refusal(
      403,
      'OUT_REFUND_NO_USED',
      `Refund ${outRefundNo} was made with other content. Take a new number.`,
    );
  }
  if (refund.total !== order.amount || currency !== order.currency) {
    throw new Refusal(400, 'PARAM_ERROR', 'amount.total and amount.currency are not those of the order.');
  }
  const { numUpdatedRows } = await work
    .updateTable('orders')
    .set((row) => ({ state: 'refunded', refunded: row('refunded', '+', amount) }))
    .where('id', '=', order.id)
    .where('state', 'in', ['paid', 'refunded'])
    .where((row) => row(row('refunded', '+', amount), '<=', row.ref('amount')))
    .executeTakeFirst();
  if (numUpdatedRows === 0n) {
    throw new Refusal(403, 'REFUND_NOT_ALLOWED', 'The order is not paid, or less than this is left to refund.');
  }
  if (order.state === 'paid') await recordState(work, order.id, 2, 'refunded', at);
  const id = randomUUID();
  const back = await giveBack(work, order, amount);
  const postings = [{ account: accountId('merchant', merchant, currency), amount: -amount }, ...back];
  const made = await post(work, { kind: 'refund', reference: id, currency, postings, at });
  const row = {
    id,
    order_id: order.id,
    merchant_id: merchant,
    out_refund_no: outRefundNo,
    request_hash: hash,
    amount,
    reason: refund.reason ?? null,
    notify_url: refund.notifyUrl ?? order.notify_url,
    transfer_id: made.id,
    at,
  };
  await work.insertInto('refunds').values(row).execute();
  const view = viewRefund(row, order);
  await enqueueNotice(work, {
    merchant,
    subject: `refund:${id}`,
    eventType: 'REFUND.SUCCESS',
    url: row.notify_url,
    resource: { ...view, mchid: merchant, refund_status: view.status },
    at,
  });
  return view;
}

/** Writing a row is what locks it on both stores. */
async function lockOrder(work: Work, { merchant, order }: NewRefund): Promise<OrderRow> {
  const query = work
    .updateTable('orders')
    .set((row) => ({ refunded: row.ref('refunded') }))
    .where('merchant_id', '=', merchant);
  const found = await ('outTradeNo' in order
    ? query.where('out_trade_no', '=', order.outTradeNo)
    : query.where('transfer_id', '=', order.transactionId)
  )
    .returningAll()
    .executeTakeFirst();
  if (found === undefined) throw missingOrder();
  return found;
}

/** What each payer gets of a refund: all of it, or of a shared order in the measure of what is left of their shares. */
async function giveBack(work: Work, order: OrderRow, amount: number) {
  const shares = await sharesOf(work, order.id);
  tellOrder(work, order, shares, 'refunded');
  if (shares.length === 0) return [{ account: accountId('wallet', order.payer ?? '', order.currency), amount }];
  const parts = divide(amount, shares);
  for (const { share, part } of parts) {
    await work
      .updateTable('order_shares')
      .set((row) => ({ refunded: row('refunded', '+', part) }))
      .where('order_id', '=', order.id)
      .where('payer_openid', '=', share.payer_openid)
      .execute();
  }
  return mergePostings(
    parts.map(({ share, part }) => ({ account: accountId('wallet', share.payer ?? '', order.currency), amount: part })),
  );
}

/**
 * Whole parts that make the amount exactly, none above what is left of its share: each part is the difference of two
 * rounded-down running sums, so what rounding takes from one it gives to a later one.
 */
export function divide<Share extends Pick<ShareRow, 'amount' | 'refunded'>>(amount: number, shares: readonly Share[]) {
  const left = shares.reduce((sum, share) => sum + share.amount - share.refunded, 0);
  // Products of two amounts are beyond what a double holds exactly.
  const upTo = (sum: number) => Number((BigInt(sum) * BigInt(amount)) / BigInt(left));
  let before = 0;
  return shares
    .map((share) => {
      const after = before + share.amount - share.refunded;
      const part = upTo(after) - upTo(before);
      before = after;
      return { share, part };
    })
    .filter(({ part }) => part > 0);
}
