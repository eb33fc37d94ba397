import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { inRoot } from './root.ts';

test('every fault of docs/faults.md names tests that are there', () => {
  const rows = readFileSync(inRoot('docs/faults.md'), 'utf8').split('\n');
  const named = rows.flatMap((row) => {
    const cells = row.split(' | ');
    const held = cells.at(-1) ?? '';
    if (!row.startsWith('| ') || held.startsWith('Held by')) return [];
    const tests: { readonly file: string; readonly title: string }[] = [];
    let file = '';
    for (const [, path, title] of held.matchAll(/`([\w./-]+\.ts)`|“([^”]+)”/g)) {
      if (path !== undefined) file = path;
      else if (title !== undefined) tests.push({ file, title });
    }
    expect(tests, `a test for: ${cells[0]}`).not.toEqual([]);
    return tests;
  });
  expect(named.length).toBeGreaterThan(80);
  const missing = named.filter(
    ({ file, title }) => !existsSync(inRoot(file)) || !readFileSync(inRoot(file), 'utf8').includes(title),
  );
  expect(missing).toEqual([]);
});
