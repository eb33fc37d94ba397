import type { CallOutcome } from '../../protocol/capabilities.ts';
import type { Json } from '../../protocol/json.ts';
import { isArray, isFunction, isObject, microtask, parse, promise, stringify } from '../intrinsics.ts';
import type { WxLink } from '../wx-link.ts';

/** A program's function, as far as the guest knows it. */
export type Callback = (...values: unknown[]) => unknown;
/** What a program gave as the one argument of a method. */
export type Options = Readonly<Record<string, unknown>>;
/** Ends a call. `extra` is added to a success result: what cannot travel as JSON, such as an event channel. */
export type Settle = (outcome: CallOutcome, extra?: Options) => void;
/** Does a method's work. Must settle exactly once. */
export type Run = (options: Options, settle: Settle) => void;

const callbackNames = ['success', 'fail', 'complete'] as const;

/**
 * A method in WeChat's manner. It takes one object, or nothing. With none of `success`, `fail`, `complete` it
 * returns a promise; with any of them it returns nothing and calls `success` or `fail`, then `complete`.
 * `errMsg` is `name:ok` or `name:fail reason`.
 */
export function method(link: WxLink, name: string, run: Run): (options?: unknown) => unknown {
  return (given) => {
    const options: Options = isObject(given) ? given : {};
    const callbacks = callbackNames.map((event) => options[event]);
    const start = (end: Settle) => {
      if (given !== undefined && given !== null && !isObject(given)) end(parameterError('parameter', 'Object', given));
      else run(options, end);
    };
    if (callbacks.some(isFunction)) {
      const [success, fail, complete] = callbacks;
      start((outcome, extra) => {
        const answer = answerOf(name, outcome, extra);
        const first = outcome.ok ? success : fail;
        if (isFunction(first)) link.guard(`${outcome.ok ? 'success' : 'fail'} of wx.${name}`, first, answer);
        if (isFunction(complete)) link.guard(`complete of wx.${name}`, complete, answer);
      });
      return undefined;
    }
    const answered = promise<unknown>((resolve, reject) => {
      start((outcome, extra) => {
        const answer = answerOf(name, outcome, extra);
        if (outcome.ok) resolve(answer);
        else reject(answer);
      });
    });
    // Fire and forget is common and no mistake: only a chain that the program builds on it may be unhandled.
    answered.then(undefined, () => undefined);
    return answered;
  };
}

/** Settles once the present code is done, as every call that leaves the guest does. */
export function later(settle: Settle, outcome: CallOutcome, extra?: Options): void {
  microtask(() => settle(outcome, extra));
}

/** The object a callback receives. */
export function answerOf(name: string, outcome: CallOutcome, extra?: Options): Record<string, unknown> {
  if (!outcome.ok) {
    const { errMsg, errno } = outcome.error;
    return errno === undefined ? { errMsg: `${name}:${errMsg}` } : { errMsg: `${name}:${errMsg}`, errno };
  }
  const result = isObject(outcome.result) && !isArray(outcome.result) ? outcome.result : {};
  return { ...result, ...extra, errMsg: `${name}:ok` };
}

export const done = (result: Json = {}): CallOutcome => ({ ok: true, result });
export const failed = (errMsg: string, errno?: number): CallOutcome => ({ ok: false, error: { errMsg, errno } });

/** `place` is `parameter` or `parameter.key`. */
export function parameterError(place: string, expected: string, value: unknown): CallOutcome {
  return failed(`fail parameter error: ${place} should be ${expected} instead of ${typeName(value)};`, 1001);
}

/** WeChat's word for the type of a value. */
export function typeName(value: unknown): string {
  if (value === null) return 'Null';
  if (isArray(value)) return 'Array';
  const type = typeof value;
  return type.charAt(0).toUpperCase() + type.slice(1);
}

/**
 * The JSON copy of a method's options, callbacks left out: what changes in them later does not reach the call.
 * Undefined when they hold a cycle or a BigInt.
 */
export function jsonOf(options: Options): Record<string, Json> | undefined {
  const { success, fail, complete, ...values } = options;
  try {
    const copy: unknown = parse(stringify(values) ?? '{}');
    return isJsonObject(copy) ? copy : {};
  } catch {
    return undefined;
  }
}

// Only ever asked about what JSON.parse has just made.
const isJsonObject = (value: unknown): value is Record<string, Json> => isObject(value) && !isArray(value);
