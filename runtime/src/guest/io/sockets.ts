import { isArray, isFunction, isObject } from '../intrinsics.ts';
import { done, failed, jsonOf, later, method, type Options } from '../wx/method.ts';
import type { Bytes } from './door.ts';
import { createListeners, type Listeners, type Tasks } from './tasks.ts';
import { textsOf } from './transfers.ts';
import type { IoKit } from './types.ts';

const events = ['Open', 'Message', 'Error', 'Close'] as const;
const states = { CONNECTING: 0, OPEN: 1, CLOSING: 2, CLOSED: 3 } as const;

interface Socket {
  readonly handle: Options;
  readonly send: (options?: unknown) => unknown;
  readonly close: (options?: unknown) => unknown;
}

/** `wx.connectSocket`, and the older members that are about the socket opened last. */
export function socketMembers({ link }: IoKit, tasks: Tasks, bytes: Bytes) {
  const common = createListeners(link, 'wx');
  let latest: Socket | undefined;

  const connect = (given?: unknown): Options => {
    const listeners = createListeners(link, 'SocketTask');
    let state: number = states.CONNECTING;
    const tell = (event: string, data: unknown) => {
      if (latest === socket) common.tell(event, data);
      listeners.tell(event, data);
    };
    const line = tasks.open((event, data) => {
      if (event === 'open') {
        state = states.OPEN;
        tell('Open', data);
      } else if (event === 'message') {
        tell('Message', { data: data.base64 === undefined ? data.text : bytes.fromBase64(String(data.base64)) });
      } else if (event === 'error') {
        tell('Error', data);
      } else if (event === 'close') {
        state = states.CLOSED;
        line.end();
        tell('Close', data);
      }
    });
    const send = (name: string) =>
      method(link, name, ({ data }, settle) => {
        if (state !== states.OPEN) {
          later(settle, failed('fail SocketTask.readyState is not OPEN'));
          return;
        }
        const binary = bytes.of(data);
        line.signal('send', binary === undefined ? { text: String(data ?? '') } : { base64: bytes.toBase64(binary) });
        later(settle, done());
      });
    const close = (name: string) =>
      method(link, name, ({ code, reason }, settle) => {
        if (state === states.CLOSED) {
          later(settle, failed('fail SocketTask.readyState is CLOSED'));
          return;
        }
        state = states.CLOSING;
        line.signal('close', { code: typeof code === 'number' ? code : 1000, reason: String(reason ?? '') });
        later(settle, done());
      });
    const handle: Record<string, unknown> = {
      ...states,
      send: send('SocketTask.send'),
      close: close('SocketTask.close'),
    };
    Object.defineProperty(handle, 'readyState', { enumerable: true, get: () => state });
    for (const event of events) handle[`on${event}`] = listeners.on(event);
    const socket: Socket = { handle, send: send('sendSocketMessage'), close: close('closeSocket') };
    latest = socket;

    const call = method(link, 'connectSocket', (options, settle) => {
      const params = jsonOf({ ...options, header: textsOf(options.header), protocols: listOf(options.protocols) });
      if (params === undefined) later(settle, failed('fail parameter error: the parameter is not data;', 1001));
      else {
        link.call('connectSocket', { ...params, task: line.task }, (outcome) => {
          settle(outcome);
          if (outcome.ok) return;
          state = states.CLOSED;
          line.end();
          tell('Error', { errMsg: outcome.error.errMsg });
        });
      }
    });
    const options = isObject(given) ? given : {};
    const { complete } = options;
    call(isObject(given) ? { ...options, complete: isFunction(complete) ? complete : () => undefined } : given);
    return handle;
  };

  const onLatest = (name: string, run: (socket: Socket, options: unknown) => unknown) => (options?: unknown) =>
    latest === undefined
      ? method(link, name, (_options, settle) => later(settle, failed('fail WebSocket is not connected')))(options)
      : run(latest, options);
  return {
    connectSocket: connect,
    sendSocketMessage: onLatest('sendSocketMessage', ({ send }, options) => send(options)),
    closeSocket: onLatest('closeSocket', ({ close }, options) => close(options)),
    ...legacy(common),
  };
}

/** One listener each, as they were: the last counts. */
function legacy(common: Listeners) {
  return Object.fromEntries(
    events.map((event) => [
      `onSocket${event}`,
      (listener: unknown) => {
        common.off(event)(undefined);
        common.on(event)(listener);
      },
    ]),
  );
}

const listOf = (value: unknown): string[] => (isArray(value) ? value.map(String) : []);
