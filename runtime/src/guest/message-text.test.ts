import { expect, test } from '@playwright/test';
import { readMessage, writeMessage } from './message-text.ts';

test('plain data comes out as JSON would give it, and nothing is shared', () => {
  const given = { a: [1, 'é', null, { b: true }], f: () => 1, u: undefined };
  const got = readMessage(writeMessage(given));
  expect(got).toEqual({ a: [1, 'é', null, { b: true }] });
  for (const one of [undefined, null, 0, '', 'j']) expect(readMessage(writeMessage(one))).toEqual(one ?? null);
});

test('bytes arrive as what they were', () => {
  const whole = new Uint8Array([0, 1, 127, 128, 255, 34, 92, 10]);
  const floats = new Float64Array([1.5, -2]);
  const got = readMessage(
    writeMessage({ buffer: whole.buffer, view: whole.subarray(2, 4), floats, many: new Uint8Array(20_000).fill(7) }),
  );
  expect(got).toEqual({
    buffer: whole.buffer,
    view: new Uint8Array([127, 128]),
    floats,
    many: new Uint8Array(20_000).fill(7),
  });
});

test('what JSON cannot hold throws, and a forged mark is data', () => {
  const cycle: unknown[] = [];
  cycle.push(cycle);
  expect(() => writeMessage(cycle)).toThrow(TypeError);
  const forged = { '\u0001bytes': ['constructor', 'ab'], other: new Uint8Array(1) };
  expect(readMessage(writeMessage(forged))).toEqual(forged);
});
