import { isAppId } from '@terrarium/runtime/protocol';
import type { Context } from 'hono';
import * as v from 'valibot';
import { createJsonApi, type JsonApi } from '../http/json-api.ts';
import { Refusal } from '../refusal.ts';
import { chatBodySchema, writtenSchema } from './chat-body.ts';
import { noticeBodySchema } from './notices.ts';
import type { Messages } from './open-messages.ts';
import type { ThreadOwner } from './threads.ts';

export interface MessagesApiOptions {
  readonly messages: Messages;
  /** The signed-in user. Throws Refusal SIGNED_OUT. */
  readonly userOf: (context: Context) => Promise<string>;
}

const templateIds = v.pipe(v.array(v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/))), v.maxLength(5));
const message = v.object({
  number: v.number(),
  sender: v.picklist(['person', 'program']),
  at: v.number(),
  body: chatBodySchema,
});

/** A person's conversations and notices over HTTP, for the shell. */
export function createMessagesApi({ messages, userOf }: MessagesApiOptions): JsonApi {
  const api = createJsonApi({
    title: 'Terrarium messages',
    description: 'What programs and the signed-in person tell each other outside the programs.',
  });
  const appOf = (app: string): string => {
    if (!isAppId(app)) throw new Refusal(404, 'NO_APP', 'This is no app id.');
    return app;
  };
  const ownerOf = async (context: Context, app: string): Promise<ThreadOwner> => ({
    app: appOf(app),
    user: await userOf(context),
  });
  api.add(
    {
      method: 'get',
      path: '/threads',
      summary: 'Conversations, the newest first.',
      answer: v.array(
        v.object({ app: v.string(), unread: v.number(), at: v.number(), last: v.optional(chatBodySchema) }),
      ),
    },
    async ({ context }) => [...(await messages.threads(await userOf(context)))],
  );
  api.add(
    { method: 'get', path: '/threads/:app', summary: 'One conversation, oldest first.', answer: v.array(message) },
    async ({ context, param }) => [...(await messages.read(await ownerOf(context, param('app'))))],
  );
  api.add(
    { method: 'post', path: '/threads/:app', summary: 'Write to a program.', body: writtenSchema, answer: message },
    async ({ body, context, param }) => messages.write(await ownerOf(context, param('app')), body),
  );
  api.add(
    {
      method: 'post',
      path: '/threads/:app/entered',
      summary: 'The person looks at the conversation.',
      body: v.object({ sessionFrom: v.pipe(v.string(), v.maxLength(1_000)) }),
    },
    async ({ body, context, param }) => {
      await messages.enter(await ownerOf(context, param('app')), body.sessionFrom);
      return undefined;
    },
  );
  api.add(
    {
      method: 'get',
      path: '/templates/:app',
      summary: 'What a program’s notices say.',
      answer: v.array(v.object({ id: v.string(), title: v.string(), content: v.string() })),
    },
    async ({ param }) => [...(await messages.templates(appOf(param('app'))))],
  );
  api.add(
    {
      method: 'post',
      path: '/allowances/:app',
      summary: 'Take one more notice of each template.',
      body: v.object({ templates: templateIds }),
    },
    async ({ body, context, param }) => {
      await messages.allow(await ownerOf(context, param('app')), body.templates);
      return undefined;
    },
  );
  api.add(
    {
      method: 'get',
      path: '/notices',
      summary: 'Notices of programs, newest first.',
      answer: v.array(
        v.object({ ...noticeBodySchema.entries, id: v.string(), app: v.string(), at: v.number(), read: v.boolean() }),
      ),
    },
    async ({ context }) => [...(await messages.notices(await userOf(context)))],
  );
  api.add({ method: 'post', path: '/notices/read', summary: 'All notices have been seen.' }, async ({ context }) => {
    await messages.markRead(await userOf(context));
    return undefined;
  });
  api.add({ method: 'delete', path: '/notices/:id', summary: 'Put a notice away.' }, async ({ context, param }) => {
    await messages.removeNotice(await userOf(context), param('id'));
    return undefined;
  });
  return api;
}
