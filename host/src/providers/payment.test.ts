import { expect, test } from '@playwright/test';
import * as v from 'valibot';
import type { Bill, Cashier } from './cashier.ts';
import { paymentProviders } from './payment.ts';
import type { ServiceAnswer, ServiceClient, ServiceRequest } from './service-client.ts';

type Reply = Record<string, unknown> | { readonly refused: string };

const params = { timeStamp: '1', nonceStr: 'n', package: 'prepay_id=wx1', signType: 'RSA', paySign: 's' };
const offer = { merchantName: 'Shop', description: 'Tea', amount: 500, total: 500, currency: 'CNY' };
const paid = { transaction: 't' };

/** Services that answer by path, one reply after the other, the last again and again. */
function open(replies: Record<string, readonly Reply[]>, atCashier: (bill: Bill) => Promise<unknown> = async () => {}) {
  const asked: { path: string; body: unknown }[] = [];
  const services: ServiceClient = {
    async ask<Schema extends v.GenericSchema>(path: string, schema: Schema, { body }: ServiceRequest = {}) {
      const before = asked.filter((one) => one.path === path).length;
      asked.push({ path, body });
      const list = replies[path] ?? [];
      const reply = list[Math.min(before, list.length - 1)] ?? { refused: 'UNREACHABLE' };
      const refused = 'refused' in reply ? String(reply.refused) : undefined;
      const parsed = v.safeParse(schema, reply);
      const answer: ServiceAnswer<v.InferOutput<Schema>> =
        refused === undefined && parsed.success
          ? { ok: true, value: parsed.output }
          : { ok: false, status: 400, code: refused ?? 'UNREACHABLE', message: '' };
      return answer;
    },
  };
  const bills: Bill[] = [];
  const cashier: Cashier = {
    async pay(_appId, bill) {
      bills.push(bill);
      await atCashier(bill);
    },
    askRealName: async () => true,
  };
  const pay = (change: Partial<typeof params> = {}) =>
    paymentProviders(services, cashier).requestPayment(
      { appId: 'shop', files: [], params: { ...params, ...change } },
      noTasks,
    );
  return { pay, asked, bills };
}

const noTasks = { start: () => undefined, signal: () => {} };
const ok = { ok: true, result: {} };
const cancelled = { ok: false, code: 'CANCELLED', reason: 'cancel' };

test('the bill shows the order, whatever the call says, and the PIN pays it', async () => {
  const { pay, bills, asked } = open({ '/money/payments/offer': [offer], '/money/payments': [paid] }, (bill) =>
    bill.pay('123456'),
  );
  expect(await pay()).toEqual(ok);
  expect(bills[0]).toMatchObject(offer);
  expect(asked.at(-1)).toMatchObject({ path: '/money/payments', body: { app: 'shop', params, pin: '123456' } });
});

test('a cashier that is closed is a cancelled payment', async () => {
  expect(await open({ '/money/payments/offer': [offer] }).pay()).toMatchObject(cancelled);
});

test('wrong PINs leave the cashier open; every try has one key', async () => {
  const heard: unknown[] = [];
  const replies = [{ refused: 'PIN_WRONG' }, { refused: 'PIN_LOCKED' }];
  const { pay, asked } = open({ '/money/payments/offer': [offer], '/money/payments': replies }, async (bill) => {
    heard.push(await bill.pay('000000'), await bill.pay('111111'));
  });
  expect(await pay()).toMatchObject(cancelled);
  expect(heard).toEqual(['pin-wrong', 'pin-locked']);
  const keys = asked.flatMap(({ path, body }) =>
    path === '/money/payments' ? [Reflect.get(Object(body), 'key')] : [],
  );
  expect(new Set(keys).size).toBe(1);
});

test('a sheet that is closed while the services pay is a paid order', async () => {
  const { pay } = open({ '/money/payments/offer': [offer], '/money/payments': [paid] }, async (bill) => {
    void bill.pay('123456');
  });
  expect(await pay()).toEqual(ok);
});

test('a payment that got no answer is what the order says', async () => {
  const lost = { '/money/payments': [{ refused: 'UNREACHABLE' }] };
  const done = open({ ...lost, '/money/payments/offer': [offer, { refused: 'ORDERPAID' }] }, (bill) => bill.pay('1'));
  expect(await done.pay()).toEqual(ok);
  const undone = open({ ...lost, '/money/payments/offer': [offer] }, (bill) => bill.pay('1'));
  expect(await undone.pay()).toMatchObject(cancelled);
});

for (const [code, reason] of [
  ['SIGN_ERROR', 'payment verification signature failed'],
  ['APPID_MCHID_NOT_MATCH', 'prepay_id belongs to another appid'],
  ['OPENID_MISMATCH', 'the order is for another payer'],
  ['ORDER_NOT_EXIST', 'prepay_id is invalid'],
  ['ORDERPAID', 'the order has been paid'],
  ['INTERNAL', 'system error'],
] as const) {
  test(`an offer refused with ${code} never reaches the cashier`, async () => {
    const { pay, bills } = open({ '/money/payments/offer': [{ refused: code }] });
    expect(await pay()).toMatchObject({ ok: false, reason });
    expect(bills).toEqual([]);
  });
}

test('another way to sign is no argument', async () => {
  const { pay, asked } = open({});
  expect(await pay({ signType: 'MD5' })).toMatchObject({ ok: false, code: 'BAD_ARGUMENT' });
  expect(asked).toEqual([]);
});
