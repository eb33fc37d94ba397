import type { Context } from 'hono';
import * as v from 'valibot';
import { createJsonApi, type JsonApi } from '../http/json-api.ts';
import type { Money } from './open-money.ts';
import { paymentParams, paymentSchema } from './payments.ts';
import {
  amountSchema,
  currencySchema,
  keySchema,
  movementReceiptSchema,
  receiptSchema,
  testBankName,
} from './wallets.ts';

export interface WalletApiOptions {
  readonly money: Money;
  /** Who is signed in. Throws Refusal. */
  readonly userOf: (context: Context) => Promise<string>;
  /** Throws Refusal when this user may not move money yet: without a real name, for one. */
  readonly requireEligible: (user: string) => Promise<void>;
  /** Throws Refusal PIN_WRONG, PIN_LOCKED, PIN_NOT_SET. */
  readonly checkPin: (user: string, pin: string) => Promise<void>;
  /** The user behind a public id. Throws Refusal NO_ACCOUNT. */
  readonly findUser: (publicId: string) => Promise<string>;
}

const currency = v.optional(currencySchema, 'CNY');
const pin = v.pipe(v.string(), v.regex(/^\d{6}$/));
const app = v.pipe(v.string(), v.maxLength(64));
const text = v.string();

/**
 * A person's side of money over HTTP, for the shell: wallet and cashier. `key` names a request, so that sending it again
 * does it once. The PIN is checked before the key is looked up: a key that leaks is worth nothing.
 */
export function createWalletApi(options: WalletApiOptions): JsonApi {
  const { money, userOf } = options;
  const { wallets, payments } = money;
  const api = createJsonApi({
    title: 'Terrarium wallet',
    description: 'What the shell calls for a signed-in person. The wallet holds value of this deployment only.',
  });
  api.add(
    {
      method: 'get',
      path: '/wallet',
      summary: 'The balance. `testBank` names where top-ups come from; show it with them.',
      query: v.object({ currency }),
      answer: v.object({ balance: v.number(), currency: text, testBank: text }),
    },
    async ({ query, context }) => ({
      balance: await wallets.balance(await userOf(context), query.currency),
      currency: query.currency,
      testBank: testBankName,
    }),
  );
  api.add(
    {
      method: 'get',
      path: '/wallet/movements',
      summary: 'The last hundred movements, newest first, each with the order it belongs to.',
      query: v.object({ currency }),
      answer: v.array(movementReceiptSchema),
    },
    async ({ query, context }) => [...(await wallets.movements(await userOf(context), query.currency, 100))],
  );
  api.add(
    {
      method: 'get',
      path: '/wallet/receipts/:transfer',
      summary: 'One movement, with the order it belongs to.',
      query: v.object({ currency }),
      answer: movementReceiptSchema,
    },
    async ({ query, context, param }) => wallets.receipt(await userOf(context), query.currency, param('transfer')),
  );
  api.add(
    {
      method: 'post',
      path: '/wallet/top-ups',
      summary: 'Top up from the test bank.',
      body: v.object({ key: keySchema, amount: amountSchema, currency }),
      answer: receiptSchema,
    },
    async ({ body, context }) => {
      const user = await userOf(context);
      await options.requireEligible(user);
      return wallets.topUp({ ...body, user });
    },
  );
  api.add(
    {
      method: 'post',
      path: '/wallet/transfers',
      summary: 'Give money to another user, by public id.',
      body: v.object({
        key: keySchema,
        to: text,
        amount: amountSchema,
        currency,
        note: v.optional(v.pipe(text, v.maxLength(100))),
        pin,
      }),
      answer: receiptSchema,
    },
    async ({ body: { pin: given, to, ...request }, context }) => {
      const from = await userOf(context);
      await options.requireEligible(from);
      const receiver = await options.findUser(to);
      await options.checkPin(from, given);
      return wallets.transfer({ ...request, from, to: receiver });
    },
  );
  api.add(
    {
      method: 'post',
      path: '/payments/offer',
      summary: 'What the cashier shows for the parameters of a program; all of it from the order.',
      body: v.object({ app, params: paymentParams }),
      answer: v.object({
        prepayId: text,
        merchantName: text,
        description: text,
        amount: v.number(),
        total: v.number(),
        split: v.optional(v.object({ payers: v.number(), paid: v.number() })),
        currency: text,
        expiresAt: v.number(),
      }),
    },
    async ({ body, context }) => payments.offer(await userOf(context), body.app, body.params),
  );
  api.add(
    {
      method: 'post',
      path: '/payments',
      summary: 'Pay what was offered, with the PIN.',
      body: v.object({ app, params: paymentParams, key: keySchema, pin }),
      answer: paymentSchema,
    },
    async ({ body, context }) => {
      const user = await userOf(context);
      await options.requireEligible(user);
      const { prepayId } = await payments.verify(body.app, body.params);
      await options.checkPin(user, body.pin);
      return payments.pay({ user, app: body.app, prepayId, key: body.key });
    },
  );
  return api;
}
