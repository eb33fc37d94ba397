import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { entryBytes, storageLimits } from '../../protocol/storage.ts';
import { openWx } from './fixtures/fake-link.ts';
import { decodeValue, encodeValue } from './storage-values.ts';

const values: readonly [what: string, value: unknown, back?: unknown][] = [
  ['a text', 'x'],
  ['an empty text', ''],
  ['a text like one of ours', ' {"type":"Undefined"}'],
  ['a number', 1.5],
  ['not a number', Number.NaN],
  ['infinity', Number.NEGATIVE_INFINITY],
  ['false', false],
  ['null', null],
  ['undefined', undefined],
  ['a date', new Date(86_400_000)],
  ['a date inside', { at: new Date(0) }, { at: '1970-01-01T00:00:00.000Z' }],
  ['an object like one of ours', { type: 'Date', value: 1 }],
  ['an array', [1, undefined, () => 1], [1, null, null]],
  ['a function inside', { a: 1, run: () => 1 }, { a: 1 }],
];
for (const [what, value, back = value] of values) {
  test(`keeps ${what}`, () => {
    const { call } = openWx();
    call('setStorageSync', 'k', value);
    expect(call('getStorageSync', 'k')).toEqual(back);
  });
}

test('every JSON value survives, and only ours begin with a space', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = encodeValue(value) ?? '';
      expect(text.startsWith(' ')).toBe(false);
      expect(decodeValue(text)).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
  expect(decodeValue('not ours')).toBe('');
});

test('a value read is a copy', () => {
  const { call } = openWx({ list: '[1]' });
  const list = call('getStorageSync', 'list');
  if (Array.isArray(list)) list.push(2);
  expect(call('getStorageSync', 'list')).toEqual([1]);
});

for (const value of [() => 1, Symbol('x'), 1n, { deep: 1n }]) {
  test(`refuses ${typeof value === 'object' ? 'an object with a bigint' : typeof value}`, async () => {
    const { call, sent, endTurn } = openWx();
    expect(() => call('setStorageSync', 'k', value)).toThrow(/^setStorageSync:fail data of type \w+ cannot be stored$/);
    await expect(call('setStorage', { key: 'k', data: value })).rejects.toMatchObject({
      errMsg: expect.stringMatching(/^setStorage:fail data of type/),
    });
    endTurn();
    expect(sent).toEqual([]);
  });
}

test('a bad key warns in sync calls and fails in the others', async () => {
  const { call, warnings, endTurn, sent } = openWx();
  expect(call('setStorageSync', 7, 'x')).toBeUndefined();
  expect(call('getStorageSync')).toBe('');
  call('removeStorageSync', '');
  expect(warnings.map((text) => text.split(':')[0])).toEqual([
    'BAD_ARGUMENT setStorageSync',
    'BAD_ARGUMENT getStorageSync',
    'BAD_ARGUMENT removeStorageSync',
  ]);
  await expect(call('getStorage', {})).rejects.toEqual({
    errMsg: 'getStorage:fail parameter error: parameter.key should be String instead of Undefined;',
    errno: 1001,
  });
  expect(() => call('setStorageSync', 'a\ud800', 1)).toThrow('the key is not valid text');
  endTurn();
  expect(sent).toEqual([]);
});

test('an absent key is an empty text, or a failure', async () => {
  const { call } = openWx();
  expect(call('getStorageSync', 'constructor')).toBe('');
  await expect(call('getStorage', { key: '__proto__' })).rejects.toEqual({ errMsg: 'getStorage:fail data not found' });
});

test('a turn’s changes leave as few calls, forgetting first', () => {
  const { call, sent, endTurn } = openWx({ old: '1', older: '2' });
  call('setStorageSync', 'a', 1);
  call('setStorageSync', 'a', 2);
  call('setStorageSync', 'b', 3);
  call('removeStorageSync', 'old');
  call('removeStorageSync', 'never there');
  expect(sent).toEqual([]);
  endTurn();
  call('setStorageSync', 'c', 1);
  call('clearStorageSync');
  call('setStorageSync', 'd', 4);
  endTurn();
  expect(sent).toEqual([
    ['removeStorage', { key: 'old' }],
    [
      'batchSetStorage',
      {
        kvList: [
          { key: 'a', value: '2' },
          { key: 'b', value: '3' },
        ],
      },
    ],
    ['clearStorage', {}],
    ['setStorage', { key: 'd', data: '4' }],
  ]);
});

test('an asynchronous write succeeds only once the host has committed, in order', () => {
  const { call, settle, endTurn } = openWx();
  const heard: unknown[] = [];
  const say = (what: string) => (answer: unknown) => heard.push([what, answer]);
  call('setStorage', { key: 'a', data: 1, success: say('first') });
  endTurn();
  call('setStorageSync', 'a', 2);
  call('getStorage', { key: 'a', success: say('read') });
  call('setStorage', { key: 'a', data: 3, success: say('third') });
  expect(call('getStorageSync', 'a')).toBe(3);
  endTurn();
  expect(heard).toEqual([]);
  settle();
  expect(heard).toEqual([['first', { errMsg: 'setStorage:ok' }]]);
  settle();
  expect(heard.slice(1)).toEqual([
    ['read', { errMsg: 'getStorage:ok', data: 2 }],
    ['third', { errMsg: 'setStorage:ok' }],
  ]);
});

