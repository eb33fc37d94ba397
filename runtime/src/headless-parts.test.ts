import { expect, test } from '@playwright/test';
import type { Build } from './compiler/index.ts';
import { buildFiles, type Files, linesOf, removeProjects } from './compiler/testing/temporary-project.ts';
import { type HeadlessOptions, type HeadlessProgram, openHeadless } from './headless.ts';

test.afterEach(removeProjects);

/** Main package, a subpackage with a tab page, one that others reach into, and an independent one. */
const files: Files = {
  'app.json': JSON.stringify({
    pages: ['pages/home/home'],
    subPackages: [
      { root: 'shop', name: 'the-shop', pages: ['cart', 'tab'] },
      { root: 'lib', pages: ['about'] },
      { root: 'alone', independent: true, pages: ['a'] },
    ],
    preloadRule: { 'pages/home/home': { network: 'all', packages: ['the-shop', 'alone'] } },
    tabBar: {
      list: [
        { pagePath: 'pages/home/home', text: 'H' },
        { pagePath: 'shop/tab', text: 'T' },
      ],
    },
  }),
  'app.js': 'App({ log: [], onLaunch(o) { this.log.push("launch " + o.path) }, onShow() { this.log.push("show") } })',
  'app.wxss': '.x { color: red }',
  'pages/home/home.wxml': '<view id="out">{{out}}</view><button bindtap="{{go}}"/>',
  'pages/home/home.js': `Page({
    data: { out: '', go: 'load' },
    load() {
      require.async('../../lib/util').then((util) => this.setData({ out: util.hello() }), this.failed.bind(this));
    },
    callback() { require('/lib/util.js', (util) => this.setData({ out: util.hello() }), this.failed.bind(this)); },
    named() { requireAsync('../../lib/util').then((util) => this.setData({ out: util.hello() })); },
    failed(e) { this.setData({ out: 'failed: ' + e.mod + ': ' + e.errMsg }); },
    open() { wx.navigateTo({ url: '/shop/cart', fail: (e) => this.setData({ out: e.errMsg }) }); },
  })`,
  'shop/cart.wxml': '<view id="cart">{{text}}</view>',
  'shop/cart.js': 'const till = require("./till"); Page({ data: { text: till } })',
  'shop/till.js': 'module.exports = "till"',
  'shop/tab.wxml': '<view id="tab">tab</view>',
  'shop/tab.js': 'Page({})',
  'lib/about.wxml': '<view/>',
  'lib/about.js': 'Page({})',
  'lib/util.js': 'exports.hello = () => "hello from lib"',
  'alone/a.wxml': '<view id="alone">{{app}}</view>',
  'alone/a.wxss': '.y { color: blue }',
  'alone/a.js': `Page({
    data: { app: '' },
    onLoad() { this.setData({ app: typeof getApp() + ' ' + typeof getApp({ allowDefault: true }) }); },
    leave() { wx.reLaunch({ url: '/pages/home/home' }); },
  })`,
};

async function run(
  use: (program: HeadlessProgram) => Promise<void>,
  options: HeadlessOptions & { readonly without?: string } = {},
) {
  const build = await buildFiles(files);
  expect(linesOf([...build.problems, ...build.warnings])).toEqual([]);
  const program = await openHeadless(withoutFile(build, options.without), options);
  try {
    await use(program);
  } finally {
    program.dispose();
  }
}

function withoutFile(build: Build, path: string | undefined): Build {
  return { ...build, files: new Map([...build.files].filter(([name]) => name !== path)) };
}

const textOf = (program: HeadlessProgram, selector: string): string | undefined => {
  const tree = program.tree();
  const [node] = tree.find(selector);
  return node && tree.text(node);
};
const press = async (program: HeadlessProgram, method: string): Promise<void> => {
  await program.inspect('call-method', { page: program.pages().at(-1)?.page ?? 0, method, args: [] });
  await program.idle();
};
const evaluate = (program: HeadlessProgram, source: string) => program.inspect('evaluate', { source });

for (const method of ['load', 'callback', 'named']) {
  test(`a module of a subpackage that is not loaded comes when it is asked for: ${method}`, async () => {
    await run(async (program) => {
      await press(program, method);
      expect(program.problems).toEqual([]);
      expect(textOf(program, '#out')).toBe('hello from lib');
      // Now that the part is there, its pages open as any other.
      await press(program, method);
      expect(textOf(program, '#out')).toBe('hello from lib');
    });
  });
}

for (const method of ['load', 'callback']) {
  test(`a subpackage that cannot be loaded fails the request and is reported: ${method}`, async () => {
    await run(
      async (program) => {
        await press(program, method);
        const reason = 'The subpackage lib could not be loaded: lib/main.logic.js: is not in the package';
        expect(textOf(program, '#out')).toContain(`/lib/util`);
        expect(textOf(program, '#out')).toContain(reason);
        expect(program.problems).toMatchObject([{ code: 'PACKAGE', message: expect.stringContaining(reason) }]);
        expect(program.ended).toBeUndefined();
      },
      { without: 'lib/main.logic.js' },
    );
  });
}

test('a page of a subpackage opens, and one that cannot be loaded leaves the stack as it was', async () => {
  await run(async (program) => {
    await press(program, 'open');
    expect(textOf(program, '#cart')).toBe('till');
  });
  await run(
    async (program) => {
      await press(program, 'open');
      expect(program.route).toBe('pages/home/home');
      expect(textOf(program, '#out')).toContain('navigateTo:fail The subpackage shop could not be loaded: ');
      expect(program.problems).toMatchObject([{ code: 'PACKAGE' }]);
    },
    { without: 'shop/main.skeletons.json' },
  );
});

test('a tab page of a subpackage is loaded when its tab is chosen', async () => {
  await run(async (program) => {
    program.screen.act({ kind: 'tab', index: 1 });
    await program.idle();
    expect(program.route).toBe('shop/tab');
    expect(textOf(program, '#tab')).toBe('tab');
    expect(program.screen.tabBar?.selected).toBe(1);
  });
});

test('a program may start in a subpackage: the app comes first', async () => {
  await run(
    async (program) => {
      expect(program.route).toBe('shop/cart');
      expect(await evaluate(program, 'getApp().log')).toEqual(['launch shop/cart', 'show']);
    },
    { launch: { path: 'shop/cart' } },
  );
});

test('an independent subpackage starts without the app, which runs when the main package is entered', async () => {
  await run(
    async (program) => {
      expect(program.problems).toEqual([]);
      expect(textOf(program, '#alone')).toBe('undefined object');
      expect(program.screen.visible?.page.styles.sheets().map(({ text }) => text)).toEqual(['', '.y{color:blue}']);
      await press(program, 'leave');
      expect(program.route).toBe('pages/home/home');
      expect(program.screen.visible?.page.styles.sheets().map(({ text }) => text)).toEqual(['.x{color:red}', '']);
      expect(await evaluate(program, 'getApp().log')).toEqual(['launch alone/a', 'show']);
    },
    { launch: { path: 'alone/a' } },
  );
});

test('an independent subpackage opens though the main package cannot be loaded', async () => {
  await run(
    async (program) => {
      expect(textOf(program, '#alone')).toBe('undefined object');
      await press(program, 'leave');
      expect(program.route).toBe('alone/a');
      expect(program.problems).toMatchObject([
        { message: expect.stringContaining('The main package could not be loaded') },
      ]);
    },
    { launch: { path: 'alone/a' }, without: 'main.logic.js' },
  );
});
