import { expect, test } from '@playwright/test';
import { createChannel } from './channel.ts';

test('what comes before the first listener is kept for it, in order', () => {
  const channel = createChannel<number>();
  channel.push(1);
  channel.push(2);
  const first: number[] = [];
  const second: number[] = [];
  channel.listen((value) => first.push(value));
  const undo = channel.listen((value) => second.push(value));
  channel.push(3);
  undo();
  channel.push(4);
  expect([first, second]).toEqual([[1, 2, 3, 4], [3]]);
});
