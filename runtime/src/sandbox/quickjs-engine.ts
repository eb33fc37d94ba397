import release from '@jitl/quickjs-wasmfile-release-sync';
import {
  type Lifetime,
  newQuickJSWASMModuleFromVariant,
  newVariant,
  type QuickJSContext,
  type QuickJSHandle,
  type QuickJSRuntime,
} from 'quickjs-emscripten-core';
import type { GuestEntry } from '../protocol/index.ts';
import { type BoundedMemory, createBoundedMemory } from './bounded-memory.ts';
import {
  type CreateEngine,
  type Door,
  type Engine,
  type EngineOptions,
  GuestRefusal,
  type GuestThrown,
} from './engine.ts';
import { tableExport } from './engine-image.ts';
import { createThrownReader, type ReadThrown } from './guest-thrown.ts';
import { findInterruptField, type RejectionTracker, trackRejections } from './rejection-tracker.ts';

// The package types its CommonJS form; as an ES module the default export is the variant itself.
const variant = 'default' in release ? release.default : release;

/**
 * Bellard's QuickJS, release build, without asyncify; pinned by the lockfile. One WebAssembly instance per
 * engine: a shared one would turn an engine bug into an escape from one program into another.
 */
export const createQuickJsEngine: CreateEngine = async (options) => {
  const { wasm } = options;
  if (!(wasm instanceof WebAssembly.Module)) throw new TypeError('the engine needs a compiled WebAssembly.Module');
  const memory = createBoundedMemory(options.memoryBytes);
  let table: unknown;
  const instantiateWasm = async (imports: WebAssembly.Imports, onSuccess: (instance: WebAssembly.Instance) => void) => {
    const instance = await WebAssembly.instantiate(wasm, imports);
    table = instance.exports[tableExport];
    onSuccess(instance);
    return instance.exports;
  };
  // A guest can make the engine abort; that ends the instance and is no line on the host's console.
  const silent = { print: () => undefined, printErr: () => undefined };
  const emscriptenModule = { instantiateWasm, wasmMemory: memory.memory, ...silent };
  const module = await newQuickJSWASMModuleFromVariant(newVariant(variant, { emscriptenModule }));
  return new QuickJsEngine(module.newRuntime(), memory, table, options);
};

class QuickJsEngine implements Engine {
  readonly #runtime: QuickJSRuntime;
  readonly #context: QuickJSContext;
  readonly #memory: BoundedMemory;
  readonly #readThrown: ReadThrown;
  readonly #rejections: RejectionTracker;
  readonly #entry = new Map<keyof GuestEntry, QuickJSHandle>();
  #broken: { readonly cause: unknown } | undefined;

