import type { Context } from 'hono';
import * as v from 'valibot';
import { createJsonApi, type JsonApi } from '../http/json-api.ts';
import { Refusal } from '../refusal.ts';
import type { Identity } from './open-identity.ts';

export interface CodesApiOptions {
  readonly identity: Identity;
  /** Who is signed in. Throws Refusal. */
  readonly userOf: (context: Context) => Promise<string>;
}

/** Codes over HTTP, for the shell's providers. `app` is the program the shell runs, never what a program says it is. */
export function createCodesApi({ identity, userOf }: CodesApiOptions): JsonApi {
  const api = createJsonApi({ title: 'Terrarium identity', description: 'Codes that a program hands to its server.' });
  const body = v.object({ app: v.pipe(v.string(), v.maxLength(64)) });
  const answer = v.object({ code: v.string() });
  const issue = async (app: string, make: () => Promise<string>) => {
    if ((await identity.apps.find(app)) === undefined) throw new Refusal(404, 'NO_APP', `There is no app ${app}.`);
    return { code: await make() };
  };
  api.add(
    { method: 'post', path: '/login-codes', summary: 'A code for `wx.login`.', body, answer },
    async ({ body: { app }, context }) => {
      const user = await userOf(context);
      return issue(app, () => identity.loginCode(app, user));
    },
  );
  api.add(
    { method: 'post', path: '/phone-codes', summary: 'A code for a phone number the user gave.', body, answer },
    async ({ body: { app }, context }) => {
      const user = await userOf(context);
      return issue(app, () => identity.phoneCode(app, user));
    },
  );
  return api;
}
