import { expect, test } from '@playwright/test';
import { openWx } from '../wx/fixtures/fake-link.ts';

const answer = { statusCode: 200, header: { A: 'b' }, cookies: [] };

function ask(name: string, options: Record<string, unknown>, files?: (text: string) => string) {
  const opened = openWx({}, files);
  const heard: unknown[] = [];
  const note = (kind: string) => (given: unknown) => heard.push([kind, given]);
  const task = Object(opened.call(name, { success: note('success'), fail: note('fail'), ...options }));
  return {
    ...opened,
    heard,
    task,
    event: (event: string, data: object) => opened.notify('task', { task: 1, event, data: { ...data } }),
  };
}

test('a request sends its options as data and gives the parsed answer', () => {
  const { sent, settle, heard } = ask('request', {
    ...{ url: 'https://a.example/', data: { b: [1] }, header: { n: 1, none: null }, method: 'POST' },
  });
  expect(sent).toEqual([
    [
      'request',
      {
        ...{ url: 'https://a.example/', method: 'POST', header: { n: '1' }, task: 1 },
        data: { kind: 'value', value: { b: [1] } },
      },
    ],
  ]);
  settle({ ok: true, result: { ...answer, text: '{"x":1}' } });
  expect(heard).toEqual([['success', { ...answer, data: { x: 1 }, errMsg: 'request:ok' }]]);
});

test('text that is no JSON stays text, and text that is not to be parsed, too', () => {
  for (const [dataType, text] of [
    [undefined, '<html>'],
    ['text', '{"x":1}'],
  ]) {
    const { settle, heard } = ask('request', { url: 'u', dataType });
    settle({ ok: true, result: { ...answer, text: String(text) } });
    expect(heard).toMatchObject([['success', { data: text }]]);
  }
});

test('bytes go and come through the worker', () => {
  const files = (given: string): string => {
    const [name] = JSON.parse(given);
    return JSON.stringify({ result: name === 'base64' ? 'QUI=' : { words: [0x00ff0100], length: 3 } });
  };
  const { sent, settle, heard, operations } = ask(
    'request',
    { url: 'u', data: new Uint8Array([65, 66]).buffer },
    files,
  );
  expect(sent).toMatchObject([['request', { data: { kind: 'bytes', base64: 'QUI=' } }]]);
  expect(operations).toEqual(['["base64",{"latin1":"AB"}]']);
  settle({ ok: true, result: { ...answer, base64: 'AAH/' } });
  const [[, { data }]] = [Object(heard[0])];
  expect([...new Uint8Array(data)]).toEqual([0, 1, 255]);
});

test('a request that cannot be sent, or is refused, fails; there is a task and no promise', async () => {
  const cycle: Record<string, unknown> = {};
  cycle.cycle = cycle;
  const { heard, sent, task } = ask('request', { url: 'u', data: cycle });
  await expect.poll(() => heard.length).toBe(1);
  expect(heard).toEqual([
    ['fail', { errMsg: 'request:fail parameter error: the parameter is not data;', errno: 1001 }],
  ]);
  expect(sent).toEqual([]);
  expect(task).not.toBeInstanceOf(Promise);
  const other = ask('request', { url: 'u' });
  other.settle({ ok: false, error: { errMsg: 'fail url not in domain list', errno: 600002 } });
  expect(other.heard).toEqual([['fail', { errMsg: 'request:fail url not in domain list', errno: 600002 }]]);
});

test('a task aborts once, hears events, and stops hearing', () => {
  const { task, event, sent, settle } = ask('downloadFile', { url: 'u' });
  const seen: unknown[] = [];
  const hear = (data: unknown) => seen.push(data);
  task.onHeadersReceived(hear);
  task.onProgressUpdate(hear);
  event('headers', { header: {} });
  event('progress', { progress: 50 });
  task.offProgressUpdate(hear);
  event('progress', { progress: 60 });
  expect(seen).toEqual([{ header: {} }, { progress: 50 }]);
  task.abort();
  expect(sent.at(-1)).toEqual(['signalTask', { task: 1, signal: 'abort', data: null }]);
  settle({ ok: false, error: { errMsg: 'fail abort' } });
  task.abort();
  expect(sent.length).toBe(2);
});

