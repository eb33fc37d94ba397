import type { QuickJSContext, QuickJSHandle } from 'quickjs-emscripten-core';
import type { GuestThrown } from './engine.ts';

/**
 * Reads what the guest threw. It is guest data: `stack` may be a getter, the value a proxy, `String` patched.
 * So the reading happens inside, by a function made before any guest code with the built-ins it needs in its
 * closure, and under the deadline of the turn. It gives back a primitive string, whatever it is handed.
 */
const source = `(function () {
  'use strict';
  const apply = Reflect.apply, slice = String.prototype.slice, stringify = JSON.stringify, text = String;
  const cut = (value) => apply(slice, value, [0, 8192]);
  return function read(value, key) {
    try {
      const object = (typeof value === 'object' && value !== null) || typeof value === 'function';
      if (!object) return key === 'message' ? cut(text(value)) : '';
      const part = value[key];
      if (typeof part === 'string') return cut(part);
      if (key !== 'message') return '';
      const reason = value.errMsg;
      return typeof reason === 'string' ? cut(reason) : cut(text(stringify(value)));
    } catch {
      return '';
    }
  };
})()`;

/** Turns a thrown value into text. The caller keeps owning the handle. */
export type ReadThrown = (thrown: QuickJSHandle) => GuestThrown;

/** Prepares the reader; call before any guest code runs. */
export function createThrownReader(context: QuickJSContext): ReadThrown {
  const read = context.unwrapResult(context.evalCode(source, '<terrarium>', { type: 'global' }));
  const keys = {
    name: context.newString('name'),
    message: context.newString('message'),
    stack: context.newString('stack'),
  };
  const part = (thrown: QuickJSHandle, key: QuickJSHandle): string => {
    const result = context.callFunction(read, context.undefined, thrown, key);
    if (result.error) {
      // Interrupted or out of stack while reading; what was thrown stays unnamed.
      result.error.dispose();
      return '';
    }
    const text = context.typeof(result.value) === 'string' ? context.getString(result.value) : '';
    result.value.dispose();
    return text;
  };
  return (thrown) => ({
    name: part(thrown, keys.name),
    message: part(thrown, keys.message),
    stack: part(thrown, keys.stack),
  });
}
