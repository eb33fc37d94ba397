import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { parseBindings } from './parse-binding.ts';
import { Scope } from './scope.ts';
import { runtimeFunctions, translate } from './translate.ts';

/** A random expression: how an author would write it, and what it means, said without our compiler. */
interface Sample {
  readonly text: string;
  readonly value: () => unknown;
}

const data: Readonly<Record<string, unknown>> = {
  a: 1,
  b: 'x',
  c: [3, 'y', null],
  d: { a: { b: 2 }, k: 'a', length: 9 },
  none: null,
  class: false,
};
const rows = { item: { a: 5, b: [7] }, index: 2, up: undefined };
const modules = { m: { pick: (...values: unknown[]) => values.at(-1), a: 4 } };

const leaf: fc.Arbitrary<Sample> = fc.oneof(
  fc.constantFrom(...Object.keys(data), 'unset').map((name) => ({ text: name, value: () => data[name] })),
  fc.constant({ text: 'item', value: () => rows.item }),
  fc.constant({ text: 'index', value: () => rows.index }),
  fc.constantFrom(true, false, null, undefined).map((value) => ({ text: String(value), value: () => value })),
  fc.nat(20).map((value) => ({ text: String(value), value: () => value })),
  fc.string({ maxLength: 4 }).map((value) => ({ text: quoted(value), value: () => value })),
);

/** A string the way an author writes it: quotes and backslashes escaped, everything else as it is. */
function quoted(value: string): string {
  return `'${value.replace(/[\\']/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\r', '\\r')}'`;
}

function member(object: unknown, key: string | number): unknown {
  if (object === null || object === undefined) return undefined;
  const held: unknown = Reflect.get(Object(object), key);
  return held;
}

const binaries: Readonly<Record<string, (left: () => unknown, right: () => unknown) => unknown>> = {
  '+': (left, right) => plus(left(), right()),
  '-': (left, right) => Number(left()) - Number(right()),
  '*': (left, right) => Number(left()) * Number(right()),
  '%': (left, right) => Number(left()) % Number(right()),
  '|': (left, right) => Number(left()) | Number(right()),
  '&': (left, right) => Number(left()) & Number(right()),
  '>>>': (left, right) => Number(left()) >>> Number(right()),
  '===': (left, right) => left() === right(),
  '!==': (left, right) => left() !== right(),
  '&&': (left, right) => left() && right(),
  '||': (left, right) => left() || right(),
  '??': (left, right) => left() ?? right(),
};

function plus(left: unknown, right: unknown): unknown {
  const one = simple(left);
  const other = simple(right);
  if (typeof one === 'string' || typeof other === 'string') return String(one) + String(other);
  return Number(one) + Number(other);
}

/** What `+` sees of a value. */
function simple(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? String(value) : value;
}

const { expression } = fc.letrec<{ expression: Sample; nested: Sample }>((tie) => ({
  // Parentheses everywhere they may stand: precedence has its own table.
  nested: tie('expression').map(({ text, value }) => ({ text: `(${text})`, value })),
  expression: fc.oneof(
    { maxDepth: 5, depthSize: 'medium' },
    leaf,
    tie('nested').map(({ text, value }) => ({ text: `!${text}`, value: () => !value() })),
    tie('nested').map(({ text, value }) => ({ text: `-${text}`, value: () => -Number(value()) })),
    tie('nested').map(({ text, value }) => ({ text: `typeof ${text}`, value: () => typeof value() })),
    fc
      .tuple(tie('nested'), fc.constantFrom(...Object.keys(binaries)), tie('nested'))
      .map(([left, operator, right]) => ({
        text: `${left.text} ${operator} ${right.text}`,
        value: () => binaries[operator]?.(left.value, right.value),
      })),
    fc.tuple(tie('nested'), tie('expression'), tie('expression')).map(([test, then, otherwise]) => ({
      text: `${test.text} ? ${then.text} : ${otherwise.text}`,
      value: () => (test.value() ? then.value() : otherwise.value()),
    })),
    fc.tuple(tie('nested'), fc.constantFrom('a', 'b', 'k', 'length', 'class', 'unset')).map(([object, name]) => ({
      text: `${object.text}.${name}`,
      value: () => member(object.value(), name),
    })),
    fc.tuple(tie('nested'), fc.oneof(fc.nat(3), fc.constantFrom('a', 'k', 'x y'))).map(([object, key]) => ({
      text: `${object.text}[${typeof key === 'number' ? key : quoted(key)}]`,
      value: () => member(object.value(), key),
    })),
    fc.array(tie('expression'), { maxLength: 3 }).map((items) => ({
      text: `[${items.map(({ text }) => text).join(', ')}]`,
      value: () => items.map(({ value }) => value()),
    })),
    fc.array(fc.tuple(fc.constantFrom('a', 'in', '__proto__'), tie('expression')), { maxLength: 3 }).map((entries) => ({
      text: `{${entries.map(([key, { text }]) => `${key}: ${text}`).join(', ')}}`,
      value: () => Object.fromEntries(entries.map(([key, { value }]) => [key, value()])),
    })),
    fc.array(tie('expression'), { minLength: 1, maxLength: 3 }).map((args) => ({
      text: `m.pick(${args.map(({ text }) => text).join(', ')})`,
      value: () => args.map(({ value }) => value()).at(-1),
    })),
  ),
}));

const scope = new Scope(new Set(['m'])).row('item', 'index');
const functions = Object.values(runtimeFunctions).join('');

test('compiled expressions give what they mean', () => {
  fc.assert(
    fc.property(expression, ({ text, value }) => {
      const [part] = parseBindings(`{{ (${text}) }}`, 0);
      if (part?.kind !== 'binding' || part.expression === undefined) throw new Error('no binding');
      const { code, constant } = translate(part.expression, scope);
      const found: unknown = new Function('d', 'r', 'm', `${functions}return ${code}`)(data, rows, modules);
      expect(found).toEqual(value());
      if (constant !== undefined) expect(constant).toEqual(value());
    }),
    { seed: 20261120, numRuns: 1_000 },
  );
});

test('any text is either parsed or refused with a position inside it', () => {
  const pieces = fc.constantFrom(
    '{{',
    '}}',
    '{',
    '}',
    'a',
    '.',
    '[',
    ']',
    '(',
    ')',
    '?',
    ':',
    "'",
    '"',
    ' ',
    '1',
    ',',
    '...',
    '=',
    '&lt;',
    '\\',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(pieces, fc.string({ maxLength: 2 })), { maxLength: 20 }), (parts) => {
      const text = parts.join('');
      try {
        for (const part of parseBindings(text, 0)) {
          if (part.kind === 'binding' && part.expression !== undefined) {
            new Function('d', 'r', 'm', `return ${translate(part.expression, scope).code}`);
          }
        }
      } catch (error) {
        expect(error).toMatchObject({
          at: expect.any(Number),
          message: expect.stringMatching(/\.$|behind the expression\.$/),
        });
        const at = member(error, 'at');
        expect(Number(at)).toBeLessThanOrEqual(text.length);
      }
    }),
    { seed: 7, numRuns: 1_500 },
  );
});
