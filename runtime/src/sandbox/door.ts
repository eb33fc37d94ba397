import type { LogLine } from '../protocol/index.ts';
import { type Problem, problemOf, TerrariumError } from '../protocol/index.ts';
import { type Door, GuestRefusal } from './engine.ts';
import type { OpenExtension } from './extension.ts';
import { parseLogLine } from './log-line.ts';
import type { Outbox } from './outbox.ts';
import type { TimerQueue } from './timer-queue.ts';

export interface DoorParts {
  readonly outbox: Outbox;
  readonly timers: TimerQueue;
  readonly log: (line: LogLine) => void;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly random: (count: number) => Uint8Array;
  /** Further kinds, and what answers them. */
  readonly extensions: ReadonlyMap<string, DoorAnswerer>;
  /** A limit was met. The guest gets an exception of the same message. */
  readonly onRefused: (problem: Problem) => void;
}

/** An extension as the door sees it. */
export interface DoorAnswerer {
  readonly library: string | undefined;
  readonly call: OpenExtension['call'];
}

const mostRandomBytes = 1_024;
const nothing = '';

/** The single function a guest can call. Everything it is given is hostile until parsed here. */
export function createDoor(parts: DoorParts): Door {
  const open: Door = (kind, text, bytes) => {
    switch (kind) {
      case 'send':
        parts.outbox.send(text);
        return nothing;
      case 'timer': {
        const { id, delayMs } = parseTimer(text);
        parts.timers.set(id, delayMs, parts.now());
        return nothing;
      }
      case 'cancel':
        parts.timers.cancel(parseId(text));
        return nothing;
      case 'log': {
        const line = parseLogLine(text);
        if (line === undefined) throw new GuestRefusal('log takes JSON {level, text, stack}');
        parts.log(line);
        return nothing;
      }
      case 'now':
        // Whole milliseconds: a finer clock serves timing attacks, not programs.
        return String(Math.floor(parts.now()));
      case 'random':
        return hex(parts.random(parseCount(text)));
      case 'library': {
        const library = parts.extensions.get(text)?.library;
        if (library === undefined) throw new GuestRefusal(`there is no library '${text.slice(0, 32)}'`);
        return library;
      }
      default: {
        const extension = parts.extensions.get(kind);
        if (extension === undefined) throw new GuestRefusal(`the door has no '${kind.slice(0, 32)}'`);
        return extension.call(text, bytes);
      }
    }
  };
  return (kind, text, bytes) => {
    try {
      return open(kind, text, bytes);
    } catch (error) {
      if (!(error instanceof TerrariumError)) throw error;
      parts.onRefused(problemOf(error));
      throw new GuestRefusal(error.message);
    }
  };
}

function parseTimer(text: string): { id: number; delayMs: number } {
  const comma = text.indexOf(',');
  return { id: parseId(text.slice(0, comma)), delayMs: Number(text.slice(comma + 1)) };
}

function parseId(text: string): number {
  const id = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  if (!Number.isSafeInteger(id)) throw new GuestRefusal('a timer id is a whole number');
  return id;
}

function parseCount(text: string): number {
  const count = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (count < 1 || count > mostRandomBytes) {
    throw new GuestRefusal(`random takes a count from 1 to ${mostRandomBytes}`);
  }
  return count;
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
