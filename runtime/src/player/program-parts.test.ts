import { expect, test } from '@playwright/test';
import { createProgramParts } from './program-parts.ts';
import { createStackMap } from './stack-map.ts';
import { fakePackage } from './testing/fake-package.ts';

function createParts(missing: string[] = []) {
  const opened = fakePackage(missing);
  const fetched: string[] = [];
  const loaded: string[] = [];
  const failures: string[] = [];
  const manifest = { ...opened.manifest, preload: { 'tab/a': ['sub'] } };
  const part: typeof opened.part = (root) => {
    fetched.push(root);
    return opened.part(root);
  };
  const parts = createProgramParts({
    package: { ...opened, manifest, part },
    stackMap: createStackMap(),
    load: async (file) => void loaded.push(file),
    failed: ({ message }) => void failures.push(message),
  });
  return { parts, fetched, loaded, failures };
}

test('a preloaded part is fetched and does not run; a loaded one is not fetched again', async () => {
  const { parts, fetched, loaded } = createParts();
  await parts.preload('pages/c');
  expect(fetched).toEqual([]);
  await parts.preload('tab/a');
  expect(fetched).toEqual(['sub']);
  expect(loaded).toEqual([]);
  await parts.ensure('sub/pages/e');
  expect(loaded).toEqual(['main.logic.js', 'sub/main.logic.js']);
  fetched.length = 0;
  await parts.preload('tab/a');
  expect(fetched).toEqual([]);
});

test('a part that failed may be asked for again, and only asking for it is news', async () => {
  const missing = ['sub'];
  const { parts, failures } = createParts(missing);
  await parts.preload('tab/a');
  expect(failures).toEqual([]);
  const reason = 'The subpackage sub could not be loaded: sub: not in this package';
  await expect(parts.ensure('sub/pages/e')).rejects.toThrow(reason);
  expect(failures).toEqual([reason]);
  expect(parts.isLoaded('sub')).toBe(false);
  missing.length = 0;
  await parts.ensure('sub/pages/e');
  expect(parts.isLoaded('sub')).toBe(true);
});
