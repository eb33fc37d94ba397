import { expect, test } from '@playwright/test';
import { compileTemplate } from '../../compiler/template/index.ts';
import { createPageTree } from '../../view/index.ts';
import { openScene } from './scene-for-tests.ts';

// What glass-easel's tests `tmpl/expression` ask for, as tables. Otherwise on purpose:
// - a `data-*` value is a copy, and what is undefined is undefined there too; other attributes draw nothing for it;
// - its tests call functions kept in data; the platform documents no such thing, here a call needs a WXS module;
// - a list or object made for a template counts as one: all who read any of it hear of a change in any of it.

const rooms = { compileTemplate, createPageTree };

/** Opens a page with an expression as a data attribute and reads it, first as it is and then after each change. */
async function values(expression: string, data: string, changes: readonly Readonly<Record<string, unknown>>[]) {
  const scene = await openScene(rooms, {
    page: `<box id="x" data-v="{{ ${expression} }}"/>`,
    data,
    members: 'read() { log(this.selectComponent("#x").dataset.v) }',
    parts: { box: {} },
  });
  await scene.ask('read');
  for (const change of changes) {
    await scene.set(change);
    await scene.ask('read');
  }
  expect(scene.errors()).toEqual([]);
  return scene.news();
}

const once: readonly [expression: string, value: unknown][] = [
  ['!1', false],
  ['true', true],
  ['null', null],
  ['undefined', undefined],
  ['nullnull.undefined', 456],
  ['truefalse', 123],
  ['{ null: nullnull.undefined, truefalse }', { null: 456, truefalse: 123 }],
  ['false ? 1 || 2 : 3 || 4', 3],
  ['1 || 2 && 3', 1],
  ['0 && 1 || 2', 2],
  ['0 && 2 | 3', 0],
  ['2 | 3 && 0', 0],
  ['1 | 6 ^ 3', 5],
  ['3 ^ 6 | 1', 5],
  ['5 ^ 6 & 3', 7],
  ['3 & 6 ^ 5', 7],
  ['5 & 6 === 4', 0],
  ['4 == 6 & 5', 0],
  ['3 !== 2 > 1', true],
  ['1 < 2 !== 3', true],
  ["'A' + 2 > 1", false],
  ["1 < 'A' + 2", false],
  ['3 + 4 % 3', 4],
  ['4 % 3 + 3', 4],
  ['- 1 + 3', 2],
  ['3 + - 1', 2],
  ['- (1 + 3)', -4],
  ['3 - (2 - 1)', 2],
  ['0x10 + 1e2 + .5', 116.5],
  ['[123, missing, 456]', [123, undefined, 456]],
  ["typeof truefalse + typeof 'x'", 'numberstring'],
];
for (const [expression, value] of once) {
  test(`{{ ${expression} }}`, async () => {
    expect(await values(expression, '{ nullnull: { undefined: 456 }, truefalse: 123 }', [])).toEqual([value]);
  });
}

