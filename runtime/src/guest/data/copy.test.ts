import { expect, test } from '@playwright/test';
import { copyForView, copyInto, createCopier, sameData } from './copy.ts';

test('copies deeply and shares nothing', () => {
  const value = { a: [1, 'x', null, true, { b: undefined }], d: new Date(5) };
  const copied = copyInto(createCopier(), value);
  expect(copied).toEqual(value);
  expect(copied).not.toBe(value);
  expect(sameData(copied, value)).toBe(true);
});

test('measures about the length of the JSON text', () => {
  const value = { list: Array.from({ length: 100 }, (_, at) => ({ id: at, title: `Title ${at}`, done: false })) };
  const copier = createCopier();
  copyInto(copier, value);
  const exact = JSON.stringify(value).length;
  expect(copier.size / exact).toBeGreaterThan(0.8);
  expect(copier.size / exact).toBeLessThan(1.6);
});

test('leaves functions out and counts them', () => {
  const copier = createCopier();
  expect(copyInto(copier, { a: 1, f() {}, g: [() => 1] })).toEqual({ a: 1, g: [undefined] });
  expect(copier.functions).toBe(2);
});

test('names the way to a cycle and to what is too deep', () => {
  const cyclic: Record<string, unknown> = { name: 'x' };
  cyclic.self = { cyclic };
  const copier = createCopier();
  copyInto(copier, cyclic);
  expect(copier.fault?.reason).toBe('cyclic');
  expect(copier.fault?.path.startsWith('.self.cyclic.self')).toBe(true);
  let deep: unknown = 1;
  for (let at = 0; at < 300; at += 1) deep = [deep];
  const second = createCopier();
  copyInto(second, deep);
  expect(second.fault?.reason).toBe('deep');
});

test('the same object twice is no cycle', () => {
  const shared = { x: 1 };
  const copier = createCopier();
  expect(copyInto(copier, [shared, shared])).toEqual([{ x: 1 }, { x: 1 }]);
  expect(copier.fault).toBe(undefined);
});

test('a copy for the view passes the door whatever it was', () => {
  const cyclic: unknown[] = [];
  cyclic.push(cyclic, () => 1);
  expect(JSON.stringify(copyForView(cyclic)).length).toBeLessThan(1_000);
  expect(copyForView(() => 1)).toBe(null);
  expect(copyForView(undefined)).toBe(null);
});

test('a key __proto__ stays data', () => {
  const copied = copyInto(createCopier(), JSON.parse('{"__proto__": {"x": 1}}'));
  expect(Object.getPrototypeOf(copied)).toBe(Object.prototype);
});

const pairs: [one: unknown, other: unknown, same: boolean][] = [
  [{ a: 1 }, { a: 1 }, true],
  [{ a: 1 }, { a: 2 }, false],
  [{ a: undefined }, { b: undefined }, false],
  [[1, [2]], [1, [2]], true],
  [[1], [1, 2], false],
  [[], {}, false],
  [Number.NaN, Number.NaN, true],
  [new Date(1), new Date(2), false],
  [null, {}, false],
];
for (const [one, other, same] of pairs) {
  test(`${JSON.stringify(one)} ${same ? '=' : '≠'} ${JSON.stringify(other)}`, () => {
    expect(sameData(one, other)).toBe(same);
  });
}
