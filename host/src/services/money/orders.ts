import { randomBytes, randomInt } from 'node:crypto';
import { Refusal } from '../refusal.ts';
import type { Reader, SqlStore, Work } from '../sql/index.ts';
import { accountId, post } from './ledger.ts';
import { merchantRow } from './merchants.ts';
import { hashContent } from './once.ts';
import { type OrderRow, type OrderView, type ShareRow, viewOrder } from './order-view.ts';
import type { OrderState } from './tables.ts';
import { tellOrder } from './tell-order.ts';

export interface NewOrder {
  readonly merchant: string;
  readonly app: string;
  readonly outTradeNo: string;
  readonly description: string;
  readonly attach?: string | undefined;
  readonly notifyUrl: string;
  readonly amount: number;
  readonly currency: string;
  /** The one who may pay, or several with what each pays; their amounts make the order's. */
  readonly payers: readonly { readonly openId: string; readonly amount: number }[];
  /** Milliseconds since 1970. Default: two hours from now. */
  readonly expiresAt?: number | undefined;
}

export interface Orders {
  /**
   * Makes an order and gives its prepay id; the same order asked for again gives the same. Throws Refusal
   * APPID_MCHID_NOT_MATCH, OUT_TRADE_NO_USED, ORDERPAID, ORDER_CLOSED, PARAM_ERROR.
   */
  create(order: NewOrder): Promise<{ prepayId: string }>;
  /** Throws Refusal ORDER_NOT_EXIST; so do the others. */
  find(merchant: string, by: { outTradeNo: string } | { transactionId: string }): Promise<OrderView>;
  /** Nobody can pay it afterwards; paid shares go back. Closing twice is one closing. Throws Refusal ORDERPAID. */
  close(merchant: string, outTradeNo: string): Promise<void>;
  /** Closes what nobody paid in time. Gives how many. */
  closeExpired(): Promise<number>;
}

const lifeMs = 2 * 60 * 60 * 1_000;
const longestLifeMs = 7 * 24 * 60 * 60 * 1_000;
const mostPayers = 20;
/** Orders closed in one go, each in a transaction of its own. */
const expiredAtOnce = 50;

export function createOrders(store: SqlStore, now: () => number): Orders {
  return {
    create: (order) => store.transact((work) => createOrder(work, order, now())),
    async find(merchant, by) {
      const query = store.db.selectFrom('orders').selectAll().where('merchant_id', '=', merchant);
      const order = await ('outTradeNo' in by
        ? query.where('out_trade_no', '=', by.outTradeNo)
        : query.where('transfer_id', '=', by.transactionId)
      ).executeTakeFirst();
      if (order === undefined) throw missingOrder();
      return viewOrder(order, await sharesOf(store.db, order.id));
    },
    close: (merchant, outTradeNo) =>
      store.transact(async (work) => {
        const order = await work
          .selectFrom('orders')
          .selectAll()
          .where('merchant_id', '=', merchant)
          .where('out_trade_no', '=', outTradeNo)
          .executeTakeFirst();
        if (order === undefined) throw missingOrder();
        if (order.state !== 'closed' && !(await closeOrder(work, order, now()))) throw paidOrder();
      }),
    async closeExpired() {
      const at = now();
      const due = await store.db
        .selectFrom('orders')
        .selectAll()
        .where('state', '=', 'created')
        .where('expires_at', '<=', at)
        .limit(expiredAtOnce)
        .execute();
      const closed = await Promise.all(due.map((order) => store.transact((work) => closeOrder(work, order, at))));
      return closed.filter(Boolean).length;
    },
  };
}

async function createOrder(work: Work, order: NewOrder, at: number): Promise<{ prepayId: string }> {
  const { merchant, app, outTradeNo, payers, amount, currency } = order;
  const hash = hashContent(order);
  await checkParty(work, order);
  const expires = order.expiresAt ?? at + lifeMs;
  const id = orderNumber(at);
  const single = payers.length === 1 ? payers[0] : undefined;
  const made = await work
    .insertInto('orders')
    .values({
      id,
      merchant_id: merchant,
      out_trade_no: outTradeNo,
      app,
      request_hash: hash,
      description: order.description,
      attach: order.attach ?? null,
      notify_url: order.notifyUrl,
      currency,
      amount,
      payer: null,
      payer_openid: single?.openId ?? '',
      prepay_id: `wx${randomBytes(17).toString('hex')}`,
      state: 'created',
      refunded: 0,
      created_at: at,
      expires_at: expires,
      paid_at: null,
      transfer_id: null,
    })
    .onConflict((conflict) => conflict.columns(['merchant_id', 'out_trade_no']).doNothing())
    .returning('prepay_id')
    .executeTakeFirst();
  if (made === undefined) return { prepayId: await sameOrder(work, order, hash, at) };
  // After the look for an order that is there: one that is asked for again may have expired since.
  if (expires <= at || expires > at + longestLifeMs) {
    throw new Refusal(400, 'PARAM_ERROR', 'time_expire must lie in the future, seven days ahead at most.');
  }
  await recordState(work, id, 0, 'created', at);
  if (single === undefined) {
    const shares = payers.map((payer) => ({ order_id: id, payer_openid: payer.openId, amount: payer.amount }));
    await work
      .insertInto('order_shares')
      .values(
        shares.map((share) => ({ ...share, payer: null, state: 'open' as const, refunded: 0, transfer_id: null })),
      )
      .execute();
  }
  return { prepayId: made.prepay_id };
}

