import { expect, test } from '@playwright/test';
import { pushSchema } from '../services/pushes/index.ts';
import { createPushClient, type PushSocket, type Told, toldSchema } from './push-client.ts';

class FakeSocket implements PushSocket {
  readonly words: string;
  closed = false;
  private readonly hear: ((event: { readonly data: unknown }) => void)[] = [];
  private readonly end: ((event: { readonly code: number }) => void)[] = [];
  constructor(address: string, protocols: readonly string[]) {
    this.words = [address, ...protocols].join(' ');
  }
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  addEventListener(type: 'close', listener: (event: { readonly code: number }) => void): void;
  addEventListener(
    ...[type, listener]:
      | ['message', (event: { readonly data: unknown }) => void]
      | ['close', (event: { readonly code: number }) => void]
  ) {
    if (type === 'message') this.hear.push(listener);
    else this.end.push(listener);
  }
  close() {
    this.closed = true;
  }
  say(data: unknown) {
    for (const hear of this.hear) hear({ data });
  }
  break(code: number) {
    for (const end of this.end) end({ code });
  }
}

function follow() {
  const sockets: FakeSocket[] = [];
  const pauses: number[] = [];
  const timers: (() => void)[] = [];
  const heard: Told[] = [];
  const client = createPushClient({
    connect(address, protocols) {
      const socket = new FakeSocket(address, protocols);
      sockets.push(socket);
      return socket;
    },
    setTimer(run, delayMs) {
      pauses.push(delayMs);
      timers.push(run);
      return () => timers.splice(timers.indexOf(run), 1);
    },
    ...{ token: 'T', address: 'ws://host' },
  });
  const state = { ended: 0 };
  const stop = client.follow(
    'S',
    (told) => heard.push(told),
    () => {
      state.ended += 1;
    },
  );
  return { sockets, pauses, timers, heard, state, stop };
}

test('what fits is heard; the line comes back, later each time, until something is heard again', () => {
  const { sockets, pauses, timers, heard, state, stop } = follow();
  expect(sockets[0]?.words).toBe('ws://host/api/pushes terrarium-push token.T session.S');
  sockets[0]?.say('{"kind":"ready"}');
  sockets[0]?.say('{"kind":"something newer"}');
  sockets[0]?.say('{"kind":"grants","app":"pizza","more":1}');
  sockets[0]?.say(new ArrayBuffer(1));
  expect(heard).toEqual([{ kind: 'ready' }, { kind: 'grants', app: 'pizza' }]);
  for (let count = 0; count < 7; count += 1) {
    sockets.at(-1)?.break(1006);
    timers.pop()?.();
  }
  sockets.at(-1)?.say('{"kind":"ready"}');
  sockets.at(-1)?.break(1001);
  expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 1_000]);
  stop();
  expect([timers.length, state.ended]).toEqual([0, 0]);
});

test('a session that is over is not asked for again, and one that nobody follows is closed', () => {
  const over = follow();
  over.sockets[0]?.break(4401);
  expect([over.state.ended, over.pauses]).toEqual([1, []]);
  const left = follow();
  left.stop();
  left.sockets[0]?.say('{"kind":"ready"}');
  left.sockets[0]?.break(1000);
  expect([left.sockets[0]?.closed, left.heard, left.state.ended, left.pauses]).toEqual([true, [], 0, []]);
});

test('the shell knows all that the services tell, field by field', () => {
  const shapes = (options: typeof pushSchema.options | typeof toldSchema.options) =>
    options.map(({ entries }) => [entries.kind.literal, Object.keys(entries).sort()]).sort();
  const known = shapes(toldSchema.options).filter(([kind]) => kind !== 'ready');
  expect(known).toEqual(shapes(pushSchema.options));
});
