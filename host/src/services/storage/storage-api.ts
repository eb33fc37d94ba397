import { isAppId } from '@terrarium/runtime/protocol';
import { type Context, Hono } from 'hono';
import * as v from 'valibot';
import { capBody } from '../http/cap-body.ts';
import type { RouteList } from '../http/open-api.ts';
import type { Owner, Storage } from './storage.ts';

/** Above what the bridge lets through in one call, escaped and in UTF-8. */
const bodyBytes = 24 * 1024 * 1024;

const setBody = v.strictObject({ entries: v.array(v.tuple([v.string(), v.string()])) });
const removeBody = v.strictObject({ key: v.string() });
const limit = v.object({ limit: v.picklist(['entry', 'total']) });
const failure = v.union([v.object({ error: v.string() }), limit]);

/** The routes below, for the document. */
export const storageRoutes: RouteList = {
  title: 'Terrarium storage',
  description: 'What programs keep for who is signed in, or for the host when nobody is.',
  routes: [
    {
      method: 'get',
      path: '/storage/:app',
      summary: 'The snapshot a program is launched with.',
      answer: setBody,
      refusal: failure,
    },
    {
      method: 'put',
      path: '/storage/:app',
      summary: 'Set entries, all or none. 413 says which limit was met.',
      body: setBody,
      refusal: failure,
    },
    {
      method: 'post',
      path: '/storage/:app/remove',
      summary: 'Remove an entry.',
      body: removeBody,
      refusal: failure,
    },
    { method: 'delete', path: '/storage/:app', summary: 'Remove all entries.', refusal: failure },
  ],
};

/**
 * Storage over HTTP, for the shell's provider. Keys travel in bodies, since they may be longer than an address.
 *
 * | request | answer |
 * |---|---|
 * | `GET /storage/:app` | `{entries: [[key, text], …]}`: the snapshot a program is launched with |
 * | `PUT /storage/:app` `{entries}` | 204 when durable; 413 `{limit: 'entry' or 'total'}`; all or none |
 * | `POST /storage/:app/remove` `{key}` | 204 when durable |
 * | `DELETE /storage/:app` | 204 when durable |
 *
 * 400 for a body that does not fit, 404 for what is no app id.
 */
export function createStorageApi(storage: Storage, userOf: (context: Context) => Promise<string>): Hono {
  const api = new Hono();
  const ownerOf = async (context: Context): Promise<Owner | undefined> => {
    const app = context.req.param('app') ?? '';
    return isAppId(app) ? { user: await userOf(context), app } : undefined;
  };
  const capped = capBody(bodyBytes, (context) => context.json({ error: 'too large' }, 413));

  api.get('/storage/:app', async (context) => {
    const owner = await ownerOf(context);
    if (owner === undefined) return context.notFound();
    return context.json({ entries: [...(await storage.all(owner))] });
  });
  api.put('/storage/:app', capped, async (context) => {
    const owner = await ownerOf(context);
    if (owner === undefined) return context.notFound();
    const body = v.safeParse(setBody, await bodyOf(context));
    if (!body.success) return context.json({ error: 'the body does not fit' }, 400);
    const outcome = await storage.set(owner, body.output.entries);
    if (outcome === 'ok') return context.body(null, 204);
    return context.json({ limit: outcome === 'entry-limit' ? 'entry' : 'total' }, 413);
  });
  api.post('/storage/:app/remove', capped, async (context) => {
    const owner = await ownerOf(context);
    if (owner === undefined) return context.notFound();
    const body = v.safeParse(removeBody, await bodyOf(context));
    if (!body.success) return context.json({ error: 'the body does not fit' }, 400);
    await storage.remove(owner, body.output.key);
    return context.body(null, 204);
  });
  api.delete('/storage/:app', async (context) => {
    const owner = await ownerOf(context);
    if (owner === undefined) return context.notFound();
    await storage.clear(owner);
    return context.body(null, 204);
  });
  return api;
}

async function bodyOf(context: Context): Promise<unknown> {
  return context.req.json<unknown>().catch(() => undefined);
}