async function checkParty(work: Work, { merchant, app, payers, amount, currency }: NewOrder): Promise<void> {
  const sum = payers.reduce((total, payer) => total + payer.amount, 0);
  const names = new Set(payers.map(({ openId }) => openId));
  if (payers.length === 0 || payers.length > mostPayers || names.size < payers.length || sum !== amount) {
    throw new Refusal(
      400,
      'PARAM_ERROR',
      `An order has 1 to ${mostPayers} payers, each once, whose amounts make its total.`,
    );
  }
  const row = await merchantRow(work, merchant);
  if (row.account_id !== accountId('merchant', merchant, currency)) {
    throw new Refusal(400, 'PARAM_ERROR', `Merchant ${merchant} takes no ${currency}.`);
  }
  const bound = await work
    .selectFrom('merchant_apps')
    .select('app')
    .where('merchant_id', '=', merchant)
    .where('app', '=', app)
    .executeTakeFirst();
  if (bound === undefined)
    throw new Refusal(400, 'APPID_MCHID_NOT_MATCH', `App ${app} does not belong to merchant ${merchant}.`);
}

async function sameOrder(work: Work, { merchant, outTradeNo }: NewOrder, hash: string, at: number): Promise<string> {
  const order = await work
    .selectFrom('orders')
    .selectAll()
    .where('merchant_id', '=', merchant)
    .where('out_trade_no', '=', outTradeNo)
    .executeTakeFirstOrThrow();
  if (order.request_hash !== hash) {
    throw new Refusal(403, 'OUT_TRADE_NO_USED', `Order ${outTradeNo} was made with other content. Take a new number.`);
  }
  assertPayable(order, at);
  return order.prepay_id;
}

/** Throws Refusal ORDERPAID or ORDER_CLOSED. */
export function assertPayable(order: OrderRow, at: number): void {
  if (order.state === 'paid' || order.state === 'refunded') throw paidOrder();
  if (order.state === 'closed' || order.expires_at <= at) throw closedOrder();
}

/** Appends to the order's history. `position` counts from 0, and one position is there once: the database's own check. */
export async function recordState(
  work: Work,
  id: string,
  position: number,
  state: OrderState,
  at: number,
): Promise<void> {
  await work.insertInto('order_states').values({ order_id: id, position, state, at }).execute();
}

export function sharesOf(db: Reader, order: string): Promise<ShareRow[]> {
  return db.selectFrom('order_shares').selectAll().where('order_id', '=', order).orderBy('payer_openid').execute();
}

async function closeOrder(work: Work, order: OrderRow, at: number): Promise<boolean> {
  const { numUpdatedRows } = await work
    .updateTable('orders')
    .set({ state: 'closed' })
    .where('id', '=', order.id)
    .where('state', '=', 'created')
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  await recordState(work, order.id, 1, 'closed', at);
  const paid = (await sharesOf(work, order.id)).filter((share) => share.state === 'paid');
  tellOrder(work, order, paid, 'closed');
  if (paid.length === 0) return true;
  const { currency } = order;
  const back = paid.map(({ payer, amount }) => ({ account: accountId('wallet', payer ?? '', currency), amount }));
  const sum = back.reduce((total, { amount }) => total + amount, 0);
  const escrow = { account: accountId('escrow', order.id, currency), amount: -sum };
  const postings = [escrow, ...mergePostings(back)];
  await post(work, { kind: 'share-return', reference: order.id, currency, postings, at });
  await work
    .updateTable('order_shares')
    .set({ state: 'returned' })
    .where('order_id', '=', order.id)
    .where('state', '=', 'paid')
    .execute();
  return true;
}

/** One posting an account: somebody may have paid two shares. */
export function mergePostings(postings: readonly { account: string; amount: number }[]) {
  const sums = new Map<string, number>();
  for (const { account, amount } of postings) sums.set(account, (sums.get(account) ?? 0) + amount);
  return [...sums].map(([account, amount]) => ({ account, amount }));
}

/** 28 digits beginning with the day, as the documented transaction numbers are. */
function orderNumber(at: number): string {
  const day = new Date(at).toISOString().slice(0, 10).replaceAll('-', '');
  const digits = Array.from({ length: 2 }, () => String(randomInt(10 ** 10)).padStart(10, '0'));
  return `${day}${digits.join('')}`;
}

export const missingOrder = () => new Refusal(404, 'ORDER_NOT_EXIST', 'There is no such order.');
export const paidOrder = () => new Refusal(400, 'ORDERPAID', 'The order is paid.');
export const closedOrder = () => new Refusal(400, 'ORDER_CLOSED', 'The order is closed or has expired.');
