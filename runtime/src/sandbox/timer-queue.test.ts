import { expect, test } from '@playwright/test';
import { createTimerQueue } from './timer-queue.ts';

test('due timers come in the order of their time, equal ones in the order of setting', () => {
  const timers = createTimerQueue(10);
  timers.set(1, 50, 1_000);
  timers.set(2, 10, 1_000);
  timers.set(3, 10, 1_000);
  expect(timers.nextMs).toBe(1_010);
  expect(timers.takeDue(1_009)).toBeUndefined();
  expect([timers.takeDue(1_060), timers.takeDue(1_060), timers.takeDue(1_060)]).toEqual([2, 3, 1]);
  expect(timers.nextMs).toBeUndefined();
});

test('a cancelled timer is gone, one set again counts once', () => {
  const timers = createTimerQueue(2);
  timers.set(1, 10, 0);
  timers.set(1, 20, 0);
  timers.set(2, 30, 0);
  timers.cancel(2);
  timers.cancel(99);
  expect([timers.nextMs, timers.takeDue(100), timers.takeDue(100)]).toEqual([20, 1, undefined]);
});

for (const [delay, due] of [
  [Number.NaN, 1],
  [-5, 1],
  [0, 1],
  [1.9, 1],
  [Number.POSITIVE_INFINITY, 1],
  [2 ** 31 - 1, 2 ** 31 - 1],
  [2 ** 31, 1],
  [2 ** 32 + 500, 500],
] as const) {
  test(`a delay of ${delay} is one of ${due} ms, as in browsers`, () => {
    const timers = createTimerQueue(1);
    timers.set(1, delay, 0);
    expect(timers.nextMs).toBe(due);
  });
}

test('timers that set one another wait at least 4 ms from the sixth on', () => {
  const timers = createTimerQueue(1);
  const waits: number[] = [];
  let now = 0;
  for (let id = 1; id <= 8; id += 1) {
    timers.set(id, 0, now);
    const due = timers.nextMs ?? 0;
    waits.push(due - now);
    now = due;
    timers.takeDue(now);
  }
  expect(waits).toEqual([1, 1, 1, 1, 1, 4, 4, 4]);
  timers.leave();
  timers.set(9, 0, now);
  expect(timers.nextMs).toBe(now + 1);
});

test('above the cap a timer is refused, and those set before stay', () => {
  const timers = createTimerQueue(2);
  timers.set(1, 1, 0);
  timers.set(2, 2, 0);
  expect(() => timers.set(3, 3, 0)).toThrow('more than 2 timers are waiting');
  expect([timers.takeDue(9), timers.takeDue(9), timers.takeDue(9)]).toEqual([1, 2, undefined]);
});
