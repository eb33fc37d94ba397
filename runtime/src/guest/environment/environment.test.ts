import { expect, test } from '@playwright/test';
import { createOutbox } from '../outbox.ts';
import { createReporter } from '../reporter.ts';
import { defineAbsent } from './absent.ts';
import { createConsole } from './console.ts';
import { formatValue, formatValues } from './format-value.ts';
import { cloneStructured } from './structured-clone.ts';
import { GuestTextDecoder, GuestTextEncoder } from './text-encoding.ts';
import { createTimers } from './timers.ts';

class Point {
  x = 1;
}
const cyclic: Record<string, unknown> = { a: 1 };
cyclic.self = cyclic;
const angry = Object.defineProperty({}, 'x', {
  enumerable: true,
  get() {
    throw new Error('no');
  },
});

const shown: [value: unknown, text: string][] = [
  ['text', 'text'],
  [undefined, 'undefined'],
  [Symbol('s'), 'Symbol(s)'],
  [10n, '10n'],
  [[1, 'a', null], "[1, 'a', null]"],
  [{ a: 1, b: { c: [true] } }, '{a: 1, b: {c: [true]}}'],
  [{ a: { b: { c: { d: 1 } } } }, '{a: {b: {c: {…}}}}'],
  [new Point(), 'Point {x: 1}'],
  [cyclic, '{a: 1, self: [Circular]}'],
  [new Map([['k', 1]]), "Map {'k' => 1}"],
  [new Set([1]), 'Set(1) [1]'],
  [new Date(0), '1970-01-01T00:00:00.000Z'],
  [/a/g, '/a/g'],
  [function named() {}, 'ƒ named()'],
  [new Uint8Array(3), 'Uint8Array(3 bytes)'],
  [Array(200).fill(0), `[${'0, '.repeat(100)}… 100 more]`],
  [angry, '[value that cannot be shown]'],
];
for (const [value, text] of shown)
  test(`console shows ${text.slice(0, 40)}`, () => expect(formatValue(value)).toBe(text));

test('console joins its values and shows errors with their stack', () => {
  expect(formatValues(['a', 1, { b: 'c' }])).toBe("a 1 {b: 'c'}");
  expect(formatValue(new TypeError('bad'))).toMatch(/^TypeError: bad\n.*at /s);
});

test('console: levels, groups, counts, times', () => {
  const lines: string[] = [];
  let now = 100;
  const console = createConsole(
    (kind, text) => {
      const line = JSON.parse(text);
      lines.push(`${kind} ${line.level} ${line.text}`);
      return '';
    },
    () => now,
  );
  console.warn?.('w', 1);
  console.group?.('g');
  console.log?.('in\nside');
  console.groupEnd?.();
  console.count?.();
  console.count?.();
  console.time?.('t');
  now = 130;
  console.timeEnd?.('t');
  console.assert?.(false, 'no');
  console.assert?.(true, 'yes');
  expect(lines).toEqual([
    ...['log warn w 1', 'log log g', 'log log   in\n  side', 'log log default: 1', 'log log default: 2'],
    ...['log log t: 30 ms', 'log error Assertion failed: no'],
  ]);
});

test('console tells where it was called', () => {
  let stack = '';
  const console = createConsole(
    (_kind, text) => {
      stack = JSON.parse(text).stack;
      return '';
    },
    () => 0,
  );
  function callerOfConsole(): void {
    console.log?.('x');
  }
  callerOfConsole();
  expect(stack.split('\n')[0]).toContain('callerOfConsole');
});

test('timers: one shot, interval, clearing, arguments, exceptions', () => {
  const asked: string[] = [];
  const sent: string[] = [];
  const door = (kind: string, text: string): string => {
    (kind === 'send' ? sent : asked).push(`${kind} ${text}`);
    return '';
  };
  const outbox = createOutbox(door);
  const timers = createTimers(door, createReporter(outbox));
  const log: unknown[] = [];
  const once = timers.setTimeout((...values: unknown[]) => log.push(values), 10, 'a', 1);
  const often = timers.setInterval(() => log.push('tick'), 0);
  const never = timers.setTimeout(() => log.push('never'));
  timers.clear(never);
  timers.clear(never);
  timers.clear(undefined);
  timers.fire(once);
  timers.fire(once);
  timers.fire(often);
  timers.clear(often);
  timers.fire(often);
  timers.fire(
    timers.setTimeout(() => {
      throw new Error('late');
    }),
  );
  expect(timers.setTimeout('code', 1)).toBe(0);
  expect(log).toEqual([['a', 1], 'tick']);
  expect(asked).toEqual(['timer 1,10', 'timer 2,4', 'timer 3,0', 'cancel 3', 'timer 2,4', 'cancel 2', 'timer 4,0']);
  outbox.send();
  expect(sent[0]).toContain('callback of setTimeout');
  expect(sent[0]).toContain('setTimeout needs a function, not string');
});

const texts = ['', 'abc', 'é中文', '😀 x', '\u0000\u007f\u0080\u07ff\u0800\uffff', 'a'.repeat(10_000)];
for (const text of texts) {
  test(`UTF-8 there and back: ${JSON.stringify(text.slice(0, 10))}`, () => {
    const bytes = new GuestTextEncoder().encode(text);
    expect([...bytes]).toEqual([...new TextEncoder().encode(text)]);
    expect(new GuestTextDecoder().decode(bytes)).toBe(text);
    expect(new GuestTextDecoder('UTF-8').decode(bytes.slice())).toBe(new TextDecoder().decode(bytes));
  });
}

const broken = [[0xff], [0xc3], [0xe4, 0xb8], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0x61, 0x80, 0x62]];
for (const bytes of broken) {
  test(`malformed UTF-8 ${bytes.map((byte) => byte.toString(16)).join(' ')}`, () => {
    expect(new GuestTextDecoder().decode(new Uint8Array(bytes))).toContain('\ufffd');
  });
}

test('structuredClone keeps shapes and cycles and refuses functions', () => {
  const value = {
    list: [1, undefined, 3],
    map: new Map([['k', new Set([1])]]),
    date: new Date(1),
    bytes: new Uint16Array([1, 2]),
  };
  const cloned = cloneStructured({ ...value, self: cyclic });
  expect(cloned).toEqual({ ...value, self: cyclic });
  expect(Object(cloned).map).not.toBe(value.map);
  expect(Object(cloned).self.self).toBe(Object(cloned).self);
  expect(() => cloneStructured({ f() {} })).toThrow('cannot clone a function');
});

test('names of a browser are bound to nothing, and a program may bind them', () => {
  const realm: Record<string, unknown> = {};
  defineAbsent(realm);
  expect(['window' in realm, realm.window, Object.keys(realm)]).toEqual([true, undefined, []]);
  realm.window = 1;
  expect(realm.window).toBe(1);
});
