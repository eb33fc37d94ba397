import { expect, test } from '@playwright/test';
import { memorySource, openPackage } from '../package/index.ts';
import { buildFiles, linesOf, removeProjects, smallest } from './testing/temporary-project.ts';

test.afterEach(removeProjects);

const app = (workers: unknown) => JSON.stringify({ pages: ['pages/index/index'], workers });

test('the scripts of the workers folder are packed as a part of their own, and nothing of the folder besides', async () => {
  const build = await buildFiles({
    ...smallest,
    'app.json': app({ path: 'workers', isSubpackage: true }),
    'workers/sum/index.js': 'const { add } = require("../add"); worker.onMessage(() => add(1, 2))',
    'workers/add.ts': 'export const add = (a: number, b: number): number => a + b;',
    'workers/alone.js': 'require("./table.json")',
    'workers/table.json': '[1]',
    'workers/data.bin': '',
  });
  expect(linesOf([...build.problems, ...build.warnings])).toEqual([]);
  expect(build.manifest?.workers).toEqual({
    root: 'workers',
    isSubpackage: true,
    logic: 'workers/workers.logic.js',
    logicMap: 'workers/workers.logic.js.map',
    scripts: ['workers/add.js', 'workers/alone.js', 'workers/sum/index.js'],
  });
  const opened = await openPackage(memorySource(build.files));
  const names = (text: string) => [...text.matchAll(/^defineModule\("([^"]+)"/gm)].map(([, name]) => name);
  expect(names(await opened.readText('workers/workers.logic.js'))).toEqual([
    'workers/add.js',
    'workers/alone.js',
    'workers/sum/index.js',
    'workers/table.json',
  ]);
  expect(names((await opened.part('')).logic).filter((name) => name?.startsWith('workers'))).toEqual([]);
  expect([...build.files.keys()].filter((path) => path.startsWith('workers'))).toEqual([
    'workers/workers.logic.js',
    'workers/workers.logic.js.map',
  ]);
});

test('what a worker requires from outside its folder is named, and stays outside', async () => {
  const build = await buildFiles({
    ...smallest,
    'app.json': app('workers/'),
    'utils/a.js': 'exports.a = 1',
    'workers/index.js': 'require("../utils/a")',
  });
  expect(linesOf([...build.problems, ...build.warnings])).toEqual([
    'workers/index.js:1:1 MODULE utils/a.js lies outside workers, the folder of the workers: a worker may not require it, so that throws',
  ]);
  const logic = new TextDecoder().decode(build.files.get('workers/workers.logic.js'));
  expect(logic).not.toContain('exports.a');
});

test('a folder that is none, or has no script, is said', async () => {
  for (const [workers, said] of [
    [7, 'app.json:1:42 CONFIG "workers" must name a folder of the project; it is ignored'],
    ['../x', 'app.json:1:42 CONFIG "workers" must name a folder of the project; it is ignored'],
    ['none', 'app.json:1:42 CONFIG "workers": there is no script in the folder none'],
  ] as const) {
    const build = await buildFiles({ ...smallest, 'app.json': app(workers) });
    expect(linesOf([...build.problems, ...build.warnings])).toEqual([said]);
  }
});
