import { expect, test } from '@playwright/test';
import { buildFiles, type Files, linesOf, removeProjects } from './compiler/testing/temporary-project.ts';
import { openHeadless } from './headless.ts';

test.afterEach(removeProjects);

/** A program in one folder and the plugin it is developed with in another, each with a `util` of its own. */
const files: Files = {
  'project.config.json': '{"appid": "wxAPP", "miniprogramRoot": "mini", "pluginRoot": "plugin"}',
  'mini/app.json': JSON.stringify({
    pages: ['pages/home/home'],
    plugins: {
      hello: {
        version: 'dev',
        provider: 'wxAPP',
        export: './exports/to-hello.js',
        genericsImplementation: { card: { 'card-mark': '/mark' } },
      },
      local: { path: 'other/plugin' },
    },
    usingComponents: { 'app-card': '/card' },
  }),
  'mini/app.wxss': '.x { color: red }',
  'mini/card.json': '{"component": true}',
  'mini/card.wxml': '<view/>',
  'mini/exports/to-hello.js':
    'exports.whoami = "the host"; exports.count = 0; exports.add = () => (exports.count += 1)',
  'mini/mark.json': '{"component": true}',
  'mini/mark.wxml': '<view class="mark">mark of {{of}}</view>',
  'mini/mark.js': 'Component({ properties: { of: String } })',
  'mini/util.js': 'module.exports = "the program’s"',
  'mini/pages/home/home.json': '{"usingComponents": {"hello-card": "plugin://hello/card"}}',
  'mini/pages/home/home.wxml': '<hello-card/><view id="out">{{out}}</view>',
  'mini/pages/home/home.js': `
    const { util, lib } = requirePlugin('hello');
    Page({
      data: { out: util + ' ' + lib + ' ' + requirePlugin('local').name + ' ' + require('/util') },
      open() { wx.navigateTo({ url: 'plugin://hello/first?x=1' }); },
      missing() {
        try { requirePlugin('gone'); } catch (error) { this.setData({ out: error.message }); }
      },
      callback(name) {
        requirePlugin(name, (one) => this.setData({ out: one.name }), ({ mod, errMsg }) => this.setData({ out: mod + ': ' + errMsg }));
      },
      later() { requirePlugin.async('local').then(({ name }) => this.setData({ out: name })); },
    })`,
  'plugin/plugin.json':
    '{"publicComponents": {"card": "components/card"}, "pages": {"first": "pages/first/first", "second": "pages/second"}, "main": "index.js"}',
  'plugin/index.js':
    'module.exports = { util: require("/util"), lib: require("lib"), host: () => requireMiniProgram() }',
  'plugin/util.js': 'module.exports = "the plugin’s"',
  'plugin/node_modules/lib/package.json': '{"main": "lib/main"}',
  'plugin/node_modules/lib/lib/main.js': 'module.exports = "lib"',
  'plugin/components/card.json': JSON.stringify({
    component: true,
    usingComponents: { inner: '/components/inner' },
    componentGenerics: { 'card-mark': { default: '/components/inner' } },
  }),
  'plugin/components/card.wxml':
    '<import src="/parts.wxml"/><template is="part"/><inner/><card-mark of="card"/><image src="/dot.png"/>',
  'plugin/components/card.js': `Component({
    data: { util: require("../util") },
    attached() { requireMiniProgram().add(); },
  })`,
  'plugin/components/inner.json': '{"component": true}',
  'plugin/components/inner.wxml': '<view class="inner">inner</view>',
  'plugin/parts.wxml': '<template name="part"><view class="part">part</view></template>',
  'plugin/dot.png': 'picture',
  'plugin/pages/first/first.wxml': '<view id="first">{{text}}</view>',
  'plugin/pages/first/first.wxss': '.first { a: b }',
  'plugin/pages/first/first.js':
    'Page({ data: { text: require("/util") }, next() { wx.navigateTo({ url: "plugin-private://wxAPP/pages/second" }) }, near() { wx.navigateTo({ url: "../second?y=2" }) } })',
  'plugin/pages/second.wxml': '<view id="second"/>',
  'other/plugin/plugin.json': '{"main": "main"}',
  'other/plugin/main.js': 'exports.name = "local"; exports.host = () => requireMiniProgram()',
};

