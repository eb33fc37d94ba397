import { expect, test } from '@playwright/test';
import * as protocol from '@terrarium/runtime/protocol';
import {
  blameOf,
  guestErrorCodes,
  hostErrorCodes,
  isErrorCode,
  problemOf,
  TerrariumError,
  userErrorCodes,
} from './errors.ts';

test('every code has exactly one blame', () => {
  const codes = [...guestErrorCodes, ...userErrorCodes, ...hostErrorCodes];
  expect(new Set(codes).size).toBe(codes.length);
  expect(guestErrorCodes.map(blameOf)).toEqual(guestErrorCodes.map(() => 'guest'));
  expect(userErrorCodes.map(blameOf)).toEqual(userErrorCodes.map(() => 'user'));
  expect(hostErrorCodes.map(blameOf)).toEqual(hostErrorCodes.map(() => 'host'));
  expect(isErrorCode('toString')).toBe(false);
});

test('a foreign exception becomes INTERNAL and loses its stack', () => {
  const problem = problemOf(new Error('boom'));
  expect(problem).toEqual({ code: 'INTERNAL', message: 'boom' });
  expect(JSON.stringify(problemOf(new TerrariumError('COMPILE', 'no', { cause: new Error('x') })))).not.toContain(
    'at ',
  );
});

test('the workspace resolves to its source', () => {
  expect(protocol.isAppId('wx12')).toBe(true);
  expect(protocol.isAppId('../wx')).toBe(false);
});
