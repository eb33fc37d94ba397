import type { GuestEntry, WasmModule } from '../protocol/index.ts';

/**
 * A JavaScript engine that holds one guest: one heap, one global object, one door. Everything that passes
 * is text, a number or copied bytes, so no guest object is ever seen, kept or trusted on this side.
 *
 * What the guest throws comes back as a value. An exception *from* one of these methods means that the
 * engine itself failed: its heap cannot be trusted any more and the instance must be disposed.
 */
export interface Engine {
  /**
   * Evaluates the base library, an expression `(door) => GuestEntry`, calls it with `door` and keeps the four
   * functions of its result where guest code cannot reach them. Once, before any other code.
   */
  enter(file: string, code: string, door: Door): GuestThrown | undefined;
  /** Evaluates a classic script in sloppy mode; stack frames name `file`. Its value is dropped. */
  evaluate(file: string, code: string): GuestThrown | undefined;
  /** Calls one of the kept functions; its result is dropped. */
  call<Name extends keyof GuestEntry>(name: Name, ...args: Parameters<GuestEntry[Name]>): GuestThrown | undefined;
  /** Runs up to `most` waiting promise jobs. */
  runJobs(most: number): GuestThrown | undefined;
  /** True while promise jobs wait. */
  readonly jobsPending: boolean;
  /** Reasons of promises that were rejected since the last call and that nobody listens to. Call when no job is pending. */
  takeRejections(): GuestThrown[];
  /** Bytes of address space in use. Never shrinks. */
  readonly memoryBytes: number;
  /** True once an allocation was refused by the memory limit, whatever the guest did about it. */
  readonly exhausted: boolean;
  /** Abandons the heap: it may be broken, so nothing in it is visited any more. */
  dispose(): void;
}

/**
 * What guest code calls. Both texts are untrusted; the answer is `''` where a kind has none. `bytes` are a copy of an
 * `ArrayBuffer` the guest handed over, in memory that is used again when the call is over. An answer in bytes, the
 * whole of their buffer, is an `ArrayBuffer` in the guest.
 * A `GuestRefusal` it throws is thrown in the guest; anything else it throws is taken for a broken engine.
 */
export type Door = (kind: string, text: string, bytes?: Uint8Array) => string | Uint8Array<ArrayBuffer>;

/** Says no to the guest: an ordinary `Error` there. The message is read by its author. */
export class GuestRefusal extends Error {}

/** What guest code threw, read without trusting it. Texts are cut to a few thousand characters. */
export interface GuestThrown {
  /** Constructor name, for example `TypeError`; `''` for values that are no errors. */
  readonly name: string;
  readonly message: string;
  /** One `at name (file:line:column)` per line, or `''`. */
  readonly stack: string;
}

export interface EngineOptions {
  /** The engine's compiled module; one instance is made of it. */
  readonly wasm: WasmModule;
  /** Hard limit of the whole address space. */
  readonly memoryBytes: number;
  readonly stackBytes: number;
  /** Asked every few thousand steps; true stops what runs, and guest code cannot catch that. */
  readonly interrupt: () => boolean;
}

/** Makes an engine. Throws when the module is not the one this build was made for. */
export type CreateEngine = (options: EngineOptions) => Promise<Engine>;
