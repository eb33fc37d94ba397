import { expect, test } from '@playwright/test';
import { byteViews } from '../protocol/webgl.ts';
import { CommandReader } from './command-reader.ts';

const bytes = Uint8Array.of(0, 1, 2, 3, 4, 5, 6, 7);
const read = (entry: unknown) => new CommandReader([entry], bytes);

test('bytes beside the list are copied, and looked at as the guest says', () => {
  expect([...read([0, 2, 3]).bytes(0)]).toEqual([2, 3, 4]);
  const sixteen = byteViews.indexOf(Uint16Array);
  // At an odd place, and with a byte too many.
  expect(read([sixteen, 1, 5]).view(0)).toEqual(new Uint16Array(Uint8Array.of(1, 2, 3, 4).buffer));
  expect(read(null).view(0)).toBe(null);
  const copy = read([0, 0, 8]).bytes(0);
  copy.fill(9);
  expect(bytes[0]).toBe(0);
});

for (const entry of [
  [0, 0, 9],
  [0, 8, 1],
  [0, -1, 4],
  [0, 0, -1],
  [0, null, 4],
  [0, 0, 1e300],
  [0],
  [99, 0, 4],
  [-1, 0, 4],
  [0.5, 0, 4],
  ['__proto__', 0, 4],
  'text',
  {},
  undefined,
]) {
  test(`what names other bytes is refused: ${JSON.stringify(entry)}`, () => {
    expect(() => read(entry).view(0)).toThrow(/^canvas: /);
  });
}

test('a list that came without bytes has none', () => {
  expect(() => new CommandReader([[0, 0, 1]]).bytes(0)).toThrow('no such bytes');
});
