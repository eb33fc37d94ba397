import { expect, test } from '@playwright/test';
import type { FromSandbox, ToSandbox } from '../protocol/index.ts';
import { openSandbox, type SandboxOptions } from './open-sandbox.ts';
import { createFakeClock } from './testing/fake-clock.ts';

/** The player's side alone: the test plays the worker. */
function start(parts: Pick<SandboxOptions, 'baseLibrary' | 'wasm'> = { baseLibrary: 'base' }) {
  const clock = createFakeClock();
  const received: ToSandbox[] = [];
  const state = { closed: 0, answer: (_message: FromSandbox): void => undefined };
  let posted = (): void => undefined;
  const asked = new Promise<void>((resolve) => {
    posted = resolve;
  });
  const opening = openSandbox({
    ...parts,
    limits: { silentMs: 500 },
    timers: {
      set: (callback, delayMs) => clock.setTimer(callback, delayMs),
      clear: (undo) => {
        if (typeof undo === 'function') undo();
      },
    },
    spawn: () => ({
      post(message) {
        received.push(message);
        if (message.kind === 'boot') posted();
      },
      onMessage: (listener) => {
        state.answer = listener;
        return () => undefined;
      },
      close: () => {
        state.closed += 1;
      },
    }),
  });
  return { clock, received, state, opening, asked, answer: (message: FromSandbox) => state.answer(message) };
}

/** Until the worker is told to boot. */
async function open() {
  const started = start();
  await started.asked;
  return started;
}

async function booted() {
  const opened = await open();
  opened.answer({ kind: 'booted' });
  return { ...opened, sandbox: await opened.opening };
}

const problem = { code: 'LIMIT_MEMORY', message: 'full' } as const;

test('a boot that ends rejects with its problem and closes the port', async () => {
  const { opening, answer, state } = await open();
  answer({ kind: 'ended', problem });
  await expect(opening).rejects.toMatchObject({ code: 'LIMIT_MEMORY', message: 'full' });
  expect(state.closed).toBe(1);
});

test('the worker starts before its parts have come; one that never comes closes it', async () => {
  const { opening, state, received } = start({ baseLibrary: Promise.reject(new Error('404')) });
  expect(received).toEqual([]);
  await expect(opening).rejects.toThrow('404');
  expect(state.closed).toBe(1);
});

test('a worker that ends before its parts have come rejects with its own problem', async () => {
  const { opening, answer, received } = start({ baseLibrary: Promise.resolve('base') });
  answer({ kind: 'ended', problem });
  await expect(opening).rejects.toMatchObject({ code: 'LIMIT_MEMORY', message: 'full' });
  expect(received).toEqual([]);
});

test('a boot that stays silent is given the time of a boot, then ended', async () => {
  const { opening, clock, state } = await open();
  clock.pass(5_500);
  expect(state.closed).toBe(0);
  clock.pass(50);
  await expect(opening).rejects.toMatchObject({ code: 'LIMIT_SILENT' });
  expect(state.closed).toBe(1);
});

test('what comes before the first listener is kept for it', async () => {
  const opened = await open();
  opened.answer({ kind: 'log', line: { level: 'log', text: 'while booting' } });
  opened.answer({ kind: 'booted' });
  opened.answer({ kind: 'send', text: '[]' });
  opened.answer({ kind: 'failed', problem });
  opened.answer({ kind: 'ended', problem });
  const sandbox = await opened.opening;
  const seen: unknown[] = [];
  sandbox.onLog(({ text }) => seen.push(text));
  sandbox.onSend((text) => seen.push(text));
  sandbox.onFailed(({ code }) => seen.push(code));
  sandbox.onEnded(({ message }) => seen.push(message));
  expect(seen).toEqual(['while booting', '[]', 'LIMIT_MEMORY', 'full']);
});

test('loads are answered in their order; the end rejects those under way', async () => {
  const { sandbox, answer } = await booted();
  const first = sandbox.load('a.js', '1');
  const second = sandbox.load('b.js', '2');
  answer({ kind: 'loaded', file: 'a.js' });
  await first;
  answer({ kind: 'ended', problem });
  await expect(second).rejects.toMatchObject({ code: 'LIMIT_MEMORY' });
  await expect(sandbox.load('c.js', '3')).rejects.toMatchObject({ code: 'UNAVAILABLE' });
});

test('messages leave as one text; none leave once it has ended', async () => {
  const { sandbox, answer, received } = await booted();
  sandbox.deliver([]);
  sandbox.deliver([{ kind: 'hide-app' }, { kind: 'show-page', page: 1 }]);
  sandbox.acknowledge(2);
  answer({ kind: 'ended', problem });
  sandbox.deliver([{ kind: 'hide-app' }]);
  sandbox.acknowledge(1);
  expect(received.filter(({ kind }) => kind === 'deliver' || kind === 'acknowledge')).toEqual([
    { kind: 'deliver', text: '[{"kind":"hide-app"},{"kind":"show-page","page":1}]' },
    { kind: 'acknowledge', count: 2 },
  ]);
});

test('silence ends it once; late messages are dropped', async () => {
  const { sandbox, answer, clock, state } = await booted();
  const ends: string[] = [];
  const sends: string[] = [];
  sandbox.onEnded(({ code }) => ends.push(code));
  sandbox.onSend((text) => sends.push(text));
  answer({ kind: 'pong', id: 1 });
  clock.pass(1_000);
  clock.pass(550);
  answer({ kind: 'send', text: '[]' });
  answer({ kind: 'ended', problem });
  clock.pass(60_000);
  expect([ends, sends, state.closed]).toEqual([['LIMIT_SILENT'], [], 1]);
});

test('disposal closes the port, tells nobody, and rejects what waits', async () => {
  const { sandbox, answer, state } = await booted();
  const ends: string[] = [];
  sandbox.onEnded(({ code }) => ends.push(code));
  const waiting = sandbox.load('a.js', '1');
  sandbox.dispose();
  sandbox.dispose();
  answer({ kind: 'ended', problem });
  await expect(waiting).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  expect([ends, state.closed]).toEqual([[], 1]);
});
