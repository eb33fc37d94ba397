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

/** The key of one item; `key` is a member name or `*this`. */
export function keyOfItem(item: unknown, key: string): string {
  let value: unknown;
  if (key === '*this') value = item;
  else if (isObject(item)) value = item[key];
  return value === undefined || value === null ? '' : String(value);
}

/** Keys of all items, made unique: a repeated one gets a number added. `repeated` names the first that was. */
export function keysOfItems(
  items: readonly unknown[],
  key: string,
): { readonly keys: string[]; readonly repeated: string | undefined } {
  const keys: string[] = [];
  const seen = new Set<string>();
  let repeated: string | undefined;
  for (let at = 0; at < items.length; at += 1) {
    const own = keyOfItem(items[at], key);
    let unique = own;
    if (seen.has(own)) {
      repeated ??= own;
      let count = 0;
      while (seen.has(unique)) {
        unique = `${own}--${count}`;
        count += 1;
      }
    }
    seen.add(unique);
    keys.push(unique);
  }
  return { keys, repeated };
}
