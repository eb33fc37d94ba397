import type { Problem } from './errors.ts';

/**
 * The door: the single function a guest can call, `door(kind, text, bytes)`. The base library is one JavaScript
 * expression whose value is a function `(door) => GuestEntry`; the sandbox calls it once, so the door lives
 * in that closure and never becomes a global. Everything that passes is text; only `canvas` takes and gives bytes
 * as well, as an ArrayBuffer that is copied.
 *
 * | kind | text | returns |
 * |---|---|---|
 * | `send` | JSON array of `GuestMessage` | – |
 * | `timer` | `id,delayMs` – one shot; fires `entry.timer(id)` | – |
 * | `cancel` | `id` | – |
 * | `log` | JSON `{level, text, stack}` | – |
 * | `now` | – | milliseconds since the epoch, whole |
 * | `random` | count | that many random bytes, as hex |
 * | `library` | name | source of a part of the base library that most programs do without |
 * | `canvas` | drawing commands (see canvas.ts); `bytes` that they name | the answer to the last question among them |
 * | `files` | JSON `[operation, what it takes]` (see runtime/src/files) | JSON answer |
 */
export const doorKinds = ['send', 'timer', 'cancel', 'log', 'now', 'random', 'library', 'canvas', 'files'] as const;
export type DoorKind = (typeof doorKinds)[number];

/** What the base library hands back: four functions that the sandbox keeps and guest code cannot reach. */
export interface GuestEntry {
  /** A JSON array of `HostMessage` has arrived. */
  receive(text: string): void;
  /** A timer is due. */
  timer(id: number): void;
  /** The turn is over and no job is pending: send what has gathered. */
  flush(): void;
  /** An exception left guest code, or a promise was rejected and nobody listened. */
  failed(kind: 'error' | 'rejection', message: string, stack: string): void;
}

export type LogLevel = 'debug' | 'log' | 'info' | 'warn' | 'error';
export interface LogLine {
  readonly level: LogLevel;
  readonly text: string;
  /** Guest frames of the call, unmapped. */
  readonly stack?: string | undefined;
}

/** Each has a code, a message and a hostile program that hits it. */
export interface SandboxLimits {
  readonly memoryBytes: number;
  readonly stackBytes: number;
  /** Longest turn after boot. */
  readonly turnMs: number;
  /** Longest load of the base library and of a logic file. */
  readonly bootMs: number;
  /** A ping unanswered for this long ends the worker. */
  readonly silentMs: number;
  readonly messageBytes: number;
  /** Largest text handed in: at launch that holds everything the program has stored. */
  readonly deliveryBytes: number;
  readonly messageDepth: number;
  readonly timers: number;
  /** Log lines a second; what is above is counted, not kept. */
  readonly logLines: number;
  /** Messages sent and not yet acknowledged before the sandbox waits. */
  readonly credits: number;
}

export const defaultLimits: SandboxLimits = {
  memoryBytes: 64 * 1024 * 1024,
  // The engine counts its own stack, beside the thread's. That one must last longer, or the program ends where it
  // should get an exception: a worker of Chromium has 500 KB, and up to 4.3 bytes of it go with each of these.
  stackBytes: 96 * 1024,
  turnMs: 1_000,
  bootMs: 5_000,
  silentMs: 2_000,
  messageBytes: 8 * 1024 * 1024,
  deliveryBytes: 32 * 1024 * 1024,
  messageDepth: 64,
  timers: 1_000,
  logLines: 200,
  credits: 32,
};

/** Player → worker. */
export type ToSandbox =
  | {
      readonly kind: 'boot';
      readonly baseLibrary: string;
      readonly limits: SandboxLimits;
      readonly wasm?: WasmModule | undefined;
      /** True: none of the worker's door extensions is opened. */
      readonly bare?: boolean | undefined;
    }
  /** Evaluates a script of the package as `file`. Answered by `loaded` or `ended`. */
  | { readonly kind: 'load'; readonly file: string; readonly code: string }
  | { readonly kind: 'deliver'; readonly text: string }
  | { readonly kind: 'acknowledge'; readonly count: number }
  /** For the door extension of that name, in its order with what is delivered. */
  | { readonly kind: 'extend'; readonly name: string; readonly data: unknown }
  | { readonly kind: 'ping'; readonly id: number };

/** Worker → player. */
export type FromSandbox =
  | { readonly kind: 'booted' }
  | { readonly kind: 'loaded'; readonly file: string }
  | { readonly kind: 'send'; readonly text: string }
  | { readonly kind: 'log'; readonly line: LogLine }
  /** Uncaught in guest code; the program goes on. Stack unmapped. */
  | { readonly kind: 'failed'; readonly problem: Problem }
  | { readonly kind: 'pong'; readonly id: number }
  /** From a door extension. Made by our own code in the worker, which lives beside the guest: to be checked. */
  | { readonly kind: 'extended'; readonly name: string; readonly data: unknown }
  /** The instance is gone: limit, engine failure or disposal. Nothing follows. */
  | { readonly kind: 'ended'; readonly problem: Problem };

/** A compiled `WebAssembly.Module`; its type is not in the standard library of every zone. */
export type WasmModule = object;

/** One end of a pair of message ports, structured-clone semantics. Browser Worker, worker_thread and MessagePort all fit. */
export interface Port<In, Out> {
  /** What is in `transfer` belongs to the other side from then on. */
  post(message: Out, transfer?: readonly object[]): void;
  /** Returns its undo. */
  onMessage(listener: (message: In) => void): () => void;
  /** Ends the other side where that is possible, and the port. */
  close(): void;
}
