import { expect, test } from '@playwright/test';
import { createPositionSwitch, type NoPosition, type Position } from './position.ts';
import { planRoute, type RouteClock } from './route.ts';

const [here, there, away] = [
  { latitude: 30, longitude: 120 },
  { latitude: 30.01, longitude: 120 },
  { latitude: 30.01, longitude: 120.01 },
];

/** A clock that goes on as soon as somebody waits, and writes down for how long. */
function openStage() {
  const waits: number[] = [];
  let now = 5_000;
  const clock: RouteClock = {
    now: () => now,
    async wait(ms) {
      waits.push(ms);
      now += ms;
    },
  };
  const heard: (Position | NoPosition)[] = [];
  const position = createPositionSwitch(
    {
      current: async () => 'unavailable',
      watch(listener) {
        void listener('unavailable');
        return () => undefined;
      },
    },
    clock,
  );
  return { waits, heard, position, listen: () => position.watch((found) => void heard.push(found)) };
}

test('points are due at their time, else after an interval; speed follows from the way', () => {
  const stops = planRoute([here, there, { ...away, atMs: 60_000 }, { ...away, speed: 3 }], { intervalMs: 10_000 });
  expect(stops.map(({ dueMs }) => dueMs)).toEqual([0, 10_000, 60_000, 70_000]);
  const [first, second, third, last] = stops.map(({ position }) => position.speed);
  expect(first).toBeUndefined();
  expect(second).toBeCloseTo(111.2, 0);
  expect(third).toBeCloseTo(19.3, 0);
  expect(last).toBe(3);
});

const wrong: readonly [what: string, route: Parameters<typeof planRoute>, says: RegExp][] = [
  ['without points', [[]], /1 to 10000 points/],
  ['beyond the pole', [[here, { latitude: 91, longitude: 0 }]], /point 1 .* no latitude/],
  ['of no numbers', [[{ latitude: Number.NaN, longitude: 0 }]], /point 0 .* no latitude/],
  ['back in time', [[here, { ...there, atMs: 20 }, { ...away, atMs: 10 }]], /point 2 .* before/],
  ['with a negative interval', [[here], { intervalMs: -1 }], /intervalMs/],
];
for (const [what, route, says] of wrong) {
  test(`a route ${what} is none, and moves nothing`, async () => {
    const { position } = openStage();
    await expect(position.play(...route)).rejects.toThrow(says);
    expect(await position.current()).toBe('unavailable');
  });
}

test('a route is heard point by point and ends where it ends', async () => {
  const { waits, heard, position, listen } = openStage();
  listen();
  expect(await position.play([here, there, { ...away, atMs: 5_000 }])).toBe(true);
  expect(waits).toEqual([1_000, 4_000]);
  expect(heard).toMatchObject(['unavailable', here, there, away]);
  expect(await position.current()).toMatchObject(away);
  await position.set(undefined);
  expect(await position.current()).toBe('unavailable');
});

test('the next point waits until the one before was taken', async () => {
  const { position, heard, waits } = openStage();
  let take = (): void => undefined;
  position.watch((found) => {
    heard.push(found);
    return new Promise((taken) => {
      take = taken;
    });
  });
  const arrived = position.play([here, there], { intervalMs: 0 });
  await expect.poll(() => heard.length).toBe(2);
  expect(heard.at(-1)).toMatchObject(here);
  take();
  await expect.poll(() => heard.length).toBe(3);
  take();
  expect(await arrived).toBe(true);
  expect(waits).toEqual([]);
});

test('another position or another route ends a route', async () => {
  const { position, heard, listen } = openStage();
  const stop = listen();
  position.watch(async (found) => {
    if (found === here) await position.set(away);
  });
  expect(await position.play([here, there])).toBe(true);
  const first = position.play([here, there], { intervalMs: 0 });
  const second = position.play([away], { intervalMs: 0 });
  expect(await Promise.all([first, second])).toEqual([false, true]);
  stop();
  const before = heard.length;
  const third = position.play([here, there], { intervalMs: 0 });
  await position.set(away);
  expect(await third).toBe(false);
  expect(heard).toHaveLength(before);
  expect(await position.current()).toBe(away);
});
