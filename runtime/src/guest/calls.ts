import type { CallOutcome } from '../protocol/capabilities.ts';
import type { Json } from '../protocol/json.ts';
import type { Outbox } from './outbox.ts';
import type { Reporter } from './reporter.ts';

/** Calls out of the guest and the answers to them, by number. */
export interface Calls {
  call(name: string, params: Json, done: (outcome: CallOutcome) => void): number;
  tell(name: string, params: Json): void;
  /** Asks for the part that holds `path`; `done` runs once it is loaded, or could not be. */
  load(path: string, done: (outcome: CallOutcome) => void): void;
  settle(call: number, outcome: CallOutcome): void;
  onNotify(name: string, listener: (data: Json) => void): () => void;
  notify(name: string, data: Json): void;
}

export function createCalls(outbox: Outbox, reporter: Reporter): Calls {
  const open = new Map<number, { readonly name: string; readonly done: (outcome: CallOutcome) => void }>();
  const listeners = new Map<string, ((data: Json) => void)[]>();
  let lastCall = 0;

  return {
    call(name, params, done) {
      lastCall += 1;
      open.set(lastCall, { name, done });
      outbox.post({ kind: 'call', call: lastCall, name, params });
      return lastCall;
    },
    tell(name, params) {
      outbox.post({ kind: 'tell', name, params });
    },
    load(path, done) {
      lastCall += 1;
      open.set(lastCall, { name: 'load', done });
      outbox.post({ kind: 'load', call: lastCall, path });
    },
    settle(call, outcome) {
      const waiting = open.get(call);
      open.delete(call);
      if (waiting !== undefined) reporter.guard(waiting.done, undefined, [outcome], 'callback', `wx.${waiting.name}`);
    },
    onNotify(name, listener) {
      listeners.set(name, [...(listeners.get(name) ?? []), listener]);
      return () => {
        const others = (listeners.get(name) ?? []).filter((one) => one !== listener);
        listeners.set(name, others);
      };
    },
    notify(name, data) {
      for (const listener of listeners.get(name) ?? [])
        reporter.guard(listener, undefined, [data], 'listener', `wx.${name}`);
    },
  };
}
