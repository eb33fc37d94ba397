import { expect, test } from '@playwright/test';
import { sql } from 'kysely';
import { invariantContract, moneyContract, moneyProperty } from '../fixtures/money-contract.ts';
import { openStage } from '../fixtures/money-stage.ts';
import { withLibsql } from '../fixtures/with-store.ts';
import { checkInvariants } from './check-invariants.ts';
import { ledgerGuards } from './ledger-rules.ts';
import { divide } from './refunds.ts';

moneyContract('libsql', withLibsql);
moneyProperty('libsql', withLibsql);
invariantContract('libsql', withLibsql, async ({ db }) => {
  for (const guard of ledgerGuards.libsql) {
    await sql.raw(`drop trigger ${/create trigger (\w+)/.exec(guard)?.[1]}`).execute(db);
  }
});

test('a refund is divided without a remainder, and nobody gets more than is left', () => {
  const shares = [
    { amount: 333, refunded: 0 },
    { amount: 333, refunded: 300 },
    { amount: 334, refunded: 334 },
  ];
  for (let amount = 1; amount <= 366; amount += 1) {
    const parts = divide(amount, shares);
    expect(parts.reduce((sum, { part }) => sum + part, 0)).toBe(amount);
    for (const { share, part } of parts) expect(part).toBeLessThanOrEqual(share.amount - share.refunded);
  }
  const huge = [
    { amount: 99_999_999_999_999, refunded: 0 },
    { amount: 3, refunded: 0 },
  ];
  expect(divide(100_000_000_000_001, huge).map(({ part }) => part)).toEqual([99_999_999_999_998, 3]);
});

test('only what a merchant signed, now and once, is heard', () =>
  withLibsql(async (store) => {
    const stage = await openStage(store);
    const path = `/v3/pay/transactions/out-trade-no/pizza-0001?mchid=${stage.merchant.id}`;
    const refused = { status: 401, body: { code: 'SIGN_ERROR' } };
    const now = Math.floor(stage.clock.now / 1_000);
    expect(await stage.call('GET', path, undefined, { timestamp: String(now - 301) })).toMatchObject(refused);
    expect(await stage.call('GET', path, undefined, { mchid: '1' })).toMatchObject(refused);
    expect(await stage.call('GET', path, undefined, { serial: 'AB' })).toMatchObject(refused);
    const nonce = 'same-nonce-twice';
    expect((await stage.call('GET', path, undefined, { nonce })).status).toBe(404);
    expect(await stage.call('GET', path, undefined, { nonce })).toMatchObject(refused);
    const body = { mchid: stage.merchant.id };
    const close = '/v3/pay/transactions/out-trade-no/pizza-0001/close';
    expect(await stage.call('POST', close, body, { sent: '{"mchid":"2"}' })).toMatchObject(refused);
    const others = await stage.money.merchants.create({ name: 'Other', apps: [], currency: 'CNY' });
    expect(await stage.call('POST', close, { mchid: others.id })).toMatchObject({
      status: 400,
      body: { code: 'PARAM_ERROR' },
    });
    const unsigned = await stage.money.merchantApi.app.request(path);
    expect(unsigned.status).toBe(401);
    await stage.money.merchants.revokeKey(stage.merchant.id, stage.merchant.serial);
    expect(await stage.call('GET', path)).toMatchObject(refused);
  }));

test('a full disk is a failure, not a refusal, and nothing of what failed is there', () =>
  withLibsql(async (store) => {
    const { money } = await openStage(store);
    await money.wallets.topUp({ user: 'ann', key: 'first-top-up', amount: 10_000, currency: 'CNY' });
    const pages = async (most: number) => sql.raw(`pragma max_page_count = ${most}`).execute(store.db);
    // As many as there are: the next page is one too many.
    await pages(1);
    const give = (number: number) =>
      money.wallets.transfer({ from: 'ann', to: 'bob', key: `transfer-${number}`, amount: 1, currency: 'CNY' });
    const outcomes: unknown[] = [];
    while (outcomes.length < 200 && !(outcomes.at(-1) instanceof Error)) {
      outcomes.push(await give(outcomes.length).catch((error: unknown) => error));
    }
    expect(outcomes.at(-1)).toMatchObject({ code: 'SQLITE_FULL' });
    expect(await money.wallets.balance('bob', 'CNY')).toBe(outcomes.length - 1);
    expect(await checkInvariants(store.db)).toEqual([]);
    await pages(1_000_000);
    await give(outcomes.length - 1);
    expect(await money.wallets.balance('bob', 'CNY')).toBe(outcomes.length);
  }));

const misfits: readonly (readonly [place: string, change: object])[] = [
  ['body.amount.total', { amount: { total: 0 } }],
  ['body.amount.total', { amount: { total: 1.5 } }],
  ['body.amount.total', { amount: { total: '1' } }],
  ['body.amount.total', { amount: { total: 1e300 } }],
  ['body.out_trade_no', { out_trade_no: 'é' }],
  ['body.notify_url', { notify_url: 'file:///etc/passwd' }],
  ['body.description', { description: undefined }],
];

test('a body that does not fit is refused with the place', () =>
  withLibsql(async (store) => {
    const stage = await openStage(store);
    const good = {
      appid: 'pizza',
      mchid: stage.merchant.id,
      description: 'x',
      out_trade_no: 'pizza-0001',
      notify_url: 'https://pizza.example/notify',
      amount: { total: 1 },
      payer: { openid: 'pizza-ann' },
    };
    for (const [place, change] of misfits) {
      const { status, body } = await stage.call('POST', '/v3/pay/transactions/jsapi', { ...good, ...change });
      expect([status, Object(body).code], place).toEqual([400, 'PARAM_ERROR']);
      expect(Object(body).message).toContain(place);
    }
    const wrongApp = await stage.call('POST', '/v3/pay/transactions/jsapi', { ...good, appid: 'todos' });
    expect(wrongApp).toMatchObject({ status: 400, body: { code: 'APPID_MCHID_NOT_MATCH' } });
    const noPayer = await stage.call('POST', '/v3/pay/transactions/jsapi', { ...good, payer: undefined });
    expect(noPayer).toMatchObject({ status: 400, body: { code: 'PARAM_ERROR' } });
  }));
