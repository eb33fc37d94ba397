import { readdir, readFile, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { memorySource, openPackage } from '../package/index.ts';
import { folderSource } from '../package/node-source.ts';
import { createCompiler, writePackage } from './index.ts';
import { buildFiles, createProject, linesOf, removeProjects, smallest, textOf } from './testing/temporary-project.ts';

test.afterEach(removeProjects);

/** Everything at once: subpackage, component, npm, TypeScript, WXS, styles, pictures. */
const whole: Readonly<Record<string, string>> = {
  'app.json':
    '{"pages": ["pages/index/index"], "subPackages": [{"root": "shop", "pages": ["cart/cart"]}], "usingComponents": {"my-card": "/components/card/card"}}',
  'app.js': 'const util = require("./util"); App({ util })',
  'app.wxss': '@import "theme.wxss"; page { padding: 10rpx }',
  'theme.wxss': '.dark { color: black; background: url(images/dot.png) }',
  'util.ts': 'export const add = (a: number, b: number): number => a + b;',
  'images/dot.png': 'not really a picture',
  'pages/index/index.wxml':
    '<wxs module="m" src="m.wxs"/><my-card wx:for="{{list}}" wx:key="id">{{m.f(item)}}</my-card>',
  'pages/index/index.js': 'import { add } from "../../util"; Page({ data: { list: [add(1, 2)] } })',
  'pages/index/index.json': '{"navigationBarTitleText": "Home"}',
  'pages/index/index.wxss': 'view { width: 1rpx }',
  'pages/index/m.wxs': 'module.exports = { f: function (x) { return x } }',
  'components/card/card.json': '{"component": true}',
  'components/card/card.wxml': '<view class="card"><slot/></view>',
  'components/card/card.wxss': ':host { display: block } .card { margin: 1rpx }',
  'components/card/card.js': 'Component({})',
  'shop/cart/cart.wxml': '<view>cart</view>',
  'shop/cart/cart.js': 'require("../lib"); Page({})',
  'shop/cart/cart.wxss': '.cart { color: red }',
  'shop/lib.js': 'exports.lib = 1',
  'README.md': '# not part of the package',
};

test('a whole program becomes a package that opens', async () => {
  const built = await buildFiles(whole);
  expect(linesOf(built.problems)).toEqual([]);
  expect([...built.files.keys()].sort()).toEqual([
    'images/dot.png',
    'main.logic.js',
    'main.logic.js.map',
    'main.skeletons.json',
    'manifest.json',
    'shop/main.logic.js',
    'shop/main.logic.js.map',
    'shop/main.skeletons.json',
    'shop/styles/cart/cart.css',
    'styles/app.css',
    'styles/components/card/card.css',
    'styles/pages/index/index.css',
  ]);
  const opened = await openPackage(memorySource(built.files), { digest: built.digest });
  expect(opened.manifest).toEqual(built.manifest);
  expect(opened.manifest.pages).toEqual(['pages/index/index', 'shop/cart/cart']);
  expect(opened.manifest.components['components/card/card']).toEqual({
    usingComponents: { 'my-card': 'components/card/card' },
    style: 'styles/components/card/card.css',
    prefix: 'c1',
    template: 'components/card/card.wxml',
    script: 'components/card/card.js',
  });
  expect(opened.manifest.components['pages/index/index']?.window).toEqual({ navigationBarTitleText: 'Home' });
  expect(opened.partOf('shop/cart/cart')).toBe('shop');
  expect(await opened.readText('styles/components/card/card.css')).toContain('.c1-host{');
  const shop = await opened.part('shop');
  expect(shop.logic).toContain('defineModule("shop/lib.js"');
  const main = await opened.part('');
  expect(main.logic).toContain('defineModule("util.js"');
  expect(main.logic).toContain('defineWxs("pages/index/m.wxs"');
  expect(main.logic).not.toContain('shop/');
  expect(shop.skeletons.first).toBe(main.skeletons.skeletons.length);
});

test('two builds of the same files give the same bytes, wherever the folder is', async () => {
  const one = await createProject(whole);
  const two = await createProject(Object.fromEntries(Object.entries(whole).reverse()));
  const [first, second] = [await one.build(), await two.build()];
  expect(second.digest).toBe(first.digest);
  expect(second.files).toEqual(first.files);
  expect(textOf(first, 'main.logic.js.map')).not.toContain(one.folder);
});

test('a changed byte anywhere is found and its file is named', async () => {
  const built = await buildFiles(whole);
  const names = [...built.files.keys()].filter((name) => (built.files.get(name)?.byteLength ?? 0) > 0);
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...names),
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      async (name, at, change) => {
        const bytes = Uint8Array.from(built.files.get(name) ?? []);
        const offset = at % bytes.byteLength;
        bytes[offset] = (bytes[offset] ?? 0) ^ change;
        const source = memorySource(new Map([...built.files, [name, bytes]]));
        const reading = openPackage(source, { digest: built.digest }).then((opened) =>
          Promise.all(opened.manifest.files.map((file) => opened.read(file.path))),
        );
        await expect(reading).rejects.toMatchObject({ code: 'PACKAGE', message: expect.stringContaining(`${name}: `) });
      },
    ),
    { numRuns: 200 },
  );
});

