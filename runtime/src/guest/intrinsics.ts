import type { HostMessage } from '../protocol/messages.ts';
import type { CreateCanvasLibrary } from './canvas/types.ts';
import type { CreateIoLibrary } from './io/types.ts';

/**
 * The built-ins the base library leans on, taken before any program code runs: a program may replace the
 * globals, and then only breaks itself.
 */
export const stringify: (value: unknown, replace?: (key: string, value: unknown) => unknown) => string | undefined =
  JSON.stringify;
export const parse: (text: string, revive?: (key: string, value: unknown) => unknown) => unknown = JSON.parse;
/** What the host delivers: made by our own player, so its type is taken on trust. */
export const parseMessages: (text: string) => readonly HostMessage[] = JSON.parse;
export const ownKeys: (value: object) => string[] = Object.keys;
export const isArray: (value: unknown) => value is unknown[] = Array.isArray;
export const createObject: (prototype: object | null) => Record<string, unknown> = Object.create;
export const defineProperty = Object.defineProperty;
/** True when `key` is the object's own. Safe for keys the program chose. */
export const hasOwn: (value: object, key: string) => boolean = Object.hasOwn;
export const getPrototypeOf: (value: object) => object | null = Object.getPrototypeOf;

const apply = Reflect.apply;
const SavedPromise = Promise;
const then = Promise.prototype.then;

/** Calls a program function whatever became of `Function.prototype.call`. */
export function callFunction(run: (...values: never[]) => unknown, self: unknown, values: readonly unknown[]): unknown {
  return apply(run, self, values);
}

/** Evaluates source in the global scope, for the inspector: nothing of the base library is in reach of it. */
// biome-ignore lint/security/noGlobalEval: evaluating what a developer types is what it is for
export const evaluateGlobally: (source: string) => unknown = globalThis.eval;
/** Evaluates a part of the base library that was left out of it; what it makes is told by its bundle. */
// biome-ignore lint/security/noGlobalEval: it is our own source, from our own worker
export const enterCanvasLibrary: (source: string) => CreateCanvasLibrary = globalThis.eval;
// biome-ignore lint/security/noGlobalEval: as above
export const enterIoLibrary: (source: string) => CreateIoLibrary = globalThis.eval;

/** A promise that the program's own patching of `Promise` cannot reach. */
export function promise<Value>(
  executor: (resolve: (value: Value) => void, reject: (reason: unknown) => void) => void,
): Promise<Value> {
  return new SavedPromise<Value>(executor);
}

/** Runs `job` once the present synchronous code is done. `job` must not throw. */
export function microtask(job: () => void): void {
  apply(then, SavedPromise.resolve(), [job]);
}

/** Narrowing for values out of program code. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** Narrowing for functions out of program code. */
export function isFunction(value: unknown): value is (...values: unknown[]) => unknown {
  return typeof value === 'function';
}
