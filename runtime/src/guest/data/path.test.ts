import { expect, test } from '@playwright/test';
import { parseDataPath } from './path.ts';

const read: [key: string, path: (string | number)[]][] = [
  ['a', ['a']],
  ['a.b.c', ['a', 'b', 'c']],
  ['list[3].done', ['list', 3, 'done']],
  ['a.b[0].c', ['a', 'b', 0, 'c']],
  ['grid[1][2]', ['grid', 1, 2]],
  ['[0].a', [0, 'a']],
  ['a[ 7 ]', ['a', 7]],
  ['a\\.b', ['a.b']],
  ['a\\[0\\]', ['a[0]']],
  ['a\\\\.b', ['a\\', 'b']],
  ['a\\b', ['a\\b']],
  ['a.[1]', ['a', 1]],
  ['a..b', ['a', 'b']],
  ['中文.x-y z', ['中文', 'x-y z']],
  ['', ['']],
  ['0', ['0']],
];
for (const [key, path] of read) {
  test(`path ${JSON.stringify(key)}`, () => expect(parseDataPath(key)).toEqual(path));
}

const refused: string[] = ['a[', 'a[x]', 'a[-1]', 'a[]', 'a[1.5]', 'a[1', '[]'];
for (const key of refused) {
  test(`refuses ${JSON.stringify(key)}`, () => expect(() => parseDataPath(key)).toThrow(`"${key}"`));
}
