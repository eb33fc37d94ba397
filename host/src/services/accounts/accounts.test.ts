import { expect, test } from '@playwright/test';
import { accountsContract } from '../fixtures/accounts-contract.ts';
import { withLibsql } from '../fixtures/with-store.ts';
import { createLog } from '../log.ts';
import { createSecrets } from '../secrets/index.ts';
import { readPhone } from './phones.ts';

accountsContract('libsql', withLibsql);

const typed: readonly (readonly [country: string, typed: string, full: string | undefined])[] = [
  ['CN', '13800138000', '+8613800138000'],
  ['CN', '+86 138-0013-8000', '+8613800138000'],
  ['CN', '0086 13800138000', '+8613800138000'],
  ['DE', '0151 23456789', '+4915123456789'],
  ['US', '(415) 555-0100', '+14155550100'],
  ['CN', '12345678901', undefined],
  ['XX', '13800138000', undefined],
  ['CN', '', undefined],
];
for (const [country, text, full] of typed) {
  test(`the phone ${JSON.stringify(text)} of ${country} is ${full ?? 'refused'}`, () => {
    if (full === undefined) expect(() => readPhone(country, text)).toThrow();
    else expect(readPhone(country, text).full).toBe(full);
  });
}

test('a log line names what happened and nobody', () => {
  const lines: string[] = [];
  const log = createLog(
    (line) => lines.push(line),
    createSecrets('ab'.repeat(32)),
    () => 0,
  );
  const more = { phone: '+8613800138000', token: 'secret' };
  log({ event: 'request', user: 'user-1', route: '/me', status: 200, ...more });
  log({ event: 'request', user: 'user-1', route: '/me', status: 200 });
  expect(lines[0]).toBe(lines[1]);
  expect(JSON.parse(lines[0] ?? '')).toEqual({
    at: '1970-01-01T00:00:00.000Z',
    event: 'request',
    who: expect.stringMatching(/^[0-9a-f]{12}$/),
    route: '/me',
    status: 200,
  });
});
