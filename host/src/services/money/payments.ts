import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { Refusal } from '../refusal.ts';
import type { Reader, SqlStore, Work } from '../sql/index.ts';
import { accountId, post } from './ledger.ts';
import type { Merchants } from './merchants.ts';
import { enqueueNotice } from './notices.ts';
import { once } from './once.ts';
import { type OrderRow, viewOrder } from './order-view.ts';
import { assertPayable, closedOrder, missingOrder, paidOrder, recordState, sharesOf } from './orders.ts';
import { verifyLines } from './rsa.ts';
import { tellOrder } from './tell-order.ts';

/** What a program hands to `wx.requestPayment`. */
export const paymentParams = v.object({
  timeStamp: v.pipe(v.string(), v.regex(/^\d{1,16}$/)),
  nonceStr: v.pipe(v.string(), v.minLength(1), v.maxLength(32)),
  package: v.pipe(v.string(), v.regex(/^prepay_id=[\w-]{1,64}$/)),
  signType: v.literal('RSA'),
  paySign: v.pipe(v.string(), v.maxLength(1_024)),
});
export type PaymentParams = v.InferOutput<typeof paymentParams>;

/** What the cashier shows, from the order itself: nothing of it comes from the program. */
export interface PaymentOffer {
  readonly prepayId: string;
  readonly merchantName: string;
  readonly description: string;
  /** What this user would pay. */
  readonly amount: number;
  /** The whole order; above `amount` when several share it. */
  readonly total: number;
  /** How many share it, and how many of them have paid; undefined when one pays it all. */
  readonly split: { readonly payers: number; readonly paid: number } | undefined;
  readonly currency: string;
  readonly expiresAt: number;
}

export const paymentSchema = v.object({
  transaction: v.string(),
  amount: v.number(),
  currency: v.string(),
  /** False while others have to pay their shares. */
  complete: v.boolean(),
  at: v.number(),
});
export type Payment = v.InferOutput<typeof paymentSchema>;

export interface Payments {
  /** That the order's merchant signed these parameters for this program. Throws as `offer` does. */
  verify(app: string, params: PaymentParams): Promise<{ prepayId: string }>;
  /**
   * Checks a program's parameters and says what would be paid. Throws Refusal SIGN_ERROR for a signature that is not the
   * merchant's, APPID_MCHID_NOT_MATCH for another program's order, OPENID_MISMATCH for another user's, ORDER_NOT_EXIST,
   * ORDERPAID, ORDER_CLOSED.
   */
  offer(user: string, app: string, params: PaymentParams): Promise<PaymentOffer>;
  /** Pays what was offered. Whoever calls has checked the PIN. Throws what `offer` does, and Refusal NOT_ENOUGH. */
  pay(payment: { user: string; app: string; prepayId: string; key: string }): Promise<Payment>;
}

export interface PaymentsOptions {
  readonly store: SqlStore;
  readonly now: () => number;
  readonly merchants: Merchants;
  readonly openIdOf: (app: string, user: string) => string;
}

export function createPayments({ store, now, merchants, openIdOf }: PaymentsOptions): Payments {
  const mine = async (work: Reader, app: string, user: string, prepayId: string) => {
    const order = await findOrder(work, app, prepayId);
    const openId = openIdOf(app, user);
    const shares = await sharesOf(work, order.id);
    const share = shares.find((one) => one.payer_openid === openId);
    if (order.payer_openid !== openId && share === undefined) {
      throw new Refusal(403, 'OPENID_MISMATCH', 'The order is for somebody else to pay.');
    }
    const paid = shares.filter(({ state }) => state === 'paid').length;
    return { order, share, split: share && { payers: shares.length, paid } };
  };
  const verify = async (app: string, params: PaymentParams) => {
    const prepayId = params.package.slice('prepay_id='.length);
    const order = await findOrder(store.db, app, prepayId);
    const lines = [app, params.timeStamp, params.nonceStr, params.package];
    const keys = await merchants.activeKeys(order.merchant_id);
    if (!keys.some((key) => verifyLines(lines, params.paySign, key))) {
      throw new Refusal(400, 'SIGN_ERROR', 'paySign is not the merchant’s signature of these parameters.');
    }
    return { prepayId };
  };
  return {
    verify,
    async offer(user, app, params) {
      const { prepayId } = await verify(app, params);
      const { order, share, split } = await mine(store.db, app, user, prepayId);
      assertPayable(order, now());
      if (share !== undefined && share.state !== 'open') throw paidOrder();
      const merchant = await store.db
        .selectFrom('merchants')
        .select('name')
        .where('id', '=', order.merchant_id)
        .executeTakeFirstOrThrow();
      const { description, amount: total, currency, expires_at: expiresAt } = order;
      return {
        prepayId,
        merchantName: merchant.name,
        description,
        amount: share?.amount ?? total,
        total,
        split,
        currency,
        expiresAt,
      };
    },
    pay({ user, app, prepayId, key }) {
      const at = now();
      const request = { scope: `pay:${user}`, key, content: { app, prepayId }, at };
      return once(store, request, paymentSchema, async (work) => {
        const { order, share } = await mine(work, app, user, prepayId);
        assertPayable(order, at);
        if (share === undefined) return payWhole(work, order, user, at);
        return payShare(work, order, share.payer_openid, user, at);
      });
    },
  };
}

