import { randomBytes } from 'node:crypto';
import { type Context, Hono } from 'hono';
import * as v from 'valibot';
import { capBody } from '../http/cap-body.ts';
import type { Route, RouteList } from '../http/open-api.ts';
import type { ChatBody } from './chat-body.ts';
import type { NoticeBody } from './notices.ts';
import { fieldsOf, fits, type Templates } from './templates.ts';
import type { ThreadOwner } from './threads.ts';

export interface MessagesServerOptions {
  readonly appOfToken: (token: string) => Promise<string | undefined>;
  readonly personOf: (app: string, openid: string) => Promise<string | undefined>;
  readonly answer: (owner: ThreadOwner, body: ChatBody) => Promise<'ok' | 'late' | 'enough'>;
  readonly send: (owner: ThreadOwner, template: string, body: NoticeBody) => Promise<boolean>;
  readonly templates: Templates;
  readonly receive: (app: string, url: string, token: string) => Promise<void>;
}

/** The documented codes with their documented words. */
const errors = {
  40001: 'invalid credential, access_token is invalid or not latest',
  40003: 'invalid openid',
  40008: 'invalid message type',
  40037: 'invalid template_id',
  40054: 'invalid url domain',
  41001: 'access_token missing',
  43101: 'user refuse to accept the msg',
  45015: 'response out of time limit or subscription is canceled',
  45047: 'out of response count limit',
  47001: 'data format error',
  47003: 'argument invalid!',
  200012: 'too many templates',
  200014: 'invalid tid',
  200020: 'invalid kidList',
} as const;
type ErrorCode = keyof typeof errors;

const line = (most: number) => v.pipe(v.string(), v.maxLength(most));
const text = v.pipe(v.string(), v.minLength(1), v.maxLength(2_048));
const customBody = v.object({
  touser: line(64),
  msgtype: v.string(),
  text: v.optional(v.object({ content: text })),
  link: v.optional(v.object({ title: line(200), description: line(512), url: line(2_048) })),
  miniprogrampage: v.optional(
    v.object({ title: line(200), pagepath: line(1_024), thumb_url: v.optional(line(2_048), '') }),
  ),
});
const subscribeBody = v.object({
  touser: line(64),
  template_id: line(64),
  page: v.optional(line(1_024), ''),
  data: v.record(v.string(), v.object({ value: v.union([v.string(), v.pipe(v.number(), v.transform(String))]) })),
});
const templateBody = v.object({ title: v.pipe(line(30), v.minLength(1)), content: line(600) });
const removeBody = v.object({ priTmplId: v.string() });
const receiverBody = v.object({ url: line(2_048), token: v.pipe(v.string(), v.regex(/^[A-Za-z0-9]{3,32}$/)) });

const failed = v.object({ errcode: v.number(), errmsg: v.string() });
const asked = (path: string, summary: string, body?: v.GenericSchema, answer: v.GenericSchema = failed): Route => ({
  ...{ method: body === undefined ? 'get' : 'post', path, summary, answer },
  query: v.object({ access_token: v.string() }),
  ...(body && { body }),
});
const templates = v.array(
  v.object({ priTmplId: v.string(), title: v.string(), content: v.string(), type: v.number() }),
);

/** The routes below, for the document. What did not work is a 200 too. */
export const messageServerRoutes: RouteList = {
  title: 'Terrarium messages for servers',
  description: 'What programs’ servers write to people, as documented for the program format.',
  routes: [
    asked('/cgi-bin/message/custom/send', 'Answer somebody who wrote to customer service.', customBody),
    asked('/cgi-bin/message/subscribe/send', 'Send a notice the person allowed.', subscribeBody),
    asked('/wxaapi/newtmpl/addtemplate', 'Add a notice’s template by its words.', templateBody),
    asked('/wxaapi/newtmpl/deltemplate', 'Remove a template.', removeBody),
    asked(
      '/wxaapi/newtmpl/gettemplate',
      'The templates.',
      undefined,
      v.object({ ...failed.entries, data: v.optional(templates) }),
    ),
    asked('/cgi-bin/message/push', 'Say where what people write is sent.', receiverBody),
  ],
};

/**
 * What a program's server asks, after developers.weixin.qq.com "sendCustomMessage", "sendMessage" (subscribe message) and
 * "newtmpl": status 200 whatever happens, `errcode` and `errmsg` always. Ours: a template is added by its words in place
 * of the number in a public library, and `/cgi-bin/message/push` says where the server listens.
 */
