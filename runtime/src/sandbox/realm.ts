import { type FromSandbox, type Problem, problemOf, TerrariumError, type ToSandbox } from '../protocol/index.ts';
import { createDeadline } from './deadline.ts';
import { createDoor } from './door.ts';
import type { CreateEngine } from './engine.ts';
import { type Arrival, createGuestLoop, type GuestLoop } from './guest-loop.ts';
import { plainText } from './log-line.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import { createRateWindow } from './rate-window.ts';
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

  const end = (error: unknown) => {
    if (state === 'ended') return;
    state = 'ended';
    guest = undefined;
    environment.post({ kind: 'ended', problem: problemOf(error) });
  };

  const boot = async (message: Boot) => {
    state = 'open';
    guest = await openGuest(environment, message, end);
    environment.post({ kind: 'booted' });
    for (const arrival of early.splice(0)) guest?.loop.arrive(arrival);
  };

  return {
    receive(message) {
      // The watchdog asks whether this thread still turns, not what the guest is doing.
      if (message.kind === 'ping') environment.post({ kind: 'pong', id: message.id });
      else if (message.kind === 'boot') {
        if (state === 'new') boot(message).catch(end);
      } else if (message.kind === 'acknowledge') {
        guest?.outbox.acknowledge(message.count);
        guest?.loop.wake();
      } else if (guest) guest.loop.arrive(message);
      else if (state !== 'ended') early.push(message);
    },
  };
}

/** Makes the engine and enters the base library. Throws a `TerrariumError` when that fails. */
async function openGuest(environment: RealmEnvironment, boot: Boot, onLost: (error: unknown) => void) {
  const { post, setTimer, now, random } = environment;
  const { limits, wasm } = boot;
  if (wasm === undefined) throw new TerrariumError('INTERNAL', 'The sandbox was started without its engine module');

  const problems = createRateWindow({
    limit: limits.logLines,
    now,
    setTimer,
    onDropped: (count) => note(`${count} more problems were not reported`),
  });
  const lines = createRateWindow({
    limit: limits.logLines,
    now,
    setTimer,
    onDropped: (count) => note(`${count} lines dropped: more than ${limits.logLines} a second`),
  });
  const note = (text: string) => post({ kind: 'log', line: { level: 'warn', text } });
  const onFailed = ({ message, stack, ...problem }: Problem) => {
    if (!problems.admit()) return;
    post({ kind: 'failed', problem: { ...problem, message: plainText(message), stack: stack && plainText(stack) } });
  };

  const deadline = createDeadline(now);
  const { memoryBytes, stackBytes } = limits;
  const engine = await environment.createEngine({ wasm, memoryBytes, stackBytes, interrupt: deadline.check });
  const turns = createTurnRunner({ engine, deadline, limits, onFailed });
  const outbox = createOutbox(limits, (text) => post({ kind: 'send', text }));
  const timers = createTimerQueue(limits.timers);
  const door = createDoor({
    outbox,
    timers,
    log: (line) => {
      if (lines.admit()) post({ kind: 'log', line });
    },
    now,
    random,
    onRefused: turns.refuse,
  });
  turns.run('boot', () => {
    const thrown = engine.enter(baseLibraryFile, boot.baseLibrary, door);
    if (thrown === undefined || deadline.late) return thrown;
    throw new TerrariumError('INTERNAL', `The base library failed: ${thrown.name}: ${thrown.message}\n${thrown.stack}`);
  });
  const loop = createGuestLoop({
    engine,
    turns,
    outbox,
    timers,
    limits,
    post,
    setTimer,
    now,
    onLost: (error) => {
      problems.dispose();
      lines.dispose();
      engine.dispose();
      onLost(error);
    },
  });
  loop.wake();
  return { loop, outbox };
}
