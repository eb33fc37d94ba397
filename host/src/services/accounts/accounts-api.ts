import type { Context } from 'hono';
import * as v from 'valibot';
import { createJsonApi, type JsonApi } from '../http/json-api.ts';
import type { Accounts } from './open-accounts.ts';
import { countryCodes, readPhone } from './phones.ts';
import {
  addressSchema,
  avatarSchema,
  keptAddressSchema,
  nicknameSchema,
  profileSchema,
  realNameSchema,
} from './profiles.ts';
import type { Session } from './sessions.ts';

export interface AccountsApiOptions {
  readonly accounts: Accounts;
  /** Where a request comes from, for rates. */
  readonly addressOf: (context: Context) => string;
  /** Serves the phone simulator's inbox. Not where strangers can ask. */
  readonly showInbox: boolean;
}

/** The header a signed-in person's requests carry. */
export const sessionHeader = 'x-terrarium-session';

const phone = { country: v.pipe(v.string(), v.length(2)), phone: v.pipe(v.string(), v.maxLength(32)) };
const device = v.optional(v.pipe(v.string(), v.maxLength(200)), '');
const code = v.pipe(v.string(), v.regex(/^\d{6}$/));
const password = v.pipe(v.string(), v.minLength(8), v.maxLength(200));
const pin = v.pipe(v.string(), v.regex(/^\d{6}$/));
const signedIn = v.object({ token: v.string(), expiresAt: v.number() });
const outcome = v.union([signedIn, v.object({ challenge: v.string() })]);
const id = v.object({ id: v.string() });

/** The session a request carries. Throws Refusal SIGNED_OUT. */
export const sessionOf = (accounts: Accounts, context: Context): Promise<Session> =>
  accounts.sessions.find(context.req.header(sessionHeader) ?? '');

/** Accounts over HTTP, for the shell. */
export function createAccountsApi(options: AccountsApiOptions): JsonApi {
  const { accounts, addressOf } = options;
  const { codes, signIn } = accounts;
  const api = createJsonApi({
    title: 'Terrarium accounts',
    description: `What the shell calls for people. Signed-in requests carry ${sessionHeader}.`,
  });
  const nothing = async (done: Promise<unknown>) => {
    await done;
    return undefined;
  };

  api.add(
    {
      method: 'get',
      path: '/countries',
      summary: 'Countries one can sign up from.',
      answer: v.array(v.object({ country: v.string(), callingCode: v.string() })),
    },
    async () => countryCodes,
  );
  api.add(
    {
      method: 'post',
      path: '/codes',
      summary: 'Send a six-digit code to a phone. The answer is the same whether the number has an account.',
      body: v.object({ ...phone, purpose: v.picklist(['enter', 'reset-password']) }),
    },
    ({ body, context }) =>
      nothing(codes.send(readPhone(body.country, body.phone).full, body.purpose, addressOf(context))),
  );
  api.add(
    {
      method: 'post',
      path: '/sign-up',
      summary: 'Make an account for a phone, with its code.',
      body: v.object({ ...phone, code, password, nickname: nicknameSchema, device }),
      answer: signedIn,
    },
    ({ body }) => signIn.signUp({ ...body, phone: readPhone(body.country, body.phone) }),
  );
  api.add(
    {
      method: 'post',
      path: '/sign-in/password',
      summary: 'Sign in with a password; a challenge when there is a second factor.',
      body: v.object({ ...phone, password: v.pipe(v.string(), v.maxLength(200)), device }),
      answer: outcome,
    },
    ({ body, context }) =>
      signIn.withPassword({ ...body, phone: readPhone(body.country, body.phone), address: addressOf(context) }),
  );
  api.add(
    {
      method: 'post',
      path: '/sign-in/code',
      summary: 'Sign in with a code sent to the phone; a challenge when there is a second factor.',
      body: v.object({ ...phone, code, device }),
      answer: outcome,
    },
    ({ body }) => signIn.withCode({ ...body, phone: readPhone(body.country, body.phone) }),
  );
  api.add(
    {
      method: 'post',
      path: '/sign-in/second-factor',
      summary: 'Answer a challenge with a code of the authenticator or a recovery code.',
      body: v.object({ challenge: v.string(), code: v.pipe(v.string(), v.maxLength(20)), device }),
      answer: signedIn,
    },
    ({ body }) => signIn.answer(body),
  );
  api.add(
    {
      method: 'post',
      path: '/password/reset',
      summary: 'Set a new password with a code; signs out everywhere.',
      body: v.object({ ...phone, code, password }),
    },
    ({ body }) => nothing(signIn.resetPassword({ ...body, phone: readPhone(body.country, body.phone) })),
  );
  addSessionRoutes(api, accounts, nothing);
  addProfileRoutes(api, accounts, nothing);
  if (options.showInbox) {
    api.add(
      {
        method: 'post',
        path: '/phone-simulator',
        summary: 'What the simulated phone of this number shows.',
        body: v.object(phone),
        answer: v.array(v.object({ text: v.string(), at: v.number() })),
      },
      async ({ body }) => [...(await accounts.inbox.messages(readPhone(body.country, body.phone).full))],
    );
  }
  return api;
}

