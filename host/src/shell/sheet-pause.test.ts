import { expect, test } from '@playwright/test';
import { createSheetPause } from './sheet-pause.ts';

test('three sheets closed in a row give the person five seconds without one', () => {
  let at = 1_000;
  const pause = createSheetPause(() => at);
  for (const wait of [0, 2_000]) {
    at += wait;
    pause.closed('pushy');
    expect(pause.holds('pushy')).toBe(false);
  }
  pause.closed('pushy');
  expect(pause.holds('pushy')).toBe(true);
  expect(pause.holds('calm')).toBe(false);
  at += 5_000;
  expect(pause.holds('pushy')).toBe(false);
  pause.closed('pushy');
  expect(pause.holds('pushy')).toBe(false);
});

test('closing one now and then is nobody’s fault', () => {
  let at = 1_000;
  const pause = createSheetPause(() => at);
  for (let time = 0; time < 5; time += 1) {
    pause.closed('shop');
    at += 6_000;
    expect(pause.holds('shop')).toBe(false);
  }
});
