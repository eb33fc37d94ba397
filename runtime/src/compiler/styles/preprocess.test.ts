import { expect, test } from '@playwright/test';
import { createCompiler } from '../index.ts';
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

const component: Files = {
  ...smallest,
  'pages/index/index.json': '{"usingComponents": {"my-card": "/components/card"}}',
  'components/card.json': '{"component": true}',
  'components/card.wxml': '<view class="a"/>',
};
const page = 'styles/pages/index/index.css';
const plugins = (...names: string[]) => JSON.stringify({ setting: { useCompilerPlugins: names } });

const compiled: readonly (readonly [what: string, files: Files, css: Readonly<Record<string, string>>])[] = [
  [
    'Less with nesting, variables and rpx',
    { ...component, 'pages/index/index.less': '@w: 10rpx;\n.a { view { width: @w * 2 } }' },
    { [page]: '.a wx-view{width:calc(20 * 100vw / 750)}' },
  ],
  [
    'Less of the app and of a component',
    { ...component, 'app.less': 'page { .x { a: b } }', 'components/card.less': ':host { .a { c: d } }' },
    { 'styles/app.css': 'wx-page .x{a:b}', 'styles/components/card.css': '.c1-host .c1--a{c:d}' },
  ],
  [
    'Less imports beside it, from the top, from npm, and of WXSS',
    {
      ...smallest,
      'pages/index/index.less':
        '@import "./near";@import "/top.less";@import "lib/x.less";@import "old.wxss";.a{w:@near}',
      'pages/index/near.less': '@near: 1rpx;',
      'pages/index/old.wxss': '.old { a: b }',
      'top.less': '.top { a: b }',
      'miniprogram_npm/lib/x.less': '.lib { a: b }',
    },
    { [page]: '.top{a:b}.lib{a:b}.old{a:b}.a{w:calc(1 * 100vw / 750)}' },
  ],
  [
    'pictures of a Less file in another folder',
    {
      ...smallest,
      'pages/index/index.less': '@import "../../theme/a";',
      'theme/a.less': '.a { b: url(dot.png) }',
      'theme/dot.png': 'x',
    },
    { [page]: '.a{b:url("data:image/png;base64,eA==")}' },
  ],
  [
    'SCSS with nesting, modules and partials',
    {
      ...component,
      'pages/index/index.scss': '@use "../../theme/colors" as c;\n.a { &--b { color: c.$main; width: 2 * 5rpx } }',
      'theme/_colors.scss': '$main: red;',
    },
    { [page]: '.a--b{color:red;width:calc(10 * 100vw / 750)}' },
  ],
  [
    'indented Sass, and imports of SCSS, of a folder and of WXSS',
    {
      ...smallest,
      'pages/index/index.sass': '@import "a"\n@import "/kit"\n@import "old.wxss"\n.x\n  y: z',
      'pages/index/_a.scss': '.scss { a: b }',
      'kit/_index.scss': '.kit { a: b }',
      'pages/index/old.wxss': '.old { a: b }',
    },
    { [page]: '.scss{a:b}.kit{a:b}.old{a:b}.x{y:z}' },
  ],
  [
    'a Less file that WXSS imports',
    {
      ...smallest,
      'pages/index/index.wxss': '@import "a.less"; .b { c: d }',
      'pages/index/a.less': '.a { .b { c: d } }',
    },
    { [page]: '.a .b{c:d}.b{c:d}' },
  ],
  [
    'WXSS before a Less file that no plugin is named for',
    { ...smallest, 'pages/index/index.wxss': '.new { a: b }', 'pages/index/index.less': '.old { a: b }' },
    { [page]: '.new{a:b}' },
  ],
  [
    'Less before WXSS when useCompilerPlugins names it',
    {
      ...smallest,
      'project.config.json': plugins('less'),
      'pages/index/index.wxss': '.old { a: b }',
      'pages/index/index.less': '.new { a: b }',
      'app.wxss': '.app { a: b }',
      'app.scss': '.not { a: b }',
    },
    { [page]: '.new{a:b}', 'styles/app.css': '.app{a:b}' },
  ],
  [
    'SCSS before WXSS when useCompilerPlugins names it',
    {
      ...smallest,
      'project.config.json': plugins('typescript', 'sass'),
      'app.wxss': '.old { a: b }',
      'app.scss': '.new { a: b }',
    },
    { 'styles/app.css': '.new{a:b}' },
  ],
];
for (const [what, files, css] of compiled) {
  test(what, async () => {
    const build = await buildFiles(files);
    expect(linesOf([...build.problems, ...build.warnings])).toEqual([]);
    expect(Object.fromEntries(Object.keys(css).map((path) => [path, textOf(build, path)]))).toEqual(css);
  });
}