type Changes = readonly Readonly<Record<string, unknown>>[];
const changing: readonly [expression: string, data: string, changes: Changes, values: readonly unknown[]][] = [
  ["a + ' ' + b + c", "{ a: 'A', b: 100, c: 5 }", [{ c: 10 }], ['A 1005', 'A 10010']],
  ['b - c - 1', '{ b: 100, c: 5 }', [{ c: 10 }], [94, 89]],
  ['b / c / 2', '{ b: 100, c: 5 }', [{ c: 10 }], [10, 5]],
  ['10 + b % (c + 1)', '{ b: 100, c: 5 }', [{ c: 10 }], [14, 11]],
  ['!a', "{ a: '123' }", [{ a: null }], [false, true]],
  ['~a', '{ a: 456 }', [{ a: '789' }], [-457, -790]],
  ['+a', "{ a: '123' }", [{ a: null }], [123, 0]],
  ['a << 2 >> 1', '{ a: 16 }', [{ a: -16 }], [32, -32]],
  ['a >>> 3', '{ a: 16 }', [{ a: -16 }], [2, 0x1ffffffe]],
  ['a < b', "{ a: '10', b: 11 }", [{ b: 9 }, { a: '9' }, { b: '9' }], [true, false, false, false]],
  ['a >= b', "{ a: '10', b: 11 }", [{ b: 9 }, { a: '9' }, { b: '9' }], [false, true, true, true]],
  ['a == b', "{ a: '10', b: 11 }", [{ b: 9 }, { a: '9' }, { b: '9' }], [false, false, true, true]],
  ['a !== b', "{ a: '10', b: 11 }", [{ b: 9 }, { a: '9' }, { b: '9' }], [true, true, true, false]],
  ['a & b', '{ a: 3, b: 6 }', [{ a: 0, b: 15 }], [2, 0]],
  ['a ^ b', '{ a: 3, b: 6 }', [{ a: 0, b: 15 }], [5, 15]],
  ['a && b', '{ a: 3, b: 6 }', [{ a: 0, b: 15 }], [6, 0]],
  ['a || b', '{ a: 3, b: 6 }', [{ a: 0, b: 15 }], [3, 15]],
  ['a ? b : c', '{ a: {}, b: 1, c: 2 }', [{ a: 0 }, { a: [], b: 3 }], [1, 2, 3]],
  [
    '[123, a, 456]',
    '{}',
    [{ a: 789 }],
    [
      [123, undefined, 456],
      [123, 789, 456],
    ],
  ],
  [
    'a',
    '{ a: { b: 123 } }',
    [{ 'a.b': 456 }, { 'a.b.c': 789 }, { a: 0 }],
    [{ b: 123 }, { b: 456 }, { b: { c: 789 } }, 0],
  ],
  ['a.b', '{ a: { b: 123 } }', [{ 'a.b': 456 }, { 'a.b.c': 789 }, { a: 0 }], [123, 456, { c: 789 }, undefined]],
  ['a.b.c', '{ a: { b: 123 } }', [{ 'a.b': 456 }, { 'a.b.c': 789 }, { a: 0 }], [undefined, undefined, 789, undefined]],
  [
    'a.b[d].c',
    '{ a: { b: [123, 456] }, d: 0 }',
    [{ d: 1 }, { 'a.b[1].c': 789 }, { a: 0 }],
    [undefined, undefined, 789, undefined],
  ],
  [
    'a[b[c]]',
    '{ a: [10, 20, 30], b: [1, 2], c: 0 }',
    [{ c: 1 }, { 'b[1]': 0 }, { b: [0, 1] }, { a: [100, 200, 300] }, { c: 0 }],
    [20, 30, 10, 20, 200, 100],
  ],
  ['arr.length', '{ arr: [1, 2, 3] }', [{ 'arr[4]': 78 }, { 'arr[9].a': 98 }, { arr: [] }], [3, 5, 10, 0]],
  ['arr[4].a', '{ arr: [1] }', [{ 'arr[4]': { a: 78 } }, { 'arr[4].a': 89 }], [undefined, 78, 89]],
];
for (const [expression, data, changes, expected] of changing) {
  test(`{{ ${expression} }} after ${JSON.stringify(changes)}`, async () => {
    expect(await values(expression, data, changes)).toEqual(expected);
  });
}

test('a dataset value is a copy of the data', async () => {
  const scene = await openScene(rooms, {
    page: '<box id="x" data-v="{{ a }}"/>',
    data: '{ a: { b: 1 } }',
    members:
      'read() { const { v } = this.selectComponent("#x").dataset; log(v !== this.data.a); v.b = 2; log(this.data.a.b) }',
    parts: { box: {} },
  });
  await scene.ask('read');
  expect(scene.news()).toEqual([true, 1]);
});

// What a literal depends on is known by path: only who reads what changed hears of it.
const told =
  "properties: { t: String, u: String, a: null }, observers: { t() { log('t') }, u() { log('u') }, a() { log('a') } }";
const heard: readonly [title: string, wxml: string, data: string, changes: Changes, news: readonly string[][]][] = [
  [
    'array literals handed to a template',
    `<template name="test"><box t="{{ arr[0] || '' }}" u="{{ arr[1] || '' }}" a="{{ [arr[1]] }}"/></template>
     <template is="test" data="{{ arr: [a[b], a[c]] }}"/>`,
    '{ a: [0, 1], b: 0, c: 1 }',
    [{ b: 1 }],
    [['t', 'u', 'a']],
  ],
  [
    'values handed to a template under names',
    `<template name="test"><box t="{{ t || '' }}" u="{{ u || '' }}" a="{{ {u} }}"/></template>
     <template is="test" data="{{ t: a[b], u: a[c] }}"/>`,
    '{ a: [0, 1], b: 0, c: 1 }',
    [{ b: 1 }],
    [['t']],
  ],
  [
    'an object literal with a spread',
    '<box a="{{ { a, ...b } }}"/>',
    '{ a: 1, b: { c: 2 }, d: 3 }',
    [{ a: 1 }, { b: { c: 3 } }, { 'b.c': 3 }, { d: 4 }],
    [['a'], ['a'], ['a'], []],
  ],
  [
    'an array literal with a spread',
    '<box a="{{ [a, ...b] }}"/>',
    '{ a: 1, b: [], c: 2 }',
    [{ a: 1 }, { b: [1] }, { 'b[0]': 2 }, { c: 3 }],
    [['a'], ['a'], ['a'], []],
  ],
];
for (const [title, page, data, changes, news] of heard) {
  test(`who hears of ${title}`, async () => {
    const scene = await openScene(rooms, { page, data, parts: { box: { js: told } } });
    scene.news();
    const seen: unknown[] = [];
    for (const change of changes) {
      await scene.set(change);
      seen.push(scene.news());
    }
    expect([scene.errors(), seen]).toEqual([[], news]);
  });
}
