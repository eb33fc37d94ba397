import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { keysOfItems, readListItems } from './list-items.ts';
import { matchLists } from './match-lists.ts';

/** Longest increasing subsequence by the textbook's quadratic way. */
function longestIncreasing(values: readonly number[]): number {
  const lengths: number[] = [];
  for (let at = 0; at < values.length; at += 1) {
    let best = 0;
    for (let before = 0; before < at; before += 1) {
      if ((values[before] ?? 0) < (values[at] ?? 0)) best = Math.max(best, lengths[before] ?? 0);
    }
    lengths.push(best + 1);
  }
  return Math.max(0, ...lengths);
}

const keys = fc.uniqueArray(fc.integer({ min: 0, max: 30 }), { maxLength: 25 });

test('finds every kept entry and moves the fewest', () => {
  fc.assert(
    fc.property(keys, keys, (old, now) => {
      const { from, stable } = matchLists(old, now);
      expect(from).toEqual(now.map((key) => old.indexOf(key)));
      const kept = from.filter((place) => place >= 0);
      const longest = longestIncreasing(kept);
      const moves = stable === undefined ? 0 : from.filter((place, at) => place >= 0 && stable[at] !== true).length;
      expect(moves).toBe(kept.length - longest);
      const staying = from.filter((place, at) => place >= 0 && stable?.[at] !== false);
      expect(staying).toEqual([...staying].sort((one, other) => one - other));
    }),
    { seed: 20261120, numRuns: 2_000 },
  );
});

test('a swap moves two, a rotation one, a reversal all but one', () => {
  const moves = (old: number[], now: number[]): number =>
    (matchLists(old, now).stable ?? []).filter((stays) => !stays).length;
  expect(moves([1, 2, 3, 4, 5], [1, 4, 3, 2, 5])).toBe(2);
  expect(moves([1, 2, 3, 4, 5], [5, 1, 2, 3, 4])).toBe(1);
  expect(moves([1, 2, 3, 4, 5], [5, 4, 3, 2, 1])).toBe(4);
});

test('repeated keys are told apart', () => {
  const items = [{ id: 'a' }, { id: 'a' }, { id: 'a--0' }, {}, null];
  const { keys: unique, repeated } = keysOfItems(items, 'id');
  expect(new Set(unique).size).toBe(items.length);
  expect(repeated).toBe('a');
  expect(keysOfItems([3, 1, 2], '*this')).toEqual({ keys: [3, 1, 2], repeated: undefined });
});

const lists: [list: unknown, items: unknown[], names: string[] | undefined][] = [
  [['x', 'y'], ['x', 'y'], undefined],
  [{ b: 1, a: 2 }, [1, 2], ['b', 'a']],
  [3, [0, 1, 2], undefined],
  ['ab', ['a', 'b'], undefined],
  [null, [], undefined],
  [undefined, [], undefined],
  [true, [], undefined],
  [-1, [], undefined],
  [1.5, [], undefined],
];
for (const [list, items, names] of lists) {
  test(`wx:for over ${JSON.stringify(list)}`, () => expect(readListItems(list)).toEqual({ items, names }));
}
