import { expect, test } from '@playwright/test';
import { openSandbox } from './open-sandbox.ts';
import { spawnNodeWorker } from './spawn-node-worker.ts';
import { observe } from './testing/observer.ts';

/** Ways to the end of a stack: through the interpreter, through natives, through the door, through the parsers. */
const ways: Readonly<Record<string, string>> = {
  'a function': '(function f() { f(); })()',
  'the door': `(function f() { door('now'); f(); })()`,
  'a log line': `(function f() { console.log('x'); f(); })()`,
  'a getter': 'const o = { get a() { return this.a; } }; o.a',
  'a proxy': 'const p = new Proxy({}, { get: (t, key, receiver) => receiver[key] }); p.x',
  'a conversion': 'const o = { toString: () => String(o) }; String(o)',
  toJSON: 'const o = { toJSON: () => JSON.stringify(o) }; JSON.stringify(o)',
  'a comparison while sorting': '(function f() { [2, 1].sort(f); })()',
  'a callback of map': '(function f() { [1].map(f); })()',
  'a callback of replace': `(function f() { 'a'.replace(/a/, f); })()`,
  'spread arguments': '(function f(...all) { f(...all, 1); })()',
  'a constructor':
    '(class A { constructor() { new this.constructor(); } }).prototype.constructor; new (function F() { new F(); })()',
  'a generator': 'function* g() { yield* g(); } g().next()',
  'an async function': 'async function f() { await f(); } f()',
  eval: `(function f() { eval('f()'); })()`,
  'Reflect.apply': '(function f() { Reflect.apply(f, null, []); })()',
  'a promise executor': 'function f() { return new Promise(() => f()); } f()',
  flat: 'let a = []; for (let i = 0; i < 100000; i++) a = [a]; a.flat(Infinity)',
  'writing deep JSON': 'let a = []; for (let i = 0; i < 100000; i++) a = [a]; JSON.stringify(a)',
  'reading deep JSON': `JSON.parse('['.repeat(200000))`,
  'deep parentheses': `new Function('('.repeat(100000))`,
  'deep array literals': `new Function('return ' + '['.repeat(100000))`,
  'deep arrow functions': `new Function('(()=>'.repeat(20000))`,
  'deep groups of a regular expression': `new RegExp('(?:'.repeat(100000))`,
};

for (const [way, code] of Object.entries(ways)) {
  test(`endless recursion through ${way} is told or ends the program`, async () => {
    const guest = await observe(
      (options) => openSandbox({ ...options, spawn: spawnNodeWorker }),
      `on('ping', () => send('pong')); on('dive', () => { ${code} });`,
    );
    guest.call('dive');
    const answer = await guest.ask('ping');
    guest.sandbox.dispose();
    expect([guest.codes, answer ?? guest.ended?.code]).toEqual([['LIMIT_STACK'], guest.ended ? 'LIMIT_STACK' : 'pong']);
  });
}

test('freeing deep structures needs no stack', async () => {
  const guest = await observe(
    (options) => openSandbox({ ...options, spawn: spawnNodeWorker }),
    `on('free', () => {
      let list = []; for (let i = 0; i < 300000; i++) list = [list]; list = null;
      let chain = null; for (let i = 0; i < 100000; i++) { const next = chain; chain = () => next; } chain = null;
      send('freed');
    });`,
  );
  const answer = await guest.ask('free');
  guest.sandbox.dispose();
  expect([answer, guest.codes]).toEqual(['freed', []]);
});
