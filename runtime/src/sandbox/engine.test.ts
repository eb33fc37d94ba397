import { expect, test } from '@playwright/test';
import { GuestRefusal } from './engine.ts';
import { openEngineTable, tableExport } from './engine-image.ts';
import { createQuickJsEngine } from './quickjs-engine.ts';
import { engineModule, publishedEngine } from './testing/engine-module.ts';

const options = { memoryBytes: 64 * 1024 * 1024, stackBytes: 192 * 1024, interrupt: () => false };
const create = (wasm: object = engineModule) => createQuickJsEngine({ ...options, wasm });

for (const [code, thrown] of [
  [`throw new RangeError('far')`, { name: 'RangeError', message: 'far' }],
  [`throw new (class Own extends Error { name = 'Own'; })('mine')`, { name: 'Own', message: 'mine' }],
  [`throw 'text'`, { name: '', message: 'text' }],
  ['throw 42', { name: '', message: '42' }],
  ['throw null', { name: '', message: 'null' }],
  ['throw undefined', { name: '', message: 'undefined' }],
  [`throw Symbol('s')`, { name: '', message: 'Symbol(s)' }],
  [`throw { errMsg: 'request:fail', errno: 5 }`, { name: '', message: 'request:fail' }],
  ['throw { a: [1] }', { name: '', message: '{"a":[1]}' }],
  ['throw { toJSON() { throw 1; } }', { name: '', message: '' }],
  ['throw { get message() { throw 1; }, get name() { return {}; }, stack: 5 }', { name: '', message: '' }],
  [`throw new Proxy({}, { get() { throw new Error('no'); } })`, { name: '', message: '' }],
  [
    `String.prototype.slice = () => ({}); JSON.stringify = () => 'forged'; throw { a: 1 }`,
    { name: '', message: '{"a":1}' },
  ],
] as const) {
  test(`what a guest throws is read without trusting it: ${code}`, async () => {
    const engine = await create();
    expect(engine.evaluate('a.js', code)).toMatchObject(thrown);
  });
}

test('a thrown text is cut', async () => {
  const engine = await create();
  expect(engine.evaluate('a.js', `throw new Error('x'.repeat(1e6))`)?.message).toHaveLength(8192);
});

test('frames name the file they were evaluated as', async () => {
  const engine = await create();
  engine.evaluate('pages/index/index.js', 'function tap() {\n  null.x;\n}');
  expect(engine.evaluate('main.logic.js', 'tap()')?.stack).toBe(
    '    at tap (pages/index/index.js:2:7)\n    at <eval> (main.logic.js:1:4)\n',
  );
});

test('a door that refuses is an exception in the guest; one that fails ends the engine', async () => {
  const engine = await create();
  const library = `(function (door) {
    const nothing = () => undefined;
    return { receive(kind) { try { door(kind, ''); } catch (error) { throw new Error('seen: ' + error.message); } }, timer: nothing, flush: nothing, failed: nothing };
  })`;
  engine.enter('base.js', library, (kind) => {
    if (kind === 'refuse') throw new GuestRefusal('not for you');
    throw new Error(`a bug with the path ${import.meta.url}`);
  });
  expect(engine.call('receive', 'refuse')?.message).toBe('seen: not for you');
  expect(() => engine.call('receive', 'fail')).toThrow('a bug with the path');
  expect(() => engine.evaluate('a.js', '1')).toThrow('a bug with the path');
});

test('bytes pass the door as copies, both ways; what is no ArrayBuffer is refused and runs nothing', async () => {
  const engine = await create();
  const library = `(function (door) {
    const nothing = () => undefined;
    const tried = (given) => { try { return [...new Uint8Array(door('bytes', '', given))].join(); } catch (error) { return error.name; } };
    const kept = new Uint8Array([1, 2, 3]);
    const hostile = { get byteLength() { throw 1; }, valueOf() { throw 1; } };
    const gone = new ArrayBuffer(8);
    const wrapped = new Proxy(kept.buffer, { get() { throw 1; } });
    return { receive() {
      const answers = [tried(kept.buffer), kept.join(), tried(new ArrayBuffer(0)), tried(undefined)];
      gone.transfer();
      throw [...answers, ...[kept, hostile, wrapped, gone, null, 'text', 5].map(tried)].join(' ');
    }, timer: nothing, flush: nothing, failed: nothing };
  })`;
  engine.enter('base.js', library, (_kind, _text, bytes) => {
    if (bytes === undefined) return Uint8Array.of(9);
    const doubled = Uint8Array.from(bytes, (byte) => byte * 2);
    bytes.fill(0);
    return doubled;
  });
  expect(engine.call('receive', '')?.message).toBe(`2,4,6 1,2,3  9${' Error'.repeat(7)}`);
});

