import { expect, test } from '@playwright/test';
import { createRateWindow } from './rate-window.ts';
import { createFakeClock } from './testing/fake-clock.ts';

const open = (limit: number) => {
  const clock = createFakeClock();
  const dropped: number[] = [];
  const rate = createRateWindow({ limit, now: clock.now, setTimer: clock.setTimer, onDropped: (n) => dropped.push(n) });
  const admitted = (times: number) => Array.from({ length: times }, () => rate.admit()).filter(Boolean).length;
  return { clock, dropped, rate, admitted };
};

test('so many a second pass, the rest are counted and told at its end', () => {
  const { clock, dropped, admitted } = open(3);
  expect(admitted(10)).toBe(3);
  expect(dropped).toEqual([]);
  clock.pass(1_000);
  expect(dropped).toEqual([7]);
  expect(admitted(5)).toBe(3);
  clock.pass(1_000);
  expect(dropped).toEqual([7, 2]);
});

test('nothing is told when nothing was held back', () => {
  const { clock, dropped, admitted } = open(3);
  expect(admitted(3)).toBe(3);
  clock.pass(5_000);
  expect(admitted(3)).toBe(3);
  expect(dropped).toEqual([]);
});

test('a disposed window tells nothing any more', () => {
  const { clock, dropped, rate, admitted } = open(1);
  admitted(5);
  rate.dispose();
  clock.pass(5_000);
  expect(dropped).toEqual([]);
});
