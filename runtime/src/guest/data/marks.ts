import type { StaticPath } from '../../protocol/templates.ts';
import type { DataPath } from './path.ts';

/**
 * What has changed below one place of the data: everything (`whole`) or the members named. Member keys are
 * text, also for array indices. A mark without members that is not whole changes nothing.
 */
export interface Mark {
  whole: boolean;
  members: Map<string, Mark> | undefined;
}

/** Everything below has changed. Shared: never mutated. */
export const wholeMark: Mark = { whole: true, members: undefined };

/** Changes to the rows around a block, innermost first, as `Row.up` links them. */
export interface RowChange {
  readonly item: Mark | undefined;
  readonly index: boolean;
  readonly up: RowChange | undefined;
}

/** What changed in the environment a block is evaluated in. */
export interface Change {
  readonly data: Mark | undefined;
  readonly rows: RowChange | undefined;
}

/** An empty trie to add paths to. */
export function createMark(): Mark {
  return { whole: false, members: undefined };
}

/** Marks the value at the first `length` steps of `path`, and with it everything below. */
export function addPath(root: Mark, path: DataPath, length: number = path.length): void {
  let mark = root;
  const last = length - 1;
  for (let step = 0; step < length; step += 1) {
    if (mark.whole) return;
    const key = textOfStep(path[step]);
    if (mark.members === undefined) mark.members = new Map();
    if (step === last) {
      mark.members.set(key, wholeMark);
      return;
    }
    let next = mark.members.get(key);
    if (next === undefined) {
      next = { whole: false, members: undefined };
      mark.members.set(key, next);
    }
    mark = next;
  }
  mark.whole = true;
  mark.members = undefined;
}

function textOfStep(step: string | number | undefined): string {
  return typeof step === 'string' ? step : String(step);
}

/** Adds all that `from` marks to `into`. */
export function mergeMarks(into: Mark, from: Mark): void {
  if (into.whole) return;
  if (from.whole) {
    into.whole = true;
    into.members = undefined;
    return;
  }
  if (from.members === undefined) return;
  if (into.members === undefined) into.members = new Map();
  for (const [key, mark] of from.members) {
    let own = into.members.get(key);
    if (own === undefined) {
      own = createMark();
      into.members.set(key, own);
    }
    mergeMarks(own, mark);
  }
}

/** True when nothing is marked. */
export function isClean(mark: Mark): boolean {
  return !mark.whole && mark.members === undefined;
}

/** The mark at a static path: `wholeMark` when it or something above it changed, undefined when nothing did. */
export function markAt(change: Change, path: StaticPath): Mark | undefined {
  let mark: Mark | undefined;
  if (path.row === undefined) mark = change.data;
  else {
    let row = change.rows;
    for (let outwards = path.row; outwards > 0 && row !== undefined; outwards -= 1) row = row.up;
    mark = row?.item;
  }
  return markBelow(mark, path.members);
}

/** The mark at `members` below `mark`. */
export function markBelow(mark: Mark | undefined, members: readonly string[]): Mark | undefined {
  let current = mark;
  for (let step = 0; step < members.length; step += 1) {
    if (current === undefined) return undefined;
    if (current.whole) return wholeMark;
    const key = members[step];
    current = key === undefined ? undefined : current.members?.get(key);
  }
  if (current === undefined || current.whole) return current;
  return current.members === undefined ? undefined : current;
}
