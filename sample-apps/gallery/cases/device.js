import { misfit, notAnObject, tooOften } from './case.js';

/** What the device does for the program. */
/** @type {Record<string, import('./case.js').Cases>} */
export const deviceCases = {
  setClipboardData: {
    works: { options: { data: 'Boston fern' }, gives: 'ok' },
    refused: tooOften('setClipboardData', 5, { data: 'again' }),
    wrong: misfit('data', 'String', undefined),
  },
  getClipboardData: {
    works: {
      async run({ call, goOn, until }) {
        await goOn();
        // The call's own case has used up its rate.
        await until(async () => (await call('setClipboardData', { data: 'Boston fern' })).errMsg.endsWith(':ok'));
        return call('getClipboardData');
      },
      person: [{ goOn: true }],
      gives: { errMsg: 'getClipboardData:ok', data: 'Boston fern' },
    },
    refused: {
      async run({ call, untouched }) {
        await untouched();
        return call('getClipboardData');
      },
      gives: 'fail can only be invoked by user TAP gesture.',
    },
    wrong: notAnObject,
  },
  getNetworkType: {
    works: { options: {}, gives: { errMsg: 'getNetworkType:ok', networkType: String } },
    refused: tooOften('getNetworkType', 100),
    wrong: notAnObject,
  },
  vibrateShort: {
    works: { options: { type: 'light' }, gives: 'ok' },
    refused: tooOften('vibrateShort', 20, { type: 'light' }),
    wrong: notAnObject,
  },
  makePhoneCall: {
    works: { options: { phoneNumber: '10086' }, person: [{ press: 'Call' }], gives: 'ok' },
    refused: { options: { phoneNumber: '10086' }, person: [{ press: 'Cancel' }], gives: 'fail cancel' },
    wrong: misfit('phoneNumber', 'String', undefined),
  },
  scanCode: {
    works: {
      options: { scanType: ['qrCode'] },
      person: [{ file: 'code.png' }],
      gives: { errMsg: 'scanCode:ok', result: 'terrarium', scanType: 'QR_CODE' },
    },
    refused: { options: {}, person: [{ key: 'Escape' }], gives: 'fail cancel' },
    wrong: misfit('scanType', 'Array', 'qrCode'),
  },
  getScreenBrightness: {
    works: { options: {}, gives: { errMsg: 'getScreenBrightness:ok', value: Number } },
    refused: tooOften('getScreenBrightness', 100),
    wrong: notAnObject,
  },
  setScreenBrightness: {
    works: { options: { value: 1 }, gives: 'ok' },
    refused: tooOften('setScreenBrightness', 20, { value: 1 }),
    wrong: misfit('value', 'Number', 'bright'),
  },
  setKeepScreenOn: {
    works: { options: { keepScreenOn: false }, gives: 'ok' },
    refused: tooOften('setKeepScreenOn', 5, { keepScreenOn: false }),
    wrong: misfit('keepScreenOn', 'Boolean', undefined),
  },
};
