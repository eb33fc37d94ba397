import { isObject, parse, stringify } from '../intrinsics.ts';

/**
 * Stored values as JSON text, with WeChat's types kept: a Date, `undefined` and a number that JSON lacks come
 * back as what they were, at the top level only. Such a text begins with a space, which `JSON.stringify` never
 * writes, so no value of a program can be mistaken for one; it is still JSON to whoever else reads it.
 */
export function encodeValue(value: unknown): string | undefined {
  if (value === undefined) return ' {"type":"Undefined"}';
  if (typeof value === 'number' && !Number.isFinite(value)) return ` {"type":"Number","value":"${value}"}`;
  if (value instanceof Date) return ` {"type":"Date","value":${stringify(value.getTime()) ?? 'null'}}`;
  try {
    return stringify(value);
  } catch {
    return undefined;
  }
}

/** The value of a stored text; a fresh copy each time. A text that is not ours gives `''`, as an absent key does. */
export function decodeValue(text: string): unknown {
  let value: unknown;
  try {
    value = parse(text);
  } catch {
    return '';
  }
  if (!text.startsWith(' ') || !isObject(value)) return value;
  if (value.type === 'Date') return new Date(typeof value.value === 'number' ? value.value : Number.NaN);
  if (value.type === 'Number') return Number(value.value);
  return undefined;
}
