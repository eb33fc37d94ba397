import { expect, test } from '@playwright/test';
import { defaultLimits, type FromSandbox, TerrariumError, type ToSandbox } from '../protocol/index.ts';
import type { DoorExtension, ExtensionRoom } from './extension.ts';
import { createQuickJsEngine } from './quickjs-engine.ts';
import { createRealm } from './realm.ts';
import { testBaseLibrary } from './testing/base-library.ts';
import { engineModule } from './testing/engine-module.ts';
import { createFakeClock } from './testing/fake-clock.ts';

/** A realm with an extension that repeats what it is told, running `code`. */
async function start(code: string, before: readonly ToSandbox[] = [], bare = false) {
  const posted: FromSandbox[] = [];
  const heard: unknown[] = [];
  let turns = 0;
  let room: ExtensionRoom | undefined;
  const repeating: DoorExtension = {
    name: 'repeat',
    library: '(() => 6 * 7)()',
    open(given) {
      room = given;
      return {
        call(text) {
          if (text === 'too much') throw new TerrariumError('LIMIT_RATE', 'repeat: that was too much');
          return `${text}${text}`;
        },
        receive: (data) => void heard.push(data),
        startTurn() {
          turns += 1;
        },
      };
    },
  };
  const realm = createRealm({
    extensions: [repeating],
    createEngine: createQuickJsEngine,
    post: (message) => posted.push(structuredClone(message)),
    setTimer: createFakeClock().setTimer,
    now: () => 0,
    random: (count) => new Uint8Array(count),
  });
  for (const message of before) realm.receive(message);
  realm.receive({ kind: 'boot', baseLibrary: testBaseLibrary, wasm: engineModule, limits: defaultLimits, bare });
  realm.receive({ kind: 'load', file: 'main.logic.js', code });
  await expect.poll(() => posted.some(({ kind }) => kind === 'loaded' || kind === 'ended')).toBe(true);
  const sent = () => posted.flatMap((message) => (message.kind === 'send' ? JSON.parse(message.text) : []));
  const codes = () => posted.flatMap((message) => (message.kind === 'failed' ? [message.problem.code] : []));
  return { realm, heard, posted, sent, codes, room: () => room, turns: () => turns };
}

const tried = 'const tried = (...call) => { try { return door(...call); } catch (error) { return error.message; } };';

test('an extension answers its own kind, and its library is given by name', async () => {
  const { sent, codes } = await start(
    `${tried} send(tried('repeat', 'ab'), (0, eval)(tried('library', 'repeat')), tried('library', 'other'), tried('other', 'x'));`,
  );
  expect(sent()).toEqual(['abab', 42, "there is no library 'other'", "the door has no 'other'"]);
  expect(codes()).toEqual([]);
});

test('what it refuses is an exception in the guest, reported once a turn', async () => {
  const { sent, codes } = await start(`${tried} send(tried('repeat', 'too much'), tried('repeat', 'too much'), 'on');`);
  expect(sent()).toEqual(['repeat: that was too much', 'repeat: that was too much', 'on']);
  expect(codes()).toEqual(['LIMIT_RATE']);
});

test('it hears the player in order, also what came before the guest was there, and each turn', async () => {
  const { realm, heard, posted, sent, room, turns } = await start(`on('told', (data) => send(data));`, [
    { kind: 'extend', name: 'repeat', data: 'early' },
    { kind: 'extend', name: 'other', data: 'nobody' },
  ]);
  realm.receive({ kind: 'extend', name: 'repeat', data: 'late' });
  realm.receive({ kind: 'extend', name: '__proto__', data: 'nobody' });
  expect(heard).toEqual(['early', 'late']);
  const before = turns();
  room()?.deliver([{ kind: 'notify', name: 'told', data: 'by the extension' }]);
  room()?.post({ made: 1 });
  expect(sent()).toEqual(['by the extension']);
  expect(turns()).toBeGreaterThan(before);
  expect(posted.filter(({ kind }) => kind === 'extended')).toEqual([
    { kind: 'extended', name: 'repeat', data: { made: 1 } },
  ]);
});

test('a bare guest has none', async () => {
  const { sent, room } = await start(`${tried} send(tried('repeat', 'a'), tried('library', 'repeat'))`, [], true);
  await expect.poll(sent).toEqual(["the door has no 'repeat'", "there is no library 'repeat'"]);
  expect(room()).toBeUndefined();
});
