import * as v from 'valibot';
import type { Accounts } from './accounts/index.ts';
import { readPhone } from './accounts/phones.ts';
import type { SignedIn } from './accounts/sessions.ts';
import { createJsonApi, type JsonApi } from './http/json-api.ts';

/** Who is there from the start in development. Told on the "me" page, so nothing of it is secret. */
export const localUser = { country: 'CN', phone: '13800000000', password: 'terrarium', nickname: 'Local user' };

/** Signs the local user in over HTTP. Only where development has one. */
export function createLocalSessionApi(openLocalSession: OpenLocalSession): JsonApi {
  const api = createJsonApi({ title: 'Terrarium local user', description: 'Who development starts with.' });
  api.add(
    {
      method: 'post',
      path: '/',
      summary: 'Sign the local user in.',
      body: v.object({ device: v.optional(v.pipe(v.string(), v.maxLength(200)), '') }),
      answer: v.object({ token: v.string(), expiresAt: v.number() }),
    },
    ({ body }) => openLocalSession(body.device),
  );
  return api;
}

/** Signs the local user in on another device. */
export type OpenLocalSession = (device: string) => Promise<SignedIn>;

/**
 * The one user that development starts with. Made like every other: a code is sent to the phone simulator, read there, and
 * spent on a sign-up.
 */
export function createLocalUser(accounts: Accounts): OpenLocalSession {
  const phone = readPhone(localUser.country, localUser.phone);
  const signUp = async () => {
    await accounts.codes.send(phone.full, 'enter', 'this host');
    const [newest] = await accounts.inbox.messages(phone.full);
    const code = /^\d{6}/.exec(newest?.text ?? '')?.[0] ?? '';
    const { password, nickname } = localUser;
    const { token } = await accounts.signIn.signUp({ phone, code, password, nickname, device: 'This host' });
    const { user, id } = await accounts.sessions.find(token);
    // Nobody holds this one: every shell gets its own.
    await accounts.sessions.revoke(user, id);
    return user;
  };
  let making: Promise<string> | undefined;
  return async (device) => {
    making ??= accounts.profiles.findPhone(phone).then((user) => user ?? signUp());
    try {
      return await accounts.sessions.open(await making, device);
    } catch (error) {
      making = undefined;
      throw error;
    }
  };
}