test('an incremental build equals a clean one after any edits', async () => {
  test.setTimeout(60_000);
  const project = await createProject();
  const compiler = createCompiler(project.folder);
  const contents: Readonly<Record<string, readonly string[]>> = {
    'app.json': [whole['app.json'] ?? '', smallest['app.json'] ?? '', '{"pages": [', '{"pages": ["shop/cart/cart"]}'],
    'app.wxss': ['@import "theme.wxss";', '.a { width: 2rpx }', '@import "app.wxss"; broken'],
    'theme.wxss': ['.t { background: url(images/dot.png) }', '.u{}'],
    'util.ts': ['export const add = 1', 'export const add = ', 'let x: string; exports.x = x'],
    'util.js': ['exports.add = 2'],
    'images/dot.png': ['1', '2', '22'],
    'pages/index/index.wxml': [
      whole['pages/index/index.wxml'] ?? '',
      '<view/>',
      '<import src="/t.wxml"/><template is="t"/>',
    ],
    't.wxml': ['<template name="t"><my-card/></template>', '<template name="t">x</template>'],
    'pages/index/index.js': ['Page({})', 'require("../../util"); Page({})', 'require("./gone")', 'Page({'],
    'pages/index/m.wxs': ['module.exports = 1', 'var ', 'require("./n.wxs")'],
    'pages/index/n.wxs': ['exports.n = 1'],
    'components/card/card.json': ['{}', '{"usingComponents": {"self": "./card"}}', '{'],
    'components/card/card.wxss': ['.a{}', 'view .b { color: red }'],
    'project.config.json': ['{"appid": "WX12"}', '{}'],
  };
  const edit = fc
    .constantFrom(...Object.keys(contents))
    .chain((path) =>
      fc.record({ path: fc.constant(path), content: fc.option(fc.constantFrom(...(contents[path] ?? []))) }),
    );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(edit, { minLength: 1, maxLength: 3 }), { maxLength: 4 }), async (rounds) => {
      await project.write(whole);
      for (const edits of [[], ...rounds]) {
        for (const { path, content } of edits) {
          if (content === null) await project.remove(path);
          else await project.write({ [path]: content });
        }
        expect(await compiler.build()).toEqual(await project.build());
      }
    }),
    { numRuns: 25 },
  );
});

test('a change is seen although size and time stamp stay the same', async () => {
  const project = await createProject({ ...smallest, 'app.js': 'App({ a: 1 })' });
  const compiler = createCompiler(project.folder);
  await compiler.build();
  const path = join(project.folder, 'app.js');
  const { atime, mtime } = await stat(path);
  await project.write({ 'app.js': 'App({ a: 2 })' });
  await utimes(path, atime, mtime);
  expect(textOf(await compiler.build(), 'main.logic.js')).toContain('App({ a: 2 })');
});

test('an unchanged file stays the same object through builds', async () => {
  const project = await createProject({ ...smallest, 'dot.png': 'dot' });
  const compiler = createCompiler(project.folder);
  const first = await compiler.build();
  await project.write({ 'app.js': 'App({ changed: true })' });
  const second = await compiler.build();
  expect(second.digest).not.toBe(first.digest);
  expect(second.files.get('dot.png')).toBe(first.files.get('dot.png'));
});

test('builds asked for at the same time follow each other', async () => {
  const project = await createProject(smallest);
  const compiler = createCompiler(project.folder);
  const [one, two] = await Promise.all([compiler.build(), compiler.build()]);
  expect(two).toEqual(one);
});

test('a package is written whole, replaces the old one and never anything else', async () => {
  const project = await createProject(whole);
  const out = join(project.folder, '.terrarium', 'package');
  await writePackage(await project.build(), out);
  await project.write({ 'images/dot.png': 'changed' });
  await writePackage(await project.build(), out);
  const opened = await openPackage(folderSource(out));
  expect(await opened.readText('images/dot.png')).toBe('changed');
  expect(await readdir(join(project.folder, '.terrarium'))).toEqual(['package']);

  const refusal = writePackage(await project.build(), join(project.folder, 'pages'));
  await expect(refusal).rejects.toMatchObject({ code: 'PACKAGE', message: expect.stringContaining('is no package') });
  expect(await readFile(join(project.folder, 'pages/index/index.js'), 'utf8')).toBe(whole['pages/index/index.js']);
});

test('a build names every file it read', async () => {
  const project = await createProject({ ...smallest, 'app.wxss': '@import "a.wxss";', 'a.wxss': '', 'dot.png': '' });
  const { inputs } = await project.build();
  const names = inputs.map((path) => path.slice(project.folder.length + 1));
  const pages = ['pages/index/index.js', 'pages/index/index.wxml'];
  expect(names).toEqual(['a.wxss', 'app.js', 'app.json', 'app.wxss', 'dot.png', ...pages]);
});
