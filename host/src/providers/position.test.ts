import { expect, test } from '@playwright/test';
import { browserPosition, type Geolocation } from './position.ts';

test('a browser that finds no position has 15 seconds, then there is none', async () => {
  const asked: number[] = [];
  const lost: Geolocation = {
    getCurrentPosition(_found, failed, { timeout }) {
      asked.push(timeout);
      // What a browser says when that time is over.
      failed({ code: 3 });
    },
    watchPosition: () => 1,
    clearWatch: () => undefined,
  };
  expect(await browserPosition(lost).current()).toBe('unavailable');
  expect(asked).toEqual([15_000]);
  expect(await browserPosition(undefined).current()).toBe('unavailable');
});
