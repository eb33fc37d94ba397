import * as glassEasel from 'glass-easel';
import { countOf, hasRowsFor, isSameList, rowsOf } from './list-rows.ts';
import { memberOf } from './member-of.ts';
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
  /** By renderer, the branches that each of its updates under way has come to, the innermost last. */
  readonly passed: Map<unknown, Set<unknown>[]>;
}
const newWatch = (): Watch => ({
  met: false,
  changing: new Set(),
  making: new Set(),
  lists: new Map(),
  passed: new Map(),
});
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
  replaceMethod(kind, 'update', (run, _values, renderer) => {
    const passed = current.passed.get(renderer) ?? [];
    current.passed.set(renderer, passed);
    passed.push(new Set());
    try {
      return run();
    } finally {
      passed.pop();
    }
  });
  Reflect.set(
    kind,
    'handleChildrenUpdate',
    function (this: unknown, children: Run, parent: unknown, ...rest: unknown[]) {
      let next = 0;
      const nodeAt = (place: number): unknown =>
        glassEasel.Element.isElement(parent) ? parent.childNodes[place] : undefined;
      const watch = (define: unknown, around: (run: Run, place: number, values: unknown[]) => unknown): Run => {
        return (...values) => {
          next += 1;
          return around(
            (...others) => (typeof define === 'function' ? define(...others) : undefined),
            next - 1,
            values,
          );
        };
      };
      const pass = (define: unknown): Run => watch(define, (run, _place, values) => run(...values));
      const passed = current.passed.get(this) ?? [];
      const counted: Run = (isCreation, text, element, choice, list, slot, virtual, ...more) =>
        children(
          isCreation,
          pass(text),
          pass(element),
          watch(choice, (run, place, values) => {
            if (isEarly(passed, nodeAt(place), values[0])) current.met = true;
            try {
              return branchOf(run, nodeAt(place), values);
            } finally {
              // Another node, when it has changed.
              passed.at(-1)?.add(nodeAt(place));
            }
          }),
          watch(list, (run, place, values) => listOf(run, nodeAt(place), values)),
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
  // Rule `content-of-every-slot`.
  replaceMethod(kind, 'applySlotValueUpdates', (run, _values, root) => (due.has(root) ? undefined : run()));
  replaceMethod(kind, 'setDynamicSlotHandler', (run, _values, root) => {
    const isBusy = due.has(root) || updating.has(root);
    if (isBusy && slotsOf(root).some((slot) => slot.updatePathTree !== undefined)) current.met = true;
    due.add(root);
    return run();
  });
}

function slotsOf(root: unknown): { readonly updatePathTree?: unknown }[] {
  const slots = memberOf(root, '_$dynamicSlots');
  return slots instanceof Map ? [...slots.values()] : [];
}

/** True when a branch is about to change that an update further out has yet to come to: here it is left to that one. */
function isEarly(passed: readonly Set<unknown>[], node: unknown, key: unknown): boolean {
  if (memberOf(memberOf(node, '_$wxTmplArgs'), 'key') === key) return false;
  return passed.slice(0, -1).some((outer) => !outer.has(node));
}

function branchOf(run: Run, node: unknown, [key, branch, ...rest]: unknown[]): unknown {
  const { changing } = current;
  if (changing.has(node)) current.met = true;
  // A template by name goes on with the data it was handed before.
  const isTemplate = typeof key === 'string';
  const made: Run = (isCreation, ...values) => {
    if (isCreation === true || isTemplate) changing.add(node);
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
  const isOther = lists.has(node) ? !isSameList(lists.get(node), list) : !hasRowsFor(node, list);
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
