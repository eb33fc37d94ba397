import type { GuestEntry } from '../../protocol/sandbox.ts';
import { defineAbsent } from '../environment/absent.ts';
import { createConsole } from '../environment/console.ts';
import { defineNumberFormat } from '../environment/number-format.ts';
import { cloneStructured } from '../environment/structured-clone.ts';
import { GuestTextDecoder, GuestTextEncoder } from '../environment/text-encoding.ts';
import { createTimers } from '../environment/timers.ts';
import { defineGlobal } from '../globals.ts';
import { isFunction, isObject, microtask, parseMessages } from '../intrinsics.ts';
import { readMessage, writeMessage } from '../message-text.ts';
import { createModules } from '../modules.ts';
import { createOutbox, type Door } from '../outbox.ts';
import { createReporter } from '../reporter.ts';

type Event = 'onMessage' | 'onError';

/**
 * Starts the realm of a program's worker: modules, console, timers and `worker`. There is no `wx` and no page; what is
 * said goes to the player, which hands it to the program as text. As the program's own base library, it holds nothing
 * that program code could gain.
 */
export function createEntry(door: Door, realm: object = globalThis): GuestEntry {
  const outbox = createOutbox(door);
  const reporter = createReporter(outbox);
  const now = (): number => Number(door('now', ''));
  const timers = createTimers(door, reporter);
  const modules = createModules();
  const heard = new Map<Event, ((value: unknown) => unknown)[]>();

  const on = (event: Event) => (listener: unknown) => {
    if (isFunction(listener)) heard.set(event, [...(heard.get(event) ?? []), listener]);
  };
  const tell = (event: Event, value: unknown): void => {
    for (const listener of heard.get(event) ?? [])
      reporter.guard(listener, undefined, [value], 'listener', `worker.${event}`);
  };
  reporter.onFailed((message) => tell('onError', { message }));

  const worker = {
    env: { USER_DATA_PATH: 'wxfile://usr' },
    postMessage: (message: unknown) => outbox.post({ kind: 'tell', name: 'post', params: writeMessage(message) }),
    onMessage: on('onMessage'),
    onError: on('onError'),
    testOnProcessKilled: () => outbox.post({ kind: 'tell', name: 'kill', params: null }),
    getCameraFrameData: () => reporter.warn('UNSUPPORTED_API', 'worker.getCameraFrameData gives nothing here.'),
  };

  defineAbsent(realm);
  for (const [name, value] of Object.entries({
    global: realm,
    worker,
    console: createConsole(door, now),
    setTimeout: timers.setTimeout,
    clearTimeout: timers.clear,
    setInterval: timers.setInterval,
    clearInterval: timers.clear,
    queueMicrotask(job: unknown) {
      if (!isFunction(job)) throw new TypeError('queueMicrotask needs a function');
      microtask(() => reporter.guard(job, undefined, [], 'callback', 'queueMicrotask'));
    },
    structuredClone: cloneStructured,
    TextEncoder: GuestTextEncoder,
    TextDecoder: GuestTextDecoder,
    defineModule: modules.define,
  })) {
    defineGlobal(realm, name, value);
  }
  if (!('Intl' in globalThis)) defineNumberFormat();

  const hear = (data: unknown): void => {
    // Before it is heard: whoever waits for it may send the next while this one is worked on.
    outbox.post({ kind: 'tell', name: 'taken', params: null });
    if (isObject(data) && typeof data.text === 'string') tell('onMessage', readMessage(data.text));
  };
  return {
    receive(text) {
      for (const message of parseMessages(text)) {
        if (message.kind === 'main' && message.appScript !== undefined) {
          try {
            modules.run(message.appScript);
          } catch (error) {
            reporter.failed(`loading ${message.appScript}`, error);
          }
        } else if (message.kind === 'notify') {
          hear(message.data);
        }
      }
    },
    timer: timers.fire,
    flush: outbox.send,
    // The player is told by the sandbox, and tells the program.
    failed: (_kind, message) => tell('onError', { message }),
  };
}
