import { expect, test } from '@playwright/test';
import { buildFiles, type Files, linesOf, removeProjects } from './compiler/testing/temporary-project.ts';
import { type HeadlessProgram, openHeadless } from './headless.ts';
import { defaultEnvironment } from './player/index.ts';

test.afterEach(removeProjects);

const files = (darkmode: boolean): Files => ({
  'app.json': JSON.stringify({
    pages: ['a', 'b'],
    darkmode,
    window: { navigationBarBackgroundColor: '@bar', navigationBarTextStyle: '@text', backgroundColor: '@bar' },
    tabBar: {
      color: '@text',
      backgroundColor: '@bar',
      list: [
        { pagePath: 'a', text: 'A' },
        { pagePath: 'b', text: 'B' },
      ],
    },
  }),
  'theme.json': '{"light": {"bar": "#ffffff", "text": "black"}, "dark": {"bar": "#000000", "text": "white"}}',
  'app.js': 'App({ onThemeChange({ theme }) { this.seen = theme } })',
  'a.wxml': '<view/>',
  'a.js': `
    const told = [];
    wx.onThemeChange(({ theme }) => told.push(theme));
    Page({ data: {}, themes() { return [wx.getSystemInfoSync().theme, getApp().seen || '', told.join()] } })`,
  'b.wxml': '<view/>',
  'b.js': 'Page({ onLoad() { wx.setNavigationBarColor({ frontColor: "#ffffff", backgroundColor: "#123456" }) } })',
});

const environment = defaultEnvironment([]);
const themed = (theme: 'light' | 'dark') => ({ ...environment, system: { ...environment.system, theme } });

async function run(darkmode: boolean, use: (program: HeadlessProgram) => Promise<void>): Promise<void> {
  const build = await buildFiles(files(darkmode));
  expect(linesOf([...build.problems, ...build.warnings])).toEqual([]);
  const program = await openHeadless(build, { environment: themed('dark') });
  try {
    await use(program);
  } finally {
    program.dispose();
  }
}

const looks = ({ screen }: HeadlessProgram) => ({
  bar: screen.visible?.navigationBar?.backgroundColor,
  text: screen.visible?.navigationBar?.textStyle,
  background: screen.visible?.background?.color,
  theme: screen.visible?.background?.theme,
  tabs: screen.tabBar?.backgroundColor,
});
const themes = async (program: HeadlessProgram) =>
  program.inspect('call-method', { page: 1, method: 'themes', args: [] });

test('a program with darkmode starts in the host’s theme and follows it', async () => {
  await run(true, async (program) => {
    const inDark = { bar: '#000000', text: 'white', background: '#000000', theme: 'dark', tabs: '#000000' };
    const inLight = { bar: '#ffffff', text: 'black', background: '#ffffff', theme: 'light', tabs: '#ffffff' };
    expect(looks(program)).toEqual(inDark);
    expect(await themes(program)).toEqual(['dark', '', '']);
    program.setEnvironment(themed('light'));
    await program.idle();
    expect(looks(program)).toEqual(inLight);
    expect(await themes(program)).toEqual(['light', 'light', 'light']);
    program.screen.act({ kind: 'tab', index: 1 });
    await program.idle();
    program.setEnvironment(themed('dark'));
    await program.idle();
    // What the program has set itself stays.
    expect(looks(program)).toEqual({ ...inDark, bar: '#123456' });
    program.screen.act({ kind: 'tab', index: 0 });
    await program.idle();
    expect(looks(program)).toEqual(inDark);
  });
});

test('a program without darkmode is light, and is told nothing else', async () => {
  await run(false, async (program) => {
    const before = looks(program);
    expect(before).toEqual({ bar: '#ffffff', text: 'black', background: '#ffffff', theme: 'light', tabs: '#ffffff' });
    program.setEnvironment(themed('light'));
    program.setEnvironment(themed('dark'));
    await program.idle();
    expect(looks(program)).toEqual(before);
    expect(await themes(program)).toEqual(['light', '', '']);
  });
});
