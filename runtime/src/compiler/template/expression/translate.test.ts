import { expect, test } from '@playwright/test';
import { ExpressionError } from './expression.ts';
import { parseBindings } from './parse-binding.ts';
import { pathKey } from './paths.ts';
import { Scope } from './scope.ts';
import { runtimeFunctions, type Translated, translate } from './translate.ts';

const scope = new Scope(new Set(['m'])).row('outer', 'at').row('item', 'index');

function compile(text: string): Translated {
  const [part, more] = parseBindings(text, 0);
  if (part?.kind !== 'binding' || part.expression === undefined || more !== undefined)
    throw new Error('not one binding');
  return translate(part.expression, scope);
}

const data = {
  a: 1,
  b: 'x',
  no: null,
  list: [1, 2, 3],
  o: { p: { q: 5 }, f: 2 },
  in: 'in!',
  class: 'class!',
  typeof: { x: 1 },
  数据: 7,
  $: 1,
};
const rows = { item: { id: 3, n: 'I' }, index: 4, up: { item: { id: 9 }, index: 2, up: undefined } };
const modules = { m: { add: (x: number, y: number) => x + y, name: 'mod', list: { of: (x: unknown) => [x] } } };

function evaluate(code: string): unknown {
  const functions = Object.values(runtimeFunctions).join('');
  return new Function('d', 'r', 'm', `${functions}return ${code}`)(data, rows, modules);
}

const values: readonly (readonly [text: string, value: unknown])[] = [
  ['{{a}}', 1],
  ['{{ a + 1 * 2 }}', 3],
  ['{{(a + 1) * 2}}', 4],
  ['{{a+-1}}', 0],
  ['{{- - a}}', 1],
  ['{{!no}}', true],
  ['{{~a}}', -2],
  ['{{+b}}', Number.NaN],
  ['{{typeof a}}', 'number'],
  ['{{typeof.x}}', 1],
  ['{{void a}}', undefined],
  ['{{void}}', undefined],
  ['{{in}}', 'in!'],
  ['{{class}}', 'class!'],
  ['{{数据}}', 7],
  ['{{$}}', 1],
  ['{{a > 0 ? "yes" : "no"}}', 'yes'],
  ['{{no ? 1 : a ? 2 : 3}}', 2],
  ['{{a?.5:1}}', 0.5],
  ['{{no || b && a}}', 1],
  ['{{no ?? "d"}}', 'd'],
  ['{{no ?? a || b}}', 1],
  ['{{(no ?? 0) || b}}', 'x'],
  ['{{a == "1"}}', true],
  ['{{a === "1"}}', false],
  ['{{a != 2 && a !== "1"}}', true],
  ['{{1 < 2 == true}}', true],
  ['{{6 & 3 | 8 ^ 1}}', 11],
  ['{{1 << 3 >> 1 >>> 1}}', 2],
  ['{{7 % 4 - 1}}', 2],
  ['{{a &lt; 2 &amp;&amp; 3 &gt; 2}}', true],
  ['{{o.p.q}}', 5],
  ["{{o['p']['q']}}", 5],
  ['{{o?.p?.["q"]}}', 5],
  ['{{nothing.at.all[a].b}}', undefined],
  ['{{no.b.c}}', undefined],
  ['{{list[0]}}', 1],
  ['{{list[a]}}', 2],
  ['{{list.length}}', 3],
  ['{{list.indexOf(2)}}', 1],
  ['{{nothing(1)}}', undefined],
  ['{{m.add(a, item.id)}}', 4],
  ['{{m.list.of(a)[0]}}', 1],
  ['{{m.name}}', 'mod'],
  ['{{m.none(a)}}', undefined],
  ['{{item.n + index}}', 'I4'],
  ['{{outer.id - at}}', 7],
  ['{{[a, , "z", ...list, ...no]}}', [1, undefined, 'z', 1, 2, 3]],
  ['{{ {a, k: b, "x y": 1, ...o, 3: 4,} }}', { a: 1, k: 'x', 'x y': 1, p: { q: 5 }, f: 2, '3': 4 }],
  ['{{a, k: b, ...o}}', { a: 1, k: 'x', p: { q: 5 }, f: 2 }],
  ['{{...o}}', { p: { q: 5 }, f: 2 }],
  ['{{for: a}}', { for: 1 }],
  ['{{true: a}}', { true: 1 }],
  ['{{{a: 1}}}', { a: 1 }],
  ['{{ {a: {b: 1}}}}', { a: { b: 1 } }],
  ['{{({a: 1}).a}}', 1],
  ['{{true}}', true],
  ['{{null}}', null],
  ['{{undefined}}', undefined],
  ['{{.5e1 + 0x10 + 1.}}', 22],
  ['{{08}}', 8],
  ["{{'it\\'s' + \"\\u4e2d\\x41\\n\\\\\"}}", "it's中A\n\\"],
  ["{{'}}'}}", '}}'],
  ['{{/* a comment */ a}}', 1],
  ['{{"</script><!--\u2028"}}', '</script><!--\u2028'],
  ['{{constructor}}', undefined],
  ['{{__proto__}}', undefined],
  ['{{__proto__.polluted}}', undefined],
  ['{{o.__proto__}}', undefined],
  ['{{toString}}', undefined],
];