test('answers are told in order even when the host answers out of order', () => {
  const { call, endTurn, settle, sent } = openWx({ a: '1' });
  const heard: string[] = [];
  call('removeStorage', { key: 'a', success: () => heard.push('remove') });
  call('setStorage', { key: 'b', data: 1, success: () => heard.push('set') });
  endTurn();
  call('getStorageInfo', { success: () => heard.push('info') });
  expect(sent.length).toBe(2);
  settle();
  expect(heard).toEqual([]);
  settle();
  expect(heard).toEqual(['remove', 'set', 'info']);
});

test('a write the host refuses fails and is told to the author', async () => {
  const { call, endTurn, settle, warnings } = openWx();
  const write = call('setStorage', { key: 'a', data: 1 });
  endTurn();
  settle({ ok: false, error: { errMsg: 'fail storage is not available' } });
  await expect(write).rejects.toEqual({ errMsg: 'setStorage:fail storage is not available' });
  expect(warnings).toEqual(['STORAGE_WRITE Storage was not kept: setStorage:fail storage is not available.']);
});

test('reads without any write behind them are answered too', async () => {
  const { call } = openWx({ a: '1', b: ' {"type":"Undefined"}' });
  expect(await call('getStorage', { key: 'a' })).toEqual({ data: 1, errMsg: 'getStorage:ok' });
  expect(await call('batchGetStorage', { keyList: ['a', 'b', 'c'] })).toMatchObject({ dataList: [1, undefined, ''] });
  expect(call('batchGetStorageSync', ['a'])).toEqual([1]);
  expect(await call('getStorageInfo')).toMatchObject({ keys: ['a', 'b'], currentSize: 1, limitSize: 10_240 });
  expect(call('getStorageInfoSync')).toEqual({ keys: ['a', 'b'], currentSize: 1, limitSize: 10_240 });
});

test('an entry may reach its limit and not a byte more', () => {
  const { call } = openWx();
  // Key and quotes take three bytes.
  const most = storageLimits.entryBytes - 3;
  call('setStorageSync', 'k', 'x'.repeat(most));
  const more = () => call('setStorageSync', 'k', `${'x'.repeat(most - 2)}é${'x'}`);
  expect(more).toThrow('setStorageSync:fail entry size limit reached');
  call('setStorageSync', 'k', `${'x'.repeat(most - 2)}é`);
});

test('all entries may reach the limit and not a byte more; none of a batch is kept then', async () => {
  const { call, endTurn, sent } = openWx();
  const tenth = 'x'.repeat(storageLimits.totalBytes / 10 - 3);
  for (let at = 0; at < 10; at += 1) call('setStorageSync', String(at), tenth);
  expect(call('getStorageInfoSync')).toMatchObject({ currentSize: 10_240 });
  expect(() => call('setStorageSync', 'a', '')).toThrow('setStorageSync:fail exceed storage max size 10Mb');
  const batch = [
    { key: '0', value: 'small' },
    { key: 'a', value: tenth },
  ];
  await expect(call('setStorage', { key: 'a', data: '' })).rejects.toEqual({
    errMsg: 'setStorage:fail exceed storage max size 10Mb',
  });
  expect(() => call('batchSetStorageSync', [...batch, { key: 'b', value: tenth }])).toThrow('exceed storage max size');
  expect(call('getStorageSync', '0')).toBe(tenth);
  call('removeStorageSync', '9');
  call('batchSetStorageSync', batch);
  endTurn();
  // Never more under way than the door may carry.
  expect(JSON.stringify(sent).length).toBeLessThan(3_000_000);
});

test('everything gets through a full window in the end', () => {
  const { call, settle, sent, endTurn } = openWx();
  const tenth = 'x'.repeat(storageLimits.totalBytes / 10 - 3);
  let done = 0;
  for (let at = 0; at < 10; at += 1) call('setStorage', { key: String(at), data: tenth, success: () => (done += 1) });
  endTurn();
  for (let answered = 0; answered < 10; answered += 1) settle();
  expect([sent.length, done]).toEqual([10, 10]);
});

test('bytes are counted as UTF-8 counts them', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (key, text) => {
      expect(entryBytes(key, text)).toBe(Buffer.byteLength(key) + Buffer.byteLength(text));
    }),
    { numRuns: 500 },
  );
  expect(entryBytes('\ud800', '\udc00\ud800x')).toBe(Buffer.byteLength('\ud800') + Buffer.byteLength('\udc00\ud800x'));
});

test('the mirror counts as a model that encodes what is there', () => {
  const key = fc.constantFrom('a', 'é', '😀', '__proto__');
  const command = fc.tuple(fc.constantFrom('set', 'remove', 'clear'), key, fc.string({ unit: 'binary' }));
  fc.assert(
    fc.property(fc.array(command, { maxLength: 30 }), (commands) => {
      const { call } = openWx({ a: '"é"' });
      const model = new Map([['a', '"é"']]);
      for (const [what, name, text] of commands) {
        if (what === 'set') {
          call('setStorageSync', name, text);
          model.set(name, JSON.stringify(text));
        } else if (what === 'remove') {
          call('removeStorageSync', name);
          model.delete(name);
        } else {
          call('clearStorageSync');
          model.clear();
        }
      }
      const bytes = [...model].reduce((sum, entry) => sum + Buffer.byteLength(entry.join('')), 0);
      expect(call('getStorageInfoSync')).toEqual({
        keys: [...model.keys()],
        currentSize: Math.ceil(bytes / 1024),
        limitSize: 10_240,
      });
    }),
  );
});
