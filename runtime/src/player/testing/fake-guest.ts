import type { Problem } from '../../protocol/errors.ts';
import type { Json } from '../../protocol/json.ts';
import type { GuestMessage, HostMessage } from '../../protocol/messages.ts';
import type { LogLine } from '../../protocol/sandbox.ts';
import type { Sandbox } from '../../sandbox/index.ts';

/** A sandbox whose guest a test plays: what the player delivers is kept, what the test sends arrives. */
export interface FakeGuest {
  readonly sandbox: Sandbox;
  /** Everything delivered so far, `inspect` aside. */
  readonly heard: HostMessage[];
  readonly loaded: string[];
  readonly acknowledged: number;
  readonly disposed: boolean;
  /** Answers each delivered message at once; by default a page draws one block when it opens. */
  answer: (message: HostMessage) => readonly GuestMessage[];
  send(...messages: readonly GuestMessage[]): void;
  sendText(text: string): void;
  log(line: LogLine): void;
  fail(problem: Problem): void;
  end(problem: Problem): void;
  /** A `wx` call; resolves with what comes back. */
  call(name: string, params?: Json): Promise<Extract<HostMessage, { kind: 'settle' | 'fail' }>>;
  /** `kind page` of each delivered message since the last `take`, in words: `open-page 1`. */
  take(): string[];
}

export function createFakeGuest(): FakeGuest {
  const heard: HostMessage[] = [];
  const loaded: string[] = [];
  const sends = new Set<(text: string) => void>();
  const logs = new Set<(line: LogLine) => void>();
  const failures = new Set<(problem: Problem) => void>();
  const endings = new Set<(problem: Problem) => void>();
  const calls = new Map<number, (message: Extract<HostMessage, { kind: 'settle' | 'fail' }>) => void>();
  let acknowledged = 0;
  let disposed = false;
  let lastCall = 0;
  let taken = 0;
  const subscribe = <Listener>(set: Set<Listener>) => {
    return (listener: Listener) => {
      set.add(listener);
      return () => void set.delete(listener);
    };
  };
  const guest: FakeGuest = {
    heard,
    loaded,
    get acknowledged() {
      return acknowledged;
    },
    get disposed() {
      return disposed;
    },
    answer: drawOnOpen,
    send: (...messages) => guest.sendText(JSON.stringify(messages)),
    sendText(text) {
      for (const hear of sends) hear(text);
    },
    log(line) {
      for (const hear of logs) hear(line);
    },
    fail(problem) {
      for (const hear of failures) hear(problem);
    },
    end(problem) {
      for (const hear of endings) hear(problem);
    },
    call(name, params = {}) {
      lastCall += 1;
      const call = lastCall;
      const settled = new Promise<Extract<HostMessage, { kind: 'settle' | 'fail' }>>((resolve) => {
        calls.set(call, resolve);
      });
      guest.send({ kind: 'call', call, name, params });
      return settled;
    },
    take() {
      const fresh = heard.slice(taken);
      taken = heard.length;
      return fresh.map((message) => ('page' in message ? `${message.kind} ${message.page}` : message.kind));
    },
    sandbox: {
      async load(file) {
        loaded.push(file);
      },
      deliver(messages) {
        for (const message of messages) {
          if (message.kind !== 'inspect') heard.push(message);
          if (message.kind === 'settle' || message.kind === 'fail') calls.get(message.call)?.(message);
          // As from a worker: never in the same turn.
          queueMicrotask(() => {
            const answers: readonly GuestMessage[] =
              message.kind === 'inspect'
                ? [{ kind: 'inspected', id: message.id, result: null }]
                : guest.answer(message);
            if (answers.length > 0 && !disposed) guest.send(...answers);
          });
        }
      },
      acknowledge(count) {
        acknowledged += count;
      },
      extend: () => undefined,
      onExtended: () => () => undefined,
      onSend: subscribe(sends),
      onLog: subscribe(logs),
      onFailed: subscribe(failures),
      onEnded: subscribe(endings),
      dispose() {
        disposed = true;
      },
    },
  };
  return guest;
}

/** One `view` block per page: skeleton 0 of the fake package. */
export function drawOnOpen(message: HostMessage): readonly GuestMessage[] {
  if (message.kind !== 'open-page') return [];
  return [{ kind: 'render', page: message.page, batch: 1, operations: [[0, 1, 0, 0, 0, 0, 0, ['hello']]] }];
}
