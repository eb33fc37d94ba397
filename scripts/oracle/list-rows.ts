import * as glassEasel from 'glass-easel';
import { memberOf } from './member-of.ts';

/** How many rows the node of a wx:for has. */
export const rowsOf = (node: unknown): number => (glassEasel.Element.isElement(node) ? node.childNodes.length : 0);

/** How many rows it should have. */
export function countOf(list: unknown): number {
  if (typeof list === 'number') return list;
  if (typeof list === 'string') return list.length;
  return typeof list === 'object' && list !== null ? Object.keys(list).length : 0;
}

/** True when the rows there are, by number and key, are those of `list`. */
export function hasRowsFor(node: unknown, list: unknown): boolean {
  if (rowsOf(node) !== countOf(list)) return false;
  const { keyName, rawKeys } = keysOf(node);
  if (typeof keyName !== 'string' || !Array.isArray(rawKeys) || !Array.isArray(list)) return true;
  return list.every((item, at) => rawKeys[at] === String((keyName === '*this' ? item : memberOf(item, keyName)) ?? ''));
}

/** Where glass-easel keeps the keys of a list. */
function keysOf(node: unknown): { readonly keyName?: unknown; readonly rawKeys?: unknown } {
  const keys = memberOf(memberOf(node, '_$wxTmplArgs'), 'keyList');
  if (typeof keys === 'object' && keys !== null && 'rawKeys' in keys) return keys;
  throw new Error('glass-easel keeps keys in another place now');
}

/** Lists made anew from the same items are the same. */
export function isSameList(one: unknown, other: unknown): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return one === other;
  return one.length === other.length && one.every((item, at) => item === other[at]);
}
