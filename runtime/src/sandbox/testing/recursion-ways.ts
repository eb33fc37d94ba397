/** Ways to the end of a stack. Name → code of a handler. Plain data, because it also runs inside a browser page. */
type Ways = Readonly<Record<string, string>>;

/** Each round passes the interpreter, which knows how deep it is: these are told, in every browser. */
export const interpretedWays: Ways = {
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
};

/** The engine's own recursion, in its parsers and walkers. Where it does not count, the thread's stack ends first. */
export const nativeWays: Ways = {
  flat: 'let a = []; for (let i = 0; i < 100000; i++) a = [a]; a.flat(Infinity)',
  'writing deep JSON': 'let a = []; for (let i = 0; i < 100000; i++) a = [a]; JSON.stringify(a)',
  'reading deep JSON': `JSON.parse('['.repeat(200000))`,
  'deep parentheses': `new Function('('.repeat(100000))`,
  'deep array literals': `new Function('return ' + '['.repeat(100000))`,
  'deep arrow functions': `new Function('(()=>'.repeat(20000))`,
  'deep groups of a regular expression': `new RegExp('(?:'.repeat(100000))`,
};
