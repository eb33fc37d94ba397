import {
  type FromSandbox,
  type LogLine,
  type Problem,
  problemOf,
  TerrariumError,
  type ToSandbox,
} from '../protocol/index.ts';
import { createDeadline } from './deadline.ts';
import { createDoor } from './door.ts';
import type { CreateEngine } from './engine.ts';
import type { DoorExtension, OpenExtension } from './extension.ts';
import { type Arrival, createGuestLoop, type GuestLoop } from './guest-loop.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import { createReporter } from './reporter.ts';
import { createTimerQueue } from './timer-queue.ts';
import { createTurnRunner } from './turn-runner.ts';

/** Everything a realm needs from around it. The same realm runs in a Worker, in a worker_thread and in tests. */
export interface RealmEnvironment {
  readonly createEngine: CreateEngine;
  readonly post: (message: FromSandbox, transfer?: readonly object[]) => void;
  /** One shot; returns its undo. */
  readonly setTimer: (callback: () => void, delayMs: number) => () => void;
  /** Milliseconds since the epoch, never going back. */
  readonly now: () => number;
  /** That many bytes from a cryptographic source. */
  readonly random: (count: number) => Uint8Array;
  /** What the worker can do for the guest besides. */
  readonly extensions?: readonly DoorExtension[] | undefined;
}

/** One guest with its limits. Answers `ToSandbox` messages by `post`; after `ended` it does nothing any more. */
export interface Realm {
  receive(message: ToSandbox): void;
}

type Boot = Extract<ToSandbox, { kind: 'boot' }>;
type Extend = Extract<ToSandbox, { kind: 'extend' }>;

interface OpenGuest {
  readonly loop: GuestLoop;
  readonly outbox: Outbox;
  readonly extensions: ReadonlyMap<string, OpenExtension>;
}

const baseLibraryFile = 'terrarium.js';

/** Nothing to dispose: a realm ends with `ended`, or with the thread it lives in. */
export function createRealm(environment: RealmEnvironment): Realm {
  const early: (Arrival | Extend)[] = [];
  let state: 'new' | 'open' | 'ended' = 'new';
  let guest: OpenGuest | undefined;

  const end = (problem: Problem) => {
    if (state === 'ended') return;
    state = 'ended';
    guest = undefined;
    environment.post({ kind: 'ended', problem });
  };

  const boot = async (message: Boot) => {
    state = 'open';
    guest = await openGuest(environment, message, end);
    if (!guest) return;
    environment.post({ kind: 'booted' });
    for (const arrival of early.splice(0)) {
      if (arrival.kind === 'extend') guest?.extensions.get(arrival.name)?.receive(arrival.data);
      else guest?.loop.arrive(arrival);
    }
  };

  return {
    receive(message) {
      // The watchdog asks whether this thread still turns, not what the guest is doing.
      if (message.kind === 'ping') environment.post({ kind: 'pong', id: message.id });
      else if (message.kind === 'boot') {
        if (state === 'new') boot(message).catch((error: unknown) => end(problemOf(error)));
      } else if (message.kind === 'acknowledge') {
        guest?.outbox.acknowledge(message.count);
        guest?.loop.wake();
      } else if (message.kind === 'extend') {
        if (guest) guest.extensions.get(message.name)?.receive(message.data);
        else if (state !== 'ended') early.push(message);
      } else if (guest) guest.loop.arrive(message);
      else if (state !== 'ended') early.push(message);
    },
  };
}

/** Makes the engine and enters the base library. Undefined when that failed: `onLost` has been told. */
async function openGuest(
  around: RealmEnvironment,
  { limits, wasm, baseLibrary, bare }: Boot,
  onLost: (problem: Problem) => void,
): Promise<OpenGuest | undefined> {
  const environment = bare ? { ...around, extensions: [] } : around;
  const { post, setTimer, now, random } = environment;
  if (wasm === undefined) throw new TerrariumError('INTERNAL', 'The sandbox was started without its engine module');

  const deadline = createDeadline(now);
  const { memoryBytes, stackBytes } = limits;
  const engine = await environment.createEngine({ wasm, memoryBytes, stackBytes, interrupt: deadline.check });
  const reporter = createReporter({ limit: limits.logLines, post, now, setTimer });
  const turns = createTurnRunner({ engine, deadline, limits, onFailed: reporter.failed, onLine: reporter.log });
  const outbox = createOutbox(limits, (text) => post({ kind: 'send', text }));
  const timers = createTimerQueue(limits.timers);
  const close = (problem: Problem) => {
    reporter.dispose();
    engine.dispose();
    onLost(problem);
  };

  let arrive: GuestLoop['arrive'] = () => undefined;
  const extensions = openExtensions(environment, reporter.log, (arrival) => arrive(arrival));
  const kinds = new Map(
    [...extensions].map(([name, { call }]) => [
      name,
      { call, library: environment.extensions?.find((extension) => extension.name === name)?.library },
    ]),
  );
  const door = createDoor({
    ...{ outbox, timers, now, random },
    log: reporter.log,
    extensions: kinds,
    onRefused: turns.refuse,
  });
  const problem = turns.run('boot', () => {
    const thrown = engine.enter(baseLibraryFile, baseLibrary, door);
    if (thrown === undefined || deadline.late) return thrown;
    throw new TerrariumError('INTERNAL', `The base library failed: ${thrown.name}: ${thrown.message}\n${thrown.stack}`);
  });
  if (problem) {
    close(problem);
    return undefined;
  }
  const loop = createGuestLoop({
    ...{ engine, turns, outbox, timers, limits, post, setTimer, now },
    onTurn() {
      for (const extension of extensions.values()) extension.startTurn();
    },
    onLost: close,
  });
  arrive = loop.arrive;
  loop.wake();
  return { loop, outbox, extensions };
}

function openExtensions(
  { extensions = [], post, setTimer }: RealmEnvironment,
  log: (line: LogLine) => void,
  arrive: (arrival: Arrival) => void,
): ReadonlyMap<string, OpenExtension> {
  return new Map(
    extensions.map(({ name, open }) => [
      name,
      open({
        deliver: (messages) => arrive({ kind: 'deliver', text: JSON.stringify(messages) }),
        post: (data, transfer) => post({ kind: 'extended', name, data }, transfer),
        setTimer,
        log,
      }),
    ]),
  );
}
