import { expect, test } from '@playwright/test';
import { createFakeClock } from './testing/fake-clock.ts';
import { createWatchdog } from './watchdog.ts';

const open = () => {
  const clock = createFakeClock();
  const pings: number[] = [];
  const silences: number[] = [];
  let allowedMs = 2_000;
  const watchdog = createWatchdog({
    timers: {
      set: (callback, delayMs) => clock.setTimer(callback, delayMs),
      clear: (undo) => {
        if (typeof undo === 'function') undo();
      },
    },
    ping: (id) => pings.push(id),
    silentMs: () => allowedMs,
    onSilent: (ms) => silences.push(ms),
  });
  watchdog.start();
  const allow = (ms: number) => {
    allowedMs = ms;
  };
  return { clock, pings, silences, watchdog, allow };
};

test('it asks every second after an answer', () => {
  const { clock, pings, silences, watchdog } = open();
  for (let at = 1; at <= 3; at += 1) {
    watchdog.answered(at);
    clock.pass(1_000);
  }
  expect([pings, silences]).toEqual([[1, 2, 3, 4], []]);
});

test('no answer in time is told once', () => {
  const { clock, pings, silences } = open();
  clock.pass(2_000);
  expect(silences).toEqual([]);
  clock.pass(10_000);
  expect([pings, silences]).toEqual([[1], [2_000]]);
});

test('an answer to an older question does not count', () => {
  const { clock, silences, watchdog } = open();
  watchdog.answered(1);
  clock.pass(1_000);
  watchdog.answered(1);
  clock.pass(2_050);
  expect(silences).toEqual([2_000]);
});

test('an answer that was only waiting to be read, after a stall on this side, counts', () => {
  const { clock, silences, watchdog } = open();
  clock.pass(2_000);
  watchdog.answered(1);
  clock.pass(1_500);
  expect(silences).toEqual([]);
});

test('a load that has begun while it waits gives more time', () => {
  const { clock, silences, allow } = open();
  clock.pass(500);
  allow(7_000);
  clock.pass(6_500);
  expect(silences).toEqual([]);
  clock.pass(50);
  expect(silences).toEqual([7_000]);
});

test('disposed, it neither asks nor tells', () => {
  const { clock, pings, silences, watchdog } = open();
  watchdog.dispose();
  watchdog.answered(1);
  clock.pass(60_000);
  expect([pings, silences]).toEqual([[1], []]);
});
