import { expect, test } from '@playwright/test';
import { webGlLimits } from '../../protocol/webgl.ts';
import { answerOf } from './answers.ts';
import { GlObjects } from './objects.ts';

const texture = () => ({ [Symbol.toStringTag]: 'WebGLTexture' });

test('an object is found by its number and its kind, until it is forgotten', () => {
  const objects = new GlObjects();
  const one = texture();
  objects.add('T', 5, one);
  expect([objects.find('T', 5), objects.find('B', 5), objects.find('T', 6), objects.find('T', Number.NaN)]).toEqual([
    one,
    undefined,
    undefined,
    undefined,
  ]);
  expect(answerOf(one, objects)).toBe('[-2,[5,"T"]]');
  objects.forget(5);
  expect(objects.find('T', 5)).toBeUndefined();
  // The browser still tells of it: it has a number again.
  expect(answerOf([one], objects)).toBe('[-3,[[-1,"T"]]]');
  expect(objects.find('T', -1)).toBe(one);
});

test('there are so many, also of those the browser tells of', () => {
  const objects = new GlObjects();
  for (let id = 1; id <= webGlLimits.objects; id += 1) objects.add('T', id, texture());
  expect(objects.full).toBe(true);
  expect(answerOf(texture(), objects)).toBe('[-1,{}]');
  objects.forget(1);
  expect(answerOf(texture(), objects)).toBe('[-2,[-1,"T"]]');
});

test('answers are values, lists of numbers by their view, and what tells of a variable', () => {
  const objects = new GlObjects();
  const cases: readonly (readonly [value: unknown, text: string])[] = [
    [5, '[-1,5]'],
    [undefined, '[-1,null]'],
    [[true, false], '[-1,[true,false]]'],
    [Float32Array.of(0.5, 1), '[7,[0.5,1]]'],
    [Int32Array.of(3), '[6,[3]]'],
    [{ name: 'place', size: 1, type: 35664, other: 'no' }, '[-1,{"name":"place","size":1,"type":35664}]'],
  ];
  for (const [value, text] of cases) expect(answerOf(value, objects)).toBe(text);
});
