import { type FromSandbox, type Problem, problemOf, type SandboxLimits, type ToSandbox } from '../protocol/index.ts';
import type { Engine } from './engine.ts';
import { checkMessage } from './message-check.ts';
import type { Outbox } from './outbox.ts';
import type { TimerQueue } from './timer-queue.ts';
import type { TurnRunner } from './turn-runner.ts';

/** What brings a guest to run. */
export type Arrival = Extract<ToSandbox, { kind: 'load' | 'deliver' }>;

export interface GuestLoop {
  /** Runs it now, or in its order after what waits. */
  arrive(arrival: Arrival): void;
  /** Runs what may run by now: the player has made room, or time has passed. */
  wake(): void;
}

export interface LoopParts {
  readonly engine: Engine;
  readonly turns: TurnRunner;
  readonly outbox: Outbox;
  readonly timers: TimerQueue;
  readonly limits: SandboxLimits;
  readonly post: (message: FromSandbox) => void;
  readonly setTimer: (callback: () => void, delayMs: number) => () => void;
  readonly now: () => number;
  /** A turn begins. */
  readonly onTurn: () => void;
  /** The instance is lost; the loop has stopped. */
  readonly onLost: (problem: Problem) => void;
}

/** Turns go on for this long before other messages, pings above all, get their chance. */
const sliceMs = 8;

/** The event loop of one guest: arrivals in order, then timers, never more than one turn at a time. */
export function createGuestLoop(parts: LoopParts): GuestLoop {
  const { engine, turns, outbox, timers, limits, post, setTimer, now } = parts;
  const arrivals: Arrival[] = [];
  let resting = false;
  let stopped = false;
  let cancelAlarm: (() => void) | undefined;

  const run: TurnRunner['run'] = (kind, work) => {
    const problem = turns.run(kind, work);
    if (problem) {
      stopped = true;
      parts.onLost(problem);
    }
    return problem;
  };

  const handle = (arrival: Arrival) => {
    if (arrival.kind === 'load') {
      const problem = run('boot', () => engine.evaluate(arrival.file, arrival.code));
      if (!problem) post({ kind: 'loaded', file: arrival.file });
      return;
    }
    try {
      checkMessage(arrival.text, { messageBytes: limits.deliveryBytes, messageDepth: limits.messageDepth });
    } catch (error) {
      // The player's message, but as a rule the program's data: a large answer, a large stored value.
      post({ kind: 'failed', problem: problemOf(error) });
      return;
    }
    run('turn', () => engine.call('receive', arrival.text));
  };

  /** One turn; false when there is nothing to run. */
  const step = (): boolean => {
    outbox.startTurn();
    parts.onTurn();
    if (turns.unfinished) {
      run('rest', () => undefined);
      return true;
    }
    const arrival = arrivals.shift();
    if (arrival) {
      timers.leave();
      handle(arrival);
      return true;
    }
    const id = timers.takeDue(now());
    if (id === undefined) return false;
    run('turn', () => engine.call('timer', id));
    return true;
  };

  const rest = () => {
    resting = true;
    setTimer(() => {
      resting = false;
      wake();
    }, 0);
  };

  const wake = () => {
    if (resting || stopped) return;
    cancelAlarm?.();
    cancelAlarm = undefined;
    const endMs = now() + sliceMs;
    // While the player has no room nothing runs; its acknowledgement wakes the loop again.
    while (!outbox.full && step()) {
      if (stopped) return;
      if (now() >= endMs) return rest();
    }
    if (timers.nextMs !== undefined && !outbox.full) cancelAlarm = setTimer(wake, Math.max(0, timers.nextMs - now()));
  };

  return {
    arrive(arrival) {
      arrivals.push(arrival);
      wake();
    },
    wake,
  };
}
