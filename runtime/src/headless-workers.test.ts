import { expect, test } from '@playwright/test';
import { buildFiles, type Files, removeProjects } from './compiler/testing/temporary-project.ts';
import { type HeadlessOptions, openHeadless } from './headless.ts';

test.afterEach(removeProjects);

const page = `
  Page({
    data: { heard: [] },
    make(path = 'workers/index.js') {
      this.worker = wx.createWorker(path, { useExperimentalWorker: true });
      this.worker.onMessage((message) => this.note(message));
      this.worker.onError(({ message }) => this.note('error ' + message));
      this.worker.onProcessKilled(() => this.note('killed'));
    },
    note(what) { this.last = what; this.setData({ heard: [...this.data.heard, what] }); },
    post(message) { this.worker.postMessage(message); },
    twice() {
      this.make();
      try { wx.createWorker('workers/index.js'); } catch (error) { this.note(error.message); }
      this.worker.terminate();
      this.worker.postMessage('late');
      this.make();
      this.post({ kind: 'echo', value: 'second' });
    },
    bytes() { this.post({ kind: 'echo', value: { list: new Uint8Array([1, 2, 255]).buffer, n: 1 } }); },
  });`;

const files: Files = {
  'app.json': '{"pages": ["pages/index/index"], "workers": "workers"}',
  'pages/index/index.js': page,
  'pages/index/index.wxml': '<view id="out">{{heard.length}}</view><view id="tap" bindtap="make"/>',
  'workers/index.js': `
    const { fibonacci } = require('./lib/fibonacci');
    let count = 0;
    worker.onMessage((message) => {
      count += 1;
      if (message.kind === 'fibonacci') worker.postMessage({ count, value: fibonacci(message.n) });
      else if (message.kind === 'echo') worker.postMessage(message.value);
      else if (message.kind === 'globals')
        worker.postMessage(['wx', 'App', 'Page', 'door', 'getApp', 'window', 'Atomics', 'SharedArrayBuffer'].map((name) => typeof globalThis[name]));
      else if (message.kind === 'names') worker.postMessage(Object.keys(globalThis).sort());
      else if (message.kind === 'loop') for (;;);
      else if (message.kind === 'fill') { const all = []; for (;;) all.push(new Uint8Array(1 << 20)); }
      else if (message.kind === 'kill') worker.testOnProcessKilled();
      else if (message.kind === 'flood') for (let at = 0; at < message.n; at += 1) worker.postMessage(at);
      else if (message.kind === 'outside') require('../app.js');
      else if (message.kind === 'throw')
        throw new RangeError('too ' + 'much');
    });`,
  'workers/lib/fibonacci.ts':
    'export function fibonacci(n: number): number { return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2); }',
};

type Argument = string | number | Readonly<Record<string, unknown>>;

async function open(options: HeadlessOptions = {}, changed: Files = {}) {
  const program = await openHeadless(await buildFiles({ ...files, ...changed }), options);
  const call = (method: string, ...args: readonly Argument[]) =>
    program.inspect('call-method', {
      page: program.pages()[0]?.page ?? 0,
      method,
      args: JSON.parse(JSON.stringify(args)),
    });
  const heard = async () => Object(await program.data()).heard;
  const problems = () =>
    program.problems.map(({ code, message, position }) =>
      `${code} ${position === undefined ? '' : `${position.file}:${position.line} `}${message}`.slice(0, 160),
    );
  return { program, call, heard, problems };
}

test('a program computes in its worker; messages go both ways, in order, also those sent before it runs', async () => {
  const { program, call, heard, problems } = await open();
  await program.inspect('evaluate', {
    source: `{
      const page = getCurrentPages()[0];
      page.make();
      for (const n of [5, 10, 15]) page.post({ kind: 'fibonacci', n });
      page.post({ kind: 'echo', value: { text: 'é', list: [1, null] } });
    }`,
  });
  const four = [
    { count: 1, value: 5 },
    { count: 2, value: 55 },
    { count: 3, value: 610 },
    { text: 'é', list: [1, null] },
  ];
  await expect.poll(heard).toEqual(four);
  await call('post', { kind: 'fibonacci', n: 3 });
  await expect.poll(heard).toEqual([...four, { count: 5, value: 2 }]);
  expect(problems()).toEqual([]);
  program.dispose();
});

test('bytes are copied', async () => {
  const { program, call, heard } = await open();
  await call('make');
  await call('bytes');
  await expect.poll(async () => (await heard()).length).toBe(1);
  expect(
    await program.inspect('evaluate', {
      source: `{ const { list, n } = getCurrentPages()[0].last; [list instanceof ArrayBuffer, [...new Uint8Array(list)], n] }`,
    }),
  ).toEqual([true, [1, 2, 255], 1]);
  program.dispose();
});

