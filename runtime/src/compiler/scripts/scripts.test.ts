import { FlattenMap, originalPositionFor } from '@jridgewell/trace-mapping';
import { expect, test } from '@playwright/test';
import type { Build } from '../build.ts';
import { createCompiler } from '../index.ts';
import { buildFiles, createProject, linesOf, removeProjects, smallest, textOf } from '../testing/temporary-project.ts';

test.afterEach(removeProjects);

type Factory = (require: (specifier: string) => unknown, module: { exports: unknown }, exports: unknown) => void;

/** Runs a logic file with a stand-in for the guest's loader; `require` takes module names only. */
function load(logic: string): { names: string[]; run(name: string): unknown } {
  const factories = new Map<string, Factory>();
  const define = (name: string, factory: Factory) => factories.set(name, factory);
  const ignore = () => undefined;
  new Function('defineModule', 'defineWxs', 'defineTemplate', 'App', 'Page', logic)(define, define, ignore);
  const loaded = new Map<string, { exports: unknown }>();
  const run = (name: string): unknown => {
    const known = loaded.get(name);
    if (known !== undefined) return known.exports;
    const module = { exports: {} };
    loaded.set(name, module);
    factories.get(name)?.((specifier) => run(specifier.replace(/^\.?\//, '')), module, module.exports);
    return module.exports;
  };
  return { names: [...factories.keys()], run };
}

/** Position in the author's files of the first `needle` in the logic file. */
function originalOf(build: Build, needle: string): string {
  const lines = textOf(build, 'main.logic.js').split('\n');
  const line = lines.findIndex((text) => text.includes(needle));
  const map = new FlattenMap(textOf(build, 'main.logic.js.map'));
  const found = originalPositionFor(map, { line: line + 1, column: lines[line]?.indexOf(needle) ?? 0 });
  return `${found.source}:${found.line}:${found.column}`;
}

test('modules come by name: scripts, TypeScript, JSON, npm and what they require', async () => {
  const built = await buildFiles({
    ...smallest,
    'app.js': 'exports.all = [require("./a.js"), require("b"), require("./data.json"), require("tool")]',
    'a.ts': 'type T = number; export const a: T = 1;',
    'b/index.js': 'exports.b = 2',
    'data.json': '{"__proto__": {"x": 1}, /* c */ "list": [1,],}',
    'node_modules/tool/package.json': '{"main": "./dist/main"}',
    'node_modules/tool/dist/main.js': 'exports.tool = 3',
    'never-required.js': 'syntax error here',
  });
  expect(linesOf([...built.problems, ...built.warnings])).toEqual([]);
  const { names, run } = load(textOf(built, 'main.logic.js'));
  expect(names).toEqual([
    'a.js',
    'app.js',
    'b/index.js',
    'data.json',
    'miniprogram_npm/tool/dist/main.js',
    'miniprogram_npm/tool/index.js',
    'pages/index/index.js',
  ]);
  expect(run('a.js')).toMatchObject({ a: 1 });
  expect(run('miniprogram_npm/tool/index.js')).toEqual({ tool: 3 });
  expect(Object.keys(Object(run('data.json')))).toEqual(['__proto__', 'list']);
});

test('CommonJS stays sloppy and untouched; ES modules become CommonJS', async () => {
  const sloppy = '#!/usr/bin/env node\nimplicit = 010; with ({ x: 1 }) { exports.x = x } // end';
  const built = await buildFiles({
    ...smallest,
    'app.js': sloppy,
    'pages/index/index.js':
      'import late, { one } from "./esm"; export * from "./esm"; module.exports.mixed = late() + one; import("./esm")',
    'pages/index/esm.js': 'export const one = 1; export default () => 2',
  });
  const logic = textOf(built, 'main.logic.js');
  expect(logic).toContain(sloppy.replace('#!', '//'));
  expect(logic).not.toContain('use strict');
  expect(logic).not.toMatch(/\bimport\(|^export /m);
  const { run } = load(logic.replaceAll('"./esm"', '"pages/index/esm.js"'));
  expect(run('app.js')).toEqual({ x: 1 });
  expect(run('pages/index/index.js')).toMatchObject({ mixed: 3, one: 1 });
  Reflect.deleteProperty(globalThis, 'implicit');
});

const wrong: readonly (readonly [what: string, path: string, text: string, problem: string, line: string])[] = [
  ['a syntax error', 'app.js', 'var a\nvar b = ;', 'app.js:2:9 COMPILE Unexpected ";"', 'var b = ;'],
  [
    'a syntax error behind Chinese',
    'app.js',
    "var 名 = '字'; var = 1",
    'app.js:1:18 COMPILE Expected identifier but found "="',
    "var 名 = '字'; var = 1",
  ],
  ['a syntax error in TypeScript', 'app.ts', 'let a: = 1', 'app.ts:1:8 COMPILE Unexpected "="', 'let a: = 1'],
  [
    'braces that would leave the module',
    'app.js',
    '}); Page({}); (function () {',
    'app.js:1:1 COMPILE Unexpected "}"',
    '}); Page({}); (function () {',
  ],
  [
    'the same without a trace',
    'app.js',
    '}, Page({}), function (a, b, c) {',
    'app.js:1:1 COMPILE Unexpected "}"',
    '}, Page({}), function (a, b, c) {',
  ],
  [
    'a name that modules already have',
    'app.js',
    '\n  const exports = {}',
    "app.js:2:9 COMPILE Identifier 'exports' has already been declared",
    '  const exports = {}',
  ],
  [
    'nesting beyond all measure',
    'app.js',
    '['.repeat(20_000) + ']'.repeat(20_000),
    'app.js:1:1 COMPILE The code is nested too deep',
    '['.repeat(400),
  ],
];
for (const [what, path, text, problem, sourceLine] of wrong) {
  test(`${what} is a problem with its position`, async () => {
    const { 'app.js': _, ...files } = smallest;
    const built = await buildFiles({ ...files, [path]: text });
    expect(built.ok).toBe(false);
    expect(linesOf(built.problems)).toEqual([problem]);
    expect(built.problems[0]?.sourceLine).toBe(sourceLine);
  });
}

test('missing and dynamic requires are warnings, other people’s require is not', async () => {
  const built = await buildFiles({
    ...smallest,
    'app.js': [
      'require("./gone"); require(name); require(dark ? "./a" : `./b`);',
      '(function (require) { require("inner"); require(1 + 1) })(1);',
      'require.async("../outside")',
    ].join('\n'),
    'a.js': '',
    'b.js': '',
  });
  expect(built.ok).toBe(true);
  expect(linesOf(built.warnings)).toEqual([
    'app.js:1:1 MODULE there is no module "./gone"; require of it throws',
    'app.js:1:20 MODULE require of a name that is only known at run time finds nothing but files that are also required literally',
    'app.js:3:1 MODULE there is no module "../outside"; require of it throws',
  ]);
  expect(load(textOf(built, 'main.logic.js')).names).toEqual(['a.js', 'app.js', 'b.js', 'pages/index/index.js']);
});

test('every place in the logic file leads back to the author’s file', async () => {
  const built = await buildFiles({
    ...smallest,
    'app.js': 'App({\n  onLaunch: function () { first() }\n})',
    'pages/index/index.ts': 'interface A { b: number }\nexport const x = 1\nPage({ onLoad(): void { second() } })',
    'pages/index/index.js': '',
    'pages/index/index.wxml':
      '<view>{{m.f()}}</view>\n<wxs module="m">var a = 1\nvar f = third\nmodule.exports = { f: f }</wxs>',
    'project.config.json': '{"setting": {"useCompilerPlugins": ["typescript"]}}',
  });
  expect(linesOf(built.problems)).toEqual([]);
  expect(originalOf(built, 'first()')).toBe('app.js:2:26');
  expect(originalOf(built, 'second()')).toBe('pages/index/index.ts:3:24');
  expect(originalOf(built, 'third')).toBe('pages/index/index.wxml:3:8');
  expect(textOf(built, 'main.logic.js.map')).toContain(JSON.stringify('interface A { b: number }').slice(1, -1));
});

test('a package for release has no source map and may be minified', async () => {
  const project = await createProject({ ...smallest, 'app.js': 'var long = 1;\n\nApp({ value: long + 1 })' });
  const built = await createCompiler(project.folder, { development: false, minify: true }).build();
  expect([...built.files.keys()]).not.toContain('main.logic.js.map');
  expect(built.manifest?.parts[0]?.logicMap).toBeUndefined();
  expect(textOf(built, 'main.logic.js')).toContain('var a=1;App({value:a+1});');
});

test('WXS follows its own requires and reports what is wrong in them', async () => {
  const built = await buildFiles({
    ...smallest,
    'pages/index/index.wxml':
      '<wxs src="../../tools/a.wxs" module="a"/>\n<wxs module="b">var n = require("../../tools/b"); module.exports = n</wxs>\n<view>{{a.x}}{{b.y}}</view>',
    'tools/a.wxs': 'var gone = require("./gone.wxs");\nmodule.exports = require("./b.wxs")',
    'tools/b.wxs': 'module.exports = { y: ; }',
  });
  expect(linesOf(built.problems)).toEqual(['tools/b.wxs:1:23 COMPILE WXS: Unexpected token']);
  expect(linesOf(built.warnings)).toEqual([
    'tools/a.wxs:1:12 MODULE there is no WXS module "./gone.wxs"; require of it throws',
  ]);
});

test('in WXS a constructor is the name of a type', async () => {
  const built = await buildFiles({
    ...smallest,
    'pages/index/index.wxml': '<wxs module="m" src="./m.wxs"/>{{m.list}}',
    'pages/index/m.wxs':
      "var names = [[], {}, 1, 'a', true].map(function (v) { return v.constructor }); module.exports = { names: names, list: [].constructor === 'Array' }",
  });
  const { run } = load(textOf(built, 'main.logic.js'));
  expect(run('pages/index/m.wxs')).toEqual({ names: ['Array', 'Object', 'Number', 'String', 'Boolean'], list: true });
});

test('in WXS a backslash that means nothing to JavaScript is part of the text', async () => {
  const built = await buildFiles({
    ...smallest,
    'pages/index/index.wxml': '<wxs module="m" src="./m.wxs"/>{{m.digits}}',
    'pages/index/m.wxs': String.raw`// it's '\d' here
      module.exports = { digits: '^-?\d+(\.\d+)?$', twice: "\\d \"\q\"", line: 'a\n\'b', words: /\w'/.source }`,
  });
  const { run } = load(textOf(built, 'main.logic.js'));
  expect(run('pages/index/m.wxs')).toEqual({
    digits: String.raw`^-?\d+(\.\d+)?$`,
    twice: String.raw`\d "\q"`,
    line: "a\n'b",
    words: String.raw`\w'`,
  });
});

test('a regular expression that no engine accepts throws where it is evaluated, and not before', async () => {
  const built = await buildFiles({
    ...smallest,
    'pages/index/index.js': "Page({}); require('./old.js'); require('./new.js')",
    'pages/index/old.js':
      'var a = function () { return /x{1,2}+/gi };\nmodule.exports = function () { try { a() } catch (e) { return e.name } }',
    'pages/index/new.js': 'export const find = (text) => /[b-a]/.test(text);',
    'pages/index/flag.js': 'var a = /x/gg',
  });
  expect(linesOf(built.problems)).toEqual([]);
  expect(linesOf(built.warnings)).toEqual([
    'pages/index/new.js:1:31 COMPILE Invalid regular expression: /[b-a]/: Range out of order in character class. Evaluating it throws',
    'pages/index/old.js:1:30 COMPILE Invalid regular expression: /x{1,2}+/: Nothing to repeat. Evaluating it throws',
  ]);
  const throwing = load(textOf(built, 'main.logic.js')).run('pages/index/old.js');
  expect(typeof throwing === 'function' && throwing()).toBe('SyntaxError');
});

test('members of wx that nobody answers are warned of where a file first names them', async () => {
  const built = await buildFiles({
    ...smallest,
    'app.js':
      'require("./own"); require("./typed");\nconst first = wx.getHCEState;\nwx.showToast({}); wx.unheardOf;\n' +
      'function a() { wx.getHCEState("x"); wx.addCard({}) }',
    // A `wx` of its own, of which nothing is known.
    'own.js': 'module.exports = function (wx) { wx.getHCEState() }',
    'typed.ts': 'export const name: string = "x";\n\nwx.addCard({ x: name });',
  });
  expect(linesOf(built.warnings)).toEqual([
    "app.js:2:15 UNSUPPORTED_API getHCEState is not supported yet: wx.canIUse('getHCEState') says false.",
    "app.js:4:37 UNSUPPORTED_API addCard is not supported yet: wx.canIUse('addCard') says false.",
    "typed.ts:3:1 UNSUPPORTED_API addCard is not supported yet: wx.canIUse('addCard') says false.",
  ]);
});
