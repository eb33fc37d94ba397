import { expect, test } from '@playwright/test';
import type { FromPlayer, ToPlayer } from '../protocol/messages.ts';
import { defaultEnvironment } from './default-environment.ts';
import { openProgram } from './open-program.ts';
import { runPortSession } from './port-session.ts';
import { prepareFakeProgram } from './testing/open-fake-program.ts';

const start: ToPlayer = {
  kind: 'start',
  digest: '0'.repeat(64),
  options: { path: '', query: {}, scene: 1001 },
  environment: defaultEnvironment([]),
  storage: {},
  inspect: true,
};

/** A session over a port that the test holds the other end of. `next` resolves with the next message of a kind. */
function openSession() {
  const prepared = prepareFakeProgram();
  const listeners = new Set<(message: ToPlayer) => void>();
  const waiting = new Map<string, (message: FromPlayer) => void>();
  const posted: FromPlayer[] = [];
  let stopped = false;
  runPortSession({
    port: {
      post(message) {
        posted.push(message);
        waiting.get(message.kind)?.(message);
      },
      onMessage(listener) {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
      close: () => listeners.clear(),
    },
    open: (_message, bridge) => openProgram({ ...prepared.options, bridge }),
    stopped() {
      stopped = true;
    },
  });
  const say = (message: ToPlayer) => {
    for (const hear of listeners) hear(message);
  };
  const next = (kind: FromPlayer['kind']) =>
    new Promise<FromPlayer>((resolve) => {
      waiting.set(kind, resolve);
    });
  return { ...prepared, say, next, posted, listeners, isStopped: () => stopped };
}

test('start opens the program once, requests travel, stop ends it', async () => {
  const { say, next, guest, posted, listeners, isStopped } = openSession();
  const ready = next('ready');
  say(start);
  say(start);
  await ready;
  expect(posted.filter(({ kind }) => kind === 'ready')).toHaveLength(1);

  const asked = guest.call('setStorage', { key: 'a' });
  expect(posted.at(-1)).toEqual({ kind: 'request', id: 1, name: 'setStorage', params: { key: 'a' } });
  say({ kind: 'result', id: 1, result: { ok: 1 } });
  say({ kind: 'result', id: 1, result: { ok: 2 } });
  expect(await asked).toMatchObject({ kind: 'settle', result: { ok: 1 } });
  const refused = guest.call('vibrateLong');
  say({ kind: 'error', id: 2, error: { errMsg: 'fail no' } });
  expect(await refused).toMatchObject({ kind: 'fail', error: { errMsg: 'fail no' } });

  say({ kind: 'stop' });
  expect(isStopped()).toBe(true);
  expect(listeners.size).toBe(0);
});

test('the inspector answers over the port, and says so when there is no program', async () => {
  const { say, next } = openSession();
  const early = next('inspected');
  say({ kind: 'inspect', id: 1, method: 'Terrarium.getPages', params: {} });
  expect(await early).toEqual({ kind: 'inspected', id: 1, error: '-32000: The program is not running.' });
  const ready = next('ready');
  say(start);
  await ready;
  const pages = next('inspected');
  say({ kind: 'inspect', id: 2, method: 'Terrarium.getPages', params: {} });
  expect(await pages).toMatchObject({ id: 2, result: [{ page: 1, route: 'tab/a', ready: true }] });
  const unknown = next('inspected');
  say({ kind: 'inspect', id: 3, method: 'Nothing.known', params: {} });
  expect(await unknown).toEqual({ kind: 'inspected', id: 3, error: "-32601: 'Nothing.known' wasn't found" });
});

test('notifications and the background reach the program', async () => {
  const { say, next, guest } = openSession();
  const ready = next('ready');
  say(start);
  await ready;
  guest.take();
  say({ kind: 'notify', name: 'onNetworkStatusChange', data: { isConnected: true } });
  say({ kind: 'visibility', visible: false });
  await expect.poll(() => guest.take().join()).toContain('hide-app');
});