test('who takes pieces says so, so that more may come', () => {
  const { event, sent } = ask('request', { url: 'u', enableChunked: true });
  for (let at = 0; at < 33; at += 1) event('chunk', { base64: '' });
  expect(sent.slice(1)).toEqual([
    ['signalTask', { task: 1, signal: 'heard', data: 16 }],
    ['signalTask', { task: 1, signal: 'heard', data: 16 }],
  ]);
});

test('a socket sends only when it is open, and the older members mean the latest one', async () => {
  const { task, event, sent, call, heard } = ask('connectSocket', { url: 'u' });
  const failed: unknown[] = [];
  task.send({ data: 'early', fail: (error: unknown) => failed.push(error) });
  await expect.poll(() => failed).toEqual([{ errMsg: 'SocketTask.send:fail SocketTask.readyState is not OPEN' }]);
  const global: unknown[] = [];
  call('onSocketOpen', () => global.push('replaced'));
  call('onSocketOpen', () => global.push('open'));
  call('onSocketMessage', ({ data }: { data: unknown }) => global.push(data));
  call('onSocketClose', ({ code }: { code: number }) => global.push(code));
  event('open', { header: {} });
  event('message', { text: 'hi' });
  expect(task.readyState).toBe(task.OPEN);
  call('sendSocketMessage', { data: 'x' });
  call('closeSocket', {});
  expect(sent.slice(1)).toEqual([
    ['signalTask', { task: 1, signal: 'send', data: { text: 'x' } }],
    ['signalTask', { task: 1, signal: 'close', data: { code: 1000, reason: '' } }],
  ]);
  event('close', { code: 1000, reason: '' });
  expect(global).toEqual(['open', 'hi', 1000]);
  expect(task.readyState).toBe(task.CLOSED);
  expect(heard).toEqual([]);
});

test('without a socket the older members fail', async () => {
  const { call } = openWx();
  await expect(call('sendSocketMessage', { data: 'x' })).rejects.toEqual({
    errMsg: 'sendSocketMessage:fail WebSocket is not connected',
  });
});

test('files: a synchronous call answers or throws, an asynchronous one waits until it is kept', async () => {
  let reply: object = { result: { data: 'text' } };
  const { call, operations, notify } = openWx({}, () => JSON.stringify(reply));
  const files = Object(call('getFileSystemManager'));
  expect(files.readFileSync('a', 'utf8')).toBe('text');
  expect(operations).toEqual(['["readFile",{"filePath":"a","encoding":"utf8"}]']);
  reply = { refused: 'no such file or directory a', errno: 1300002 };
  expect(() => files.readFileSync('a')).toThrow('readFileSync:fail no such file or directory a');
  await expect(files.readFile({ filePath: 'a' })).rejects.toEqual({
    errMsg: 'readFile:fail no such file or directory a',
    errno: 1300002,
  });
  reply = { result: {}, ticket: 4 };
  const heard: unknown[] = [];
  files.writeFile({ filePath: 'a', data: 'x', complete: (given: unknown) => heard.push(given) });
  expect(files.writeFileSync('a', 'x')).toBeUndefined();
  notify('files', { ticket: 3 });
  expect(heard).toEqual([]);
  notify('files', { ticket: 4 });
  expect(heard).toEqual([{ errMsg: 'writeFile:ok' }]);
});

test('files: a path that is no text is a parameter error, and nothing is asked', async () => {
  const { call, operations } = openWx();
  const files = Object(call('getFileSystemManager'));
  const reason = 'fail parameter error: parameter.filePath should be String instead of Undefined;';
  await expect(files.readFile({})).rejects.toEqual({ errMsg: `readFile:${reason}`, errno: 1001 });
  expect(() => files.readFileSync()).toThrow(`readFileSync:${reason}`);
  expect(() => files.copyFileSync('a', null)).toThrow('parameter.destPath should be String instead of Null');
  expect(operations).toEqual([]);
});

test('files: stats tell what they are of', () => {
  const { call } = openWx({}, () => JSON.stringify({ result: { stats: { mode: 0o040755, size: 0 } } }));
  const stats = Object(call('getFileSystemManager')).statSync('a');
  expect([stats.isDirectory(), stats.isFile(), stats.size]).toEqual([true, false, 0]);
});
