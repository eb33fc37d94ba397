import { isAppId } from '@terrarium/runtime/protocol';
import type { Context } from 'hono';
import * as v from 'valibot';
import { createJsonApi, type JsonApi } from '../http/json-api.ts';
import { Refusal } from '../refusal.ts';
import type { GrantBook, GrantOwner } from './open-grants.ts';

export interface GrantsApiOptions {
  readonly grants: GrantBook;
  /** The signed-in user. Throws Refusal SIGNED_OUT. */
  readonly userOf: (context: Context) => Promise<string>;
}

/** Scopes, message templates and `privacy`; what is no word of that kind is no scope. */
const scope = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_.:-]{1,128}$/));
const decision = v.picklist(['granted', 'refused']);

/** A person's decisions over HTTP, for the shell. */
export function createGrantsApi({ grants, userOf }: GrantsApiOptions): JsonApi {
  const api = createJsonApi({ title: 'Terrarium grants', description: 'What the signed-in person allows programs.' });
  const ownerOf = async (context: Context, app: string): Promise<GrantOwner> => {
    if (!isAppId(app)) throw new Refusal(404, 'NO_APP', 'This is no app id.');
    return { user: await userOf(context), app };
  };
  api.add(
    {
      method: 'get',
      path: '/:app',
      summary: 'The decisions that hold.',
      answer: v.array(v.object({ scope, decision })),
    },
    async ({ context, param }) =>
      [...(await grants.decisions(await ownerOf(context, param('app'))))].map(([name, held]) => ({
        scope: name,
        decision: held,
      })),
  );
  api.add(
    { method: 'put', path: '/:app', summary: 'Decide about a scope.', body: v.object({ scope, decision }) },
    async ({ body, context, param }) => {
      await grants.decide(await ownerOf(context, param('app')), body.scope, body.decision);
      return undefined;
    },
  );
  api.add(
    { method: 'delete', path: '/:app', summary: 'Forget all decisions about a program.' },
    async ({ context, param }) => {
      await grants.forget(await ownerOf(context, param('app')));
      return undefined;
    },
  );
  api.add(
    {
      method: 'get',
      path: '/:app/history',
      summary: 'What was decided when, newest first.',
      answer: v.array(
        v.object({ scope: v.string(), decision: v.picklist(['granted', 'refused', 'forgotten']), at: v.number() }),
      ),
    },
    async ({ context, param }) => [...(await grants.history(await ownerOf(context, param('app'))))],
  );
  return api;
}
