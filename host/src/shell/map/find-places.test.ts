import { expect, test } from '@playwright/test';
import type { KeptAddress } from '../account/addresses.ts';
import { findAddresses, readCoordinates, writeCoordinates } from './find-places.ts';

const read: readonly [text: string, found: [number, number] | undefined][] = [
  ['30.25, 120.16', [30.25, 120.16]],
  [' -33.9 , 151 ', [-33.9, 151]],
  ['30.25，120.16', [30.25, 120.16]],
  ['30 120', [30, 120]],
  ['30.25', undefined],
  ['91, 0', undefined],
  ['0, 181', undefined],
  ['1e1, 0', undefined],
  ['Lake Road 1, 2', undefined],
  ['', undefined],
];
for (const [text, found] of read) {
  test(`"${text}" as coordinates`, () => {
    expect(readCoordinates(text)).toEqual(found && { latitude: found[0], longitude: found[1] });
  });
}

test('coordinates are written so that they can be read', () => {
  expect(writeCoordinates({ latitude: 30.123456789, longitude: -0.2 })).toBe('30.12346, -0.2');
});

test('an address is found by any of its words', () => {
  const blank = { postalCode: '', detailInfoNew: '', nationalCode: '', countyName: '', streetName: '' };
  const ann: KeptAddress = {
    ...{ ...blank, id: '1', isDefault: true, userName: 'Ann', telNumber: '1' },
    ...{ provinceName: 'Zhejiang', cityName: 'Hangzhou', detailInfo: '1 Lake Road' },
  };
  const bob: KeptAddress = { ...ann, id: '2', userName: 'Bob', detailInfo: '2 Hill Road' };
  const ids = (search: string) => findAddresses([ann, bob], search).map(({ id }) => id);
  expect(ids('road')).toEqual(['1', '2']);
  expect(ids('hang LAKE')).toEqual(['1']);
  expect(ids('bob lake')).toEqual([]);
  expect(ids('  ')).toEqual([]);
});
