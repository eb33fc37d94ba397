import * as glassEasel from 'glass-easel';
import { replaceMethod } from './replace-method.ts';

/** Rule `own-update`: whether glass-easel has come to what it was in the middle of changing: a list, a branch, slots. */
export interface OwnUpdates {
  readonly met: boolean;
}

type Run = (...values: unknown[]) => unknown;

const watched = new WeakSet<object>();

interface Watch {
  met: boolean;
  /** Lists and branches under way. */
  readonly changing: Set<unknown>;
  /** Lists that are making a row. */
  readonly making: Set<unknown>;
  /** What each list was when it was last come to. */
  readonly lists: Map<unknown, unknown>;
}
const newWatch = (): Watch => ({ met: false, changing: new Set(), making: new Set(), lists: new Map() });
let current = newWatch();

/** Starts anew. One program at a time. */
export function watchOwnUpdates(): OwnUpdates {
  current = newWatch();
  if (!watched.has(glassEasel.ShadowRoot.prototype)) watchDynamicSlots(glassEasel.ShadowRoot.prototype);
  return current;
}

/** A compiled template that makes itself known: its renderer is handed to it and nowhere else. */
export function watchTemplate(content: unknown): unknown {
  if (typeof content !== 'function') return content;
  return (name: unknown) => {
    const generate: unknown = content(name);
    if (typeof generate !== 'function') return generate;
    return (renderer: unknown, ...rest: unknown[]) => {
      const kind: unknown = typeof renderer === 'object' && renderer !== null ? Object.getPrototypeOf(renderer) : null;
      if (typeof kind === 'object' && kind !== null && !watched.has(kind)) watchRenderer(kind);
      return generate(renderer, ...rest);
    };
  };
}

/** Counts along with the renderer which child it updates, so that a list or branch met again is known. */
function watchRenderer(kind: object): void {
  const update: unknown = Reflect.get(kind, 'handleChildrenUpdate');
  if (typeof update !== 'function') throw new Error('glass-easel updates children in another way now');
  watched.add(kind);
  Reflect.set(
    kind,
    'handleChildrenUpdate',
    function (this: unknown, children: Run, parent: unknown, ...rest: unknown[]) {
      let at = 0;
      const node = (): unknown => {
        at += 1;
        return glassEasel.Element.isElement(parent) ? parent.childNodes[at - 1] : undefined;
      };
      const watch = (define: unknown, around: (run: Run, node: unknown, values: unknown[]) => unknown): Run => {
        return (...values) =>
          around((...others) => (typeof define === 'function' ? define(...others) : undefined), node(), values);
      };
      const pass = (define: unknown): Run => watch(define, (run, _node, values) => run(...values));
      const counted: Run = (isCreation, text, element, choice, list, slot, virtual, ...more) =>
        children(
          isCreation,
          pass(text),
          pass(element),
          watch(choice, branchOf),
          watch(list, listOf),
          pass(slot),
          pass(virtual),
          ...more,
        );
      return Reflect.apply(update, this, [counted, parent, ...rest]);
    },
  );
}

/** An update within an update is the last that content for every slot hears of: what waited for the outer one is lost. */
function watchDynamicSlots(kind: object): void {
  watched.add(kind);
  /** Those that have been told what their content is now and have yet to update it. */
  const due = new Set<unknown>();
  const updating = new Set<unknown>();
  replaceMethod(kind, 'applySlotUpdates', (run, _values, root) => {
    due.delete(root);
    const isOuter = !updating.has(root);
    updating.add(root);
    try {
      return run();
    } finally {
      if (isOuter) updating.delete(root);
    }
  });
  replaceMethod(kind, 'setDynamicSlotHandler', (run, _values, root) => {
    const isBusy = due.has(root) || updating.has(root);
    if (isBusy && slotsOf(root).some((slot) => slot.updatePathTree !== undefined)) current.met = true;
    due.add(root);
    return run();
  });
}

function slotsOf(root: unknown): { readonly updatePathTree?: unknown }[] {
  const slots: unknown = typeof root === 'object' && root !== null ? Reflect.get(root, '_$dynamicSlots') : undefined;
  return slots instanceof Map ? [...slots.values()] : [];
}

function branchOf(run: Run, node: unknown, [key, branch, ...rest]: unknown[]): unknown {
  const { changing } = current;
  if (changing.has(node)) current.met = true;
  const made: Run = (isCreation, ...values) => {
    if (isCreation === true) changing.add(node);
    return typeof branch === 'function' ? branch(isCreation, ...values) : undefined;
  };
  try {
    return run(key, made, ...rest);
  } finally {
    changing.delete(node);
  }
}

function listOf(run: Run, node: unknown, [list, key, marks, place, row, ...rest]: unknown[]): unknown {
  const { changing, making, lists } = current;
  // Another list that the update was not told of: an outer one has yet to come to it.
  const isOther = lists.has(node) ? !isSame(lists.get(node), list) : !hasRowsFor(node, list);
  if (marks === undefined && isOther) current.met = true;
  // What is set by path changes the array itself.
  lists.set(node, Array.isArray(list) ? [...list] : list);
  if (changing.has(node)) {
    if (marks !== undefined || making.has(node) || rowsOf(node) !== countOf(list)) current.met = true;
    return run(list, key, marks, place, row, ...rest);
  }
  const watchedRow: Run = (isCreation, ...values) => {
    if (isCreation === true) making.add(node);
    try {
      return typeof row === 'function' ? row(isCreation, ...values) : undefined;
    } finally {
      making.delete(node);
    }
  };
  changing.add(node);
  try {
    return run(list, key, marks, place, watchedRow, ...rest);
  } finally {
    changing.delete(node);
  }
}

const rowsOf = (node: unknown): number => (glassEasel.Element.isElement(node) ? node.childNodes.length : 0);

/** True when the rows there are, by number and key, are those of `list`. */
function hasRowsFor(node: unknown, list: unknown): boolean {
  if (rowsOf(node) !== countOf(list)) return false;
  const { keyName, rawKeys } = keysOf(node);
  if (typeof keyName !== 'string' || !Array.isArray(rawKeys) || !Array.isArray(list)) return true;
  return list.every((item, at) => rawKeys[at] === String((keyName === '*this' ? item : read(item, keyName)) ?? ''));
}

/** Where a list of glass-easel's keeps its keys. */
function keysOf(node: unknown): { readonly keyName?: unknown; readonly rawKeys?: unknown } {
  const keys = read(read(node, '_$wxTmplArgs'), 'keyList');
  if (typeof keys !== 'object' || keys === null || !('rawKeys' in keys))
    throw new Error('glass-easel keeps keys in another place now');
  return keys;
}

const read = (of: unknown, name: string): unknown =>
  typeof of === 'object' && of !== null ? Reflect.get(of, name) : undefined;

/** Lists made anew from the same items are the same. */
function isSame(one: unknown, other: unknown): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return one === other;
  return one.length === other.length && one.every((item, at) => item === other[at]);
}

function countOf(list: unknown): number {
  if (typeof list === 'number') return list;
  if (typeof list === 'string') return list.length;
  return typeof list === 'object' && list !== null ? Object.keys(list).length : 0;
}