type Nothing = (done: Promise<unknown>) => Promise<undefined>;

function addSessionRoutes(api: JsonApi, accounts: Accounts, nothing: Nothing): void {
  const { sessions, secondFactor, signIn, paymentPin } = accounts;
  const me = (context: Context) => sessionOf(accounts, context);
  api.add(
    {
      method: 'get',
      path: '/sessions',
      summary: 'The devices that are signed in.',
      answer: v.array(
        v.object({
          id: v.string(),
          device: v.string(),
          createdAt: v.number(),
          seenAt: v.number(),
          current: v.boolean(),
        }),
      ),
    },
    async ({ context }) => [...(await sessions.list(await me(context)))],
  );
  api.add(
    { method: 'post', path: '/sessions/rotate', summary: 'A new token in place of this one.', answer: signedIn },
    ({ context }) => sessions.rotate(context.req.header(sessionHeader) ?? ''),
  );
  api.add({ method: 'delete', path: '/sessions/:id', summary: 'Sign a device out.' }, async ({ context, param }) =>
    nothing(sessions.revoke((await me(context)).user, param('id'))),
  );
  api.add({ method: 'delete', path: '/sessions', summary: 'Sign out everywhere else.' }, async ({ context }) => {
    const { user, id: current } = await me(context);
    return nothing(sessions.revokeAll(user, current));
  });
  api.add(
    {
      method: 'post',
      path: '/second-factor',
      summary: 'A secret for an authenticator app; it counts once it is confirmed.',
      body: v.object({ password: v.string() }),
      answer: v.object({ secret: v.string(), uri: v.string() }),
    },
    async ({ body, context }) => {
      const { user } = await me(context);
      await signIn.checkPassword(user, body.password);
      return secondFactor.begin(user, (await accounts.profiles.get(user)).publicId);
    },
  );
  api.add(
    {
      method: 'post',
      path: '/second-factor/confirm',
      summary: 'Turn the second factor on with a first code; gives recovery codes, this once.',
      body: v.object({ code }),
      answer: v.object({ recoveryCodes: v.array(v.string()) }),
    },
    async ({ body, context }) => ({
      recoveryCodes: [...(await secondFactor.confirm((await me(context)).user, body.code))],
    }),
  );
  api.add(
    {
      method: 'post',
      path: '/second-factor/off',
      summary: 'Turn the second factor off.',
      body: v.object({ password: v.string() }),
    },
    async ({ body, context }) => {
      const { user } = await me(context);
      await signIn.checkPassword(user, body.password);
      return nothing(secondFactor.turnOff(user));
    },
  );
  api.add(
    {
      method: 'get',
      path: '/payment-pin',
      summary: 'Whether there is a payment PIN.',
      answer: v.object({ set: v.boolean() }),
    },
    async ({ context }) => ({ set: await paymentPin.isSet((await me(context)).user) }),
  );
  api.add(
    {
      method: 'put',
      path: '/payment-pin',
      summary: 'Set the payment PIN, with the password.',
      body: v.object({ pin, password: v.string() }),
    },
    async ({ body, context }) => {
      const { user } = await me(context);
      await signIn.checkPassword(user, body.password);
      return nothing(paymentPin.set(user, body.pin));
    },
  );
}

function addProfileRoutes(api: JsonApi, accounts: Accounts, nothing: Nothing): void {
  const { profiles } = accounts;
  const user = async (context: Context) => (await sessionOf(accounts, context)).user;
  api.add({ method: 'get', path: '/me', summary: 'Who is signed in.', answer: profileSchema }, async ({ context }) =>
    profiles.get(await user(context)),
  );
  api.add(
    {
      method: 'put',
      path: '/me',
      summary: 'Change nickname or avatar.',
      body: v.object({ nickname: v.optional(nicknameSchema), avatar: v.optional(avatarSchema) }),
    },
    async ({ body, context }) => nothing(profiles.update(await user(context), body)),
  );
  api.add(
    { method: 'put', path: '/real-name', summary: 'Give the real name, needed before money.', body: realNameSchema },
    async ({ body, context }) => nothing(profiles.giveRealName(await user(context), body)),
  );
  api.add(
    {
      method: 'get',
      path: '/addresses',
      summary: 'The address book, default first.',
      answer: v.array(keptAddressSchema),
    },
    async ({ context }) => [...(await profiles.addresses(await user(context)))],
  );
  const body = v.object({ ...addressSchema.entries, isDefault: v.optional(v.boolean(), false) });
  api.add(
    { method: 'post', path: '/addresses', summary: 'Add an address.', body, answer: id },
    async ({ body: { isDefault, ...address }, context }) => ({
      id: await profiles.addAddress(await user(context), address, isDefault),
    }),
  );
  api.add(
    { method: 'put', path: '/addresses/:id', summary: 'Change an address.', body },
    async ({ body: { isDefault, ...address }, context, param }) =>
      nothing(profiles.changeAddress(await user(context), param('id'), address, isDefault)),
  );
  api.add({ method: 'delete', path: '/addresses/:id', summary: 'Remove an address.' }, async ({ context, param }) =>
    nothing(profiles.removeAddress(await user(context), param('id'))),
  );
}
