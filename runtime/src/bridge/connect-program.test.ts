import { expect, test } from '@playwright/test';
import type { CallOutcome } from '../protocol/capabilities.ts';
import type { ToPlayer } from '../protocol/messages.ts';
import type { Bridge } from './bridge.ts';
import { type ConnectOptions, connectProgram, type ProgramPort } from './connect-program.ts';

type Listener = (event: { readonly data: unknown }) => void;

function open(answers: (request: unknown) => Promise<CallOutcome>, options: ConnectOptions = {}) {
  const listeners = new Set<Listener>();
  const posted: ToPlayer[] = [];
  const port: ProgramPort = {
    postMessage: (message) => posted.push(message),
    addEventListener: (_type, listener) => listeners.add(listener),
    removeEventListener: (_type, listener) => listeners.delete(listener),
  };
  const bridge: Bridge = {
    appId: 'todos',
    handle: answers,
    onTaskEvent: () => () => undefined,
    dispose: () => undefined,
  };
  const connection = connectProgram(port, bridge, options);
  const say = (data: unknown) => {
    for (const listener of listeners) listener({ data });
  };
  return { connection, posted, say, listeners };
}

const request = (id: unknown) => ({ kind: 'request', id, name: 'x', params: {} });

test('answers carry the number of their request', async () => {
  const { posted, say } = open(async (given) =>
    JSON.stringify(given).includes(':1,')
      ? { ok: true, result: { a: 1 } }
      : { ok: false, error: { errMsg: 'fail no' } },
  );
  say(request(1));
  say(request(2));
  await expect.poll(() => posted.length).toBe(2);
  expect(posted).toEqual([
    { kind: 'result', id: 1, result: { a: 1 } },
    { kind: 'error', id: 2, error: { errMsg: 'fail no' } },
  ]);
});

test('reports are validated, and what is neither is dropped', () => {
  const reports: unknown[] = [];
  let misfits = 0;
  const { say, posted } = open(async () => ({ ok: true, result: {} }), {
    onReport: (report) => reports.push(report),
    onMisfit: () => {
      misfits += 1;
    },
  });
  for (const data of [{ kind: 'ready' }, { kind: 'ready', x: 1 }, 'ready', null, { kind: 'start' }, request('1')]) {
    say(data);
  }
  expect(reports).toEqual([{ kind: 'ready' }]);
  expect(misfits).toBe(5);
  expect(posted).toEqual([]);
});

test('after dispose nothing is heard and late answers are dropped', async () => {
  let release: (outcome: CallOutcome) => void = () => {};
  const late = new Promise<CallOutcome>((resolve) => {
    release = resolve;
  });
  const { connection, posted, say, listeners } = open(() => late);
  say(request(1));
  connection.dispose();
  release({ ok: true, result: {} });
  await late;
  await Promise.resolve();
  connection.notify('onX', {});
  expect(posted).toEqual([]);
  expect(listeners.size).toBe(0);
});

test('notices go out', () => {
  const { connection, posted } = open(async () => ({ ok: true, result: {} }));
  connection.notify('onNetworkStatusChange', { isConnected: false });
  expect(posted).toEqual([{ kind: 'notify', name: 'onNetworkStatusChange', data: { isConnected: false } }]);
});
