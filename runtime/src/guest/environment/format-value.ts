import { isArray, isObject, ownKeys } from '../intrinsics.ts';

/** How far into a value a log line looks. */
const depthLimit = 3;
const itemLimit = 100;
const textLimit = 10_000;

/** Values of one console call as one line of text: texts as they are, everything else as a debugger shows it. */
export function formatValues(values: readonly unknown[]): string {
  let line = '';
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at];
    line += `${at === 0 ? '' : ' '}${typeof value === 'string' ? value : formatValue(value)}`;
    if (line.length > textLimit) return `${line.slice(0, textLimit)}…`;
  }
  return line;
}

/** One value as text. Never throws, whatever the value's getters do. */
export function formatValue(value: unknown): string {
  try {
    return format(value, 0, []);
  } catch {
    return '[value that cannot be shown]';
  }
}

function format(value: unknown, depth: number, open: readonly object[]): string {
  switch (typeof value) {
    case 'string':
      return depth === 0 ? value : `'${value.length > 500 ? `${value.slice(0, 500)}…` : value}'`;
    case 'bigint':
      return `${value}n`;
    case 'function':
      return `ƒ ${value.name || 'anonymous'}()`;
    case 'object':
      return value === null ? 'null' : formatObject(value, depth, open);
    default:
      return String(value);
  }
}

function formatObject(value: object, depth: number, open: readonly object[]): string {
  if (open.includes(value)) return '[Circular]';
  if (value instanceof Error) {
    const head = value.message === '' ? value.name : `${value.name}: ${value.message}`;
    return value.stack ? `${head}\n${value.stack}` : head;
  }
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString();
  if (value instanceof RegExp) return String(value);
  const inside = [...open, value];
  if (isArray(value)) {
    if (depth >= depthLimit) return `Array(${value.length})`;
    const items = value.slice(0, itemLimit).map((item) => format(item, depth + 1, inside));
    if (value.length > itemLimit) items.push(`… ${value.length - itemLimit} more`);
    return `[${items.join(', ')}]`;
  }
  if (value instanceof Map) return formatEntries('Map', [...value], value.size, depth, inside, ' => ');
  if (value instanceof Set) return `Set(${value.size}) ${format([...value], depth, inside)}`;
  if (value instanceof Promise) return 'Promise {}';
  if (ArrayBuffer.isView(value)) return `${nameOf(value)}(${value.byteLength} bytes)`;
  if (value instanceof ArrayBuffer) return `ArrayBuffer(${value.byteLength} bytes)`;
  const name = nameOf(value);
  if (!isObject(value) || depth >= depthLimit) return name === '' ? '{…}' : `${name} {…}`;
  const keys = ownKeys(value);
  const entries: [unknown, unknown][] = [];
  for (const key of keys.slice(0, itemLimit)) entries.push([key, value[key]]);
  return formatEntries(name, entries, keys.length, depth, inside, ': ');
}

function formatEntries(
  name: string,
  entries: readonly (readonly [unknown, unknown])[],
  count: number,
  depth: number,
  open: readonly object[],
  between: string,
): string {
  const parts: string[] = [];
  for (const [key, value] of entries.slice(0, itemLimit)) {
    const shown = typeof key === 'string' && between === ': ' ? key : format(key, depth + 1, open);
    parts.push(`${shown}${between}${format(value, depth + 1, open)}`);
  }
  if (count > itemLimit) parts.push(`… ${count - itemLimit} more`);
  const body = parts.length === 0 ? '{}' : `{${parts.join(', ')}}`;
  return name === '' ? body : `${name} ${body}`;
}

function nameOf(value: object): string {
  const maker: unknown = 'constructor' in value ? value.constructor : undefined;
  return typeof maker === 'function' && maker !== Object ? maker.name : '';
}
