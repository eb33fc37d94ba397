import { expect, test } from '@playwright/test';
import { moduleCandidates, resolveFrom } from './module-paths.ts';
import { createModules, type ModuleFactory, type Require } from './modules.ts';
import { createWxsWorld } from './wxs-world.ts';

function modulesOf(files: Record<string, ModuleFactory>): ReturnType<typeof createModules> {
  const modules = createModules();
  for (const [file, factory] of Object.entries(files)) modules.define(file, factory);
  return modules;
}

const exporting =
  (value: unknown): ModuleFactory =>
  (_require, module) => {
    module.exports = value;
  };
/** A module that exports what `run` makes of its `require`. */
const using =
  (run: (require: Require) => unknown): ModuleFactory =>
  (require, module) => {
    module.exports = run(require);
  };

const found: [specifier: string, file: string][] = [
  ['./b', 'pages/a/b.js'],
  ['./b.js', 'pages/a/b.js'],
  ['./b.ts', 'pages/a/b.js'],
  ['b', 'pages/a/b.js'],
  ['../c', 'pages/c.js'],
  ['/lib/d', 'lib/d.js'],
  ['/beside', 'pages/a/beside.js'],
  ['../../lib/d', 'lib/d.js'],
  ['./folder', 'pages/a/folder/index.js'],
  ['./data.json', 'pages/a/data.json'],
  ['./data', 'pages/a/data.json'],
  ['dayjs', 'miniprogram_npm/dayjs/index.js'],
  ['near', 'pages/miniprogram_npm/near/index.js'],
  ['@scope/pkg/lib/x', 'miniprogram_npm/@scope/pkg/lib/x.js'],
];
for (const [specifier, file] of found) {
  test(`require(${JSON.stringify(specifier)}) finds ${file}`, () => {
    const modules = modulesOf({
      'pages/a/a.js': using((require) => require(specifier)),
      [file]: exporting('here'),
    });
    expect(modules.run('pages/a/a.js')).toBe('here');
  });
}

test('a module runs once, and a cycle meets what is there so far', () => {
  let runs = 0;
  const modules = modulesOf({
    'a.js': (require, _module, exports) => {
      runs += 1;
      Object.assign(Object(exports), { early: 1 });
      Object.assign(Object(exports), { fromB: require('./b') });
    },
    'b.js': using((require) => ({ early: Object(require('./a')).early, late: Object(require('./a')).fromB })),
  });
  expect(modules.run('a.js')).toEqual({ early: 1, fromB: { early: 1, late: undefined } });
  modules.run('a.js');
  expect(runs).toBe(1);
});

test('a module that failed runs again', () => {
  let runs = 0;
  const modules = modulesOf({
    'a.js': (_require, module) => {
      runs += 1;
      if (runs === 1) throw new Error('first');
      module.exports = runs;
    },
  });
  expect(() => modules.run('a.js')).toThrow('first');
  expect(modules.run('a.js')).toBe(2);
});

test('what is missing is named, with who asked and what there is', () => {
  const modules = modulesOf({ 'pages/a/a.js': using((require) => require('./utl')), 'pages/a/util.js': exporting(1) });
  expect(() => modules.run('pages/a/a.js')).toThrow(
    "module './utl' is not defined, required by pages/a/a.js: no pages/a/utl.js, no pages/a/utl/index.js, no pages/a/utl.json in the loaded parts of the package. There is pages/a/util.js",
  );
});

const refused: unknown[] = ['../../../x', 'constructor', '__proto__', 'node:fs', undefined, {}, ''];
for (const specifier of refused) {
  test(`require(${JSON.stringify(specifier)}) is refused`, () => {
    const modules = modulesOf({ 'pages/a/a.js': using((require) => require(specifier)) });
    expect(() => modules.run('pages/a/a.js')).toThrow(/not defined|needs the path/);
  });
}

test('require.async gives a promise, and callbacks answer later', async () => {
  const modules = modulesOf({
    'a.js': using((require) => [require.async('./b'), require.async('./none')]),
    'b.js': exporting('b'),
    'c.js': using((require) => new Promise((done) => require('./b', done))),
  });
  const [there, missing] = Object(modules.run('a.js'));
  expect(await there).toBe('b');
  await expect(missing).rejects.toThrow('required by a.js');
  expect(await modules.run('c.js')).toBe('b');
});

test('paths cannot leave the package', () => {
  expect(resolveFrom('a/b', '../../..')).toBe(undefined);
  expect(resolveFrom('a/b', '/../x')).toBe(undefined);
  expect(moduleCandidates('a/b.js', '../../x')).toEqual([]);
});

test('WXS requires WXS, by relative path', () => {
  const wxs = createWxsWorld();
  wxs.define('w/a.wxs', (require, module) => {
    module.exports = { b: require('./b.wxs'), again: require('./b') };
  });
  wxs.define('w/b.wxs', (_require, module) => {
    module.exports = 'b';
  });
  expect(wxs.require('w/a.wxs')).toEqual({ b: 'b', again: 'b' });
  expect(() => wxs.require('none.wxs')).toThrow('none.wxs is not in the package');
});