test('a plugin in a folder: components, exports and pages in a namespace of its own', async () => {
  const build = await buildFiles(files);
  expect(linesOf([...build.problems, ...build.warnings])).toEqual([]);
  expect([...build.files.keys()].filter((path) => path.includes('plugin'))).toEqual([
    '__plugin__/hello/dot.png',
    'styles/__plugin__/hello/pages/first/first.css',
  ]);
  const { components = {} } = build.manifest ?? {};
  expect(components['__plugin__/hello/components/card']?.usingComponents).toEqual({
    'card-mark': 'mark',
    inner: '__plugin__/hello/components/inner',
  });
  const program = await openHeadless(build);
  try {
    const textOf = (selector: string) => {
      const [node] = program.tree().find(selector);
      return node && program.tree().text(node);
    };
    const press = async (method: string, ...args: string[]) => {
      await program.inspect('call-method', { page: program.pages().at(-1)?.page ?? 0, method, args });
      await program.idle();
    };
    expect(program.problems).toEqual([]);
    expect(textOf('#out')).toBe('the plugin’s lib local the program’s');
    expect([textOf('.part'), textOf('.inner')]).toEqual(['part', 'inner']);
    expect(textOf('.mark')).toBe('mark of card');
    const evaluate = (source: string) => program.inspect('evaluate', { source });
    expect(await evaluate('requirePlugin("hello").host()')).toMatchObject({ whoami: 'the host', count: 1 });
    // A plugin that is given nothing gets an empty object.
    expect(await evaluate('requirePlugin("local").host()')).toEqual({});
    await press('later');
    expect(textOf('#out')).toBe('local');
    const failure = 'requirePlugin(\'gone\'): no such plugin is at hand. Its source can be named in app.json by "path"';
    await press('missing');
    expect(textOf('#out')).toBe(failure);
    await press('callback', 'local');
    expect(textOf('#out')).toBe('local');
    await press('callback', 'gone');
    expect(textOf('#out')).toBe(`gone: ${failure}`);
    await press('open');
    expect(program.pages().at(-1)).toMatchObject({ route: '__plugin__/hello/pages/first/first', query: { x: '1' } });
    expect(textOf('#first')).toBe('the plugin’s');
    expect(program.screen.visible?.page.styles.sheets().map(({ text }) => text)).toEqual(['', '.first{a:b}']);
    await press('next');
    expect(program.route).toBe('__plugin__/hello/pages/second');
    expect(program.problems).toEqual([]);
  } finally {
    program.dispose();
  }
});

test('a plugin that is not at hand is a warning where app.json names it', async () => {
  const build = await buildFiles({
    'app.json': `{"pages": ["pages/a"], "plugins": {
  "far": {"version": "1.0.0", "provider": "wx123"},
  "bare": {"path": "nothing"},
  "here": {"path": "here", "export": "gone.js"}
}}`,
    'here/plugin.json': '{}',
    'pages/a.wxml': '',
    'pages/a.json': '{"usingComponents": {"far-card": "plugin://far/card"}}',
  });
  expect(linesOf(build.problems)).toEqual([]);
  expect(linesOf(build.warnings)).toEqual([
    'app.json:2:10 CONFIG the plugin "far" of wx123 is not at hand; name the folder of its source by "path", or by "pluginRoot" in project.config.json',
    'app.json:3:11 CONFIG the plugin "bare" has no nothing/plugin.json',
    'app.json:4:38 CONFIG "export" names "gone.js", which is no script of the program; check the path',
    'pages/a.json:1:34 UNSUPPORTED_COMPONENT "far-card" comes from plugin://far/card, which no plugin at hand has',
  ]);
});
