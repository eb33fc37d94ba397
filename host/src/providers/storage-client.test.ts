import { expect, test } from '@playwright/test';
import { createStorageClient } from './storage-client.ts';

interface Asked {
  readonly url: string;
  readonly method: string | undefined;
  readonly body: unknown;
  readonly keepalive: boolean | undefined;
  readonly authorization: string | null;
}

/** A service that answers when told to. */
function service() {
  const asked: Asked[] = [];
  const waiting: ((answer: Response | Error) => void)[] = [];
  const fetch = (url: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    const body = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
    const authorization = new Headers(init.headers).get('authorization');
    asked.push({ url: String(url), method: init.method, body, keepalive: init.keepalive, authorization });
    return new Promise((resolve, reject) =>
      waiting.push((answer) => (answer instanceof Error ? reject(answer) : resolve(answer))),
    );
  };
  const answer = async (given: Response | Error) => {
    await expect.poll(() => waiting.length).toBeGreaterThan(0);
    waiting.shift()?.(given);
  };
  return { asked, answer, client: createStorageClient({ fetch, token: 'secret', address: 'http://host' }) };
}

const done = () => new Response(null, { status: 204 });

test('calls of one program go one after the other, in order', async () => {
  const { asked, answer, client } = service();
  const calls = [client.set('a', [['k', '1']]), client.remove('a', 'k'), client.clear('a'), client.snapshot('a')];
  await answer(done());
  await answer(done());
  expect(asked.length).toBeLessThan(4);
  await answer(done());
  await answer(Response.json({ entries: [['__proto__', '1']] }));
  const [set, remove, clear, snapshot] = await Promise.all(calls);
  expect([set, remove, clear]).toEqual(['ok', 'ok', 'ok']);
  expect(Object.entries(snapshot ?? {})).toEqual([['__proto__', '1']]);
  const common = { authorization: 'Bearer secret' };
  expect(asked).toEqual([
    { ...common, url: 'http://host/api/storage/a', method: 'PUT', body: { entries: [['k', '1']] }, keepalive: true },
    { ...common, url: 'http://host/api/storage/a/remove', method: 'POST', body: { key: 'k' }, keepalive: true },
    { ...common, url: 'http://host/api/storage/a', method: 'DELETE', body: undefined, keepalive: true },
    { ...common, url: 'http://host/api/storage/a', method: 'GET', body: undefined, keepalive: false },
  ]);
});

test('programs do not wait for each other', async () => {
  const { asked, client } = service();
  void client.clear('a');
  void client.clear('b');
  await expect.poll(() => asked.length).toBe(2);
});

test('a large write does not ask for keepalive', async () => {
  const { asked, client } = service();
  void client.set('a', [['k', 'x'.repeat(30_000)]]);
  await expect.poll(() => asked.map(({ keepalive }) => keepalive)).toEqual([false]);
});

const answers: readonly [what: string, answer: Response | Error, outcome: string][] = [
  ['204', done(), 'ok'],
  ['413 of an entry', Response.json({ limit: 'entry' }, { status: 413 }), 'entry-limit'],
  ['413 of the total', Response.json({ limit: 'total' }, { status: 413 }), 'total-limit'],
  ['413 of the body', Response.json({ error: 'too large' }, { status: 413 }), 'entry-limit'],
  ['413 without JSON', new Response('no JSON', { status: 413 }), 'unavailable'],
  ['500', new Response('', { status: 500 }), 'unavailable'],
  ['200, which is not promised', new Response('', { status: 200 }), 'unavailable'],
  ['a broken line', new TypeError('fetch failed'), 'unavailable'],
];
for (const [what, answer, outcome] of answers) {
  test(`${what} means ${outcome}`, async () => {
    const { answer: reply, client } = service();
    const call = client.clear('a');
    await reply(answer);
    expect(await call).toBe(outcome);
    // What failed holds up nothing behind it.
    const next = client.clear('a');
    await reply(done());
    expect(await next).toBe('ok');
  });
}

test('a snapshot that fails is an error', async () => {
  const { answer, client } = service();
  const refused = client.snapshot('a');
  await answer(new Response('', { status: 401 }));
  await expect(refused).rejects.toThrow('storage answered 401');
  const misfit = client.snapshot('a');
  await answer(Response.json({ entries: [['k', 1]] }));
  await expect(misfit).rejects.toThrow();
});
