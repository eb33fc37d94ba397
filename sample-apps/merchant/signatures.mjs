import { createDecipheriv, createPrivateKey, createPublicKey, randomBytes, sign, verify } from 'node:crypto';

/** SHA256withRSA over lines, each ended by a newline: every signature of the payment interface has this form. */
const joined = (lines) => Buffer.from(lines.map((line) => `${line}\n`).join(''));

export const signLines = (lines, privateKey) =>
  sign('sha256', joined(lines), createPrivateKey(privateKey)).toString('base64');

export const verifyLines = (lines, signature, publicKey) =>
  verify('sha256', joined(lines), createPublicKey(publicKey), Buffer.from(signature, 'base64'));

export const nonce = () => randomBytes(16).toString('hex');
export const seconds = () => String(Math.floor(Date.now() / 1000));

/** The `Authorization` of one request: over method, path with query, time, nonce and body. */
export function authorize({ id, serial, privateKey }, method, path, body) {
  const [timestamp, nonceStr] = [seconds(), nonce()];
  const signature = signLines([method, path, timestamp, nonceStr, body], privateKey);
  const fields = { mchid: id, nonce_str: nonceStr, signature, timestamp, serial_no: serial };
  const text = Object.entries(fields).map(([name, value]) => `${name}="${value}"`);
  return `WECHATPAY2-SHA256-RSA2048 ${text.join(',')}`;
}

/** What `wx.requestPayment` takes. */
export function paymentParams(appId, prepayId, privateKey) {
  const params = { timeStamp: seconds(), nonceStr: nonce(), package: `prepay_id=${prepayId}`, signType: 'RSA' };
  const paySign = signLines([appId, params.timeStamp, params.nonceStr, params.package], privateKey);
  return { ...params, paySign };
}

/** The resource of a notice: AES-256-GCM, the tag at the end. Throws for one that was changed. */
export function openResource({ ciphertext, nonce: iv, associated_data: data }, key) {
  const bytes = Buffer.from(ciphertext, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', key, iv);
  decipher.setAAD(Buffer.from(data));
  decipher.setAuthTag(bytes.subarray(-16));
  return JSON.parse(Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]).toString('utf8'));
}
