import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { withFolder } from './fixtures/with-store.ts';
import { signLines } from './money/rsa.ts';
import { openServices, type Services } from './open-services.ts';

const password = 'correct horse';
const merchantKey = generateKeyPairSync('rsa', { modulusLength: 2_048 });

async function ask(
  services: Services,
  path: string,
  body?: unknown,
  token = '',
  method = body === undefined ? 'GET' : 'POST',
) {
  const headers = {
    authorization: 'Bearer secret',
    origin: 'http://localhost:7000',
    'content-type': 'application/json',
    'x-terrarium-session': token,
  };
  const answer = await services.api.request(`http://localhost:7000/api${path}`, {
    method,
    headers,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, body: Object(text === '' ? {} : JSON.parse(text)) };
}

/** Signs up and gives the session's token. */
async function signUp(services: Services, phone: object): Promise<string> {
  await ask(services, '/accounts/codes', { ...phone, purpose: 'enter' });
  const inbox = await ask(services, '/accounts/phone-simulator', phone);
  const code = /^\d{6}/.exec(inbox.body[0].text)?.[0];
  return (await ask(services, '/accounts/sign-up', { ...phone, code, password, nickname: 'Ann' })).body.token;
}

/** An order of a merchant's server, signed as it would. */
async function makeOrder(
  services: Services,
  merchant: string,
  serial: string,
  openid: string,
  total: number,
): Promise<string> {
  const body = JSON.stringify({
    appid: 'pizza',
    mchid: merchant,
    description: 'Margherita',
    out_trade_no: `pizza-${randomBytes(4).toString('hex')}`,
    notify_url: 'http://127.0.0.1:9/notify',
    amount: { total, currency: 'CNY' },
    payer: { openid },
  });
  const [timestamp, nonce] = [String(Math.floor(Date.now() / 1_000)), randomBytes(8).toString('hex')];
  const path = '/v3/pay/transactions/jsapi';
  const signature = signLines(['POST', path, timestamp, nonce, body], merchantKey.privateKey);
  const authorization = `WECHATPAY2-SHA256-RSA2048 mchid="${merchant}",nonce_str="${nonce}",signature="${signature}",timestamp="${timestamp}",serial_no="${serial}"`;
  const answer = await services.serverApi.request(`http://localhost:7000${path}`, {
    method: 'POST',
    headers: { authorization },
    body,
  });
  return Object(await answer.json()).prepay_id;
}

test('from signing up to a paid order, over HTTP alone; and the log names nobody', () =>
  withFolder(async (folder) => {
    const [notices, lines]: [string[], string[]] = [[], []];
    const services = await openServices({
      dataDir: join(folder, 'data'),
      token: 'secret',
      post: async (url) => {
        notices.push(url);
        return 204;
      },
      writeLog: (line) => lines.push(line),
    });
    const token = await signUp(services, { country: 'CN', phone: '13800138000' });
    await services.identity.apps.register({ id: 'pizza', name: 'Pizza', developer: 'studio' });
    const secret = await services.identity.apps.addSecret('pizza');
    const { code } = (await ask(services, '/identity/login-codes', { app: 'pizza' }, token)).body;
    expect((await ask(services, '/identity/login-codes', { app: 'nobody' }, token)).body.code).toBe('NO_APP');
    const query = new URLSearchParams({ appid: 'pizza', secret, js_code: code, grant_type: 'authorization_code' });
    const { openid } = Object(await (await services.serverApi.request(`/sns/jscode2session?${query}`)).json());
    const merchant = await services.money.merchants.create({ name: 'Pizza', apps: ['pizza'], currency: 'CNY' });
    const pem = merchantKey.publicKey.export({ type: 'spki', format: 'pem' }).toString();
    const serial = await services.money.merchants.addKey(merchant.id, pem);
    const prepayId = await makeOrder(services, merchant.id, serial, openid, 4_200);

    const [timeStamp, nonceStr, pack] = ['1', 'nonce', `prepay_id=${prepayId}`];
    const paySign = signLines(['pizza', timeStamp, nonceStr, pack], merchantKey.privateKey);
    const params = { timeStamp, nonceStr, package: pack, signType: 'RSA', paySign };
    const pay = (pin: string, change: object = {}) =>
      ask(
        services,
        '/money/payments',
        { app: 'pizza', params: { ...params, ...change }, key: 'one-tap-order', pin },
        token,
      );
    expect((await pay('123456')).body.code).toBe('REAL_NAME_NEEDED');
    await ask(services, '/accounts/real-name', { name: 'Ann Li', documentNumber: '11010519491231002X' }, token, 'PUT');
    expect((await pay('123456')).body.code).toBe('PIN_NOT_SET');
    const pinSet = async () => (await ask(services, '/accounts/payment-pin', undefined, token)).body;
    expect(await pinSet()).toEqual({ set: false });
    await ask(services, '/accounts/payment-pin', { pin: '123456', password }, token, 'PUT');
    expect(await pinSet()).toEqual({ set: true });
    expect((await pay('123456')).body.code).toBe('NOT_ENOUGH');
    // No database keeps these as they are, and what is hashed must be what is kept.
    for (const key of ['half a \ud83d character', 'the end\0']) {
      const odd = await ask(services, '/money/wallet/top-ups', { key, amount: 10_000 }, token);
      expect(odd).toMatchObject({ status: 400, body: { code: 'PARAM_ERROR' } });
    }
    await ask(services, '/money/wallet/top-ups', { key: 'first-top-up', amount: 10_000 }, token);
    const offer = await ask(services, '/money/payments/offer', { app: 'pizza', params }, token);
    expect(offer.body).toMatchObject({ merchantName: 'Pizza', amount: 4_200, currency: 'CNY' });
    expect((await pay('654321')).body.code).toBe('PIN_WRONG');
    expect((await pay('123456', { paySign: 'AAAA' })).body.code).toBe('SIGN_ERROR');
    const paid = await pay('123456');
    expect(paid).toMatchObject({ status: 200, body: { amount: 4_200, complete: true } });
    // The answer was lost on the way: asking again gives the same and pays nothing.
    expect(await pay('123456')).toEqual(paid);
    expect((await ask(services, '/money/wallet', undefined, token)).body).toEqual({
      balance: 5_800,
      currency: 'CNY',
      testBank: 'Terrarium Test Bank',
    });
    const movements = (await ask(services, '/money/wallet/movements', undefined, token)).body;
    expect(movements).toMatchObject([{ kind: 'payment', order: { merchantName: 'Pizza' } }, { kind: 'top-up' }]);
    await services.money.tend();
    expect(notices).toEqual(['http://127.0.0.1:9/notify']);
    expect((await ask(services, '/money/wallet')).body.code).toBe('SIGNED_OUT');

    const log = lines.join('');
    const routes = lines.map((line) => `${JSON.parse(line).status} ${JSON.parse(line).route}`);
    expect(routes).toEqual(expect.arrayContaining(['200 /api/money/payments', '200 /sns/jscode2session']));
    for (const word of ['13800138000', token, code, openid, prepayId, 'Ann', '123456']) expect(log).not.toContain(word);
    await services.close();
  }));

test('a database with another key file is not opened', () =>
  withFolder(async (folder) => {
    const [one, other] = [join(folder, 'one'), join(folder, 'other')];
    await (await openServices({ dataDir: one })).close();
    await (await openServices({ dataDir: other })).close();
    await copyFile(join(other, 'storage.key'), join(one, 'storage.key'));
    await expect(openServices({ dataDir: one })).rejects.toThrow(/storage\.db cannot be opened/);
  }));
