import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { ProgramUnderTest } from '@terrarium/devtools/testing';
import { inRoot } from './root.ts';

test('docs/testing.md names everything a test can do with a program, and nothing else', () => {
  const rows = readFileSync(inRoot('docs/testing.md'), 'utf8')
    .split('\n')
    .filter((row) => row.startsWith('| `'));
  const told = rows.flatMap((row) => [...(row.split(' | ')[0] ?? '').matchAll(/`(\w+)/g)].map(([, name]) => name));
  const members = Object.getOwnPropertyNames(ProgramUnderTest.prototype);
  const fields = ['appId', 'inspector', 'shell', 'location'];
  const own = [...members.filter((name) => name !== 'constructor'), ...fields];
  expect(told.toSorted()).toEqual(own.toSorted());
});
