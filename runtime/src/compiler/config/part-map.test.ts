import { expect, test } from '@playwright/test';
import { buildFiles, type Files, linesOf, removeProjects, smallest, textOf } from '../testing/temporary-project.ts';

test.afterEach(removeProjects);

const component = (path: string): Files => ({ [`${path}.json`]: '{"component": true}', [`${path}.wxml`]: '<view/>' });
const parts: Files = {
  ...smallest,
  'app.json': JSON.stringify({
    pages: ['pages/index/index'],
    subpackages: [
      { root: 'shop/', name: 'the-shop', pages: ['cart'] },
      { root: '/alone', independent: true, pages: ['a'] },
    ],
    usingComponents: { 'my-bar': '/bar/bar' },
    preloadRule: {
      'pages/index/index': { network: 'wifi', packages: ['the-shop', 'alone', 'gone'] },
      'alone/a': { packages: ['__APP__'] },
      'no/page': { packages: [] },
    },
  }),
  ...component('bar/bar'),
  ...component('shop/card'),
  'shop/cart.wxml': '',
  'shop/util.js': '',
  'alone/a.wxml': '',
};

test('parts with their roots, preload rules and what is wrong with those', async () => {
  const { manifest, problems, warnings } = await buildFiles(parts);
  expect(linesOf(problems)).toEqual([]);
  expect(linesOf(warnings).map((line) => line.replace(/^[^ ]+ /, ''))).toEqual([
    'CONFIG "preloadRule" names the subpackage "gone", which does not exist',
    'CONFIG "preloadRule" names "no/page", which is not in "pages"',
  ]);
  expect(manifest?.preload).toEqual({ 'pages/index/index': ['shop', 'alone'], 'alone/a': [''] });
  expect(manifest?.parts.map(({ root, independent }) => [root, independent])).toEqual([
    ['', undefined],
    ['shop', undefined],
    ['alone', true],
  ]);
  // The app's components lie in the main package, which an independent part runs without.
  expect(manifest?.components['shop/cart']?.usingComponents).toEqual({ 'my-bar': 'bar/bar' });
  expect(manifest?.components['alone/a']?.usingComponents).toEqual({});
});

test('placeholders travel with the component, and what lies in another part without one is a warning', async () => {
  const { manifest, warnings } = await buildFiles({
    ...parts,
    'app.json': '{"pages": ["pages/index/index"], "subpackages": [{"root": "shop", "pages": ["cart"]}]}',
    'pages/index/index.json': `{"usingComponents": {
  "late": "/shop/card",
  "later": "../../shop/card",
  "bare": "/shop/card",
  "skeleton": "/bar/bar"
}, "componentPlaceholder": {
  "late": "view",
  "later": "skeleton",
  "other": "gone"
}}`,
    'shop/cart.json': '{"usingComponents": {"near": "card", "main": "/bar/bar"}}',
  });
  expect(manifest?.components['pages/index/index']?.placeholders).toEqual({ late: 'view', later: 'skeleton' });
  expect(linesOf(warnings)).toEqual([
    'pages/index/index.json:4:11 CONFIG "bare" lies in the subpackage shop, which may not be loaded when the main package runs: name a "componentPlaceholder" for it',
    'pages/index/index.json:9:12 CONFIG "componentPlaceholder" of "other" names "gone", which is no component here',
  ]);
});

test('a module of another part is required later or not at all', async () => {
  const build = await buildFiles({
    ...parts,
    'app.json': JSON.stringify({
      pages: ['pages/index/index'],
      subpackages: [
        { root: 'shop', pages: ['cart'] },
        { root: 'alone', independent: true, pages: ['a'] },
      ],
    }),
    'pages/index/index.js':
      'require.async("../../shop/util"); require("/shop/util", () => {});\nrequire("../../shop/util")',
    'shop/cart.js': 'require("../main-util"); requireAsync("/alone/b")',
    'main-util.js': '',
    'alone/a.js': 'require("./b");\n  require("../main-util")',
    'alone/b.js': 'const requireAsync = (x) => x; requireAsync("nothing")',
  });
  expect(linesOf(build.warnings)).toEqual([
    'alone/a.js:2:3 MODULE main-util.js lies in the main package, which may not be loaded when the independent subpackage alone runs: use require.async',
    'pages/index/index.js:2:1 MODULE shop/util.js lies in the subpackage shop, which may not be loaded when the main package runs: use require.async',
  ]);
  const own = 'function (require, module, exports) { var requireAsync = require.async;';
  expect(textOf(build, 'shop/main.logic.js')).toContain(`defineModule("shop/cart.js", ${own}`);
  expect(textOf(build, 'alone/main.logic.js')).not.toContain(own);
});
