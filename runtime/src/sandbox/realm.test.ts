import { expect, test } from '@playwright/test';
import { defaultLimits, type FromSandbox, type SandboxLimits } from '../protocol/index.ts';
import { createQuickJsEngine } from './quickjs-engine.ts';
import { createRealm } from './realm.ts';
import { testBaseLibrary } from './testing/base-library.ts';
import { engineModule } from './testing/engine-module.ts';
import { createFakeClock } from './testing/fake-clock.ts';

/** A realm whose time is in the test's hands; the guest spends `n` ms by `spend(n)`. */
async function start(code: string, limits: Partial<SandboxLimits> = {}) {
  const clock = createFakeClock();
  const posted: FromSandbox[] = [];
  let spentMs = 0;
  const realm = createRealm({
    createEngine: createQuickJsEngine,
    post: (message) => posted.push(structuredClone(message)),
    setTimer: clock.setTimer,
    now: () => clock.now() + spentMs + 0.75,
    random: (count) => {
      spentMs += count;
      return new Uint8Array(count).fill(0xab);
    },
  });
  const boot = {
    kind: 'boot',
    baseLibrary: testBaseLibrary,
    wasm: engineModule,
    limits: { ...defaultLimits, ...limits },
  } as const;
  const prelude = `globalThis.spend = (ms) => { for (; ms > 0; ms -= 100) door('random', String(Math.min(ms, 100))); };`;
  realm.receive(boot);
  realm.receive({ kind: 'load', file: 'main.logic.js', code: `${prelude}\n${code}` });
  await expect.poll(() => posted.some(({ kind }) => kind === 'loaded' || kind === 'ended')).toBe(true);
  clock.pass(1);
  const call = (name: string, data: unknown = null) =>
    realm.receive({ kind: 'deliver', text: JSON.stringify([{ kind: 'notify', name, data }]) });
  const sent = () => posted.flatMap((message) => (message.kind === 'send' ? JSON.parse(message.text) : []));
  const codes = () =>
    posted.flatMap((message) => (message.kind === 'failed' || message.kind === 'ended' ? [message.problem.code] : []));
  return { clock, realm, posted, call, sent, codes };
}

/** What a program finds before the base library adds to it. No Atomics, SharedArrayBuffer, WebAssembly, std or os. */
const goldenGlobals =
  `AggregateError Array ArrayBuffer BigInt BigInt64Array BigUint64Array Boolean DataView Date Error EvalError
  FinalizationRegistry Float16Array Float32Array Float64Array Function Infinity Int16Array Int32Array Int8Array InternalError
  Iterator JSON Map Math NaN Number Object Promise Proxy RangeError ReferenceError Reflect RegExp Set String Symbol
  Symbol(Symbol.toStringTag) SyntaxError TypeError URIError Uint16Array Uint32Array Uint8Array Uint8ClampedArray WeakMap
  WeakRef WeakSet decodeURI decodeURIComponent encodeURI encodeURIComponent escape eval globalThis isFinite isNaN parseFloat
  parseInt undefined unescape`.split(/\s+/);

test('the globals of a guest are the golden list', async () => {
  const posted: FromSandbox[] = [];
  const realm = createRealm({
    createEngine: createQuickJsEngine,
    post: (message) => posted.push(message),
    setTimer: createFakeClock().setTimer,
    now: () => 0,
    random: (count) => new Uint8Array(count),
  });
  const baseLibrary = `(function (door) {
    const nothing = () => undefined;
    const names = () => door('send', JSON.stringify(Reflect.ownKeys(globalThis).map(String)));
    return { receive: names, timer: nothing, flush: nothing, failed: nothing };
  })`;
  realm.receive({ kind: 'boot', baseLibrary, wasm: engineModule, limits: defaultLimits });
  realm.receive({ kind: 'deliver', text: '[]' });
  await expect.poll(() => posted.length).toBe(2);
  const names: string[] = JSON.parse(posted[1]?.kind === 'send' ? posted[1].text : '[]');
  expect(names.sort()).toEqual(goldenGlobals);
});

test('the clock is coarse, random bytes are bounded, anything else is refused', async () => {
  const { sent, call } = await start(`
    const tried = (...call) => { try { return door(...call); } catch (error) { return error.message; } };
    on('ask', () => send(
      tried('now'), tried('random', '3'), tried('random', '0'), tried('random', '9999'), tried('random', '1e3'),
      tried('open', '/etc/passwd'), tried('__proto__'), tried('timer', '-1,5'), tried('cancel', 'x'), tried('log', '{'),
      tried({ toString() { send('called'); return 'now'; } }), tried('send', new String('[]')), tried(),
      Object.getPrototypeOf(door) === Function.prototype,
    ));
  `);
  call('ask');
  expect(sent()).toEqual([
    '1000001',
    'ababab',
    ...Array(3).fill('random takes a count from 1 to 1024'),
    "the door has no 'open'",
    "the door has no '__proto__'",
    ...Array(2).fill('a timer id is a whole number'),
    'log takes JSON {level, text, stack}',
    ...Array(2).fill('the door takes text, not object'),
    "the door has no ''",
    true,
  ]);
});

