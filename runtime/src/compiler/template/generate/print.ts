import { Code } from '../blocks/block-draft.ts';
import { propertyKey, stringLiteral } from './literals.ts';

/** What a unit is made of. Maps are keyed by names the author chose, objects by ours. */
export type Printable =
  | string
  | number
  | boolean
  | null
  | Code
  | readonly Printable[]
  | ReadonlyMap<string, Printable>
  | { readonly [key: string]: Printable | undefined };

/** Prints a structure as a JavaScript expression. Maps become objects without prototype, so that no name finds anything inherited. */
export function print(value: Printable): string {
  if (typeof value === 'string') return stringLiteral(value);
  if (typeof value !== 'object' || value === null) return String(value);
  if (value instanceof Code) return value.text;
  if (value instanceof Map) return printEntries(['__proto__:null'], [...value]);
  if (isList(value)) return `[${value.map(print).join(',')}]`;
  return printEntries([], Object.entries(value));
}

function isList(value: Printable): value is readonly Printable[] {
  return Array.isArray(value);
}

function printEntries(
  first: readonly string[],
  entries: readonly (readonly [string, Printable | undefined])[],
): string {
  const printed = [...first];
  for (const [key, value] of entries) {
    if (value !== undefined) printed.push(`${propertyKey(key)}:${print(value)}`);
  }
  return `{${printed.join(',')}}`;
}
