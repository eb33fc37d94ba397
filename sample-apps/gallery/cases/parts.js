import { square } from '../machine/square-font.js';
import { misfit, notAnObject } from './case.js';

/**
 * Has the context that `wx[create]` makes of the node `id` do something.
 * @param {string} create
 * @param {string | undefined} id
 * @param {string} method
 * @param {object} [options]
 * @returns {import('./case.js').Case['run']}
 */
const asks =
  (create, id, method, options = {}) =>
  ({ wx }) =>
    new Promise((resolve) => wx[create](id)[method]({ ...options, success: resolve, fail: resolve }));

/** Components steered from the script, fonts, and the keyboard. */
/** @type {Record<string, import('./case.js').Cases>} */
export const partCases = {
  createVideoContext: {
    works: { run: asks('createVideoContext', 'film', 'pause'), gives: { errMsg: 'pause:ok' } },
    refused: {
      run: asks('createVideoContext', 'gone', 'pause'),
      gives: { errMsg: 'pause:fail no video matches "#gone"' },
    },
    wrong: {
      run: asks('createVideoContext', undefined, 'pause'),
      gives: { errMsg: 'pause:fail no video matches "#undefined"' },
    },
  },
  createMapContext: {
    works: {
      run: asks('createMapContext', 'gardens', 'getCenterLocation'),
      gives: { errMsg: 'getCenterLocation:ok', latitude: Number, longitude: Number },
    },
    refused: {
      run: asks('createMapContext', 'gone', 'getCenterLocation'),
      gives: { errMsg: 'getCenterLocation:fail no map matches "#gone"' },
    },
    wrong: {
      run: asks('createMapContext', 'gardens', 'translateMarker', { markerId: 'none' }),
      gives: { errMsg: /^translateMarker:fail / },
    },
  },
  loadFontFace: {
    works: {
      options: { family: 'Square', source: `url("${square}")` },
      gives: { errMsg: 'loadFontFace:ok', status: 'loaded' },
    },
    refused: {
      options: { family: 'Square', source: 'url("/assets/square.ttf")' },
      gives: 'fail source is not url("…") of an https or data address',
    },
    wrong: misfit('source', 'String', undefined, { family: 'Square' }),
  },
  hideKeyboard: {
    works: {
      async run({ call, until }) {
        await until(async () => (await call('getSelectedTextRange')).errMsg === 'getSelectedTextRange:ok');
        return call('hideKeyboard');
      },
      person: [{ field: '.letter' }],
      gives: 'ok',
    },
    refused: { options: {}, gives: 'fail input not exists' },
    wrong: notAnObject,
  },
};
