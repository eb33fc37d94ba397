import { expect, test } from '@playwright/test';
import { buildFiles, linesOf, removeProjects } from './compiler/testing/temporary-project.ts';
import { openHeadless } from './headless.ts';

test.afterEach(removeProjects);

const page = (name: string, index: number) => ({
  [`pages/${name}.wxml`]: `<view id="page">${name}</view>`,
  [`pages/${name}.js`]: `Page({ onShow() { this.getTabBar().setData({ selected: ${index} }) } })`,
});
const files = {
  'app.json': JSON.stringify({
    pages: ['pages/a', 'pages/b', 'pages/c'],
    tabBar: {
      custom: true,
      list: [
        { pagePath: 'pages/a', text: 'A' },
        { pagePath: 'pages/b', text: 'B' },
      ],
    },
  }),
  ...page('a', 0),
  ...page('b', 1),
  'pages/c.wxml': '<view id="page">c</view>',
  'pages/c.js': 'Page({ data: { bar: 1 }, onShow() { this.setData({ bar: this.getTabBar() }) } })',
  'custom-tab-bar/index.json': '{"component": true, "usingComponents": {"tab": "./tab"}}',
  'custom-tab-bar/index.wxss': '.tabs { position: fixed }',
  'custom-tab-bar/index.wxml':
    '<view class="tabs"><tab wx:for="{{list}}" wx:key="*this" bindtap="go" data-url="{{item}}" on="{{index === selected}}">{{item}}</tab></view>',
  'custom-tab-bar/index.js': `Component({ data: { selected: -1, list: ['/pages/a', '/pages/b'] },
    methods: { go(e) { wx.switchTab({ url: e.currentTarget.dataset.url }) } } })`,
  'custom-tab-bar/tab.json': '{"component": true}',
  'custom-tab-bar/tab.wxml': "<text class=\"{{on ? 'on' : 'off'}}\"><slot/></text>",
  'custom-tab-bar/tab.js': 'Component({ properties: { on: Boolean } })',
};

test('a program’s own tab bar is drawn on the pages of tabs, in its own style scope, and switches them', async () => {
  const build = await buildFiles(files);
  expect(linesOf([...build.problems, ...build.warnings])).toEqual([]);
  const program = await openHeadless(build);
  const states = () =>
    program
      .tree()
      .find('.tabs text')
      .map((node) => program.tree().attribute(node, 'class'));
  const shown = () =>
    program
      .tree()
      .find('#page')
      .map((node) => program.tree().text(node));
  try {
    await program.idle();
    expect([shown(), states(), program.screen.tabBar]).toEqual([['a'], ['on', 'off'], undefined]);
    const [bar] = program.tree().find('.tabs');
    expect(bar && program.tree().block(bar.block)?.scope).toBeGreaterThan(0);
    const [, second] = program.tree().find('tab');
    program.tap(second ?? 'no second tab');
    await program.idle();
    expect([shown(), states()]).toEqual([['b'], ['off', 'on']]);
    await program.inspect('evaluate', { source: 'wx.navigateTo({ url: "/pages/c" })' });
    await program.idle();
    expect([shown(), states(), await program.data()]).toEqual([['c'], [], { bar: null }]);
    expect([program.problems, program.warnings]).toEqual([[], []]);
  } finally {
    program.dispose();
  }
});