test('copies of bytes are freed', async () => {
  const engine = await create();
  const library = `(function (door) {
    const nothing = () => undefined;
    const large = new ArrayBuffer(4_000_000);
    return { receive() { for (let time = 0; time < 50; time += 1) door('bytes', '', large); }, timer: nothing, flush: nothing, failed: nothing };
  })`;
  engine.enter('base.js', library, (_kind, _text, bytes) => new Uint8Array(bytes?.length ?? 0));
  expect(engine.call('receive', '')).toBeUndefined();
  expect(engine.exhausted).toBe(false);
});

test('memory is bounded, and a refused allocation is remembered though the guest caught it', async () => {
  const engine = await create();
  expect(engine.exhausted).toBe(false);
  engine.evaluate('a.js', `try { 'x'.repeat(300e6); } catch {}`);
  expect(engine.exhausted).toBe(true);
  expect(engine.memoryBytes).toBeLessThanOrEqual(options.memoryBytes);
});

test('growing to just below the limit is no failure', async () => {
  const engine = await create();
  expect(engine.evaluate('a.js', 'globalThis.kept = new Uint8Array(40e6); 1')).toBeUndefined();
  expect([engine.exhausted, engine.memoryBytes > 40e6]).toEqual([false, true]);
});

test('an interrupted script cannot catch that', async () => {
  let late = false;
  const engine = await createQuickJsEngine({ ...options, wasm: engineModule, interrupt: () => late });
  late = true;
  const thrown = engine.evaluate('a.js', 'try { for (;;); } catch { globalThis.caught = 1; }');
  expect(thrown).toMatchObject({ name: 'InternalError', message: 'interrupted' });
  late = false;
  expect(engine.evaluate('b.js', 'throw typeof caught')?.message).toBe('undefined');
});

test('import() is refused with a reason, and static import is a syntax error', async () => {
  const engine = await create();
  engine.evaluate('a.js', `import('node:fs').catch((error) => { globalThis.why = error.message; })`);
  engine.runJobs(100);
  expect(engine.evaluate('b.js', 'throw why')?.message).toBe(
    "import of 'node:fs' is refused: use require() with a file of this mini-program",
  );
  expect(engine.evaluate('c.js', `import 'node:fs'`)?.name).toBe('SyntaxError');
});

test('rejections: those left alone, in order, each once', async () => {
  const engine = await create();
  engine.evaluate(
    'a.js',
    `Promise.reject(new Error('one'));
     const later = Promise.reject(new Error('listened to')); later.catch(() => 0);
     (async () => { throw new Error('two'); })();
     new Promise((_, reject) => reject('three'));
     Promise.all([Promise.reject(new Error('four'))]);`,
  );
  while (engine.jobsPending) engine.runJobs(10);
  expect(engine.takeRejections().map(({ message }) => message)).toEqual(['one', 'two', 'three', 'four']);
  expect(engine.takeRejections()).toEqual([]);
});

test('a flood of rejections holds a bounded number of reasons', async () => {
  const engine = await create();
  engine.evaluate('a.js', `for (let at = 0; at < 1e5; at += 1) Promise.reject(new Error(String(at)));`);
  const reasons = engine.takeRejections();
  expect([reasons.length, reasons[0]?.message]).toEqual([100, '0']);
});

test('the engine as published works too, without reports of rejections', async () => {
  const engine = await create(new WebAssembly.Module(publishedEngine.slice()));
  expect(engine.evaluate('a.js', `Promise.reject(new Error('unseen')); throw new Error('seen')`)?.message).toBe('seen');
  expect(engine.takeRejections()).toEqual([]);
});

test('opening the table adds one export and changes nothing else', () => {
  const before = new WebAssembly.Module(publishedEngine.slice());
  const exports = WebAssembly.Module.exports(engineModule);
  expect(exports).toEqual([...WebAssembly.Module.exports(before), { name: tableExport, kind: 'table' }]);
  expect(WebAssembly.Module.imports(engineModule)).toEqual(WebAssembly.Module.imports(before));
  expect(openEngineTable(publishedEngine).length).toBe(publishedEngine.length + 8);
  expect(() => openEngineTable(new Uint8Array(20))).toThrow('no section 7');
});

test('a disposed engine runs nothing', async () => {
  const engine = await create();
  engine.dispose();
  expect(() => engine.evaluate('a.js', '1')).toThrow('the engine is disposed');
  expect(engine.jobsPending).toBe(false);
});

test('two engines share nothing', async () => {
  const [one, other] = await Promise.all([create(), create()]);
  one.evaluate('a.js', `globalThis.mine = 1; Object.prototype.polluted = 1;`);
  expect(other.evaluate('a.js', 'throw typeof mine + typeof ({}).polluted')?.message).toBe('undefinedundefined');
});
