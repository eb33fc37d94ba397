import { expect, test } from '@playwright/test';
import { createDiagnostics } from '../diagnostics.ts';
import { createProjectFiles } from '../project/project-files.ts';
import {
  buildFiles,
  createProject,
  type Files,
  linesOf,
  removeProjects,
  smallest,
  textOf,
} from '../testing/temporary-project.ts';
import { lendExtendedLibs } from './extended-libs.ts';
import { parseJson } from './json-document.ts';

test.afterEach(removeProjects);

const program: Files = {
  ...smallest,
  'app.json': '{"pages": ["pages/index/index"], "useExtendedLib": {"weui": true, "kbone": false}}',
  'app.wxss': '@import "weui-miniprogram/weui-wxss/dist/style/weui.wxss";',
  'pages/index/index.json': '{"usingComponents": {"mp-cell": "weui-miniprogram/cell/cell"}}',
  'pages/index/index.wxml': '<mp-cell title="a"/>',
};

test('weui comes with the host: components, styles, and no path of this machine', async () => {
  const build = await buildFiles(program);
  expect(linesOf(build.problems)).toEqual([]);
  expect(linesOf(build.warnings).filter((line) => line.startsWith('app.') || line.startsWith('pages/'))).toEqual([]);
  expect(build.manifest?.components['pages/index/index']?.usingComponents).toEqual({
    'mp-cell': 'miniprogram_npm/weui-miniprogram/cell/cell',
  });
  expect(textOf(build, 'main.logic.js')).toContain('defineModule("miniprogram_npm/weui-miniprogram/cell/cell.js"');
  expect(textOf(build, 'styles/app.css')).toContain('.weui-');
  expect(textOf(build, 'main.logic.js.map')).toContain('"sources":["miniprogram_npm/weui-miniprogram/cell/cell.js"]');
});

test('the sheet of weui comes with it, before the program’s own and once', async () => {
  const { 'app.wxss': _own, ...plain } = program;
  const imported = await buildFiles(program);
  const library = textOf(imported, 'styles/app.css');
  expect(textOf(await buildFiles(plain), 'styles/app.css')).toBe(library);
  const build = await buildFiles({ ...program, 'app.wxss': `.weui-cell{a:b} ${program['app.wxss']} .weui-btn{c:d}` });
  expect(textOf(build, 'styles/app.css')).toBe(`${library}.weui-cell{a:b}.weui-btn{c:d}`);
  expect(build.manifest?.appStyle).toBe('styles/app.css');
});

test('what the project installed itself goes before what the host lends', async () => {
  const build = await buildFiles({
    ...program,
    'app.wxss': '',
    'node_modules/weui-miniprogram/package.json': '{"miniprogram": "mine"}',
    'node_modules/weui-miniprogram/mine/cell/cell.js': 'Component({ data: "mine" })',
    'node_modules/weui-miniprogram/mine/cell/cell.json': '{"component": true}',
    'node_modules/weui-miniprogram/mine/weui-wxss/dist/style/weui.wxss': '.mine { a: b }',
  });
  expect(linesOf([...build.problems, ...build.warnings])).toEqual([]);
  expect(textOf(build, 'styles/app.css')).toBe('.mine{a:b}');
  expect(textOf(build, 'main.logic.js')).toContain('"mine"');
});

test('a library that is not there is a warning with the command to run', async () => {
  const { folder } = await createProject({ 'app.json': '{"useExtendedLib": {\n"weui": true,\n"gone": true}}' });
  const files = createProjectFiles(folder);
  files.begin();
  const diagnostics = createDiagnostics();
  const file = files.projectFile('app.json');
  const app = file && parseJson(file, diagnostics);
  if (app) lendExtendedLibs(app, files, diagnostics, () => undefined);
  expect(linesOf(diagnostics.sorted().warnings)).toEqual([
    'app.json:2:9 CONFIG "useExtendedLib": weui is not installed beside this runtime; run npm install weui-miniprogram in the project',
    'app.json:3:9 CONFIG "useExtendedLib": there is no library "gone" here',
  ]);
});
