import { expect, test } from '@playwright/test';
import { createOutbox } from './outbox.ts';

const limits = { messageBytes: 100, messageDepth: 4, credits: 3 };

test('it is full at the last credit, and an acknowledgement makes room', () => {
  const posted: string[] = [];
  const outbox = createOutbox(limits, (text) => posted.push(text));
  for (const text of ['a', 'b']) outbox.send(text);
  expect(outbox.full).toBe(false);
  outbox.send('c');
  expect(outbox.full).toBe(true);
  outbox.acknowledge(1);
  expect(outbox.full).toBe(false);
  expect(posted).toEqual(['a', 'b', 'c']);
});

test('bytes under way count as well as messages', () => {
  const outbox = createOutbox(limits, () => undefined);
  outbox.startTurn();
  outbox.send('x'.repeat(60));
  outbox.startTurn();
  outbox.send('x'.repeat(60));
  expect(outbox.full).toBe(true);
  outbox.acknowledge(1);
  expect(outbox.full).toBe(false);
});

test('one turn cannot send more than the credits, nor more bytes than one message may have', () => {
  const outbox = createOutbox(limits, () => undefined);
  for (const text of ['a', 'b', 'c']) outbox.send(text);
  expect(() => outbox.send('d')).toThrow('one turn sent more than 3 messages or 100 bytes');
  outbox.acknowledge(3);
  outbox.startTurn();
  outbox.send('x'.repeat(60));
  expect(() => outbox.send('x'.repeat(60))).toThrow('one turn sent more than');
});

test('more acknowledged than sent changes nothing', () => {
  const outbox = createOutbox(limits, () => undefined);
  outbox.acknowledge(1_000);
  outbox.acknowledge(-5);
  for (const text of ['a', 'b', 'c']) outbox.send(text);
  expect(outbox.full).toBe(true);
});
