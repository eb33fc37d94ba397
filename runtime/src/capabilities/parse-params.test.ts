import { expect, test } from '@playwright/test';
import type { Capability } from '../protocol/capabilities.ts';
import { capabilities } from './capability-table.ts';
import { parseParams } from './parse-params.ts';

const taken: readonly [Capability, object, object][] = [
  [capabilities.showToast, {}, { title: '', icon: 'success', duration: 1500, mask: false }],
  [
    capabilities.showToast,
    { title: 7, icon: 'warn', duration: '2000', mask: 1, image: null },
    { title: '7', icon: 'success', duration: 2000, mask: true },
  ],
  [capabilities.navigateBack, { delta: '2' }, { delta: 2 }],
  [capabilities.navigateBack, { delta: null }, { delta: 1 }],
  [capabilities.showLoading, { title: 'x', mask: 'false' }, { title: 'x', mask: false }],
  [capabilities.setTabBarBadge, { index: '0', text: 3 }, { index: 0, text: '3' }],
  [capabilities.showActionSheet, { itemList: ['a', 1] }, { itemList: ['a', '1'] }],
  [capabilities.navigateTo, { url: '/a', __proto__: { url: 'x' }, extra: 1 }, { url: '/a' }],
];

for (const [capability, given, expected] of taken) {
  test(`${capability.name} takes ${JSON.stringify(given)}`, () => {
    const parsed = parseParams(capability.params, given);
    expect(parsed).toEqual({ ok: true, params: expected });
  });
}

const refused: readonly [Capability, unknown, string][] = [
  [capabilities.navigateTo, {}, 'fail parameter error: parameter.url should be String instead of Undefined;'],
  [capabilities.navigateTo, { url: null }, 'fail parameter error: parameter.url should be String instead of Null;'],
  [capabilities.navigateTo, { url: [] }, 'fail parameter error: parameter.url should be String instead of Array;'],
  [capabilities.navigateTo, 'x', 'fail parameter error: parameter should be Object instead of String;'],
  [
    capabilities.setTabBarItem,
    { index: 'x' },
    'fail parameter error: parameter.index should be Number instead of String;',
  ],
  [
    capabilities.showActionSheet,
    { itemList: ['1', '2', '3', '4', '5', '6', '7'] },
    'fail parameter error: parameter.itemList should be Array with at most six items instead of Array;',
  ],
  [
    capabilities.openLocation,
    { latitude: 91, longitude: 0 },
    'fail parameter error: parameter.latitude should be Number from -90 to 90 instead of Number;',
  ],
];

for (const [capability, given, errMsg] of refused) {
  test(`${capability.name} refuses ${JSON.stringify(given)}`, () => {
    expect(parseParams(capability.params, given)).toEqual({
      ok: false,
      error: { errMsg, errno: 1001, code: 'BAD_ARGUMENT' },
    });
  });
}
