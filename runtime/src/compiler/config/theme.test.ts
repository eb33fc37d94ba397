import { expect, test } from '@playwright/test';
import { buildFiles, type Files, linesOf, removeProjects, smallest } from '../testing/temporary-project.ts';

test.afterEach(removeProjects);

const program = (app: Readonly<Record<string, unknown>>): Files => ({
  ...smallest,
  'app.json': JSON.stringify({
    pages: ['pages/index/index', 'b'],
    window: { navigationBarBackgroundColor: '@bar', navigationBarTextStyle: '@text', navigationBarTitleText: '@' },
    tabBar: {
      color: '@bar',
      list: [{ pagePath: 'pages/index/index', iconPath: '@icon' }, { pagePath: 'b' }],
    },
    ...app,
  }),
  'pages/index/index.json': '{"backgroundColor": "@bar"}',
  'b.wxml': '',
  'sun.png': '',
  'moon.png': '',
  'theme.json': JSON.stringify({
    light: { bar: '#fff', text: 'black', icon: 'sun.png' },
    dark: { bar: '#000', text: 'white', icon: 'moon.png' },
  }),
});

test('a program that follows the theme carries both sets of settings', async () => {
  const { manifest, problems, warnings } = await buildFiles(program({ darkmode: true }));
  expect(linesOf([...problems, ...warnings])).toEqual([]);
  const rest = { navigationBarTitleText: '@' };
  expect(manifest?.window).toEqual({ navigationBarBackgroundColor: '#fff', navigationBarTextStyle: 'black', ...rest });
  expect(manifest?.components['pages/index/index']?.window).toEqual({ backgroundColor: '#fff' });
  expect(manifest?.tabBar).toMatchObject({ color: '#fff', list: [{ iconPath: 'sun.png' }, {}] });
  expect(manifest?.dark).toMatchObject({
    window: { navigationBarBackgroundColor: '#000', navigationBarTextStyle: 'white', ...rest },
    tabBar: { color: '#000', list: [{ iconPath: 'moon.png' }, {}] },
    pages: { 'pages/index/index': { backgroundColor: '#000' } },
  });
});

test('a program that does not is light', async () => {
  const { manifest, warnings } = await buildFiles(program({}));
  expect(linesOf(warnings)).toEqual([]);
  expect(manifest?.window.navigationBarBackgroundColor).toBe('#fff');
  expect(manifest?.dark).toBeUndefined();
});

test('the file may lie elsewhere', async () => {
  const { manifest, warnings } = await buildFiles({
    ...program({ themeLocation: 'themes/mine.json', darkmode: true }),
    'themes/mine.json':
      '{"light": {"bar": "red", "text": "black", "icon": "sun.png"}, "dark": {"bar": "blue", "text": "white"}}',
  });
  expect(manifest?.window.navigationBarBackgroundColor).toBe('red');
  expect(manifest?.dark?.window.navigationBarBackgroundColor).toBe('blue');
  expect(linesOf(warnings)).toEqual([
    'app.json:1:223 CONFIG "@icon" stands for nothing: "dark" of themes/mine.json has no such name',
  ]);
});

test('variables without a theme stand for nothing', async () => {
  const { manifest, warnings } = await buildFiles({
    ...smallest,
    'app.json': '{"pages": ["pages/index/index"],\n"themeLocation": "gone.json",\n"window": {"backgroundColor": "@x"}}',
  });
  expect(manifest?.window).toEqual({});
  expect(linesOf(warnings)).toEqual([
    'app.json:2:18 CONFIG "themeLocation": there is no gone.json',
    'app.json:3:31 CONFIG "@x" stands for nothing: there is no theme.json',
  ]);
});
