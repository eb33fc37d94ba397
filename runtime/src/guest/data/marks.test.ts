import { expect, test } from '@playwright/test';
import { addPath, createMark, isClean, type Mark, markAt, mergeMarks } from './marks.ts';
import { parseDataPath } from './path.ts';
import { readPath, writePath } from './write.ts';

function marked(...keys: string[]): Mark {
  const mark = createMark();
  for (const key of keys) addPath(mark, parseDataPath(key));
  return mark;
}

/** The trie as paths, `*` behind what is marked as a whole. */
function shown(mark: Mark, prefix = ''): string[] {
  if (mark.whole) return [`${prefix}*`];
  return [...(mark.members ?? [])].flatMap(([key, below]) => shown(below, `${prefix}${key} `));
}

const tries: [keys: string[], paths: string[]][] = [
  [['a'], ['a *']],
  [
    ['a.b', 'a.c'],
    ['a b *', 'a c *'],
  ],
  [['a.b', 'a'], ['a *']],
  [['a', 'a.b'], ['a *']],
  [
    ['list[3].done', 'list[12].done'],
    ['list 3 done *', 'list 12 done *'],
  ],
];
for (const [keys, paths] of tries)
  test(`marks ${keys.join(' + ')}`, () => expect(shown(marked(...keys))).toEqual(paths));

test('merging is marking both', () => {
  const into = marked('a.b', 'c');
  mergeMarks(into, marked('a.d', 'c.x', 'e'));
  expect(shown(into)).toEqual(['a b *', 'a d *', 'c *', 'e *']);
  mergeMarks(into, { whole: true, members: undefined });
  expect(shown(into)).toEqual(['*']);
});

test('looks up the mark at a static path', () => {
  const change = { data: marked('list[3].done', 'user'), rows: { item: marked('x.y'), index: false, up: undefined } };
  expect(shown(markAt(change, { members: ['list'] }) ?? createMark())).toEqual(['3 done *']);
  expect(markAt(change, { members: ['user', 'name'] })?.whole).toBe(true);
  expect(markAt(change, { members: ['other'] })).toBe(undefined);
  expect(markAt(change, { row: 0, members: ['x'] })?.members?.has('y')).toBe(true);
  expect(markAt(change, { row: 1, members: [] })).toBe(undefined);
  expect(isClean(createMark())).toBe(true);
});

const writes: [title: string, before: object, key: string, value: unknown, after: object, paths: string[]][] = [
  ['a member', { a: 1 }, 'a', 2, { a: 2 }, ['a *']],
  ['a new path', {}, 'a.b[1].c', 1, { a: { b: [undefined, { c: 1 }] } }, ['a b length *', 'a b 1 c *']],
  ['an item', { l: [1, 2, 3] }, 'l[1]', 9, { l: [1, 9, 3] }, ['l 1 *']],
  ['the last item, which may just have been pushed', { l: [1, 2] }, 'l[1]', 9, { l: [1, 9] }, ['l length *', 'l 1 *']],
  ['an item behind the end', { l: [1] }, 'l[1]', 2, { l: [1, 2] }, ['l length *', 'l 1 *']],
  ['below an item behind the end', { l: [] }, 'l[0].d', 2, { l: [{ d: 2 }] }, ['l length *', 'l 0 d *']],
  ['below nothing', { a: null }, 'a.b', 1, { a: { b: 1 } }, ['a b *']],
  ['below an item', { l: [{ d: 1 }, { d: 1 }] }, 'l[0].d', 2, { l: [{ d: 2 }, { d: 1 }] }, ['l 0 d *']],
  ['over a text', { a: 'x' }, 'a.b', 1, { a: { b: 1 } }, ['a *']],
  ['over an object by index', { a: { b: 1 } }, 'a[0]', 1, { a: [1] }, ['a *', 'a *'].slice(0, 1)],
  ['over an array by name', { a: [1] }, 'a.b', 1, { a: { b: 1 } }, ['a *']],
  ['an item by name', { l: [{ d: 1 }, 2] }, 'l.0.d', 2, { l: [{ d: 2 }, 2] }, ['l 0 d *']],
];
for (const [title, before, key, value, after, paths] of writes) {
  test(`writes ${title}`, () => {
    const data: Record<string, unknown> = { ...before };
    const marks = createMark();
    writePath(data, parseDataPath(key), value, marks);
    expect(data).toEqual(after);
    expect(shown(marks)).toEqual(paths);
    expect(readPath(data, parseDataPath(key))).toEqual(value);
  });
}

test('keeps the identity of what is written into', () => {
  const list = [{ done: false }];
  const data = { list };
  writePath(data, parseDataPath('list[0].done'), true, createMark());
  expect(data.list).toBe(list);
  expect(list).toEqual([{ done: true }]);
});

test('a prototype cannot be reached by path', () => {
  const data: Record<string, unknown> = { a: {} };
  writePath(data, ['__proto__', 'polluted'], true, createMark());
  writePath(data, ['a', '__proto__', 'polluted'], true, createMark());
  writePath(data, ['constructor', 'prototype', 'polluted'], true, createMark());
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
});