export function createServerApi({
  appOfToken,
  personOf,
  answer,
  send,
  templates,
  receive,
}: MessagesServerOptions): Hono {
  const api = new Hono();
  const small = capBody(16_384, (context) => say(context, 47001));

  /** A route that asks for the token, then for a body of that shape. */
  const post = <Schema extends v.GenericSchema>(
    path: string,
    schema: Schema,
    act: (app: string, body: v.InferOutput<Schema>, context: Context) => Promise<ErrorCode | Response>,
    misfit: ErrorCode = 47001,
  ) =>
    api.post(path, small, async (context) => {
      const app = await appOf(context);
      if (typeof app === 'number') return say(context, app);
      const body = v.safeParse(schema, await context.req.json<unknown>().catch(() => undefined));
      if (!body.success) return say(context, misfit);
      const outcome = await act(app, body.output, context);
      return typeof outcome === 'number' ? say(context, outcome) : outcome;
    });
  const appOf = async (context: Context): Promise<string | ErrorCode> => {
    const { access_token: token = '' } = context.req.query();
    if (token === '') return 41001;
    return (await appOfToken(token)) ?? 40001;
  };

  post('/cgi-bin/message/custom/send', customBody, async (app, body, context) => {
    const user = await personOf(app, body.touser);
    if (user === undefined) return 40003;
    const message = chatBodyOf(body);
    if (typeof message === 'number') return message;
    const outcome = await answer({ user, app }, message);
    if (outcome !== 'ok') return outcome === 'late' ? 45015 : 45047;
    return done(context);
  });

  post('/cgi-bin/message/subscribe/send', subscribeBody, async (app, body, context) => {
    const user = await personOf(app, body.touser);
    if (user === undefined) return 40003;
    const template = await templates.find(app, body.template_id);
    const wanted = template === undefined ? undefined : fieldsOf(template.content);
    if (template === undefined || wanted === undefined) return 40037;
    const given = new Map(Object.entries(body.data));
    const fields = wanted.map(({ label, key }) => ({ label, key, value: given.get(key)?.value ?? '' }));
    const wrong = fields.find(({ key, value }) => !fits(key, value));
    if (wrong !== undefined) {
      const why = wrong.value === '' ? 'is empty' : 'invalid';
      return say(context, 47003, ` data.${wrong.key}.value ${why}`);
    }
    const notice = { title: template.title, fields: fields.map(({ key: _, ...field }) => field), page: body.page };
    return (await send({ user, app }, template.id, notice)) ? done(context) : 43101;
  });

  post(
    '/wxaapi/newtmpl/addtemplate',
    templateBody,
    async (app, { title, content }, context) => {
      if (fieldsOf(content) === undefined) return 200020;
      const id = await templates.add(app, title, content);
      return id === 'too-many' ? 200012 : done(context, { priTmplId: id });
    },
    200014,
  );
  post('/wxaapi/newtmpl/deltemplate', removeBody, async (app, { priTmplId }, context) =>
    (await templates.remove(app, priTmplId)) ? done(context) : 40037,
  );
  api.get('/wxaapi/newtmpl/gettemplate', async (context) => {
    const app = await appOf(context);
    if (typeof app === 'number') return say(context, app);
    const data = (await templates.list(app)).map(({ id, ...rest }) => ({ priTmplId: id, ...rest, type: 2 }));
    return done(context, { data });
  });
  post('/cgi-bin/message/push', receiverBody, async (app, { url, token }, context) => {
    if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) return 40054;
    await receive(app, url, token);
    return done(context);
  });
  return api;
}

function chatBodyOf({ msgtype, text, link, miniprogrampage }: v.InferOutput<typeof customBody>): ChatBody | ErrorCode {
  switch (msgtype) {
    case 'text':
      return text === undefined ? 47001 : { kind: 'text', text: text.content };
    case 'link':
      return link === undefined ? 47001 : { kind: 'link', ...link };
    case 'miniprogrampage': {
      if (miniprogrampage === undefined) return 47001;
      const { title, pagepath, thumb_url: imageUrl } = miniprogrampage;
      return { kind: 'card', title, path: pagepath, imageUrl };
    }
    default:
      return 40008;
  }
}

const done = (context: Context, more: object = {}): Response => context.json({ errcode: 0, errmsg: 'ok', ...more });

function say(context: Context, errcode: ErrorCode, more = ''): Response {
  const rid = Array.from({ length: 3 }, () => randomBytes(4).toString('hex')).join('-');
  return context.json({ errcode, errmsg: `${errors[errcode]}${more}, rid: ${rid}` });
}
