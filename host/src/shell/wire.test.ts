import { expect, test } from '@playwright/test';
import { eventTexts } from './event-texts.ts';
import { readLink } from './link.ts';
import { problemFrom } from './program/problem-data.ts';
import { createReportLog } from './program/report-log.ts';
import { textsFor } from './texts.ts';

function streamOf(...chunks: readonly string[]): ReadableStream<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(encoder.encode(chunk));
      controller.close();
    },
  });
}

test('events are read whole, however the stream is cut', async () => {
  const found: string[] = [];
  for await (const text of eventTexts(streamOf(': open\n\nda', 'ta: {"a":1}\n', '\ndata: {"b":2}\n\ndata: half'))) {
    found.push(text);
  }
  expect(found).toEqual(['{"a":1}', '{"b":2}']);
});

test('a link names program, page, query and scene', () => {
  expect(readLink('?open=todos&path=pages/edit/edit&query=id%3D3%26from%3Da%2520b&scene=1011')).toEqual({
    appId: 'todos',
    launch: { path: 'pages/edit/edit', query: { id: '3', from: 'a b' }, scene: 1011 },
  });
  expect(readLink('?open=todos')).toEqual({ appId: 'todos', launch: { path: undefined, query: {}, scene: undefined } });
  expect(readLink('?path=x')).toBeUndefined();
  expect(readLink('?open=todos&scene=x')?.launch.scene).toBeUndefined();
});

test('a problem that cannot be read is our own', () => {
  const problem = { code: 'SCRIPT', message: 'boom', position: { file: 'a.js', line: 1, column: 2 }, more: 1 };
  expect(problemFrom(problem)).toEqual({ code: 'SCRIPT', message: 'boom', position: problem.position });
  expect(problemFrom({ code: 'toString', message: 'x' }).code).toBe('INTERNAL');
  expect(problemFrom(null).code).toBe('INTERNAL');
});

test('log lines are posted in order, one batch at a time', async () => {
  const batches: string[][] = [];
  let done: () => void = () => {};
  const all = new Promise<void>((resolve) => {
    done = resolve;
  });
  const log = createReportLog(async (lines) => {
    batches.push(lines.map((line) => (line.kind === 'log' ? line.text : '')));
    if (batches.flat().length === 450) done();
  });
  for (let at = 0; at < 450; at += 1) log.add({ kind: 'log', level: 'log', text: String(at) });
  await all;
  expect(batches.map((batch) => batch.length)).toEqual([200, 200, 50]);
  expect(batches.flat()).toEqual(Array.from({ length: 450 }, (_, at) => String(at)));
});

test('a flood of log lines loses the oldest and says how many', async () => {
  const texts: string[] = [];
  let done: () => void = () => {};
  const last = new Promise<void>((resolve) => {
    done = resolve;
  });
  const log = createReportLog(async (lines) => {
    for (const line of lines) if (line.kind === 'log') texts.push(line.text);
    if (texts.at(-1) === '2999') done();
  });
  for (let at = 0; at < 3_000; at += 1) log.add({ kind: 'log', level: 'log', text: String(at) });
  await last;
  expect(texts).toHaveLength(2_000);
  expect(texts.slice(0, 2)).toEqual(['1001 lines were too many and are left out', '1001']);
});

test('Chinese for Chinese, English for everybody else', () => {
  expect(textsFor('zh-CN').home).toBe('首页');
  expect(textsFor('zh').home).toBe('首页');
  expect(textsFor('en-GB').home).toBe('Home');
  expect(textsFor('zhx').home).toBe('Home');
});
