import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { problemOf } from '../protocol/index.ts';
import { checkMessage } from './message-check.ts';

const verdict = (text: string, messageBytes: number, messageDepth: number): string => {
  try {
    checkMessage(text, { messageBytes, messageDepth });
    return 'fine';
  } catch (error) {
    return problemOf(error).code;
  }
};

test('size is counted as UTF-8', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.nat(120), (text, limit) => {
      const isFine = Buffer.byteLength(text) <= limit;
      expect(verdict(text, limit, 1_000)).toBe(isFine ? 'fine' : 'LIMIT_MESSAGE');
    }),
  );
});

test('depth is that of the parsed value', () => {
  const depthOf = (value: unknown): number =>
    typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0;
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 8 }), fc.nat(8), (value, limit) => {
      const isFine = depthOf(value) <= limit;
      expect(verdict(JSON.stringify(value), 1e6, limit)).toBe(isFine ? 'fine' : 'LIMIT_MESSAGE');
    }),
  );
});

test('brackets and quotes inside strings do not count, unfinished text ends', () => {
  expect(verdict(JSON.stringify(['[[[[', '\\', '"[[[[', '\\"[[[[']), 1_000, 1)).toBe('fine');
  expect(verdict('["[[[[[[\\', 1_000, 1)).toBe('fine');
  expect(verdict('[[', 1_000, 1)).toBe('LIMIT_MESSAGE');
});

test('the message says how large it was and what to do', () => {
  expect(() => checkMessage('xxxxxxxxxx', { messageBytes: 4, messageDepth: 4 })).toThrow(
    'a message of 10 bytes is above the limit of 4: send less data at once',
  );
});
