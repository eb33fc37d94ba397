import { type FromSandbox, type Problem, problemOf, TerrariumError, type ToSandbox } from '../protocol/index.ts';
import { createDeadline } from './deadline.ts';
import { createDoor } from './door.ts';
import type { CreateEngine } from './engine.ts';
import { type Arrival, createGuestLoop, type GuestLoop } from './guest-loop.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import { createReporter } from './reporter.ts';
import { createTimerQueue } from './timer-queue.ts';
import { createTurnRunner } from './turn-runner.ts';

/** Everything a realm needs from around it. The same realm runs in a Worker, in a worker_thread and in tests. */
export interface RealmEnvironment {
  readonly createEngine: CreateEngine;
  readonly post: (message: FromSandbox) => void;
  /** One shot; returns its undo. */
  readonly setTimer: (callback: () => void, delayMs: number) => () => void;
  /** Milliseconds since the epoch, never going back. */
  readonly now: () => number;
  /** That many bytes from a cryptographic source. */
  readonly random: (count: number) => Uint8Array;
}

/** One guest with its limits. Answers `ToSandbox` messages by `post`; after `ended` it does nothing any more. */
export interface Realm {
  receive(message: ToSandbox): void;
}

type Boot = Extract<ToSandbox, { kind: 'boot' }>;

const baseLibraryFile = 'terrarium.js';

/** Nothing to dispose: a realm ends with `ended`, or with the thread it lives in. */
export function createRealm(environment: RealmEnvironment): Realm {
  const early: Arrival[] = [];
  let state: 'new' | 'open' | 'ended' = 'new';
  let guest: { loop: GuestLoop; outbox: Outbox } | undefined;

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
    for (const arrival of early.splice(0)) guest?.loop.arrive(arrival);
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
      } else if (guest) guest.loop.arrive(message);
      else if (state !== 'ended') early.push(message);
    },
  };
}

/** Makes the engine and enters the base library. Undefined when that failed: `onLost` has been told. */
async function openGuest(
  environment: RealmEnvironment,
  { limits, wasm, baseLibrary }: Boot,
  onLost: (problem: Problem) => void,
): Promise<{ loop: GuestLoop; outbox: Outbox } | undefined> {
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

  const door = createDoor({ outbox, timers, log: reporter.log, now, random, onRefused: turns.refuse });
  const problem = turns.run('boot', () => {
    const thrown = engine.enter(baseLibraryFile, baseLibrary, door);
    if (thrown === undefined || deadline.late) return thrown;
    throw new TerrariumError('INTERNAL', `The base library failed: ${thrown.name}: ${thrown.message}\n${thrown.stack}`);
  });
  if (problem) {
    close(problem);
    return undefined;
  }
  const loop = createGuestLoop({ engine, turns, outbox, timers, limits, post, setTimer, now, onLost: close });
  loop.wake();
  return { loop, outbox };
}