test('a worker has its globals and nothing of the program’s', async () => {
  const { program, call, heard } = await open();
  await call('make');
  await call('post', { kind: 'globals' });
  await expect.poll(heard).toEqual([Array(8).fill('undefined')]);
  await call('post', { kind: 'names' });
  await expect
    .poll(async () => (await heard())[1])
    .toEqual([
      ...['TextDecoder', 'TextEncoder', 'clearInterval', 'clearTimeout', 'console', 'defineModule', 'global'],
      ...['queueMicrotask', 'setInterval', 'setTimeout', 'structuredClone', 'worker'],
    ]);
  program.dispose();
});

test('an error in a worker is reported with its file and line, and told to both; it goes on', async () => {
  const { program, call, heard, problems } = await open();
  await call('make');
  await call('post', { kind: 'throw' });
  await call('post', { kind: 'outside' });
  await call('post', { kind: 'echo', value: 'on' });
  await expect.poll(async () => (await heard()).length).toBe(3);
  expect(problems()).toEqual([
    'SCRIPT workers/index.js:17 in the worker workers/index.js: listener of worker.onMessage: RangeError: too much',
    expect.stringMatching(/^MODULE workers\/index.js:15 in the worker .*module '..\/app.js' is not defined/),
  ]);
  expect(await heard()).toEqual([
    'error RangeError: too much',
    expect.stringContaining("module '../app.js' is not defined"),
    'on',
  ]);
  program.dispose();
});

test('a path that is no worker names the folder and the line that asked', async () => {
  const { program, call, heard, problems } = await open();
  await call('make', 'worker/index.js');
  const said =
    'createWorker:fail worker/index.js is no script in the folder workers, which app.json names as "workers"; there is workers/index.js, workers/lib/fibonacci.js';
  await expect.poll(heard).toEqual([`error ${said}`]);
  expect(program.problems).toMatchObject([
    { message: `wx.createWorker: Error: ${said}`, position: { file: 'pages/index/index.js', line: 5 } },
  ]);
  await call('make');
  expect(problems().length).toBe(1);
  program.dispose();

  const without = await open({}, { 'app.json': '{"pages": ["pages/index/index"]}' });
  await without.call('make');
  await expect.poll(without.heard).toEqual([expect.stringContaining('fail app.json names no folder of workers')]);
  without.program.dispose();
});

test('one worker at a time; one that was ended makes room, and hears and says nothing more', async () => {
  const { program, call, heard } = await open();
  await call('twice');
  await expect
    .poll(heard)
    .toEqual([
      'createWorker:fail there may be one worker at a time: end the other one with terminate() first',
      'second',
    ]);
  expect(program.warnings).toMatchObject([{ code: 'WORKER', message: 'a message to a worker that has ended is lost' }]);
  program.dispose();
});

test('an endless loop ends the worker alone, at its limit; the program is told, lives, and makes another', async () => {
  const { program, call, heard, problems } = await open({ workerLimits: { turnMs: 300 } });
  await call('make');
  await call('post', { kind: 'loop' });
  // While it loops the program answers.
  await call('note', 'alive');
  expect(await heard()).toEqual(['alive']);
  await expect.poll(heard).toEqual(['alive', 'killed']);
  expect(problems()).toEqual([
    expect.stringMatching(
      /^LIMIT_TIME workers\/index.js:11 The worker workers\/index.js was ended: code ran longer than 300 ms/,
    ),
  ]);
  await call('make');
  await call('post', { kind: 'echo', value: 'again' });
  await expect.poll(heard).toEqual(['alive', 'killed', 'again']);
  expect(program.ended).toBeUndefined();
  program.dispose();
});

test('a worker has memory of its own: full, it ends alone', async () => {
  const { program, call, heard, problems } = await open();
  await call('make');
  await call('post', { kind: 'fill' });
  await expect.poll(heard).toEqual(['killed']);
  expect(problems()).toEqual([expect.stringMatching(/^LIMIT_MEMORY .*The worker workers\/index.js was ended: /)]);
  expect(program.ended).toBeUndefined();
  await call('make');
  await call('post', { kind: 'kill' });
  await expect.poll(heard).toEqual(['killed', 'killed']);
  program.dispose();
});

test('a worker that floods waits for its program, and nothing is lost', async () => {
  const { program, call } = await open();
  await program.inspect('evaluate', {
    source: `getCurrentPages()[0].note = function (what) { this.all = [...(this.all ?? []), what]; }`,
  });
  await call('make');
  await call('post', { kind: 'flood', n: 1000 });
  const count = () => program.inspect('evaluate', { source: 'getCurrentPages()[0].all?.length ?? 0' });
  await expect.poll(count).toBe(1000);
  expect(await program.inspect('evaluate', { source: 'getCurrentPages()[0].all.every((one, at) => one === at)' })).toBe(
    true,
  );
  program.dispose();
});
