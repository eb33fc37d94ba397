import { isArray, isObject, ownKeys } from '../intrinsics.ts';

/** What a `wx:for` goes over, as items. */
export interface ListItems {
  readonly items: readonly unknown[];
  /** Member names when it goes over an object; otherwise the index is the place. */
  readonly names: readonly string[] | undefined;
}

/** Beyond this a number or text is taken for a mistake. */
const countLimit = 1_000_000;

/** Arrays give their items, objects their members, a number n the numbers from 0, a text its characters. */
export function readListItems(list: unknown): ListItems {
  if (isArray(list)) return { items: list, names: undefined };
  const items: unknown[] = [];
  if (typeof list === 'number') {
    const count = Number.isInteger(list) && list > 0 && list <= countLimit ? list : 0;
    for (let at = 0; at < count; at += 1) items.push(at);
  } else if (typeof list === 'string') {
    for (let at = 0; at < list.length; at += 1) items.push(list[at]);
  } else if (isObject(list)) {
    const names = ownKeys(list);
    for (let at = 0; at < names.length; at += 1) items.push(list[names[at] ?? '']);
    return { items, names };
  }
  return { items, names: undefined };
}

/** Tells rows apart: texts and numbers as they are, anything else by its text. */
export type RowKey = string | number;

/** The key of one item; `key` is a member name or `*this`. */
export function keyOfItem(item: unknown, key: string): RowKey {
  const value = key === '*this' ? item : isObject(item) ? item[key] : undefined;
  if (typeof value === 'string' || typeof value === 'number') return value;
  return value === undefined || value === null ? '' : String(value);
}

/** Keys of all items, made unique: repeated ones get a number added. `repeated` names the first that was. */
export function keysOfItems(
  items: readonly unknown[],
  key: string,
): { readonly keys: RowKey[]; readonly repeated: RowKey | undefined } {
  const keys: RowKey[] = [];
  for (let at = 0; at < items.length; at += 1) keys.push(keyOfItem(items[at], key));
  const seen = new Set<RowKey>(keys);
  return seen.size === keys.length ? { keys, repeated: undefined } : makeUnique(keys);
}

/** Every one of a repeated key is renamed, also the first: a row that was the only one of its key is none of them. */
function makeUnique(keys: readonly RowKey[]): { readonly keys: RowKey[]; readonly repeated: RowKey | undefined } {
  const times = new Map<RowKey, number>();
  for (const key of keys) times.set(key, (times.get(key) ?? 0) + 1);
  const unique: RowKey[] = [];
  const taken = new Set<RowKey>(keys);
  let repeated: RowKey | undefined;
  for (const key of keys) {
    if (times.get(key) === 1) {
      unique.push(key);
      continue;
    }
    repeated ??= key;
    let own = key;
    for (let count = 0; taken.has(own); count += 1) own = `${key}--${count}`;
    taken.add(own);
    unique.push(own);
  }
  return { keys: unique, repeated };
}