const refused: readonly (readonly [what: string, files: Files, problems: readonly string[]])[] = [
  [
    'a Less variable that does not exist',
    { 'app.less': '.a {\n  color: @gone;\n}' },
    ['app.less:2:10 COMPILE Less: variable @gone is undefined'],
  ],
  [
    'a syntax error in an imported Less file',
    { 'app.less': '@import "lib/a";', 'lib/a.less': '.a {\n  b: c;\n}}' },
    ["lib/a.less:3:2 COMPILE Less: Unrecognised input. Possibly missing opening '{'"],
  ],
  [
    'a Less import of nothing',
    { 'app.less': '.a { b: c }\n@import "gone";' },
    ['app.less:2:1 COMPILE Less: there is no style sheet "gone" to import'],
  ],
  [
    'a Less plugin, which would run a script',
    { 'app.less': '@plugin "evil";', 'evil.js': 'throw new Error("ran")' },
    ['app.less:1:9 COMPILE Less: @plugin statements are not allowed when disablePluginRule is set to true'],
  ],
  [
    'JavaScript in Less',
    { 'app.less': '.a { b: `1 + 1` }' },
    ['app.less:1:9 COMPILE Less: Inline JavaScript is not enabled. Is it set in your options?'],
  ],
  [
    'a Sass variable that does not exist',
    { 'app.scss': '.a {\n  color: $gone;\n}' },
    ['app.scss:2:10 COMPILE Sass: Undefined variable.'],
  ],
  [
    'a syntax error in an imported Sass file',
    { 'app.scss': '@use "lib/a";', 'lib/_a.scss': '.a {\n  b: c;' },
    ['lib/_a.scss:2:8 COMPILE Sass: expected end of rule.'],
  ],
  [
    'a Sass import of a file outside',
    { 'app.scss': '@use "../../x";' },
    ["app.scss:1:1 COMPILE Sass: Can't find stylesheet to import."],
  ],
];
for (const [what, files, problems] of refused) {
  test(`refused: ${what}`, async () => {
    const build = await buildFiles({ ...smallest, ...files });
    expect(linesOf(build.problems)).toEqual(problems);
  });
}

test('warnings about what Less and Sass wrote name the author’s line', async () => {
  const { warnings } = await buildFiles({
    ...smallest,
    'app.less': '@a: 1;\n\n.a {\n  .b { c: url(gone.png) }\n}',
    'pages/index/index.scss': '@use "x";\n@warn "look here";',
    'pages/index/x.scss': '$a: 1;\n.a {\n  .b { c: url("gone.png") }\n}',
  });
  expect(linesOf(warnings)).toEqual([
    'app.less:4:8 MISSING_FILE there is no file "gone.png"; nothing is shown for it',
    'pages/index/index.scss:2:1 STYLE Sass: look here',
    'pages/index/x.scss:3:8 MISSING_FILE there is no file "gone.png"; nothing is shown for it',
  ]);
});

test('a rebuild sees a change of an imported file only', async () => {
  const project = await createProject({
    ...smallest,
    'app.less': '@import "lib.less";',
    'lib.less': '.a { b: c }',
    'pages/index/index.scss': '@use "sub";',
    'pages/index/_sub.scss': '.a { b: c }',
  });
  const compiler = createCompiler(project.folder);
  const styles = async () => {
    const build = await compiler.build();
    return [textOf(build, 'styles/app.css'), textOf(build, page)];
  };
  expect(await styles()).toEqual(['.a{b:c}', '.a{b:c}']);
  await project.write({ 'lib.less': '.a { b: d }', 'pages/index/_sub.scss': '.a { b: e }' });
  expect(await styles()).toEqual(['.a{b:d}', '.a{b:e}']);
  expect(await styles()).toEqual(['.a{b:d}', '.a{b:e}']);
  compiler.dispose();
});
