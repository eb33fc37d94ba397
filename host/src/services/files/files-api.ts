import { fileChangeSchema, fileLimits, isAppId } from '@terrarium/runtime/protocol';
import { type Context, Hono } from 'hono';
import * as v from 'valibot';
import { capBody } from '../http/cap-body.ts';
import type { RouteList } from '../http/open-api.ts';
import type { Owner } from '../storage/index.ts';
import type { Files } from './files.ts';

const bodyBytes = 24 * 1024 * 1024;
const changeBody = v.strictObject({ changes: v.array(fileChangeSchema) });
const number = v.pipe(v.string(), v.regex(/^\d{1,12}$/), v.transform(Number));
const part = v.object({ path: v.string(), from: number, length: number });

const failure = v.object({ error: v.string() });
const entry = v.object({ path: v.string(), directory: v.boolean(), size: v.number(), modified: v.number() });
const text = v.string();

/** The routes below, for the document. */
export const fileRoutes: RouteList = {
  title: 'Terrarium files',
  description: 'Files of programs, for who is signed in, or for the host when nobody is.',
  routes: [
    {
      method: 'get',
      path: '/files/:app',
      summary: 'Every file and directory.',
      answer: v.object({ entries: v.array(entry) }),
      refusal: failure,
    },
    {
      method: 'get',
      path: '/files/:app/content',
      summary: 'A part of a file.',
      query: v.object({ path: text, from: text, length: text }),
      bytes: true,
      refusal: failure,
    },
    {
      method: 'post',
      path: '/files/:app',
      summary: 'Change files, all or none. 413 for the quota, 409 when something is missing.',
      body: changeBody,
      refusal: failure,
    },
  ],
};

/**
 * A program's files over HTTP, for the shell's provider.
 *
 * | request | answer |
 * |---|---|
 * | `GET /files/:app` | `{entries: [{path, directory, size, modified}]}` |
 * | `GET /files/:app/content?path&from&length` | the bytes; 404 when there is no such file |
 * | `POST /files/:app` `{changes}` | 204 when durable, all or none; 413 for the quota; 409 when something is missing |
 *
 * 400 for a body that does not fit, 404 for what is no app id.
 */
export function createFilesApi(files: Files, userOf: (context: Context) => Promise<string>): Hono {
  const api = new Hono();
  const ownerOf = async (context: Context): Promise<Owner | undefined> => {
    const app = context.req.param('app') ?? '';
    return isAppId(app) ? { user: await userOf(context), app } : undefined;
  };
  api.get('/files/:app', async (context) => {
    const owner = await ownerOf(context);
    if (owner === undefined) return context.notFound();
    return context.json({ entries: await files.list(owner) });
  });
  api.get('/files/:app/content', async (context) => {
    const owner = await ownerOf(context);
    const asked = v.safeParse(part, context.req.query());
    if (owner === undefined) return context.notFound();
    if (!asked.success) return context.json({ error: 'the question does not fit' }, 400);
    const { path, from, length } = asked.output;
    const bytes = await files.read(owner, path, from, Math.min(length, fileLimits.pieceBytes));
    if (bytes === undefined) return context.notFound();
    return context.body(new Uint8Array(bytes), 200, { 'Content-Type': 'application/octet-stream' });
  });
  const capped = capBody(bodyBytes, (context) => context.json({ error: 'too large' }, 413));
  api.post('/files/:app', capped, async (context) => {
    const owner = await ownerOf(context);
    if (owner === undefined) return context.notFound();
    const body = v.safeParse(changeBody, await context.req.json<unknown>().catch(() => undefined));
    if (!body.success) return context.json({ error: 'the body does not fit' }, 400);
    const outcome = await files.change(owner, body.output.changes);
    if (outcome === 'ok') return context.body(null, 204);
    return context.json({ error: outcome }, outcome === 'limit' ? 413 : 409);
  });
  return api;
}
