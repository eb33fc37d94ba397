import type { Json } from '../protocol/index.ts';

/** A hole's value as drawn text: nothing for null, JavaScript's own string form otherwise, as `{{}}` in text gives. */
export function textOf(value: Json | undefined): string {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return '';
  // An object may carry an own `toString` that is data, not a function: never call into the value.
  if (Array.isArray(value)) return value.map((item: Json) => textOf(item)).join(',');
  return typeof value === 'object' ? '[object Object]' : String(value);
}
