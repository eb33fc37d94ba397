import type { Json } from '@terrarium/runtime/protocol';

/** Data every component starts with. */
export const initialData: Readonly<Record<string, Json>> = {
  a: 1,
  s: 'x',
  b: true,
  o: { x: 1, y: { z: 2 } },
  list: [
    { k: 1, v: 'one' },
    { k: 2, v: 'two' },
  ],
  names: ['p', 'q'],
  _p: 1,
};

/** Properties every component has, with the ways to declare each. */
export const propertyDefinitions: Readonly<Record<string, readonly string[]>> = {
  pn: ['Number', '{ type: Number, value: 3 }', '{ type: Number, optionalTypes: [String] }'],
  ps: ['String', '{ type: String, value: "d" }', '{ type: String, optionalTypes: [Number, Object] }'],
  pb: ['Boolean', '{ type: Boolean, value: true }'],
  po: ['Object', '{ type: Object, value: { x: 5 } }'],
  pl: ['Array', '{ type: Array, value: [{ k: 1, v: "p1" }] }'],
  pa: ['null', '{ type: null, value: 0 }', '{ type: null, value: [1] }'],
};

/** Expressions over the data of a component. */
export const expressions = [
  'a',
  's',
  'b',
  'o.x',
  'o.y.z',
  'list.length',
  'list[0].v',
  'names[1]',
  'names[a]',
  'pn',
  'ps',
  'pb',
  'po.x',
  'pl.length',
  'pl[0].v',
  'a + 1',
  'a > 1 && b',
  'b ? s : ps',
  '!b',
  's + pn',
  'pa || s',
] as const;

/** Expressions that only mean something inside `wx:for`. */
export const rowExpressions = ['item.k', 'item.v', 'index', 'item.k + a', 'index > 0'] as const;

/**
 * Values handed to properties: also of the wrong type, and whole objects; no choices and lengths, by
 * the rules `choices-are-read-whole` and `last-item-marks-the-length`.
 */
export const propertyExpressions = [
  ...expressions.filter((one) => !/[?&|]|length|\[a\]/.test(one)),
  'o',
  'o.y',
  'list',
  'names',
  'po',
  'pl',
  'pa',
  '[a, s]',
] as const;

export const listExpressions = ['list', 'names', 'pl', 'o', 'a', 's', 'missing', '2', '[s, "n"]'] as const;

export const observerKeys = [
  'a',
  's',
  'o',
  'o.x',
  'o.y.z',
  'o.**',
  'list',
  'list[0]',
  'list[1].v',
  'list.**',
  'a, s',
  'pn, ps',
  'pn',
  'po.x',
  'po.**',
  'pl',
  'a, pn, o.x',
  '_p',
  '**',
] as const;

/** Selectors of ids and classes that templates have. */
export const selectors = ['#i', '#j', '#i-1', '.c', '.d', '.c.d', '.c .c', '.c .d', '.c>.d', '#i, .d', '.x'] as const;

const texts = ['a', 's', 'b', 'o.x', 'o.y.z', 'list[0].v', 'pn', 'ps', 'pb', 'po.x'];

/** Places that `model:` can write to, by property: such that keep what they are made of. */
export const places: Readonly<Record<string, readonly string[]>> = {
  pn: texts,
  ps: texts,
  pb: texts,
  po: ['o', 'po'],
  pl: ['list', 'pl'],
};