  constructor(runtime: QuickJSRuntime, memory: BoundedMemory, table: unknown, options: EngineOptions) {
    this.#runtime = runtime;
    this.#memory = memory;
    runtime.setMaxStackSize(options.stackBytes);
    const interruptField = findInterruptField(runtime, memory.memory, () =>
      runtime.setInterruptHandler(() => memory.exhausted || this.#broken !== undefined || options.interrupt()),
    );
    runtime.setModuleLoader((name) => ({
      error: new Error(`import of '${name}' is refused: use require() with a file of this mini-program`),
    }));
    this.#context = runtime.newContext();
    // Shared memory is a clock as precise as the machine; nothing a mini-program does needs it.
    this.#settle(this.#context.evalCode('delete globalThis.SharedArrayBuffer', '<terrarium>', { type: 'global' }));
    this.#readThrown = createThrownReader(this.#context);
    this.#rejections = trackRejections({
      context: this.#context,
      memory: memory.memory,
      table: table instanceof WebAssembly.Table ? table : undefined,
      interruptField,
    });
  }

  enter(file: string, code: string, door: Door): GuestThrown | undefined {
    const context = this.#live();
    const made = context.evalCode(code, file, { type: 'global' });
    if (made.error) return this.#thrown(made.error);
    const doorHandle = context.newFunction('door', (kind, text, bytes) => this.#callDoor(door, kind, text, bytes));
    const entered = context.callFunction(made.value, context.undefined, doorHandle);
    made.value.dispose();
    doorHandle.dispose();
    if (entered.error) return this.#thrown(entered.error);
    for (const name of ['receive', 'timer', 'flush', 'failed'] as const) {
      const handle = context.getProp(entered.value, name);
      if (context.typeof(handle) !== 'function') {
        return { name: 'TypeError', message: `the base library has no function '${name}'`, stack: '' };
      }
      this.#entry.set(name, handle);
    }
    entered.value.dispose();
    return undefined;
  }

  evaluate(file: string, code: string): GuestThrown | undefined {
    return this.#settle(this.#live().evalCode(code, file, { type: 'global' }));
  }

  call(name: keyof GuestEntry, ...args: readonly (string | number)[]): GuestThrown | undefined {
    const context = this.#live();
    const entry = this.#entry.get(name);
    if (entry === undefined) throw new Error(`no base library was entered, so there is no '${name}'`);
    const handles = args.map((arg) => (typeof arg === 'string' ? context.newString(arg) : context.newNumber(arg)));
    // With a full heap the text above never arrived; guest code must not run on half of it.
    if (this.#memory.exhausted) return undefined;
    const result = context.callFunction(entry, context.undefined, ...handles);
    for (const handle of handles) handle.dispose();
    return this.#settle(result);
  }

  runJobs(most: number): GuestThrown | undefined {
    this.#live();
    const result = this.#runtime.executePendingJobs(most);
    const thrown = result.error ? this.#thrown(result.error) : undefined;
    this.#live();
    return thrown;
  }

  get jobsPending(): boolean {
    return this.#broken === undefined && this.#runtime.hasPendingJob();
  }

  takeRejections(): GuestThrown[] {
    return this.#rejections.take().map((reason) => this.#thrown(reason));
  }

  get memoryBytes(): number {
    return this.#memory.memory.buffer.byteLength;
  }

  get exhausted(): boolean {
    return this.#memory.exhausted;
  }

  dispose(): void {
    this.#broken ??= { cause: new Error('the engine is disposed') };
  }

  #callDoor(door: Door, ...[kind, text, bytes]: readonly (QuickJSHandle | undefined)[]): QuickJSHandle {
    try {
      const copy = this.#bytesOf(bytes);
      try {
        const answer = door(this.#textOf(kind), this.#textOf(text), copy?.value);
        return typeof answer === 'string'
          ? this.#context.newString(answer)
          : this.#context.newArrayBuffer(answer.buffer);
      } finally {
        copy?.dispose();
      }
    } catch (error) {
      // Deep in guest recursion our own stack can end here, half-way through the engine.
      if (!(error instanceof GuestRefusal)) this.#broken ??= { cause: error };
      throw error;
    }
  }

  /** Anything but a primitive string could run guest code while it is read. */
  #textOf(handle: QuickJSHandle | undefined): string {
    const type = handle === undefined ? 'undefined' : this.#context.typeof(handle);
    if (handle === undefined || type === 'undefined') return '';
    if (type !== 'string') throw new GuestRefusal(`the door takes text, not ${type}`);
    return this.#context.getString(handle);
  }

  /** The engine tells an ArrayBuffer by its class and copies it: no guest code runs, whatever the guest made of it. */
  #bytesOf(handle: QuickJSHandle | undefined): Lifetime<Uint8Array> | undefined {
    if (handle === undefined || this.#context.typeof(handle) === 'undefined') return undefined;
    try {
      return this.#context.getArrayBuffer(handle);
    } catch (error) {
      // Our own stack at its end is no answer of the engine.
      if (error instanceof RangeError) throw error;
      throw new GuestRefusal(
        'the door takes bytes as an ArrayBuffer that is not detached, and there must be room for a copy',
      );
    }
  }

  #settle(result: ReturnType<QuickJSContext['evalCode']>): GuestThrown | undefined {
    const thrown = result.error ? this.#thrown(result.error) : undefined;
    if (!result.error) result.value.dispose();
    this.#live();
    return thrown;
  }

  #thrown(handle: QuickJSHandle): GuestThrown {
    const thrown = this.#readThrown(handle);
    handle.dispose();
    return thrown;
  }

  #live(): QuickJSContext {
    if (this.#broken) throw this.#broken.cause;
    return this.#context;
  }
}
