import { expect, test } from '@playwright/test';
import { buildFiles, removeProjects, smallest } from './compiler/testing/temporary-project.ts';
import { openHeadless } from './headless.ts';

test.afterEach(removeProjects);

test('a program learns what its launch, its scripts and its pages took', async () => {
  const build = await buildFiles({
    ...smallest,
    'app.json': '{"pages": ["pages/index/index", "pages/next/next"]}',
    'pages/index/index.wxml': '<button bindtap="go"/>',
    'pages/index/index.js': `Page({
      data: { names: [] },
      onLoad() {
        const seen = [];
        this.observer = wx.getPerformance().createObserver((list) => {
          for (const { name, path, navigationType = '', duration } of list.getEntries())
            seen.push([name, path, navigationType, duration >= 0]);
          this.setData({ names: seen });
        });
        this.observer.observe({ entryTypes: ['navigation', 'render'] });
      },
      go() { wx.navigateTo({ url: '/pages/next/next' }) },
    })`,
    'pages/next/next.wxml': '<view/>',
    'pages/next/next.js': 'Page({})',
  });
  const open = await openHeadless(build, {});
  try {
    await open.idle();
    open.tap('button');
    await open.idle();
    expect(await open.data(1)).toEqual({
      names: [
        ['appLaunch', 'pages/index/index', 'appLaunch', true],
        ['firstRender', 'pages/index/index', '', true],
        ['route', 'pages/next/next', 'navigateTo', true],
        ['firstRender', 'pages/next/next', '', true],
      ],
    });
    const script = await open.inspect('evaluate', {
      source: 'wx.getPerformance().getEntriesByType("script").map(({ name, fileList }) => [name, fileList.length])',
    });
    expect(script).toEqual([['evaluateScript', 1]]);
    const [launch] = Object(
      await open.inspect('evaluate', { source: 'wx.getPerformance().getEntriesByName("appLaunch")' }),
    );
    expect(Math.abs(Date.now() - launch.startTime)).toBeLessThan(120_000);
  } finally {
    open.dispose();
  }
});
