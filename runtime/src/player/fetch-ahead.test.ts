import { expect, test } from '@playwright/test';
import type { OpenedPackage } from '../package/index.ts';
import { fetchAhead } from './fetch-ahead.ts';
import { fakePackage } from './testing/fake-package.ts';
import { openFakeProgram } from './testing/open-fake-program.ts';

const style = (name: string, usingComponents = {}) => ({ usingComponents, style: `${name}.css` });
const part = (root: string) => ({ root, logic: `${root}logic.js`, skeletons: `${root}skeletons.json` });

/** A package that never answers: only what it is asked for counts. */
function silentPackage(): { readonly opened: OpenedPackage; readonly asked: Set<string> } {
  const asked = new Set<string>();
  const never = <Value>(path: string): Promise<Value> => {
    asked.add(path);
    return new Promise(() => undefined);
  };
  const fake = fakePackage();
  return {
    asked,
    opened: {
      ...fake,
      manifest: {
        ...fake.manifest,
        appStyle: 'app.css',
        components: {
          'pages/c': style('c', { row: 'row' }),
          row: style('row', { cell: 'cell' }),
          cell: style('cell'),
          'pages/d': style('d'),
        },
        parts: [{ ...part(''), logicMap: 'logic.js.map' }, part('sub/'), { ...part('alone/'), independent: true }],
      },
      partOf: (route) => ['sub/', 'alone/'].find((root) => route.startsWith(root)) ?? '',
      read: never,
      readText: never,
    },
  };
}

for (const [route, expected] of [
  ['pages/c', ['app.css', 'c.css', 'cell.css', 'logic.js', 'logic.js.map', 'row.css', 'skeletons.json']],
  ['sub/e', ['app.css', 'logic.js', 'logic.js.map', 'skeletons.json', 'sub/logic.js', 'sub/skeletons.json']],
  ['alone/f', ['alone/logic.js', 'alone/skeletons.json', 'app.css']],
] as const) {
  test(`what showing ${route} takes is asked for at once`, () => {
    const { opened, asked } = silentPackage();
    fetchAhead(opened, route);
    expect([...asked].sort()).toEqual(expected);
  });
}

test('it is asked for before the sandbox has booted', async () => {
  const { opened, asked } = silentPackage();
  const failed = openFakeProgram({
    package: opened,
    async sandbox() {
      expect(asked.has('logic.js')).toBe(true);
      throw new Error('no sandbox');
    },
  });
  await expect(failed).rejects.toThrow('no sandbox');
});
