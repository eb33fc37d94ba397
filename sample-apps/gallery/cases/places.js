import { misfit } from './case.js';

const here = { latitude: Number, longitude: Number };
const closed = { options: {}, person: [{ key: 'Escape' }], gives: 'fail auth canceled' };
const sheetClosed = { options: {}, person: [{ press: 'Cancel' }], gives: 'fail cancel' };

/** Where the person is. What the sheet decides holds, so the case that closes it comes first. */
/** @type {Record<string, import('./case.js').Cases>} */
export const placeCases = {
  getLocation: {
    refused: closed,
    works: {
      options: { type: 'gcj02' },
      person: [{ press: 'Allow' }],
      gives: { errMsg: 'getLocation:ok', ...here, accuracy: Number },
    },
    wrong: misfit('altitude', 'Boolean', {}),
  },
  getFuzzyLocation: {
    refused: closed,
    works: { options: {}, person: [{ press: 'Allow' }], gives: { errMsg: 'getFuzzyLocation:ok', ...here } },
    wrong: { args: [7], gives: 'fail parameter error: parameter should be Object instead of Number;' },
  },
  chooseLocation: {
    works: {
      options: { latitude: 30.25, longitude: 120.15 },
      person: [{ write: 'Greenhouse', into: 'Name of the place' }, { press: 'Choose' }],
      gives: { errMsg: 'chooseLocation:ok', name: 'Greenhouse', latitude: 30.25, longitude: 120.15 },
    },
    refused: sheetClosed,
    wrong: misfit('latitude', 'Number', 'north'),
  },
  openLocation: {
    works: {
      options: { latitude: 30.25, longitude: 120.15, name: 'Greenhouse' },
      person: [{ press: 'Close' }],
      gives: 'ok',
    },
    refused: {
      options: { latitude: 130, longitude: 0 },
      gives: 'fail parameter error: parameter.latitude should be Number from -90 to 90 instead of Number;',
    },
    wrong: misfit('longitude', 'Number', undefined, { latitude: 30.25 }),
  },
  chooseAddress: {
    works: {
      options: {},
      person: [
        { write: 'Ann', into: 'Name' },
        { write: '13900000000', into: 'Phone number' },
        { write: '1 Lake Road', into: 'Street and number' },
        { press: 'Use this' },
      ],
      gives: { errMsg: 'chooseAddress:ok', userName: 'Ann', detailInfo: '1 Lake Road' },
    },
    refused: { options: {}, person: [{ key: 'Escape' }], gives: 'fail cancel' },
    wrong: { args: [7], gives: 'fail parameter error: parameter should be Object instead of Number;' },
  },
};
