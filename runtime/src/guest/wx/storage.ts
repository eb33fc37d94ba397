import { storageLimits } from '../../protocol/storage.ts';
import { isArray, isObject } from '../intrinsics.ts';
import type { WxLink } from '../wx-link.ts';
import { done, failed, later, method, type Options, parameterError, type Settle, typeName } from './method.ts';
import { createStorageMirror } from './storage-mirror.ts';
import { decodeValue, encodeValue } from './storage-values.ts';
import { createStorageWrites } from './storage-writes.ts';

type Entries = [key: string, text: string][];

/**
 * `wx.setStorage` and its family. Both kinds work on one mirror in the order they are called; an asynchronous
 * call succeeds only when the host has made it durable. A sync call with a bad key warns and does nothing, as
 * WeChat's does; one that exceeds a quota throws.
 */
export function storageMembers(link: WxLink): Options {
  const writes = createStorageWrites(link);
  const mirror = createStorageMirror(link, writes);
  const written = (settle: Settle) => {
    writes.after((error) => settle(error === undefined ? done() : { ok: false, error }));
  };
  const read = (key: string): unknown => {
    const text = mirror.get(key);
    return text === undefined ? '' : decodeValue(text);
  };
  /** A read is answered after the writes before it, with what it saw when it was called. */
  const answered = (settle: Settle, extra: Options) => writes.after(() => settle(done(), extra));
  const info = () => ({
    keys: mirror.keys(),
    currentSize: Math.ceil(mirror.bytes / 1024),
    limitSize: storageLimits.totalBytes / 1024,
  });
  const isKey = (name: string, key: unknown): key is string => {
    if (typeof key === 'string' && key !== '') return true;
    link.warn('BAD_ARGUMENT', `${name}: the key should be a non-empty String instead of ${typeName(key)}.`);
    return false;
  };
  const store = (name: string, entries: Entries | string) => {
    const refused = typeof entries === 'string' ? entries : mirror.set(entries);
    if (refused !== undefined) throw new Error(`${name}:${refused}`);
  };
  const storeLater = (settle: Settle, entries: Entries | string) => {
    const refused = typeof entries === 'string' ? entries : mirror.set(entries);
    if (refused === undefined) written(settle);
    else later(settle, failed(refused));
  };
  /** Runs `use` with the key of the options, or fails. */
  const withKey = (options: Options, settle: Settle, use: (key: string) => void) => {
    const { key } = options;
    if (typeof key === 'string' && key !== '') use(key);
    else later(settle, parameterError('parameter.key', key === '' ? 'non-empty String' : 'String', key));
  };
  return {
    setStorage: method(link, 'setStorage', (options, settle) =>
      withKey(options, settle, (key) => storeLater(settle, entriesOf([{ key, value: options.data }]))),
    ),
    setStorageSync(key: unknown, data: unknown) {
      if (isKey('setStorageSync', key)) store('setStorageSync', entriesOf([{ key, value: data }]));
    },
    batchSetStorage: method(link, 'batchSetStorage', (options, settle) =>
      storeLater(settle, entriesOf(options.kvList)),
    ),
    batchSetStorageSync(kvList: unknown) {
      store('batchSetStorageSync', entriesOf(kvList));
    },
    getStorage: method(link, 'getStorage', (options, settle) =>
      withKey(options, settle, (key) => {
        const text = mirror.get(key);
        if (text === undefined) writes.after(() => settle(failed('fail data not found')));
        else answered(settle, { data: decodeValue(text) });
      }),
    ),
    getStorageSync: (key: unknown) => (isKey('getStorageSync', key) ? read(key) : ''),
    batchGetStorage: method(link, 'batchGetStorage', (options, settle) => {
      const { keyList } = options;
      if (!isArray(keyList)) later(settle, parameterError('parameter.keyList', 'Array', keyList));
      else answered(settle, { dataList: keyList.map((key) => read(String(key))) });
    }),
    batchGetStorageSync: (keyList: unknown) => (isArray(keyList) ? keyList.map((key) => read(String(key))) : []),
    removeStorage: method(link, 'removeStorage', (options, settle) =>
      withKey(options, settle, (key) => {
        mirror.remove(key);
        written(settle);
      }),
    ),
    removeStorageSync(key: unknown) {
      if (isKey('removeStorageSync', key)) mirror.remove(key);
    },
    clearStorage: method(link, 'clearStorage', (_options, settle) => {
      mirror.clear();
      written(settle);
    }),
    clearStorageSync: () => mirror.clear(),
    getStorageInfo: method(link, 'getStorageInfo', (_options, settle) => answered(settle, info())),
    getStorageInfoSync: info,
  };
}

/** Keys and texts of a `kvList`, or why it cannot be stored. */
function entriesOf(kvList: unknown): Entries | string {
  if (!isArray(kvList)) return `fail parameter error: parameter.kvList should be Array instead of ${typeName(kvList)};`;
  const entries: Entries = [];
  for (const pair of kvList) {
    const key = isObject(pair) ? pair.key : undefined;
    if (!isObject(pair) || typeof key !== 'string' || key === '') {
      return `fail parameter error: parameter.key should be String instead of ${typeName(key)};`;
    }
    const text = encodeValue(pair.value);
    if (text === undefined) return `fail data of type ${typeName(pair.value)} cannot be stored`;
    entries.push([key, text]);
  }
  return entries;
}
