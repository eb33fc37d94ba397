import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';

const bin = fileURLToPath(new URL('../../dist/bin/terrarium.mjs', import.meta.url));
const todos = fileURLToPath(new URL('../../../sample-apps/todos', import.meta.url));

/** Runs `terrarium smoke`; gives its code and what it printed. */
const smoke = (...args: string[]) =>
  new Promise<{ code: unknown; printed: string }>((resolve) => {
    execFile(process.execPath, [bin, 'smoke', ...args], (error, printed) =>
      resolve({ code: error === null ? 0 : error.code, printed }),
    );
  });

test('every page of a program is opened, and said to be well', async () => {
  const { code, printed } = await smoke(todos, '--json');
  expect(code).toBe(0);
  expect(JSON.parse(printed)).toMatchObject({
    ok: true,
    summary: { pages: 2, ok: 2, failed: 0 },
    pages: [
      { path: 'pages/index/index', ok: true, errors: [], nodes: expect.any(Number) },
      { path: 'pages/edit/edit', ok: true, errors: [] },
    ],
  });
});

test('a page that does not come in time is said to be late, and no more', async () => {
  const { code, printed } = await smoke(todos, '--json', '--timeout', '0.01', '--page', 'pages/index/index');
  expect(code).toBe(1);
  expect(JSON.parse(printed).pages).toMatchObject([
    {
      ok: false,
      errors: [{ code: 'LIMIT_TIME', message: 'The page did not reach onReady within 0.01 s.' }],
    },
  ]);
});

test('a page that sends its visitor on, or has nothing to show yet, is given a moment; one that stays empty is not well', async () => {
  const folder = test.info().outputPath('program');
  const files = {
    'app.json': JSON.stringify({ pages: ['pages/gate/gate', 'pages/slow/slow', 'pages/none/none'] }),
    'app.js': 'App({})',
    'project.config.json': JSON.stringify({ appid: 'empty-pages', miniprogramRoot: './' }),
    'pages/gate/gate.wxml': '',
    'pages/gate/gate.js': "Page({ onReady() { setTimeout(() => wx.redirectTo({ url: '/pages/slow/slow' }), 300) } })",
    'pages/slow/slow.wxml': '<view wx:if="{{here}}">here</view>',
    'pages/slow/slow.js': 'Page({ onReady() { setTimeout(() => this.setData({ here: true }), 300) } })',
    'pages/none/none.wxml': '',
    'pages/none/none.js': 'Page({})',
  };
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  }
  const { printed } = await smoke(folder, '--json');
  expect(JSON.parse(printed).pages).toMatchObject([
    { path: 'pages/gate/gate', ok: true },
    { path: 'pages/slow/slow', ok: true },
    { path: 'pages/none/none', ok: false, errors: [{ code: 'WXML' }] },
  ]);
});
