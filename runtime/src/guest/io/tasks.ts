import type { Json } from '../../protocol/json.ts';
import { isFunction, isObject } from '../intrinsics.ts';
import type { WxLink } from '../wx-link.ts';

/** The program's tasks, by the numbers given here. */
export interface Tasks {
  /** A new task; `hear` gets its events. */
  open(hear: (event: string, data: Readonly<Record<string, unknown>>) => void): TaskLine;
}

export interface TaskLine {
  readonly task: number;
  signal(name: 'abort' | 'send' | 'close', data?: Json): void;
  /** No event is expected any more. */
  end(): void;
}

/** Events that the host holds back until the program has taken those before them. */
const paced = new Set(['chunk', 'message']);
/** After so many it is told that they were taken. */
const heardAtOnce = 16;

export function createTasks(link: WxLink): Tasks {
  const lines = new Map<number, (event: string, data: Readonly<Record<string, unknown>>) => void>();
  const heard = new Map<number, number>();
  let last = 0;
  link.onNotify('task', (given) => {
    if (!isObject(given) || typeof given.task !== 'number' || typeof given.event !== 'string') return;
    const { task, event, data } = given;
    if (paced.has(event)) {
      const count = (heard.get(task) ?? 0) + 1;
      heard.set(task, count % heardAtOnce);
      if (count === heardAtOnce) link.tell('signalTask', { task, signal: 'heard', data: heardAtOnce });
    }
    lines.get(task)?.(event, isObject(data) ? data : {});
  });
  return {
    open(hear) {
      last += 1;
      const task = last;
      lines.set(task, hear);
      return {
        task,
        signal: (signal, data = null) => link.tell('signalTask', { task, signal, data }),
        end() {
          lines.delete(task);
          heard.delete(task);
        },
      };
    },
  };
}

/** `onX` and `offX` of an object, for events by name. `offX()` without a listener removes all, as in WeChat. */
export interface Listeners {
  on(event: string): (listener: unknown) => void;
  off(event: string): (listener: unknown) => void;
  tell: (event: string, data: unknown) => void;
}

export function createListeners(link: WxLink, owner: string): Listeners {
  const heard = new Map<string, unknown[]>();
  const of = (event: string) => heard.get(event) ?? [];
  return {
    on: (event) => (listener) => {
      if (isFunction(listener)) heard.set(event, [...of(event), listener]);
    },
    off: (event) => (listener) => {
      heard.set(
        event,
        of(event).filter((one) => listener !== undefined && one !== listener),
      );
    },
    tell(event, data) {
      for (const listener of of(event)) {
        if (isFunction(listener)) link.guard(`listener of ${owner}.${event}`, listener, data);
      }
    },
  };
}
