import { expect, test } from '@playwright/test';
import { blockId } from '../protocol/ids.ts';
import type { Json } from '../protocol/json.ts';
import type { PlayerReport } from '../protocol/messages.ts';
import type { PageTree } from '../view/index.ts';
import { createPageTree } from '../view/index.ts';
import { createInspector, type Inspectable } from './index.ts';

function openTree(): PageTree {
  const tree = createPageTree({
    skeleton: () => ({
      source: 'p.wxml',
      holes: 0,
      roots: [
        { kind: 'element', tag: 'view', attributes: { class: 'row' }, children: [{ kind: 'text', text: 'hello' }] },
      ],
    }),
  });
  tree.apply([[0, blockId(1), 0, 0, 0, 0, 0, []]]);
  return tree;
}

function openProgram(development = true) {
  const asked: Json[] = [];
  const listeners = new Set<(report: PlayerReport) => void>();
  const tree = openTree();
  const program: Inspectable = {
    development,
    pages: () => [{ page: 3, route: 'a', query: {}, ready: true, nodes: 2, firstRenderMs: undefined }],
    tree: () => tree,
    async inspect(method, params) {
      asked.push([method, params]);
      return 'answer';
    },
    simulateKeyboard: (height) => void asked.push(['keyboard', height]),
    problems: [{ code: 'SCRIPT', message: 'no', position: undefined }],
    warnings: [],
    onReport(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const report = (report: PlayerReport) => {
    for (const hear of listeners) hear(report);
  };
  return { program, asked, report };
}

for (const [method, params, expected] of [
  ['Terrarium.getData', null, ['page-data', { page: 3 }]],
  ['Terrarium.getData', { page: 1 }, ['page-data', { page: 1 }]],
  ['Terrarium.setData', { data: { a: 1 } }, ['set-page-data', { page: 3, data: { a: 1 } }]],
  ['Terrarium.callMethod', { method: 'go', args: [1] }, ['call-method', { page: 3, method: 'go', args: [1] }]],
  ['Terrarium.setKeyboard', { height: 300 }, ['keyboard', 300]],
  ['Runtime.evaluate', { expression: '1' }, ['evaluate', { source: '1' }]],
] as [string, Json, Json][]) {
  test(`${method} ${JSON.stringify(params)} asks the guest`, async () => {
    const { program, asked } = openProgram();
    await createInspector(program).handle(method, params);
    expect(asked).toEqual([expected]);
  });
}

test('pages, tree, nodes and problems are answered without the guest', async () => {
  const { program, asked } = openProgram();
  const { handle } = createInspector(program);
  expect(await handle('Terrarium.getPages', {})).toEqual([{ page: 3, route: 'a', query: {}, ready: true, nodes: 2 }]);
  expect(await handle('Terrarium.getProblems', {})).toEqual({
    problems: [{ code: 'SCRIPT', message: 'no' }],
    warnings: [],
  });
  expect(await handle('Terrarium.find', { selector: '.row' })).toEqual([
    { block: 1, node: 0, tag: 'view', text: 'hello', class: 'row' },
  ]);
  expect(JSON.stringify(await handle('Terrarium.getTree', {}))).toContain('hello');
  expect(asked).toEqual([]);
});

for (const [method, params, code] of [
  ['Debugger.fly', {}, -32601],
  ['toString', {}, -32601],
  ['Terrarium.setData', { data: 1 }, -32602],
  ['Terrarium.setKeyboard', { height: -1 }, -32602],
  ['Terrarium.find', { selector: '>>' }, -32000],
] as [string, Json, number][]) {
  test(`${method} ${JSON.stringify(params)} fails with ${code}`, async () => {
    await expect(createInspector(openProgram().program).handle(method, params)).rejects.toMatchObject({ code });
  });
}

test('nothing is evaluated in a package that is not a development one', async () => {
  const { program, asked } = openProgram(false);
  await expect(createInspector(program).handle('Runtime.evaluate', { expression: '1' })).rejects.toMatchObject({
    code: -32000,
  });
  expect(asked).toEqual([]);
});

test('logs and problems become events', () => {
  const { program, report } = openProgram();
  const events: Json[] = [];
  const stop = createInspector(program).onEvent((method, params) => events.push([method, params]));
  report({ kind: 'log', level: 'warn', text: 'hm', position: 'a.js:1:2' });
  report({ kind: 'problem', problem: { code: 'SCRIPT' }, fatal: false });
  report({ kind: 'ready' });
  stop();
  report({ kind: 'log', level: 'log', text: 'late' });
  expect(events).toEqual([
    ['Runtime.consoleAPICalled', { type: 'warning', args: [{ type: 'string', value: 'hm' }], position: 'a.js:1:2' }],
    ['Terrarium.problem', { code: 'SCRIPT' }],
  ]);
});
