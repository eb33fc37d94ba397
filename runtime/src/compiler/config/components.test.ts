import { expect, test } from '@playwright/test';
import { buildFiles, linesOf, removeProjects, smallest, textOf } from '../testing/temporary-project.ts';

test.afterEach(removeProjects);

/** A component made of nothing but what makes it one. */
const component = (path: string, config = '{"component": true}') => ({
  [`${path}.json`]: config,
  [`${path}.wxml`]: '<view/>',
});

test('components are found relative, absolute, as a folder and through npm', async () => {
  const built = await buildFiles({
    ...smallest,
    'pages/index/index.json': JSON.stringify({
      usingComponents: {
        near: './near',
        up: '../../up/up',
        top: '/top/top',
        folder: '/folder',
        'built-in-npm': 'ui/button/index',
        'modules-npm': '@scope/kit/cell',
        'without-dot': 'near',
      },
    }),
    ...component('pages/index/near'),
    ...component('up/up'),
    ...component('top/top'),
    ...component('folder/index'),
    ...component('miniprogram_npm/ui/button/index'),
    'node_modules/@scope/kit/package.json': '{"miniprogram": "lib"}',
    ...component('node_modules/@scope/kit/lib/cell'),
    'node_modules/@scope/kit/lib/cell.js': 'require("./deep"); Component({})',
    'node_modules/@scope/kit/lib/deep.js': '',
    'node_modules/@scope/kit/lib/cell.png': 'picture',
    'node_modules/@scope/other/package.json': '{}',
  });
  expect(linesOf([...built.problems, ...built.warnings])).toEqual([]);
  expect(built.manifest?.components['pages/index/index']?.usingComponents).toEqual({
    near: 'pages/index/near',
    up: 'up/up',
    top: 'top/top',
    folder: 'folder/index',
    'built-in-npm': 'miniprogram_npm/ui/button/index',
    'modules-npm': 'miniprogram_npm/@scope/kit/cell',
    'without-dot': 'pages/index/near',
  });
  expect(textOf(built, 'main.logic.js')).toContain('defineModule("miniprogram_npm/@scope/kit/deep.js"');
  expect(textOf(built, 'main.logic.js.map')).toContain('"node_modules/@scope/kit/lib/cell.js"');
  expect(built.files.has('miniprogram_npm/@scope/kit/cell.png')).toBe(true);
});

test('the closure is followed through circles, and the app lends its components to all', async () => {
  const built = await buildFiles({
    ...smallest,
    'app.json': '{"pages": ["pages/index/index"], "usingComponents": {"shared": "shared/shared"}}',
    ...component('shared/shared'),
    'pages/index/index.json': '{"usingComponents": {"a": "/a/a"}, "styleIsolation": "shared"}',
    ...component('a/a', '{"usingComponents": {"b": "../b/b", "shared": "/a/a"}}'),
    ...component('b/b', '{"usingComponents": {"a": "/a/a"}, "styleIsolation": "apply-shared"}'),
    ...component('unused/unused'),
  });
  const uses = Object.entries(built.manifest?.components ?? {}).map(([path, entry]) => [path, entry.usingComponents]);
  expect(uses).toEqual([
    ['a/a', { b: 'b/b', shared: 'a/a' }],
    ['b/b', { a: 'a/a', shared: 'shared/shared' }],
    ['pages/index/index', { a: 'a/a', shared: 'shared/shared' }],
    ['shared/shared', { shared: 'shared/shared' }],
  ]);
  expect(built.manifest?.components['b/b']?.styleIsolation).toBe('apply-shared');
  expect(built.manifest?.components['pages/index/index']?.styleIsolation).toBe('shared');
});

test('generic components start with their default', async () => {
  const built = await buildFiles({
    ...smallest,
    'pages/index/index.json': '{"usingComponents": {"list": "/list/list"}}',
    ...component('list/list', '{"componentGenerics": {"row": {"default": "/row/row"}, "head": true}}'),
    ...component('row/row'),
  });
  expect(built.manifest?.components['list/list']?.usingComponents).toEqual({ row: 'row/row' });
});

test('what cannot be found is a warning where it is named', async () => {
  const built = await buildFiles({
    ...smallest,
    'pages/index/index.json': '{"usingComponents": {\n"a": "/gone",\n"b": "gone-npm",\n"c": "plugin://x/y",\n"d": 1}}',
  });
  expect(built.ok).toBe(true);
  expect(linesOf(built.warnings)).toEqual([
    'pages/index/index.json:2:6 CONFIG "a" uses /gone, which does not exist; check the path',
    'pages/index/index.json:3:6 CONFIG "b" uses gone-npm, which does not exist; the npm package gone-npm is not installed: run npm install gone-npm',
    'pages/index/index.json:4:6 UNSUPPORTED_COMPONENT "c" comes from plugin://x/y, which no plugin at hand has',
    'pages/index/index.json:5:6 CONFIG "d" must name a component by a string; it is left out',
  ]);
});

test('a custom tab bar is a component of the program', async () => {
  const built = await buildFiles({
    ...smallest,
    'app.json': JSON.stringify({
      pages: ['pages/index/index', 'pages/b'],
      tabBar: { custom: true, list: [{ pagePath: 'pages/index/index' }, { pagePath: 'pages/b' }] },
    }),
    'pages/b.wxml': '',
    ...component('custom-tab-bar/index'),
  });
  expect(built.manifest?.tabBar?.custom).toBe(true);
  expect(built.manifest?.components['custom-tab-bar/index']?.template).toBe('custom-tab-bar/index.wxml');
});
