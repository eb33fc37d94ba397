import type { Context } from 'hono';
import * as v from 'valibot';
import { createJsonApi, type JsonApi } from '../http/json-api.ts';
import type { OpenData } from './open-data.ts';

export interface OpenDataApiOptions {
  readonly openData: OpenData;
  /** Who is signed in. Throws Refusal. */
  readonly userOf: (context: Context) => Promise<string>;
}

const app = v.pipe(v.string(), v.maxLength(64));
const sealed = { encryptedData: v.string(), iv: v.string() };

/** Open data over HTTP, for the shell's providers. `app` is the program the shell runs. */
export function createOpenDataApi({ openData, userOf }: OpenDataApiOptions): JsonApi {
  const api = createJsonApi({ title: 'Terrarium open data', description: 'What programs are handed about a person.' });
  api.add(
    {
      method: 'post',
      path: '/user-info',
      summary: 'The anonymous user, signed and sealed.',
      body: v.object({ app, language: v.picklist(['en', 'zh_CN', 'zh_TW']) }),
      answer: v.object({
        userInfo: v.record(v.string(), v.union([v.string(), v.number()])),
        rawData: v.string(),
        signature: v.string(),
        ...sealed,
      }),
    },
    async ({ body, context }) => {
      const { userInfo, ...rest } = await openData.userInfo(body.app, await userOf(context), body.language);
      return { userInfo: { ...userInfo }, ...rest };
    },
  );
  api.add(
    {
      method: 'post',
      path: '/phone',
      summary: 'The phone number, sealed.',
      body: v.object({ app }),
      answer: v.object(sealed),
    },
    async ({ body, context }) => openData.phone(body.app, await userOf(context)),
  );
  api.add(
    {
      method: 'get',
      path: '/session',
      summary: 'Whether the session key of the last exchanged login holds.',
      query: v.object({ app }),
      answer: v.object({ valid: v.boolean() }),
    },
    async ({ query, context }) => ({ valid: await openData.hasSession(query.app, await userOf(context)) }),
  );
  return api;
}