test('after a long turn other messages get their chance before the next one', async () => {
  const { call, realm, posted, clock } = await start(`on('work', (ms) => { spend(ms); send('done'); });`);
  const from = posted.length;
  call('work', 500);
  call('work', 500);
  realm.receive({ kind: 'ping', id: 7 });
  expect(posted.slice(from).map(({ kind }) => kind)).toEqual(['send', 'pong']);
  clock.pass(0);
  expect(posted.slice(from).map(({ kind }) => kind)).toEqual(['send', 'pong', 'send']);
});

test('a turn that was cut off is finished by another: nothing it gathered is lost', async () => {
  const { call, sent, codes, clock } = await start(`on('work', () => {
    send('before'); Promise.resolve().then(() => send('job')); spend(1001); for (;;);
  });`);
  call('work');
  expect([sent(), codes()]).toEqual([[], ['LIMIT_TIME']]);
  clock.pass(1);
  expect([sent(), codes()]).toEqual([['before', 'job'], ['LIMIT_TIME']]);
});

test('a turn that takes long and ends by itself is no failure, and its flush is not cut off', async () => {
  const { call, sent, codes } = await start(`on('work', () => { spend(995); send('done'); });`);
  call('work');
  expect([sent(), codes()]).toEqual([['done'], []]);
});

test('hangs that alternate with work do not end the program, hangs in a row do', async () => {
  const { call, codes, clock } = await start(`on('hang', () => { spend(1001); for (;;); }); on('work', () => 0);`);
  for (const name of ['hang', 'hang', 'work', 'hang', 'hang', 'work']) {
    call(name);
    clock.pass(10);
  }
  expect(codes()).toEqual(Array(4).fill('LIMIT_TIME'));
  for (let at = 0; at < 5; at += 1) {
    call('hang');
    clock.pass(10);
  }
  expect(codes()).toEqual(Array(7).fill('LIMIT_TIME'));
});

test('timers wait while there is no credit and run afterwards, pings are answered all the time', async () => {
  const code = `on('go', () => { send('first'); setTimeout(() => send('later'), 10); });`;
  const { call, realm, sent, clock, posted } = await start(code, { credits: 1 });
  call('go');
  clock.pass(60_000);
  realm.receive({ kind: 'ping', id: 1 });
  expect([sent(), posted.at(-1)]).toEqual([['first'], { kind: 'pong', id: 1 }]);
  realm.receive({ kind: 'acknowledge', count: 1 });
  expect(sent()).toEqual(['first', 'later']);
});

test('problems are rate-limited too', async () => {
  const { clock, posted, codes } = await start(`(function again() { setTimeout(again, 4); throw new Error('x'); })()`, {
    logLines: 20,
  });
  clock.pass(1_500);
  const drops = posted.flatMap((message) => (message.kind === 'log' ? [message.line.text] : []));
  expect(codes().length).toBe(40);
  expect(drops).toEqual([expect.stringMatching(/^\d+ problems dropped: more than 20 a second$/)]);
});

test('after the end nothing runs, whatever arrives', async () => {
  const { call, realm, posted } = await start(`on('work', () => send('x')); on('fill', () => 'x'.repeat(300e6));`);
  call('fill');
  const ended = posted.length;
  call('work');
  realm.receive({ kind: 'load', file: 'x.js', code: 'send(1)' });
  realm.receive({ kind: 'acknowledge', count: 5 });
  realm.receive({ kind: 'ping', id: 3 });
  expect(posted.slice(ended)).toEqual([{ kind: 'pong', id: 3 }]);
});

for (const [what, baseLibrary, message] of [
  ['does not compile', '(function (door) {', 'SyntaxError'],
  ['throws', `(function () { throw new Error('broken'); })`, 'Error: broken'],
  ['lacks a function', '(function () { return { receive() {} }; })', "no function 'timer'"],
] as const) {
  test(`a base library that ${what} ends the sandbox and says so`, async () => {
    const posted: FromSandbox[] = [];
    const clock = createFakeClock();
    const realm = createRealm({
      createEngine: createQuickJsEngine,
      post: (sent) => posted.push(sent),
      setTimer: clock.setTimer,
      now: clock.now,
      random: (count) => new Uint8Array(count),
    });
    realm.receive({ kind: 'boot', baseLibrary, wasm: engineModule, limits: defaultLimits });
    await expect.poll(() => posted.length).toBe(1);
    expect(posted).toEqual([
      {
        kind: 'ended',
        problem: expect.objectContaining({ code: 'INTERNAL', message: expect.stringContaining(message) }),
      },
    ]);
  });
}
