import { expect, test } from '@playwright/test';
import { capabilities } from '@terrarium/runtime';
import { readPhone } from '../../services/accounts/phones.ts';
import { addressSchema } from '../../services/accounts/profiles.ts';
import { localUser as made } from '../../services/local-user.ts';
import { localUser as told } from './local-user.ts';

test('the shell tells the local user that the services make', () => {
  const { full } = readPhone(made.country, made.phone);
  expect(told.shown.replaceAll(' ', '')).toBe(full);
  expect(told.hidden).toBe(`${full.slice(0, 5)}****${full.slice(-4)}`);
  expect(told.password).toBe(made.password);
});

test('the services keep of an address what a program is handed', () => {
  expect(Object.keys(addressSchema.entries)).toEqual(Object.keys(capabilities.chooseAddress.result.entries));
});
