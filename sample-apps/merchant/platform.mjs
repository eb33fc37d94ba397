import { authorize, openResource, paymentParams, verifyLines } from './signatures.mjs';

/** How old a notice may be. */
const driftSeconds = 300;

/** The documented HTTP interface of the platform, as this merchant uses it. */
export function createPlatform({ services, appId, secret, merchant, apps = [] }) {
  const secrets = new Map([[appId, secret], ...apps.map((app) => [app.appId, app.secret])]);
  let publicKey;
  const platformKey = async () => {
    publicKey ??= await fetch(`${services}/v3/public-key`).then((answer) => answer.json());
    return publicKey;
  };
  const ask = async (method, path, content) => {
    const body = content === undefined ? '' : JSON.stringify(content);
    const answer = await fetch(`${services}${path}`, {
      method,
      headers: {
        authorization: authorize(merchant, method, path, body),
        accept: 'application/json',
        ...(body !== '' && { 'content-type': 'application/json' }),
      },
      ...(body !== '' && { body }),
    });
    const text = await answer.text();
    if (!(await isSigned(answer.headers, text, await platformKey())))
      throw new Error(`${path}: the answer is not signed`);
    const value = text === '' ? {} : JSON.parse(text);
    if (!answer.ok) throw Object.assign(new Error(`${path}: ${value.code} ${value.message}`), { code: value.code });
    return value;
  };
  return {
    /** Who a login code is about, as the program knows them that got it: this merchant's, or one it answers too. */
    async exchangeCode(code, app = appId) {
      const query = new URLSearchParams({
        ...{ appid: app, secret: secrets.get(app), js_code: code, grant_type: 'authorization_code' },
      });
      const answer = await fetch(`${services}/sns/jscode2session?${query}`).then((response) => response.json());
      return typeof answer.openid === 'string' ? answer.openid : undefined;
    },
    /** Makes an order for one payer, or for several with their `shares`, and gives what `wx.requestPayment` takes. */
    async createOrder({ number, description, amount, openId, shares, notifyUrl }) {
      const { prepay_id: prepayId } = await ask('POST', '/v3/pay/transactions/jsapi', {
        appid: appId,
        mchid: merchant.id,
        description,
        out_trade_no: number,
        notify_url: notifyUrl,
        amount: { total: amount, currency: 'CNY' },
        ...(shares === undefined ? { payer: { openid: openId } } : { shares }),
      });
      return paymentParams(appId, prepayId, merchant.privateKey);
    },
    query: (number) => ask('GET', `/v3/pay/transactions/out-trade-no/${number}?mchid=${merchant.id}`),
    close: (number) => ask('POST', `/v3/pay/transactions/out-trade-no/${number}/close`, { mchid: merchant.id }),
    refund: (number, amount) =>
      ask('POST', '/v3/refund/domestic/refunds', {
        out_trade_no: number,
        out_refund_no: `${number}-refund`,
        amount: { refund: amount, total: amount, currency: 'CNY' },
      }),
    /** What a notice says; undefined when it is not the platform's, too old, or not for this merchant. */
    async readNotice(headers, body) {
      const age = Math.abs(Date.now() / 1000 - Number(headers.get('wechatpay-timestamp')));
      if (!(age <= driftSeconds) || !(await isSigned(headers, body, await platformKey()))) return undefined;
      const { event_type: kind, resource } = JSON.parse(body);
      const content = openResource(resource, merchant.noticeKey);
      return content.mchid === undefined || content.mchid === merchant.id ? { kind, content } : undefined;
    },
  };
}

async function isSigned(headers, body, { serial, public_key: publicKey }) {
  const lines = [headers.get('wechatpay-timestamp') ?? '', headers.get('wechatpay-nonce') ?? '', body];
  const signature = headers.get('wechatpay-signature') ?? '';
  return headers.get('wechatpay-serial') === serial && verifyLines(lines, signature, publicKey);
}
