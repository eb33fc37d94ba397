import { isObject } from '../intrinsics.ts';
import { readMessage, writeMessage } from '../message-text.ts';
import type { WxLink } from '../wx-link.ts';
import { createListeners, type Listeners } from './tasks.ts';

interface Line {
  readonly number: number;
  readonly listeners: Listeners;
}

/** `wx.createWorker`: the worker itself is a realm of its own, started by the player. At most one at a time, as documented. */
export function workerMembers(link: WxLink): Record<string, (...values: unknown[]) => unknown> {
  let current: Line | undefined;
  let last = 0;

  link.onNotify('worker', (given) => {
    if (!isObject(given) || current === undefined || given.worker !== current.number) return;
    const { listeners, number } = current;
    if (given.type === 'message') {
      // The player waits for this before it sends many more.
      link.tell('orderWorker', { worker: number, action: 'taken' });
      listeners.tell('onMessage', readMessage(String(given.text)));
    } else if (given.type === 'error') {
      listeners.tell('onError', { message: given.text });
    } else if (given.type === 'killed') {
      current = undefined;
      listeners.tell('onProcessKilled', {});
    }
  });

  const start = (path: string): unknown => {
    last += 1;
    const line: Line = { number: last, listeners: createListeners(link, 'Worker') };
    const { number, listeners } = line;
    current = line;
    // Made here, so that it tells where the program asked.
    const failure = new Error();
    link.call('orderWorker', { worker: number, action: 'create', path }, (outcome) => {
      if (outcome.ok) return;
      if (current === line) current = undefined;
      failure.message = `createWorker:${outcome.error.errMsg}`;
      link.guard('wx.createWorker', () => {
        throw failure;
      });
      listeners.tell('onError', { message: failure.message });
    });
    return {
      postMessage(message: unknown) {
        const text = writeMessage(message);
        if (current === line) link.tell('orderWorker', { worker: number, action: 'post', text });
        else link.warn('WORKER', 'a message to a worker that has ended is lost');
      },
      onMessage: listeners.on('onMessage'),
      onError: listeners.on('onError'),
      onProcessKilled: listeners.on('onProcessKilled'),
      terminate() {
        if (current !== line) return;
        current = undefined;
        link.tell('orderWorker', { worker: number, action: 'stop' });
      },
    };
  };

  return {
    createWorker(path) {
      if (typeof path !== 'string' || path === '') {
        throw new TypeError('createWorker:fail parameter error: scriptPath must be the path of a script, as text');
      }
      if (current !== undefined) {
        throw new Error(
          'createWorker:fail there may be one worker at a time: end the other one with terminate() first',
        );
      }
      return start(path);
    },
  };
}
