import { expect, test } from '@playwright/test';
import { isInside } from './inside-addresses.ts';

const insideOnes = [
  '127.0.0.1',
  '10.1.2.3',
  '172.31.0.1',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '::1',
  '::',
  'fe80::1',
  'fd00::1',
  '::ffff:127.0.0.1',
  '::ffff:10.0.0.1',
];
const publicOnes = ['1.1.1.1', '172.32.0.1', '192.0.1.1', '2606:4700::1111', '::ffff:1.1.1.1'];

test('inside addresses are known in every form', () => {
  expect(insideOnes.filter((address) => !isInside(address))).toEqual([]);
  expect(publicOnes.filter(isInside)).toEqual([]);
});