async function findOrder(db: Reader, app: string, prepayId: string): Promise<OrderRow> {
  const order = await db.selectFrom('orders').selectAll().where('prepay_id', '=', prepayId).executeTakeFirst();
  if (order === undefined) throw missingOrder();
  if (order.app !== app) throw new Refusal(400, 'APPID_MCHID_NOT_MATCH', 'The order belongs to another program.');
  return order;
}

async function payWhole(work: Work, order: OrderRow, user: string, at: number): Promise<Payment> {
  const { currency, amount } = order;
  const from = accountId('wallet', user, currency);
  const transaction = await settle(work, { ...order, payer: user }, from, at);
  return { transaction, amount, currency, complete: true, at };
}

/** Money waits in an account of the order's own until all shares are there; then the merchant gets it in one transfer. */
async function payShare(work: Work, order: OrderRow, openId: string, user: string, at: number): Promise<Payment> {
  const { currency, id } = order;
  // Locks the order first: of two last payers one sees the other's share.
  const locked = await work
    .updateTable('orders')
    .set((row) => ({ refunded: row.ref('refunded') }))
    .where('id', '=', id)
    .where('state', '=', 'created')
    .executeTakeFirst();
  if (locked.numUpdatedRows === 0n) throw await unpayable(work, id);
  const share = await work
    .updateTable('order_shares')
    .set({ state: 'paid', payer: user })
    .where('order_id', '=', id)
    .where('payer_openid', '=', openId)
    .where('state', '=', 'open')
    .returning('amount')
    .executeTakeFirst();
  if (share === undefined) throw paidOrder();
  const { amount } = share;
  const escrow = accountId('escrow', id, currency);
  const postings = [
    { account: accountId('wallet', user, currency), amount: -amount },
    { account: escrow, amount },
  ];
  const made = await post(work, { kind: 'share', reference: `${id}:${openId}`, currency, postings, at });
  await work
    .updateTable('order_shares')
    .set({ transfer_id: made.id })
    .where('order_id', '=', id)
    .where('payer_openid', '=', openId)
    .execute();
  const shares = await sharesOf(work, id);
  const complete = shares.every(({ state }) => state === 'paid');
  if (complete) await settle(work, order, escrow, at);
  else tellOrder(work, order, shares, 'created');
  return { transaction: made.id, amount, currency, complete, at };
}

/** created → paid, the money to the merchant and the notice, or nothing. */
async function settle(work: Work, order: OrderRow, from: string, at: number): Promise<string> {
  const { id, amount, currency } = order;
  const transfer = randomUUID();
  // The order before the accounts, as closing and refunding do, so that none waits for another in a circle.
  const paid: Partial<OrderRow> = { state: 'paid', payer: order.payer, paid_at: at, transfer_id: transfer };
  const { numUpdatedRows } = await work
    .updateTable('orders')
    .set(paid)
    .where('id', '=', id)
    .where('state', '=', 'created')
    .where('expires_at', '>', at)
    .executeTakeFirst();
  // Somebody was faster: what they did decides what is said.
  if (numUpdatedRows === 0n) throw await unpayable(work, id);
  const postings = [
    { account: from, amount: -amount },
    { account: accountId('merchant', order.merchant_id, currency), amount },
  ];
  // The unique (kind, reference) of transfers makes a second payment of one order impossible, whatever happens above it.
  await post(work, { id: transfer, kind: 'payment', reference: id, currency, postings, at });
  await recordState(work, id, 1, 'paid', at);
  const shares = await sharesOf(work, id);
  tellOrder(work, order, shares, 'paid');
  const view = viewOrder({ ...order, ...paid }, shares);
  await enqueueNotice(work, {
    merchant: order.merchant_id,
    subject: `order:${id}`,
    eventType: 'TRANSACTION.SUCCESS',
    url: order.notify_url,
    resource: view,
    at,
  });
  return transfer;
}

async function unpayable(work: Work, id: string): Promise<Refusal> {
  const { state } = await work.selectFrom('orders').select('state').where('id', '=', id).executeTakeFirstOrThrow();
  return state === 'closed' || state === 'created' ? closedOrder() : paidOrder();
}
