import { expect, test } from '@playwright/test';
import { withFolder } from './fixtures/with-store.ts';
import { localUser } from './local-user.ts';
import { openServices, type Services } from './open-services.ts';

const ask = async (services: Services, path: string, init: { body?: unknown; session?: string } = {}) => {
  const { body, session } = init;
  const headers = {
    authorization: 'Bearer secret',
    origin: 'http://localhost:7000',
    ...(session !== undefined && { 'x-terrarium-session': session }),
  };
  const method = body === undefined ? 'GET' : 'POST';
  const answer = await services.api.request(`http://localhost:7000/api${path}`, {
    method,
    headers,
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await answer.text();
  return { status: answer.status, value: text === '' ? undefined : JSON.parse(text) };
};

test('development has one user from the start, made like every other', () =>
  withFolder(async (dataDir) => {
    const services = await openServices({ dataDir, token: 'secret', localUser: true });
    const [first, second] = await Promise.all([
      ask(services, '/local-session', { body: {} }),
      ask(services, '/local-session', { body: {} }),
    ]);
    expect(first.value.token).not.toBe(second.value.token);
    const me = await ask(services, '/accounts/me', { session: first.value.token });
    expect(me.value).toMatchObject({ nickname: localUser.nickname, phone: '+8613****0000' });
    expect((await ask(services, '/accounts/me', { session: second.value.token })).value.id).toBe(me.value.id);
    // The code came by the phone simulator, and the password opens the account.
    const { country, phone, password } = localUser;
    const inbox = await ask(services, '/accounts/phone-simulator', { body: { country, phone } });
    expect(inbox.value).toHaveLength(1);
    const signIn = await ask(services, '/accounts/sign-in/password', {
      body: { country, phone, password, device: '' },
    });
    expect(signIn.status).toBe(200);
    await services.close();
  }));

test('without development there is none, and storage asks for a session that holds', () =>
  withFolder(async (dataDir) => {
    const services = await openServices({ dataDir, token: 'secret' });
    expect((await ask(services, '/local-session', { body: {} })).status).toBe(404);
    expect(await ask(services, '/storage/todos', { session: 'made up' })).toMatchObject({
      status: 401,
      value: { code: 'SIGNED_OUT' },
    });
    await services.close();
  }));

test('what one user stores another does not see', () =>
  withFolder(async (dataDir) => {
    const services = await openServices({ dataDir, token: 'secret', localUser: true });
    const { value } = await ask(services, '/local-session', { body: {} });
    const { user } = await services.accounts.sessions.find(value.token);
    await services.storage.set({ user, app: 'todos' }, [['a', '1']]);
    expect((await ask(services, '/storage/todos', { session: value.token })).value).toEqual({ entries: [['a', '1']] });
    expect((await ask(services, '/storage/todos')).value).toEqual({ entries: [] });
    await services.close();
  }));
