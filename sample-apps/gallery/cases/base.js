import { never, notAnObject } from './case.js';

const told = never('It tells what the program was told at launch, and asks nobody.');

/**
 * Tells something at once and takes nothing, so that a wrong argument changes nothing.
 * @param {unknown} gives
 */
const tells = (gives) => ({ works: { args: [], gives }, refused: told, wrong: { args: ['nothing is taken'], gives } });

const window_ = { windowWidth: Number, windowHeight: Number, pixelRatio: Number, safeArea: Object };
const device = { brand: String, model: String, system: String, platform: String };
const base = { SDKVersion: /^\d+\.\d+\.\d+$/, language: String, theme: /^(dark|light)$/ };

/** System, window, and what the program is told about itself. */
/** @type {Record<string, import('./case.js').Cases>} */
export const baseCases = {
  canIUse: {
    works: { args: ['showToast.object.icon'], gives: true },
    refused: { args: ['startHCE'], gives: false },
    wrong: { args: [], gives: false },
  },
  getSystemInfo: {
    works: { options: {}, gives: { errMsg: 'getSystemInfo:ok', ...window_, ...device, ...base } },
    refused: told,
    wrong: notAnObject,
  },
  getSystemInfoAsync: {
    works: { options: {}, gives: { errMsg: 'getSystemInfoAsync:ok', ...window_, ...device, ...base } },
    refused: told,
    wrong: notAnObject,
  },
  getSystemInfoSync: tells({ ...window_, ...device, ...base }),
  getWindowInfo: tells(window_),
  getDeviceInfo: tells(device),
  getAppBaseInfo: tells(base),
  getMenuButtonBoundingClientRect: tells({ width: Number, height: Number, top: Number, left: Number }),
  getLaunchOptionsSync: tells({ path: 'pages/index/index', scene: Number, query: Object }),
  getAccountInfoSync: tells({ miniProgram: { appId: 'gallery', version: '1.0.0' } }),
  getUpdateManager: {
    works: {
      run: ({ wx }) => new Promise((resolve) => wx.getUpdateManager().onCheckForUpdate(resolve)),
      gives: { hasUpdate: false },
    },
    refused: never('A program is as new as its package: there is no update that could fail.'),
    wrong: { run: ({ wx }) => wx.getUpdateManager().onCheckForUpdate('no function'), gives: undefined },
  },
  onThemeChange: {
    works: {
      run: ({ wx }) =>
        new Promise((resolve) => {
          wx.onThemeChange(function heard(/** @type {unknown} */ change) {
            wx.offThemeChange(heard);
            resolve(change);
          });
        }),
      person: [{ theme: 'dark' }],
      gives: { theme: 'dark' },
    },
    refused: never('Listening is not refused; a listener that hears nothing is one nothing happened to.'),
    wrong: { args: ['no function'], gives: undefined },
  },
  offThemeChange: {
    works: { args: [() => undefined], gives: undefined },
    refused: never('A listener that was never added is as good as removed.'),
    wrong: { args: ['no function'], gives: undefined },
  },
  nextTick: {
    works: { run: ({ wx }) => new Promise((resolve) => wx.nextTick(() => resolve('told'))), gives: 'told' },
    refused: never('What was drawn is drawn: there is nobody to refuse.'),
    wrong: { args: ['no function'], gives: undefined },
  },
};
