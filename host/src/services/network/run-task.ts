import type { Json } from '@terrarium/runtime/protocol';
import type { Files } from '../files/index.ts';
import type { Owner } from '../storage/index.ts';
import {
  type AddressRules,
  createAddressRules,
  type DomainKind,
  type NetworkProgram,
  type Resolve,
} from './address-rules.ts';
import { failures } from './network-failure.ts';
import type { TaskName } from './task-params.ts';
import type { TaskQueue } from './task-queue.ts';
import type { UsageCounters } from './usage.ts';

/** What the services know of one program while its line is open. */
export interface NetworkRoom {
  readonly owner: Owner;
  readonly program: NetworkProgram;
  readonly files: Files;
  readonly queue: TaskQueue;
  readonly usage: UsageCounters;
  readonly resolve: Resolve;
  readonly closedPorts: ReadonlySet<number>;
  readonly route?: AddressRules['route'] | undefined;
  readonly now: () => number;
  /** One shot; returns its undo. */
  readonly setTimer: (callback: () => void, delayMs: number) => () => void;
}

/** One task under way, as what performs it sees it. */
export interface RunningTask {
  readonly signal: AbortSignal;
  emit(event: string, data: Json): void;
  /** As `emit`; resolves when the program has kept up with what it was sent. */
  emitPaced(event: string, data: Json): Promise<void>;
}

export const domainKinds: Readonly<Record<TaskName, DomainKind>> = {
  request: 'request',
  downloadFile: 'downloadFile',
  uploadFile: 'uploadFile',
  connectSocket: 'socket',
};

const usualTimeoutMs = 60_000;

export function rulesFor(room: NetworkRoom, name: TaskName): AddressRules {
  const { program, resolve, closedPorts, route } = room;
  return createAddressRules({ program, resolve, closedPorts, route, kind: domainKinds[name] });
}

/** Throws NetworkFailure for what is no address, or one the program may not call. */
export function addressOf(text: string, rules: AddressRules): URL {
  if (!URL.canParse(text)) throw failures.invalidUrl(text);
  const url = new URL(text);
  const refusal = rules.judge(url);
  if (refusal !== undefined) throw refusal;
  return url;
}

/** The call's own time, else `networkTimeout` of app.json, else a minute. */
export function timeoutOf({ program }: NetworkRoom, name: TaskName, own: number | undefined): number {
  const timeouts = program.app.networkTimeout;
  const set: unknown = typeof timeouts === 'object' && timeouts !== null ? Reflect.get(timeouts, name) : undefined;
  return own ?? (typeof set === 'number' && set > 0 ? set : usualTimeoutMs);
}

/** Waits for the task's turn, then runs it against its time. Rejects with the failure of whichever ends it. */
export async function inTurn<Value>(
  room: NetworkRoom,
  signal: AbortSignal,
  timeoutMs: number,
  run: (signal: AbortSignal) => Promise<Value>,
): Promise<Value> {
  const leave = await room.queue.enter(signal);
  const ending = new AbortController();
  const cancel = room.setTimer(() => ending.abort(failures.timeout()), timeoutMs);
  const both = AbortSignal.any([signal, ending.signal]);
  try {
    return await run(both);
  } catch (error) {
    throw both.aborted ? both.reason : error;
  } finally {
    cancel();
    leave();
  }
}
