import { expect, test } from '@playwright/test';
import { buildFiles, type Files, linesOf, removeProjects } from './compiler/testing/temporary-project.ts';
import { type HeadlessProgram, openHeadless } from './headless.ts';

test.afterEach(removeProjects);

/**
 * A page of the subpackage `shop` and what it takes from the subpackage `lib`: a component with slot and events, one
 * that holds another, a module. `app.json` lends a component of `lib` to every page.
 */
const files: Files = {
  'app.json': JSON.stringify({
    pages: ['home'],
    subPackages: [
      { root: 'shop', pages: ['cart', 'plain'] },
      { root: 'lib', pages: ['about'] },
    ],
    preloadRule: { home: { network: 'all', packages: ['lib'] } },
    usingComponents: { 'lib-badge': '/lib/badge' },
    componentPlaceholder: { 'lib-badge': 'view' },
  }),
  'app.js': 'App({ log: [] })',
  'home.wxml': '<view/>',
  'home.js': 'Page({ open() { wx.navigateTo({ url: "shop/cart" }); } })',
  'shop/cart.json': JSON.stringify({
    usingComponents: { 'lib-card': '../lib/card', 'simple-card': './simple' },
    componentPlaceholder: { 'lib-card': 'simple-card' },
  }),
  'shop/cart.wxml': `
    <lib-card id="card" wx:if="{{shown}}" title="{{title}}" bind:pick="picked"><view class="inside">{{title}}</view></lib-card>
    <view id="out">{{out}}</view>`,
  'shop/cart.js': `Page({
    data: { shown: false, title: 'a', out: '' },
    show() { this.setData({ shown: true, title: 'b' }); },
    picked(e) { this.setData({ out: 'picked ' + e.detail }); },
    load() { require.async('../lib/price').then((price) => this.setData({ out: price(3) })); },
  })`,
  'shop/plain.wxml': '<lib-badge>7</lib-badge>',
  'shop/plain.js': 'Page({})',
  'shop/simple.json': '{"component": true}',
  'shop/simple.wxml': '<view class="simple">simple {{title}}</view><slot/>',
  'shop/simple.js': `Component({
    properties: { title: String },
    lifetimes: {
      attached() { getApp().log.push('simple attached ' + this.data.title); },
      detached() { getApp().log.push('simple detached'); },
    },
  })`,
  'lib/about.wxml': '<view/>',
  'lib/about.js': 'Page({})',
  'lib/badge.json': '{"component": true}',
  'lib/badge.wxml': '<view class="real-badge"><slot/></view>',
  'lib/badge.js': 'Component({})',
  'lib/card.json': '{"component": true, "usingComponents": {"lib-line": "./line"}}',
  'lib/card.wxml': '<view class="real" bindtap="pick"><lib-line text="{{title}}"/><slot/></view>',
  'lib/card.js': `Component({
    properties: { title: String },
    lifetimes: { attached() { getApp().log.push('card attached ' + this.data.title); } },
    methods: { pick() { this.triggerEvent('pick', this.data.title); } },
  })`,
  'lib/line.json': '{"component": true}',
  'lib/line.wxml': '<text class="line">real {{text}}</text>',
  'lib/line.js': 'Component({ properties: { text: String } })',
  'lib/price.js': 'module.exports = (count) => count + " leaves"',
};

/** Files of a package that can be told to be missing, and that remember what was read. */
class WatchedFiles extends Map<string, Uint8Array> {
  readonly read: string[] = [];
  override get(path: string): Uint8Array | undefined {
    this.read.push(path);
    return super.get(path);
  }
}

async function run(
  path: string,
  use: (program: HeadlessProgram, read: readonly string[]) => Promise<void>,
  without?: string,
): Promise<void> {
  const build = await buildFiles(files);
  expect(linesOf([...build.problems, ...build.warnings])).toEqual([]);
  const kept = new WatchedFiles([...build.files].filter(([name]) => name !== without));
  const program = await openHeadless({ ...build, files: kept }, { launch: { path } });
  try {
    await use(program, kept.read);
  } finally {
    program.dispose();
  }
}

const textsOf = (program: HeadlessProgram, selector: string): string[] => {
  const tree = program.tree();
  return tree.find(selector).map((node) => tree.text(node));
};
const press = async (program: HeadlessProgram, method: string): Promise<void> => {
  await program.inspect('call-method', { page: program.pages().at(-1)?.page ?? 0, method, args: [] });
  await program.idle();
};
const logOf = (program: HeadlessProgram) => program.inspect('evaluate', { source: 'getApp().log' });
const logic = 'lib/main.logic.js';

test('a component of another subpackage: its placeholder first, then itself with properties, slot and events', async () => {
  await run('shop/cart', async (program, read) => {
    expect(read).not.toContain(logic);
    await press(program, 'show');
    expect(await logOf(program)).toEqual(['simple attached b', 'simple detached', 'card attached b']);
    expect([textsOf(program, '.simple'), textsOf(program, '.line')]).toEqual([[], ['real b']]);
    expect(textsOf(program, '.inside')).toEqual(['b']);
    program.tap('.real');
    await program.idle();
    expect(textsOf(program, '#out')).toEqual(['picked b']);
    expect(program.problems).toEqual([]);
  });
});

test('a placeholder stays where the part does not come, with what the page gives it', async () => {
  await run(
    'shop/cart',
    async (program) => {
      await press(program, 'show');
      expect(await logOf(program)).toEqual(['simple attached b']);
      expect([textsOf(program, '.simple'), textsOf(program, '.inside')]).toEqual([['simple b'], ['b']]);
      expect(program.problems).toMatchObject([{ code: 'PACKAGE', message: expect.stringContaining('subpackage lib') }]);
    },
    logic,
  );
});

test('what app.json names stands in for its components on every page', async () => {
  await run('shop/plain', async (program) => {
    expect(textsOf(program, '.real-badge')).toEqual(['7']);
    expect(program.problems).toEqual([]);
  });
  await run('shop/plain', async (program) => expect(textsOf(program, 'lib-badge')).toEqual(['7']), logic);
});

test('preloadRule fetches the other subpackage when the page opens, and nothing of it runs before it is wanted', async () => {
  await run('home', async (program, read) => {
    expect(read.filter((path) => path === logic)).toHaveLength(1);
    expect(await program.inspect('evaluate', { source: 'getApp().log' })).toEqual([]);
    await press(program, 'open');
    await press(program, 'show');
    expect(textsOf(program, '.line')).toEqual(['real b']);
    expect(read.filter((path) => path === logic)).toHaveLength(1);
  });
});

test('require.async reaches from one subpackage into another', async () => {
  await run('shop/cart', async (program) => {
    await press(program, 'load');
    expect(textsOf(program, '#out')).toEqual(['3 leaves']);
    expect(program.problems).toEqual([]);
  });
});
