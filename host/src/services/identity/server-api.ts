import { randomBytes } from 'node:crypto';
import { type Context, Hono } from 'hono';
import * as v from 'valibot';
import { capBody } from '../http/cap-body.ts';
import type { RouteList } from '../http/open-api.ts';
import { hashToken } from '../secrets/index.ts';
import type { SqlStore } from '../sql/index.ts';
import type { Apps } from './apps.ts';
import type { ProgramCodes } from './program-codes.ts';

export interface ServerApiOptions {
  readonly store: SqlStore;
  readonly now: () => number;
  readonly apps: Apps;
  readonly codes: ProgramCodes;
  readonly openIdOf: (app: string, user: string) => string;
  readonly unionIdOf: (developer: string, user: string) => string;
  readonly newSessionKey: (app: string, user: string) => Promise<string>;
  readonly phoneOf: (user: string) => Promise<{ callingCode: string; number: string; country: string }>;
}

/** The documented codes with their documented words. */
const errors = {
  40001: 'invalid credential, access_token is invalid or not latest',
  40002: 'invalid grant_type',
  40013: 'invalid appid',
  40029: 'invalid code',
  40125: 'invalid appsecret',
  40163: 'code been used',
  41001: 'access_token missing',
  41002: 'appid missing',
  41004: 'appsecret missing',
  41008: 'missing code',
  47001: 'data format error',
} as const;
type ErrorCode = keyof typeof errors;

const tokenSeconds = 7_200;
const phoneBody = v.object({ code: v.string() });

const text = v.string();
const failed = v.object({ errcode: v.number(), errmsg: text });
const appQuery = { appid: text, secret: text, grant_type: text };

/** The routes below, for the document. What did not work is a 200 too. */
export const identityServerRoutes: RouteList = {
  title: 'Terrarium identity for servers',
  description: 'Who a user is to a program, for its server, as documented for the program format.',
  routes: [
    {
      method: 'get',
      path: '/sns/jscode2session',
      summary: 'Exchange a code of `wx.login`, once. `grant_type` is `authorization_code`.',
      query: v.object({ ...appQuery, js_code: text }),
      answer: v.union([v.object({ session_key: text, openid: text, unionid: text }), failed]),
    },
    {
      method: 'get',
      path: '/cgi-bin/token',
      summary: 'A token for the other calls, for two hours. `grant_type` is `client_credential`.',
      query: v.object(appQuery),
      answer: v.union([v.object({ access_token: text, expires_in: v.number() }), failed]),
    },
    {
      method: 'post',
      path: '/wxa/business/getuserphonenumber',
      summary: 'Exchange the code of a phone button, once.',
      query: v.object({ access_token: text }),
      body: phoneBody,
      answer: v.object({
        ...failed.entries,
        phone_info: v.optional(
          v.object({
            phoneNumber: text,
            purePhoneNumber: text,
            countryCode: text,
            watermark: v.object({ timestamp: v.number(), appid: text }),
          }),
        ),
      }),
    },
  ],
};

/**
 * What a program's server asks, after developers.weixin.qq.com "code2Session", "getAccessToken" and "getPhoneNumber":
 * status 200 whatever happens, `errcode` and `errmsg` when it did not work. What is missing is looked for before what is
 * wrong, and the code last: a wrong secret costs no code.
 */
export function createServerApi(options: ServerApiOptions): Hono {
  const { store, now, apps, codes } = options;
  const api = new Hono();

  /** The app whose secret this is, or what is wrong. */
  const authorize = async (
    context: Context,
    grantType: string,
  ): Promise<{ app: string; developer: string } | ErrorCode> => {
    const { appid = '', secret = '', grant_type = '' } = context.req.query();
    if (appid === '') return 41002;
    if (secret === '') return 41004;
    if (grant_type !== grantType) return 40002;
    const app = await apps.find(appid);
    if (app === undefined) return 40013;
    return (await apps.hasSecret(appid, secret)) ? { app: appid, developer: app.developer } : 40125;
  };

  api.get('/sns/jscode2session', async (context) => {
    const { js_code: code = '' } = context.req.query();
    const asked = await authorize(context, 'authorization_code');
    // Documented order: a missing code is told before a wrong app or secret.
    if (code === '' && asked !== 41002 && asked !== 41004) return refuse(context, 41008);
    if (typeof asked === 'number') return refuse(context, asked);
    const exchanged = await codes.exchange('login', asked.app, code);
    if (exchanged === 'invalid') return refuse(context, 40029);
    if (exchanged === 'used') return refuse(context, 40163);
    const { user } = exchanged;
    return context.json({
      session_key: await options.newSessionKey(asked.app, user),
      openid: options.openIdOf(asked.app, user),
      unionid: options.unionIdOf(asked.developer, user),
    });
  });

  api.get('/cgi-bin/token', async (context) => {
    const asked = await authorize(context, 'client_credential');
    if (typeof asked === 'number') return refuse(context, asked);
    const token = randomBytes(48).toString('base64url');
    const at = now();
    await store.db.deleteFrom('access_tokens').where('expires_at', '<=', at).execute();
    await store.db
      .insertInto('access_tokens')
      .values({ hash: hashToken(token), app: asked.app, expires_at: at + tokenSeconds * 1_000 })
      .execute();
    return context.json({ access_token: token, expires_in: tokenSeconds });
  });

  const small = capBody(4_096, (context) => refuse(context, 47001));
  api.post('/wxa/business/getuserphonenumber', small, async (context) => {
    const { access_token: token = '' } = context.req.query();
    if (token === '') return refuse(context, 41001);
    const found = await store.db
      .selectFrom('access_tokens')
      .select('app')
      .where('hash', '=', hashToken(token))
      .where('expires_at', '>', now())
      .executeTakeFirst();
    if (found === undefined) return refuse(context, 40001);
    const body = v.safeParse(phoneBody, await context.req.json<unknown>().catch(() => undefined));
    if (!body.success) return refuse(context, 47001);
    const exchanged = await codes.exchange('phone', found.app, body.output.code);
    if (exchanged === 'invalid') return refuse(context, 40029);
    if (exchanged === 'used') return refuse(context, 40163);
    const { callingCode, number, country } = await options.phoneOf(exchanged.user);
    return context.json({
      errcode: 0,
      errmsg: 'ok',
      phone_info: {
        // Documented: numbers from outside the mainland come with their calling code.
        phoneNumber: country === 'CN' ? number : `+${callingCode}${number}`,
        purePhoneNumber: number,
        countryCode: callingCode,
        watermark: { timestamp: Math.floor(now() / 1_000), appid: found.app },
      },
    });
  });
  return api;
}

function refuse(context: Context, errcode: ErrorCode): Response {
  const rid = Array.from({ length: 3 }, () => randomBytes(4).toString('hex')).join('-');
  return context.json({ errcode, errmsg: `${errors[errcode]}, rid: ${rid}` });
}
