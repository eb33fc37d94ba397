import { expect, test } from '@playwright/test';
import { createFileCache } from './file-cache.ts';
import type { SourceFile } from './project/project-files.ts';

const file = (hash: string, path = 'a.js'): SourceFile => ({
  path,
  place: path,
  text: '',
  bytes: new Uint8Array(),
  hash,
});

test('a value is computed once per content and key, and forgotten when a build did not ask for it', () => {
  const computed: string[] = [];
  const cache = createFileCache<string>();
  const get = (hash: string, key?: string) =>
    cache.get(
      file(hash),
      () => {
        computed.push(`${hash} ${key}`);
        return hash;
      },
      key,
    );
  expect([get('1'), get('1'), get('1', 'other'), get('2'), get('2')]).toEqual(['1', '1', '1', '2', '2']);
  expect(computed).toEqual(['1 undefined', '1 other', '2 undefined']);
  cache.sweep();
  get('2');
  expect(computed).toHaveLength(3);
  cache.sweep();
  get('1', 'other');
  expect(computed.slice(3)).toEqual(['1 other']);
});
