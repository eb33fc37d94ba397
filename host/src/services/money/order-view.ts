import * as v from 'valibot';
import type { MoneyTables, OrderState } from './tables.ts';

/** An order as the documented interface says it: query answers and the resource of a payment notice. */
export const orderSchema = v.object({
  appid: v.string(),
  mchid: v.string(),
  out_trade_no: v.string(),
  transaction_id: v.optional(v.string()),
  trade_type: v.literal('JSAPI'),
  trade_state: v.picklist(['NOTPAY', 'SUCCESS', 'REFUND', 'CLOSED']),
  trade_state_desc: v.string(),
  attach: v.optional(v.string()),
  success_time: v.optional(v.string()),
  payer: v.optional(v.object({ openid: v.string() })),
  amount: v.object({
    total: v.number(),
    payer_total: v.optional(v.number()),
    currency: v.string(),
    payer_currency: v.optional(v.string()),
  }),
  shares: v.optional(v.array(v.object({ openid: v.string(), amount: v.number(), paid: v.boolean() }))),
});
export type OrderView = v.InferOutput<typeof orderSchema>;

export const refundSchema = v.object({
  refund_id: v.string(),
  out_refund_no: v.string(),
  transaction_id: v.string(),
  out_trade_no: v.string(),
  channel: v.literal('BALANCE'),
  user_received_account: v.string(),
  success_time: v.string(),
  create_time: v.string(),
  status: v.literal('SUCCESS'),
  amount: v.object({
    total: v.number(),
    refund: v.number(),
    payer_total: v.number(),
    payer_refund: v.number(),
    currency: v.string(),
  }),
});
export type RefundView = v.InferOutput<typeof refundSchema>;

const states: Readonly<Record<OrderState, readonly [OrderView['trade_state'], string]>> = {
  created: ['NOTPAY', 'not paid'],
  paid: ['SUCCESS', 'paid'],
  refunded: ['REFUND', 'refunded, wholly or in part'],
  closed: ['CLOSED', 'closed'],
};

export type OrderRow = MoneyTables['orders'];
export type ShareRow = MoneyTables['order_shares'];
export type RefundRow = MoneyTables['refunds'];

export function viewOrder(order: OrderRow, shares: readonly ShareRow[]): OrderView {
  const [trade_state, trade_state_desc] = states[order.state];
  const { amount: total, currency } = order;
  return {
    appid: order.app,
    mchid: order.merchant_id,
    out_trade_no: order.out_trade_no,
    transaction_id: order.transfer_id ?? undefined,
    trade_type: 'JSAPI',
    trade_state,
    trade_state_desc,
    attach: order.attach ?? undefined,
    success_time: order.paid_at === null ? undefined : timeText(order.paid_at),
    payer: order.payer_openid === '' ? undefined : { openid: order.payer_openid },
    amount:
      order.transfer_id === null
        ? { total, currency }
        : { total, payer_total: total, currency, payer_currency: currency },
    shares:
      shares.length === 0
        ? undefined
        : shares.map((share) => ({ openid: share.payer_openid, amount: share.amount, paid: share.state === 'paid' })),
  };
}

export function viewRefund(refund: RefundRow, order: OrderRow): RefundView {
  const time = timeText(refund.at);
  const { amount: total, currency } = order;
  return {
    refund_id: refund.id,
    out_refund_no: refund.out_refund_no,
    transaction_id: order.transfer_id ?? '',
    out_trade_no: order.out_trade_no,
    channel: 'BALANCE',
    user_received_account: 'wallet',
    success_time: time,
    create_time: time,
    status: 'SUCCESS',
    amount: { total, refund: refund.amount, payer_total: total, payer_refund: refund.amount, currency },
  };
}

/** RFC 3339 in UTC, to the second. */
export const timeText = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}+00:00`;
