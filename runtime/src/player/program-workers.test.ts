import { expect, test } from '@playwright/test';
import type { Problem } from '../protocol/errors.ts';
import type { Json } from '../protocol/json.ts';
import type { Sandbox } from '../sandbox/index.ts';
import { createJournal } from './journal.ts';
import { createProgramWorkers } from './program-workers.ts';
import { createStackMap } from './stack-map.ts';
import { createFakeGuest } from './testing/fake-guest.ts';
import { fakePackage } from './testing/fake-package.ts';

/** The player's side alone; the test plays the worker, and says when its sandbox has opened. */
function start() {
  const opened = fakePackage();
  const guests: ReturnType<typeof createFakeGuest>[] = [];
  const opening: (() => void)[] = [];
  const told: Json[] = [];
  const stackMap = createStackMap();
  const journal = createJournal(stackMap, () => undefined);
  const workers = createProgramWorkers({
    package: {
      ...opened,
      manifest: { ...opened.manifest, workers: { root: 'workers', logic: 'workers/w.js', scripts: ['workers/a.js'] } },
      readText: async () => '',
    },
    open: () =>
      new Promise<Sandbox>((resolve) => {
        const guest = createFakeGuest();
        guests.push(guest);
        opening.push(() => resolve(guest.sandbox));
      }),
    stackMap,
    journal,
    notify: (data) => void told.push(data),
  });
  const running = async () => {
    const created = workers.create(1, '/workers/a.js');
    await expect.poll(() => opening.length).toBe(1);
    opening[0]?.();
    expect(await created).toBeUndefined();
    const [guest] = guests;
    if (guest === undefined) throw new Error('no sandbox was opened');
    return guest;
  };
  const codes = () => journal.problems.map(({ code }: Problem) => code);
  return { workers, guests, opening, told, running, codes };
}

test('made and ended again and again, one sandbox is opened at a time, and those no longer wanted are not', async () => {
  const { workers, guests, opening } = start();
  const first = workers.create(1, 'workers/a.js');
  await expect.poll(() => opening.length).toBe(1);
  const others = [2, 3, 4].map(async (number) => {
    workers.terminate(number - 1);
    return workers.create(number, 'workers/a.js');
  });
  opening[0]?.();
  await expect.poll(() => opening.length).toBe(2);
  opening[1]?.();
  expect(await Promise.all([first, ...others])).toEqual([undefined, undefined, undefined, undefined]);
  expect(guests.map(({ disposed, loaded }) => [disposed, loaded])).toEqual([
    [true, []],
    [false, ['workers/w.js']],
  ]);
  workers.dispose();
  expect(guests.map(({ disposed }) => disposed)).toEqual([true, true]);
});

test('a worker that says what only a program may say is ended', async () => {
  const { told, running, codes } = start();
  const guest = await running();
  guest.send({ kind: 'call', call: 1, name: 'getLocation', params: {} });
  expect([guest.disposed, codes()]).toEqual([true, ['MESSAGE']]);
  expect(told).toMatchObject([{ worker: 1, type: 'killed' }]);
});

test('what a worker says is held back until its program has read it', async () => {
  const { workers, told, running } = start();
  const guest = await running();
  for (let at = 0; at < 70; at += 1) guest.send({ kind: 'tell', name: 'post', params: `j${at}` });
  expect([told.length, guest.acknowledged]).toEqual([70, 64]);
  for (let at = 0; at < 6; at += 1) workers.taken(1);
  expect(guest.acknowledged).toBe(70);
});

test('a program that sends without end to a worker that does not read loses the worker', async () => {
  const { workers, told, running, codes } = start();
  const guest = await running();
  workers.post(1, 'j'.repeat(20 * 1024 * 1024));
  expect(guest.disposed).toBe(false);
  workers.post(1, 'j'.repeat(20 * 1024 * 1024));
  expect([guest.disposed, codes()]).toEqual([true, ['LIMIT_RATE']]);
  expect(told).toMatchObject([{ worker: 1, type: 'killed' }]);
});
