import type { Context, MiddlewareHandler } from 'hono';
import * as v from 'valibot';
import { createJsonApi, type JsonApi } from '../http/json-api.ts';
import { Refusal } from '../refusal.ts';
import type { SqlStore } from '../sql/index.ts';
import type { Merchants } from './merchants.ts';
import { signBody } from './notices.ts';
import { orderSchema, refundSchema } from './order-view.ts';
import type { Orders } from './orders.ts';
import type { PlatformKey } from './platform-key.ts';
import type { Refunds } from './refunds.ts';
import { verifyLines } from './rsa.ts';
import { amountSchema, currencySchema, textSchema } from './wallets.ts';

export interface MerchantApiOptions {
  readonly store: SqlStore;
  readonly now: () => number;
  readonly merchants: Merchants;
  readonly orders: Orders;
  readonly refunds: Refunds;
  readonly platformKey: () => Promise<PlatformKey>;
}

const text = (most: number) => textSchema(1, most);
const tradeNo = v.pipe(v.string(), v.regex(/^[\w*|-]{6,32}$/));
const refundNo = v.pipe(v.string(), v.regex(/^[\w*|@-]{1,64}$/));
const address = v.pipe(v.string(), v.url(), v.maxLength(255), v.regex(/^https?:\/\/[^?#]*$/));
const currency = v.optional(currencySchema, 'CNY');

const orderBody = v.object({
  appid: text(64),
  mchid: text(32),
  description: text(127),
  out_trade_no: tradeNo,
  time_expire: v.optional(v.pipe(v.string(), v.isoTimestamp())),
  attach: v.optional(text(128)),
  notify_url: address,
  amount: v.object({ total: amountSchema, currency }),
  payer: v.optional(v.object({ openid: text(128) })),
  // Ours: several payers share one order.
  shares: v.optional(v.array(v.object({ openid: text(128), amount: amountSchema }))),
});

const refundBody = v.object({
  transaction_id: v.optional(text(64)),
  out_trade_no: v.optional(tradeNo),
  out_refund_no: refundNo,
  reason: v.optional(text(80)),
  notify_url: v.optional(address),
  amount: v.object({ refund: amountSchema, total: amountSchema, currency }),
});

const about = `What a merchant's server calls, after the published "API v3" of the program format. Every request carries
Authorization: WECHATPAY2-SHA256-RSA2048 mchid="…",nonce_str="…",signature="…",timestamp="…",serial_no="…" where the
signature is SHA256withRSA by a registered key over method, path with query, timestamp, nonce and body, each followed by
a newline. Answers and notices are signed by the platform's key (GET /v3/public-key, unsigned) over timestamp, nonce and
body in the headers Wechatpay-*. A notice is a POST to notify_url; its resource is AES-256-GCM under the merchant's notice
key; answer 200 or 204 or it comes again. It may come twice: act once. Money here is value of this deployment only.`;

/** The merchant's side of money over HTTP. */
export function createMerchantApi(options: MerchantApiOptions): JsonApi {
  const { orders, refunds, platformKey } = options;
  const api = createJsonApi({
    title: 'Terrarium payments',
    description: about,
    guard: requireSignature(options),
  });
  const query = v.object({ mchid: text(32) });

  api.add(
    {
      method: 'post',
      path: '/v3/pay/transactions/jsapi',
      summary: 'Make an order. `shares` in place of `payer` lets several people pay one order.',
      body: orderBody,
      answer: v.object({ prepay_id: v.string() }),
    },
    async ({ body, context }) => {
      const { total } = body.amount;
      const single = body.payer === undefined ? [] : [{ openId: body.payer.openid, amount: total }];
      const payers = body.shares?.map(({ openid, amount }) => ({ openId: openid, amount })) ?? single;
      if (body.payer !== undefined && body.shares !== undefined) {
        throw new Refusal(400, 'PARAM_ERROR', 'body.shares: stands in place of payer, not beside it.');
      }
      const { prepayId } = await orders.create({
        merchant: sameMerchant(context, body.mchid),
        app: body.appid,
        outTradeNo: body.out_trade_no,
        description: body.description,
        attach: body.attach,
        notifyUrl: body.notify_url,
        amount: total,
        currency: body.amount.currency,
        payers,
        expiresAt: body.time_expire === undefined ? undefined : Date.parse(body.time_expire),
      });
      return { prepay_id: prepayId };
    },
  );
  api.add(
    {
      method: 'get',
      path: '/v3/pay/transactions/out-trade-no/:out_trade_no',
      summary: 'An order by the merchant’s number.',
      query,
      answer: orderSchema,
    },
    ({ query: { mchid }, param, context }) =>
      orders.find(sameMerchant(context, mchid), { outTradeNo: param('out_trade_no') }),
  );
  api.add(
    {
      method: 'get',
      path: '/v3/pay/transactions/id/:transaction_id',
      summary: 'An order by the number of its payment.',
      query,
      answer: orderSchema,
    },
    ({ query: { mchid }, param, context }) =>
      orders.find(sameMerchant(context, mchid), { transactionId: param('transaction_id') }),
  );
  api.add(
    {
      method: 'post',
      path: '/v3/pay/transactions/out-trade-no/:out_trade_no/close',
      summary: 'Close an order that is not paid.',
      body: v.object({ mchid: text(32) }),
    },
    async ({ body, param, context }) => {
      await orders.close(sameMerchant(context, body.mchid), param('out_trade_no'));
      return undefined;
    },
  );
  api.add(
    {
      method: 'post',
      path: '/v3/refund/domestic/refunds',
      summary: 'Give money back, all or a part.',
      body: refundBody,
      answer: refundSchema,
    },
    ({ body, context }) => {
      const { transaction_id: transactionId, out_trade_no: outTradeNo } = body;
      if ((transactionId === undefined) === (outTradeNo === undefined)) {
        throw new Refusal(400, 'PARAM_ERROR', 'body: one of transaction_id and out_trade_no is needed.');
      }
      return refunds.create({
        merchant: signer(context),
        order: outTradeNo === undefined ? { transactionId: transactionId ?? '' } : { outTradeNo },
        outRefundNo: body.out_refund_no,
        amount: body.amount.refund,
        total: body.amount.total,
        currency: body.amount.currency,
        reason: body.reason,
        notifyUrl: body.notify_url,
      });
    },
  );
  api.add(
    {
      method: 'get',
      path: '/v3/refund/domestic/refunds/:out_refund_no',
      summary: 'A refund by the merchant’s number.',
      answer: refundSchema,
    },
    ({ param, context }) => refunds.find(signer(context), param('out_refund_no')),
  );
  api.add(
    {
      method: 'get',
      path: '/v3/public-key',
      summary: 'What answers and notices are signed with. Unsigned.',
      answer: v.object({ serial: v.string(), public_key: v.string() }),
    },
    async () => {
      const { serial, publicKey } = await platformKey();
      return { serial, public_key: publicKey };
    },
  );
  return api;
}

/** How old a signed request may be, either way. A nonce is remembered for longer than that. */
const driftMs = 5 * 60_000;
const scheme = 'WECHATPAY2-SHA256-RSA2048 ';
const open = new Set(['/v3/public-key']);
const authorization = v.object({
  mchid: v.pipe(v.string(), v.regex(/^\d{1,32}$/)),
  nonce_str: v.pipe(v.string(), v.minLength(8), v.maxLength(64)),
  signature: v.pipe(v.string(), v.maxLength(1_024)),
  timestamp: v.pipe(v.string(), v.regex(/^\d{1,12}$/)),
  serial_no: v.pipe(v.string(), v.regex(/^[0-9A-F]{1,64}$/)),
});

/** Lets through what a merchant's registered key signed, now and once. The answer goes out signed. */
function requireSignature({ store, now, merchants, platformKey }: MerchantApiOptions): MiddlewareHandler {
  return async (context, next) => {
    const { pathname, search } = new URL(context.req.url);
    if (open.has(pathname)) return next();
    const header = context.req.header('authorization') ?? '';
    const fields = [...header.slice(scheme.length).matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [
      name,
      value,
    ]);
    const parsed = v.safeParse(authorization, Object.fromEntries(fields));
    if (!header.startsWith(scheme) || !parsed.success) throw unsigned('The Authorization header does not fit.');
    const { mchid, nonce_str: nonce, signature, timestamp, serial_no: serial } = parsed.output;
    const at = now();
    if (Math.abs(at - Number(timestamp) * 1_000) > driftMs) throw unsigned('The timestamp is more than 5 minutes off.');
    const key = await merchants.findKey(mchid, serial);
    const lines = [context.req.method, `${pathname}${search}`, timestamp, nonce, await context.req.text()];
    if (key === undefined || !verifyLines(lines, signature, key))
      throw unsigned('The signature is not of a key of this merchant.');
    if (!(await remember(store, mchid, nonce, at))) throw unsigned('The nonce was used before.');
    context.set('merchant', mchid);
    await next();
    const body = await context.res.clone().text();
    for (const [name, value] of Object.entries(signBody(await platformKey(), body, now())))
      context.res.headers.set(name, value);
  };
}

async function remember(store: SqlStore, merchant: string, nonce: string, at: number): Promise<boolean> {
  return store.transact(async (work) => {
    await work
      .deleteFrom('merchant_nonces')
      .where('merchant_id', '=', merchant)
      .where('at', '<', at - 3 * driftMs)
      .execute();
    const { numInsertedOrUpdatedRows } = await work
      .insertInto('merchant_nonces')
      .values({ merchant_id: merchant, nonce, at })
      .onConflict((conflict) => conflict.columns(['merchant_id', 'nonce']).doNothing())
      .executeTakeFirstOrThrow();
    return numInsertedOrUpdatedRows === 1n;
  });
}

const unsigned = (message: string) => new Refusal(401, 'SIGN_ERROR', message);

/** The merchant whose key signed the request. */
function signer(context: Context): string {
  return v.parse(v.string(), context.get('merchant'));
}

/** A request may repeat who asks; it may not say somebody else. */
function sameMerchant(context: Context, said: string): string {
  const merchant = signer(context);
  if (said !== merchant) throw new Refusal(400, 'PARAM_ERROR', 'mchid is not the merchant that signed the request.');
  return merchant;
}
