import { expect, test } from '@playwright/test';
import { levelOf, overlapOf } from './intersections.ts';
import { mediaQueryOf } from './media-conditions.ts';

const levels: readonly [ratio: number, thresholds: number[], level: number][] = [
  [0, [0], 0],
  [0.001, [0], 1],
  [1, [0], 1],
  [0.5, [0, 0.5, 1], 2],
  [1, [0, 0.5, 1], 3],
  [0.2, [0.5], 0],
];
for (const [ratio, thresholds, level] of levels) {
  test(`${ratio} of a target has reached ${level} of ${thresholds.join()}`, () => {
    expect(levelOf(ratio, thresholds)).toBe(level);
  });
}

const box = (left: number, top: number, right: number, bottom: number) => {
  return { left, top, right, bottom, width: right - left, height: bottom - top };
};

test('areas overlap where all of them do', () => {
  expect(overlapOf([box(0, 0, 10, 10), box(5, -5, 20, 5)])).toEqual(box(5, 0, 10, 5));
  expect(overlapOf([box(0, 0, 10, 10), box(10, 0, 20, 10)])).toEqual(box(10, 0, 10, 10));
  expect(overlapOf([box(0, 0, 10, 10), box(11, 0, 20, 10)])).toEqual(box(0, 0, 0, 0));
});

test('conditions are a media query; none hold always', () => {
  expect(mediaQueryOf({})).toBe('all');
  expect(mediaQueryOf({ minWidth: 300, maxWidth: 600, orientation: 'landscape' })).toBe(
    '(min-width: 300px) and (max-width: 600px) and (orientation: landscape)',
  );
  expect(mediaQueryOf({ width: 1, height: 2, minHeight: 3, maxHeight: 4 })).toBe(
    '(width: 1px) and (height: 2px) and (min-height: 3px) and (max-height: 4px)',
  );
});