for (const [text, value] of values) {
  test(`evaluates ${JSON.stringify(text)}`, () => {
    expect(evaluate(compile(text).code)).toEqual(value);
  });
}

test('a member called __proto__ is data like any other', () => {
  const made = evaluate(compile('{{__proto__: a, k: 2}}').code);
  expect(Object.getPrototypeOf(made)).toBe(Object.prototype);
  expect(Object.entries(made ?? {})).toEqual([
    ['__proto__', 1],
    ['k', 2],
  ]);
});

test('no text of the author gets into the code unquoted', () => {
  const { code } = compile(`{{ {"a'\\"\`\\n": o['");alert(1);//'], b: o["\\u2028"]} }}`);
  expect(code).toBe(`({"a'\\"\`\\n":d.o?.["\\");alert(1);//"],b:d.o?.["\\u2028"]})`);
});

const reads: readonly (readonly [text: string, paths: readonly string[], isPlace?: boolean])[] = [
  ['{{a}}', ['data a'], true],
  ['{{a.b.c}}', ['data a b c'], true],
  ['{{list[0].x}}', ['data list 0 x'], true],
  ['{{a[b].c}}', ['data a', 'data b']],
  ['{{a.b[item.k]}}', ['data a b', 'item 0 k']],
  ['{{list.length}}', ['data list']],
  ['{{list.length.x}}', ['data list']],
  ['{{item.a.b}}', ['item 0 a b'], true],
  ['{{outer.a + at}}', ['item 1 a', 'index 1']],
  ['{{index}}', ['index 0'], true],
  ['{{m.f(a.b, c).d}}', ['data a b', 'data c']],
  ['{{m.f}}', []],
  ['{{a.b.f(c)}}', ['data a b', 'data c']],
  ['{{f(c)}}', ['data f', 'data c']],
  ['{{a ? b : c}}', ['data a', 'data b', 'data c']],
  ['{{[a, ...b]}}', ['data a', 'data b']],
  ['{{x: a.b, ...c}}', ['data a b', 'data c']],
  ['{{(a.b).c}}', ['data a b c'], true],
  ['{{(a || b).c}}', ['data a', 'data b']],
  ['{{a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.q.r.s}}', ['data a b c d e f g h i j k l m n o p']],
];

for (const [text, paths, isPlace = false] of reads) {
  test(`${text} reads ${paths.join(' and ') || 'nothing'}`, () => {
    const translated = compile(text);
    const shown = translated.reads.map(({ root, row, members }) => {
      return [root, ...(root === 'data' ? [] : [row]), ...members].join(' ');
    });
    expect(shown).toEqual(paths);
    const only = translated.reads[0];
    expect(translated.path && pathKey(translated.path)).toBe(isPlace && only !== undefined ? pathKey(only) : undefined);
  });
}

const malformed: readonly (readonly [text: string, at: number, message: RegExp])[] = [
  ['{{a b}}', 4, /Unexpected "b" in an expression: an operator or "}}" was expected/],
  ['x {{a', 2, /"{{" has no "}}"/],
  ['{{a} }', 3, /an operator or "}}"/],
  ['{{a +}}', 5, /Unexpected "}".*a value was expected/],
  ['{{a +', 5, /ends too early/],
  ['{{a.}}', 4, /member name is missing/],
  ['{{a.1}}', 3, /Unexpected ".1"/],
  ['{{(a}}', 4, /"\)" was expected/],
  ['{{[a}}', 4, /"," or "]"/],
  ['{{f(a}}', 5, /"," or "\)"/],
  ['{{a ? b}}', 7, /":" and the other value/],
  ['{{a = 1}}', 4, /Nothing can be assigned/],
  ['{{a => 1}}', 4, /Nothing can be assigned/],
  ['{{`a`}}', 2, /Template strings/],
  ['{{a; b}}', 3, /Unexpected ";"/],
  ["{{'a}}", 2, /no closing '/],
  ['{{1a}}', 2, /"1a" is neither a number nor a name/],
  ['{{a, b c}}', 7, /"," was expected/],
  ['{{ {"a"} }}', 7, /":" was expected/],
  ['{{ {[a]: 1} }}', 4, /object's key was expected/],
  [`{{${'('.repeat(100)}a${')'.repeat(100)}}}`, 50, /nested more than 48 deep/],
  [`{{a${'+a'.repeat(1_001)}}}`, 2, /more than 1000 parts/],
];

for (const [text, at, message] of malformed) {
  test(`refuses ${text.slice(0, 40)}`, () => {
    const parsed = (): unknown => parseBindings(text, 0);
    expect(parsed).toThrow(ExpressionError);
    expect(parsed).toThrow(message);
    try {
      parsed();
    } catch (error) {
      expect(error instanceof ExpressionError && error.at).toBe(at);
    }
  });
}
