import type { RowKey } from './list-items.ts';

/** How a new list of keys follows from an old one. */
export interface ListMatch {
  /** New place → old place, -1 for what is new. */
  readonly from: readonly number[];
  /** New places that need not move; undefined when nothing that is kept has to move. */
  readonly stable: readonly boolean[] | undefined;
}

/**
 * Matches two lists of unique keys so that the fewest kept entries move: all but a longest run of them that is
 * already in order (longest increasing subsequence, O(n log n)).
 */
export function matchLists(old: readonly RowKey[], now: readonly RowKey[]): ListMatch {
  const from: number[] = [];
  const shorter = Math.min(old.length, now.length);
  let head = 0;
  while (head < shorter && old[head] === now[head]) {
    from.push(head);
    head += 1;
  }
  let tail = 0;
  while (tail < shorter - head && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail += 1;
  const oldEnd = old.length - tail;
  const nowEnd = now.length - tail;
  let inOrder = true;
  if (head === oldEnd) {
    for (let at = head; at < nowEnd; at += 1) from.push(-1);
  } else {
    const places = new Map<RowKey | undefined, number>();
    for (let at = head; at < oldEnd; at += 1) places.set(old[at], at);
    let latest = -1;
    for (let at = head; at < nowEnd; at += 1) {
      const place = places.get(now[at]) ?? -1;
      from.push(place);
      if (place < 0) continue;
      if (place < latest) inOrder = false;
      latest = place;
    }
  }
  for (let at = nowEnd; at < now.length; at += 1) from.push(oldEnd + at - nowEnd);
  return { from, stable: inOrder ? undefined : longestRun(from) };
}

/** Marks one longest increasing subsequence of the non-negative entries. */
function longestRun(from: readonly number[]): boolean[] {
  /** `ends[n]` is the place where the run of length n + 1 with the smallest last value ends. */
  const ends: number[] = [];
  const before: number[] = [];
  for (let at = 0; at < from.length; at += 1) {
    before.push(-1);
    const value = from[at] ?? -1;
    if (value < 0) continue;
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((from[ends[middle] ?? -1] ?? -1) < value) low = middle + 1;
      else high = middle;
    }
    if (low > 0) before[at] = ends[low - 1] ?? -1;
    ends[low] = at;
  }
  const stable: boolean[] = [];
  for (let at = 0; at < from.length; at += 1) stable.push(false);
  let at = ends[ends.length - 1] ?? -1;
  while (at >= 0) {
    stable[at] = true;
    at = before[at] ?? -1;
  }
  return stable;
}

/** A kept row that nothing needs to move. */
export function isStable({ from, stable }: ListMatch, at: number): boolean {
  return (from[at] ?? -1) >= 0 && (stable === undefined || stable[at] === true);
}

/** Rows without keys: each belongs to its place. */
export function matchByPlace(oldLength: number, length: number): ListMatch {
  const from: number[] = [];
  for (let at = 0; at < length; at += 1) from.push(at < oldLength ? at : -1);
  return { from, stable: undefined };
}
