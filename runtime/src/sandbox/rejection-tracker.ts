import type { QuickJSContext, QuickJSHandle, QuickJSRuntime } from 'quickjs-emscripten-core';

/**
 * Tells which promises were rejected and left alone. QuickJS calls a hook when a promise is rejected without a
 * listener, and again when it gets one after all; what is between the two at the end of a turn was left alone.
 *
 * The hook is a field of the C structure `JSRuntime` that this build has no function for, so it is written
 * there: after `interrupt_handler` and its argument come `host_promise_rejection_tracker` and its argument
 * (quickjs.c). Where that is, is seen from what setting the interrupt handler changes, and a probe confirms it.
 * Engine versions are pinned; with another layout the probe fails and there are no such reports.
 */
export interface RejectionTracker {
  /** Reasons of rejections nobody listens to, since the last call. The caller disposes them. */
  take(): QuickJSHandle[];
}

/** `(context, promise, reason, isHandled, argument)`; values are 64 bits with their type in the upper half. */
type Hook = (context: number, promise: bigint, reason: bigint, isHandled: number, argument: number) => void;

/** A guest can reject a million promises a second; the first few tell what is wrong. */
const mostWaiting = 100;

/** A module that imports a function of the hook's type and exports it again: only such can enter the table. */
const hookModule = new Uint8Array([
  ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
  // type (i32, i64, i64, i32, i32) -> ()
  ...[1, 9, 1, 0x60, 5, 0x7f, 0x7e, 0x7e, 0x7f, 0x7f, 0],
  // import "e" "f" (func)
  ...[2, 7, 1, 1, 0x65, 1, 0x66, 0, 0],
  // export "f" (func 0)
  ...[7, 5, 1, 1, 0x66, 0, 0],
]);

export interface TrackerParts {
  readonly context: QuickJSContext;
  readonly memory: WebAssembly.Memory;
  /** The engine's function table; absent when the module was not opened, see `openEngineTable`. */
  readonly table: WebAssembly.Table | undefined;
  /** Byte address of `JSRuntime.interrupt_handler`, as `findInterruptField` found it. */
  readonly interruptField: number | undefined;
}

/** Call before any guest code. */
export function trackRejections(parts: TrackerParts): RejectionTracker {
  const { context, memory, table, interruptField } = parts;
  const reasons = new Set<QuickJSHandle>();
  /** By promise. Its address serves as identity only while it lives: a later promise may get the same. */
  const byPromise = new Map<bigint, QuickJSHandle>();
  const take = () => {
    const taken = [...reasons];
    reasons.clear();
    byPromise.clear();
    return taken;
  };
  if (table === undefined || interruptField === undefined) return { take };

  // A value the engine owns a place for: whatever is written there can be copied as a counted reference.
  const place = context.newNumber(0);
  const original = new DataView(memory.buffer).getBigInt64(place.value, true);
  const hold = (value: bigint): QuickJSHandle => {
    new DataView(memory.buffer).setBigInt64(place.value, value, true);
    const held = place.dup();
    new DataView(memory.buffer).setBigInt64(place.value, original, true);
    return held;
  };
  const hook: Hook = (_context, promise, reason, isHandled) => {
    if (isHandled === 0) {
      byPromise.delete(promise);
      if (reasons.size >= mostWaiting) return;
      const held = hold(reason);
      reasons.add(held);
      byPromise.set(promise, held);
      return;
    }
    const held = byPromise.get(promise);
    if (held === undefined) return;
    byPromise.delete(promise);
    reasons.delete(held);
    held.dispose();
  };

  const field = interruptField + 8;
  const words = () => new Int32Array(memory.buffer, field, 2);
  if (words().some((word) => word !== 0)) return { take };
  const at = table.grow(1);
  table.set(at, asTableFunction(hook));
  words()[0] = at;
  if (!probe(context, take)) words()[0] = 0;
  return { take };
}

/** A function of this side's as a table entry. */
function asTableFunction(hook: Hook): unknown {
  const module = new WebAssembly.Module(hookModule);
  return new WebAssembly.Instance(module, { e: { f: hook } }).exports.f;
}

/** True when the hook sees a rejection, and sees that it was listened to. */
function probe(context: QuickJSContext, take: RejectionTracker['take']): boolean {
  const seen = (code: string): number => {
    context.unwrapResult(context.evalCode(code, '<terrarium>', { type: 'global' })).dispose();
    const reasons = take();
    for (const reason of reasons) reason.dispose();
    return reasons.length;
  };
  const left = seen('Promise.reject(0)');
  const caught = seen('Promise.reject(0).then(undefined, () => 0)');
  context.runtime.executePendingJobs();
  return left === 1 && caught === 0;
}

/**
 * Runs `setInterruptHandler` and returns the address of the one word of `JSRuntime` that it changed, or
 * undefined when it was not exactly one.
 */
export function findInterruptField(
  runtime: QuickJSRuntime,
  memory: WebAssembly.Memory,
  setInterruptHandler: () => void,
): number | undefined {
  // biome-ignore lint/complexity/useLiteralKeys: protected, and the only way to the address of the runtime
  const start: number = runtime['rt'].value;
  const words = () => Array.from(new Int32Array(memory.buffer, start, 128));
  const before = words();
  setInterruptHandler();
  const changed = words().flatMap((word, at) => (word === before[at] ? [] : [start + at * 4]));
  return changed.length === 1 ? changed[0] : undefined;
}
