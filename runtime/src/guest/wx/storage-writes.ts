import type { Json } from '../../protocol/json.ts';
import type { CallError } from '../../protocol/messages.ts';
import { microtask } from '../intrinsics.ts';
import type { WxLink } from '../wx-link.ts';

/** Hears that everything written so far is durable, or why it is not. */
export type Written = (error: CallError | undefined) => void;

/** What storage has to tell the host. A turn's changes leave together at its end; nothing waits for an answer. */
export interface StorageWrites {
  /** `text` undefined forgets the key. A later write of the same turn replaces an earlier one. */
  put(key: string, text: string | undefined): void;
  clear(): void;
  /** Calls back when all writes up to now are answered; never before `after` has returned, and in order. */
  after(written: Written): void;
}

interface Call {
  readonly name: string;
  readonly params: Json;
  readonly size: number;
}

/** The writes of one turn. */
interface Group {
  left: number;
  error: CallError | undefined;
  readonly waiting: Written[];
}

/** What may be under way at once, so that a program that fills its storage stays below the message limit. */
const window = { calls: 8, characters: 2_000_000 };
const callCharacters = 500_000;

export function createStorageWrites(link: WxLink): StorageWrites {
  let changes = new Map<string, string | undefined>();
  let cleared = false;
  let open: Group | undefined;
  /** Groups whose writes are not all answered, oldest first. */
  const groups: Group[] = [];
  const queue: { call: Call; group: Group }[] = [];
  const flying = { calls: 0, characters: 0 };

  const group = (): Group => {
    if (open === undefined) {
      open = { left: 0, error: undefined, waiting: [] };
      groups.push(open);
      link.nextTick(close);
    }
    return open;
  };
  const close = () => {
    const closing = open;
    if (closing === undefined) return;
    const calls = callsFor(cleared, changes);
    closing.left = calls.length;
    open = undefined;
    changes = new Map();
    cleared = false;
    for (const call of calls) queue.push({ call, group: closing });
    send();
    finish();
  };
  const send = () => {
    for (let next = queue[0]; next !== undefined && fits(next.call); next = queue[0]) {
      queue.shift();
      const { call, group: sender } = next;
      flying.calls += 1;
      flying.characters += call.size;
      link.call(call.name, call.params, (outcome) => {
        flying.calls -= 1;
        flying.characters -= call.size;
        sender.left -= 1;
        if (!outcome.ok) {
          sender.error ??= outcome.error;
          link.warn('STORAGE_WRITE', `Storage was not kept: ${call.name}:${outcome.error.errMsg}.`);
        }
        send();
        finish();
      });
    }
  };
  const fits = (call: Call) =>
    flying.calls === 0 || (flying.calls < window.calls && flying.characters + call.size <= window.characters);
  const finish = () => {
    for (let head = groups[0]; head !== undefined && head !== open && head.left === 0; head = groups[0]) {
      groups.shift();
      for (const written of head.waiting) written(head.error);
    }
  };
  return {
    put(key, text) {
      group();
      changes.set(key, text);
    },
    clear() {
      group();
      changes.clear();
      cleared = true;
    },
    after(written) {
      const last = open ?? groups.at(-1);
      if (last === undefined) microtask(() => written(undefined));
      else last.waiting.push(written);
    },
  };
}

/** The fewest calls that have the effect of a turn's changes, in an order that holds. */
function callsFor(cleared: boolean, changes: ReadonlyMap<string, string | undefined>): Call[] {
  const calls: Call[] = cleared ? [{ name: 'clearStorage', params: {}, size: 0 }] : [];
  let batch: { key: string; value: string }[] = [];
  let size = 0;
  const flush = () => {
    const [only, second] = batch;
    if (only === undefined) return;
    if (second === undefined) calls.push({ name: 'setStorage', params: { key: only.key, data: only.value }, size });
    else calls.push({ name: 'batchSetStorage', params: { kvList: batch }, size });
    batch = [];
    size = 0;
  };
  // Forgetting first: it makes the room that a value may need.
  for (const [key, text] of changes) {
    if (text === undefined && !cleared) calls.push({ name: 'removeStorage', params: { key }, size: key.length });
  }
  for (const [key, text] of changes) {
    if (text === undefined) continue;
    if (size + key.length + text.length > callCharacters) flush();
    batch.push({ key, value: text });
    size += key.length + text.length;
  }
  flush();
  return calls;
}
