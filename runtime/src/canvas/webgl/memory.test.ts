import { expect, test } from '@playwright/test';
import { webGlLimits } from '../../protocol/webgl.ts';
import { bindingOf, claimOf } from './claims.ts';
import { GlMemory } from './memory.ts';

const [texture2d, cube, side, array] = [0x0de1, 0x8513, 0x8516, 0x8c1a];
const [rgba, byte, float, rgba32f] = [0x1908, 0x1401, 0x1406, 0x8814];
const third = 4 / 3;

for (const [title, native, values, bytes] of [
  ['a size', 'bufferData', [0x8892, 1_000, 0x88e4], 1_000],
  ['bytes', 'bufferData', [0x8892, new Float32Array(5), 0x88e4], 20],
  ['a texture of bytes', 'texImage2D', [texture2d, 0, rgba, 10, 20, 0, rgba, byte, null], 800],
  ['a texture of floats', 'texImage2D', [texture2d, 0, rgba, 10, 20, 0, rgba, float, null], 3_200],
  ['a format of floats', 'texImage2D', [texture2d, 0, rgba32f, 10, 20, 0, rgba, byte, null], 3_200],
  ['a picture', 'texImage2D', [side, 1, rgba, rgba, byte, { width: 4, height: 5 }], 80],
  ['a picture with a size', 'texImage2D', [texture2d, 0, rgba, 2, 2, 0, rgba, byte, { width: 4, height: 5 }], 16],
  ['layers', 'texImage3D', [array, 0, rgba, 2, 3, 4, 0, rgba, byte, null], 96],
  ['storage of a cube', 'texStorage2D', [cube, 3, rgba32f, 8, 8], 8 * 8 * 16 * 6 * third],
  ['several samples', 'renderbufferStorageMultisample', [0x8d41, 4, 0x8058, 10, 10], 1_600],
  ['absurd numbers', 'texImage2D', [texture2d, 0, rgba, Number.NaN, -5, 0, rgba, byte, null], 0],
] as const) {
  test(`what a call takes is counted: ${title}`, () => {
    expect(claimOf(native, values)?.bytes).toBe(bytes);
  });
}

test('what takes nothing has no claim, and targets are those of the version', () => {
  expect(claimOf('drawArrays', [4, 0, 3])).toBeUndefined();
  expect([bindingOf(side, 1), bindingOf(array, 1), bindingOf(array, 2), bindingOf(5, 2)]).toEqual([
    0x8514,
    undefined,
    0x8c1d,
    undefined,
  ]);
});

test('parts of an object replace each other, and nothing passes the limit', () => {
  const budget = { contexts: 0, used: 0 };
  const memory = new GlMemory(budget);
  const [one, other] = [{}, {}];
  expect([memory.claim(one, '0', 100), memory.claim(one, '1', 25), memory.claim(one, '0', 40)]).toEqual([
    true,
    true,
    true,
  ]);
  expect([memory.of(one), memory.of(other), budget.used]).toEqual([65, 0, 65]);
  expect(memory.claim(other, '0', webGlLimits.bytes)).toBe(false);
  expect(memory.claim(other, '0', webGlLimits.bytes - 65)).toBe(true);
  expect(memory.claim(one, '2', 1)).toBe(false);
  memory.deleted(other);
  memory.deleted(other);
  expect(budget.used).toBe(65);
});

test('what others hold on to counts until the context is gone', () => {
  const budget = { contexts: 0, used: 7 };
  const memory = new GlMemory(budget);
  const texture = {};
  memory.claim(texture, '0', 100);
  memory.attach(texture);
  memory.deleted(texture);
  expect(budget.used).toBe(107);
  memory.dispose();
  expect(budget.used).toBe(7);
});
