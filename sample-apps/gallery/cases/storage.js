import { misfit, never, notAnObject } from './case.js';

const key = 'leaf';
const tooMuch = () => 'x'.repeat(1_100_000);
const withoutKey = misfit('key', 'String', undefined);
const owned = never('A program may always forget what it has kept, also what is not there.');

/** The program's own storage; every case begins with a leaf in it or brings its own. */
/** @type {Record<string, import('./case.js').Cases>} */
export const storageCases = {
  setStorage: {
    works: { options: { key, data: { green: true } }, gives: 'ok' },
    refused: { run: ({ call }) => call('setStorage', { key, data: tooMuch() }), gives: /^setStorage:fail .*limit/ },
    wrong: withoutKey,
  },
  setStorageSync: {
    works: {
      run({ wx }) {
        wx.setStorageSync(key, new Date(0));
        return wx.getStorageSync(key) instanceof Date;
      },
      gives: true,
    },
    refused: { run: ({ wx }) => wx.setStorageSync(key, tooMuch()), gives: { thrown: /^setStorageSync:fail .*limit/ } },
    wrong: { args: [7, 'no key'], gives: undefined },
  },
  getStorage: {
    works: {
      async run({ wx, call }) {
        wx.setStorageSync(key, [1, 2]);
        return call('getStorage', { key });
      },
      gives: { errMsg: 'getStorage:ok', data: [1, 2] },
    },
    refused: { options: { key: 'gone' }, gives: 'fail data not found' },
    wrong: withoutKey,
  },
  getStorageSync: {
    works: {
      run({ wx }) {
        wx.setStorageSync(key, { green: true });
        return wx.getStorageSync(key);
      },
      gives: { green: true },
    },
    refused: { args: ['gone'], gives: '' },
    wrong: { args: [{}], gives: '' },
  },
  removeStorage: { works: { options: { key }, gives: 'ok' }, refused: owned, wrong: withoutKey },
  removeStorageSync: {
    works: {
      run({ wx }) {
        wx.setStorageSync(key, 1);
        wx.removeStorageSync(key);
        return wx.getStorageSync(key);
      },
      gives: '',
    },
    refused: owned,
    wrong: { args: [], gives: undefined },
  },
  clearStorage: { works: { options: {}, gives: 'ok' }, refused: owned, wrong: notAnObject },
  clearStorageSync: {
    works: {
      run({ wx }) {
        wx.setStorageSync(key, 1);
        wx.clearStorageSync();
        return wx.getStorageInfoSync().keys;
      },
      gives: [],
    },
    refused: owned,
    wrong: { args: ['nothing is taken'], gives: undefined },
  },
  getStorageInfoSync: {
    works: {
      run({ wx }) {
        wx.setStorageSync(key, 1);
        return wx.getStorageInfoSync();
      },
      gives: { keys: [key], currentSize: 1, limitSize: 10_240 },
    },
    refused: never('It counts what the program itself has kept.'),
    wrong: { args: ['nothing is taken'], gives: { limitSize: 10_240 } },
  },
};
