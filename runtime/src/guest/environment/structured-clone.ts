import { isArray, isObject, ownKeys } from '../intrinsics.ts';

/** `structuredClone` of the standard for the types a guest has; functions and symbols are refused. */
export function cloneStructured(value: unknown): unknown {
  return clone(value, new Map());
}

function clone(value: unknown, done: Map<object, unknown>): unknown {
  if (typeof value === 'function' || typeof value === 'symbol') {
    throw new TypeError(`structuredClone cannot clone a ${typeof value}`);
  }
  if (!isObject(value)) return value;
  const known = done.get(value);
  if (known !== undefined) return known;
  const fresh = emptyClone(value);
  done.set(value, fresh);
  if (value instanceof Map && fresh instanceof Map) {
    for (const [key, member] of value) fresh.set(clone(key, done), clone(member, done));
  } else if (value instanceof Set && fresh instanceof Set) {
    for (const member of value) fresh.add(clone(member, done));
  } else if (isArray(value) && isArray(fresh)) {
    fresh.length = value.length;
    for (const key of ownKeys(value)) fresh[Number(key)] = clone(value[Number(key)], done);
  } else if (isPlain(value) && isObject(fresh)) {
    for (const key of ownKeys(value)) fresh[key] = clone(value[key], done);
  }
  return fresh;
}

function isPlain(value: object): boolean {
  return !(
    value instanceof Date ||
    value instanceof RegExp ||
    value instanceof Error ||
    value instanceof ArrayBuffer ||
    ArrayBuffer.isView(value)
  );
}

function emptyClone(value: object): unknown {
  if (isArray(value)) return [];
  if (value instanceof Map) return new Map();
  if (value instanceof Set) return new Set();
  if (value instanceof Date) return new Date(value.getTime());
  if (value instanceof RegExp) return new RegExp(value.source, value.flags);
  if (value instanceof ArrayBuffer) return value.slice(0);
  if (value instanceof Uint8Array) return value.slice();
  if (ArrayBuffer.isView(value)) {
    const bytes = value.buffer.slice(value.byteOffset, value.byteOffset + value.byteLength);
    const make = 'constructor' in value ? value.constructor : undefined;
    if (typeof make === 'function') return Reflect.construct(make, [bytes]);
  }
  if (value instanceof Error) {
    const error = new Error(value.message);
    error.name = value.name;
    return error;
  }
  return {};
}
