import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Build } from '../build.ts';
import {
  buildFiles,
  createProject,
  type Files,
  linesOf,
  removeProjects,
  smallest,
  textOf,
} from '../testing/temporary-project.ts';

test.afterEach(removeProjects);

const component = (path: string): Files => ({ [`${path}.json`]: '{"component": true}', [`${path}.wxml`]: '<view/>' });
const modulesOf = (build: Build, part = ''): string[] =>
  [...textOf(build, `${part}main.logic.js`).matchAll(/^defineModule\("([^"]+)"/gm)].map((match) => match[1] ?? '');
const findings = (build: Build): string[] => linesOf([...build.problems, ...build.warnings]);

test('a package brings its dependencies: beside it, and its own inside it', async () => {
  const build = await buildFiles({
    ...smallest,
    'pages/index/index.js': 'require("a"); require("b"); Page({})',
    'node_modules/a/package.json': '{"main": "lib/a.cjs"}',
    'node_modules/a/lib/a.cjs': 'require("b"); require("./part.mjs"); require("shared/sub")',
    'node_modules/a/lib/part.mjs': 'export default 1',
    'node_modules/a/node_modules/b/package.json': '{"main": "own"}',
    'node_modules/a/node_modules/b/own/index.js': '',
    'node_modules/b/package.json': '{"module": "es/b.js"}',
    'node_modules/b/es/b.js': 'export const b = 1',
    'node_modules/shared/package.json': '{}',
    'node_modules/shared/sub.js': '',
  });
  expect(findings(build)).toEqual([]);
  expect(modulesOf(build)).toEqual([
    'app.js',
    'miniprogram_npm/a/index.js',
    'miniprogram_npm/a/lib/a.cjs.js',
    'miniprogram_npm/a/lib/part.mjs.js',
    'miniprogram_npm/a/miniprogram_npm/b/index.js',
    'miniprogram_npm/a/miniprogram_npm/b/own/index.js',
    'miniprogram_npm/b/es/b.js',
    'miniprogram_npm/b/index.js',
    'miniprogram_npm/shared/sub.js',
    'pages/index/index.js',
  ]);
});

test('a package made for mini-programs: components by name, their styles, pictures and dependencies', async () => {
  const build = await buildFiles({
    ...smallest,
    'app.wxss': '@import "@vant/weapp/common/index.wxss";',
    'app.js': 'require("@vant/weapp"); App({})',
    'pages/index/index.json':
      '{"usingComponents": {"van-button": "@vant/weapp/button/index", "van-cell": "@vant/weapp/cell"}}',
    'node_modules/@vant/weapp/package.json': '{"miniprogram": "dist", "main": "dist/entry.js"}',
    'node_modules/@vant/weapp/dist/entry.js': 'require("helper")',
    'node_modules/@vant/weapp/dist/common/index.wxss': '.van { a: b }',
    ...component('node_modules/@vant/weapp/dist/button/index'),
    'node_modules/@vant/weapp/dist/button/index.json':
      '{"component": true, "usingComponents": {"van-icon": "../icon/index"}}',
    'node_modules/@vant/weapp/dist/button/index.wxss': '@import "../common/index.wxss"; .b { c: d }',
    ...component('node_modules/@vant/weapp/dist/icon/index'),
    ...component('node_modules/@vant/weapp/dist/cell/index'),
    'node_modules/@vant/weapp/dist/icon/icon.png': 'picture',
    'node_modules/@vant/weapp/node_modules/helper/package.json': '{"miniprogram": "mp"}',
    'node_modules/@vant/weapp/node_modules/helper/mp/index.js': '',
    'node_modules/@vant/weapp/node_modules/helper/mp/helper.png': 'picture',
  });
  expect(findings(build)).toEqual([]);
  expect(build.manifest?.components['pages/index/index']?.usingComponents).toEqual({
    'van-button': 'miniprogram_npm/@vant/weapp/button/index',
    'van-cell': 'miniprogram_npm/@vant/weapp/cell/index',
  });
  expect(modulesOf(build)).toContain('miniprogram_npm/@vant/weapp/miniprogram_npm/helper/index.js');
  expect(textOf(build, 'styles/app.css')).toBe('.van{a:b}');
  expect([...build.files.keys()].filter((path) => path.endsWith('.png'))).toEqual([
    'miniprogram_npm/@vant/weapp/icon/icon.png',
    'miniprogram_npm/@vant/weapp/miniprogram_npm/helper/helper.png',
  ]);
});

test('packNpmRelationList says whose packages appear where', async () => {
  const relations = [
    { packageJsonPath: './tools/package.json', miniprogramNpmDistDir: './mp/' },
    { packageJsonPath: 'shop/package.json', miniprogramNpmDistDir: 'mp/shop' },
    { packageJsonPath: './package.json', miniprogramNpmDistDir: './elsewhere' },
  ];
  const files = {
    ...Object.fromEntries(Object.entries(smallest).map(([path, text]) => [`mp/${path}`, text])),
    'mp/app.json': '{"pages": ["pages/index/index"], "subPackages": [{"root": "shop", "pages": ["cart"]}]}',
    'mp/app.js': 'require("kit")',
    'mp/shop/cart.wxml': '',
    'mp/shop/cart.js': 'require("till"); require("kit")',
    'tools/node_modules/kit/package.json': '{"version": "1"}',
    'tools/node_modules/kit/index.js': '',
    'shop/node_modules/till/package.json': '{}',
    'shop/node_modules/till/index.js': '',
  };
  const config = (manually: boolean) => ({
    'project.config.json': JSON.stringify({
      miniprogramRoot: 'mp/',
      setting: { packNpmManually: manually, packNpmRelationList: relations },
    }),
  });
  const build = await buildFiles({ ...files, ...config(true) });
  expect(modulesOf(build)).toEqual(['app.js', 'miniprogram_npm/kit/index.js', 'pages/index/index.js']);
  expect(modulesOf(build, 'shop/')).toEqual(['shop/cart.js', 'shop/miniprogram_npm/till/index.js']);
  expect(findings(build)).toEqual([
    'project.config.json:1:232 CONFIG an entry of "packNpmRelationList" needs "packageJsonPath" and a "miniprogramNpmDistDir" inside the mini-program\'s folder; it is left out',
  ]);
  const automatic = await buildFiles({ ...files, ...config(false) });
  expect(findings(automatic)).toHaveLength(3);
});

test('a subpackage with a package.json of its own has packages of its own', async () => {
  const build = await buildFiles({
    ...smallest,
    'app.json': '{"pages": ["pages/index/index"], "subPackages": [{"root": "shop", "pages": ["cart"]}]}',
    'shop/cart.wxml': '',
    'shop/cart.js': 'require("till")',
    'shop/node_modules/till/package.json': '{}',
    'shop/node_modules/till/index.js': '',
  });
  expect(findings(build)).toEqual([]);
  expect(modulesOf(build, 'shop/')).toEqual(['shop/cart.js', 'shop/miniprogram_npm/till/index.js']);
});

test('links in node_modules: dependencies lie beside the place linked to, and one package is one module', async () => {
  const project = await createProject({
    ...smallest,
    'app.js': 'require("a"); require("shared")',
    'node_modules/.store/a/node_modules/a/package.json': '{}',
    'node_modules/.store/a/node_modules/a/index.js': 'require("hidden"); require("shared")',
    'node_modules/.store/a/node_modules/hidden/package.json': '{}',
    'node_modules/.store/a/node_modules/hidden/index.js': '',
    'node_modules/.store/shared/node_modules/shared/package.json': '{}',
    'node_modules/.store/shared/node_modules/shared/index.js': '',
  });
  const store = join(project.folder, 'node_modules/.store');
  await symlink(join(store, 'a/node_modules/a'), join(project.folder, 'node_modules/a'));
  await symlink(join(store, 'shared/node_modules/shared'), join(project.folder, 'node_modules/shared'));
  await symlink(join(store, 'shared/node_modules/shared'), join(store, 'a/node_modules/shared'));
  const build = await project.build();
  expect(findings(build)).toEqual([]);
  expect(modulesOf(build)).toEqual([
    'app.js',
    'miniprogram_npm/a/index.js',
    'miniprogram_npm/a/miniprogram_npm/hidden/index.js',
    'miniprogram_npm/shared/index.js',
    'pages/index/index.js',
  ]);
});

test('what is not installed is said with the command to run', async () => {
  const build = await buildFiles({
    ...smallest,
    'package.json': '{"dependencies": {"listed": "1"}}',
    'app.js': 'require("listed"); require("unknown/part"); require("there/gone"); require("path"); require("./gone")',
    'node_modules/there/package.json': '{}',
    'pages/index/index.json': '{"usingComponents": {"van-button": "@vant/weapp/button/index"}}',
  });
  expect(findings(build)).toEqual([
    'app.js:1:1 MODULE there is no module "listed"; require of it throws: package.json lists the npm package listed, but it is not installed: run npm install',
    'app.js:1:20 MODULE there is no module "unknown/part"; require of it throws: the npm package unknown is not installed: run npm install unknown',
    'app.js:1:45 MODULE there is no module "there/gone"; require of it throws: the npm package there is installed, but has no such file',
    'app.js:1:68 MODULE there is no module "path"; require of it throws: it is part of Node.js, which mini-programs do not have',
    'app.js:1:85 MODULE there is no module "./gone"; require of it throws',
    'pages/index/index.json:1:36 CONFIG "van-button" uses @vant/weapp/button/index, which does not exist; the npm package @vant/weapp is not installed: run npm install @vant/weapp',
  ]);
});
