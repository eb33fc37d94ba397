import { expect, test } from '@playwright/test';
import * as v from 'valibot';
import { wxMembers } from '../protocol/wx-members.ts';
import { capabilities, capabilityTable, unsupportedNames } from './capability-table.ts';

/** Asked by buttons, and by the base library for a program's own privacy question and shares. */
const ofPeople = [
  ...['getPhoneNumber', 'chooseAvatar', 'agreePrivacyAuthorization', 'openContact', 'openFeedback'],
  ...['listenPrivacy', 'resolvePrivacy', 'shareAppMessage'],
];
const ofCanvases = ['attachCanvas', 'loadCanvasImage', 'takeCanvasFile'];
/** Calls that only the base library makes; programs know them by another name. */
const internal = [
  'callNode',
  'animateNodes',
  'answerInput',
  ...['listenPrivacy', 'resolvePrivacy'],
  'recordSound',
  'controlRecorder',
  'playSound',
  'orderWorker',
  'queryNodes',
  'observeIntersection',
  'observeMedia',
  'stopObserving',
  ...ofCanvases,
  ...ofPeople,
  'signalTask',
  ...['listFiles', 'readFilePart', 'changeFiles'],
];

test('the table holds each record under its own name', () => {
  for (const [name, capability] of Object.entries(capabilities)) {
    expect(capability.name).toBe(name);
    expect(capabilityTable.get(name)).toBe(capability);
    expect(capability.description).toMatch(/^[A-Z].*\.$/);
  }
  expect(capabilityTable.size).toBe(Object.keys(capabilities).length);
});

test('the table and the members of wx agree', () => {
  for (const capability of capabilityTable.values()) {
    if (internal.includes(capability.name) || capability.byElement) continue;
    expect([capability.name, wxMembers[capability.name]?.by]).toEqual([capability.name, capability.answeredBy]);
    if (capability.sync) expect(wxMembers[`${capability.name}Sync`]).toEqual({ kind: 'sync', by: 'guest' });
  }
  const unmade = Object.entries(wxMembers).filter(
    ([name, { kind, by }]) => kind === 'method' && by !== 'none' && !capabilityTable.has(name),
  );
  expect(unmade).toEqual([]);
  expect(unsupportedNames).toContain('openOfficialAccountArticle');
  expect(unsupportedNames.filter((name) => capabilityTable.has(name))).toEqual([]);
});

test('wx has every documented member and no inherited one', () => {
  // 499 are documented; six more are what older programs call.
  expect(Object.keys(wxMembers).length).toBe(505);
  for (const name of ['constructor', 'toString', '__proto__']) expect(wxMembers[name]).toBeUndefined();
  expect(wxMembers.onAppShow).toEqual({ kind: 'on', by: 'guest' });
  expect(wxMembers.offNeedPrivacyAuthorization).toBeUndefined();
});

test('the table has no inherited name', () => {
  for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
    expect(capabilityTable.get(name)).toBeUndefined();
  }
});

test('every capability takes an object with extra keys, and drops them', () => {
  for (const capability of capabilityTable.values()) {
    const parsed = v.safeParse(capability.params, {
      ...{ url: '/a', key: 'k', data: 'd', kvList: [], keyList: [], index: 0, text: 't', itemList: ['a'] },
      ...{ frontColor: '#fff', backgroundColor: '#000', page: 1, queries: [], surplus: { x: 1 } },
      ...{ observer: 1, selector: 'x', all: true, thresholds: [0], initialRatio: 0, conditions: {}, observers: [] },
      ...{ family: 'f', source: 'url("https://a.example/f.woff")' },
      ...{ block: 1, canvas: 'c', picture: 1, src: 'a.png', route: 'a', request: 1 },
      ...{
        task: 1,
        signal: 'abort',
        filePath: 'a',
        tempFilePath: 'a',
        name: 'n',
        path: 'usr/a',
        from: 0,
        length: 1,
        changes: [],
      },
      ...{ desc: 'd', scope: 'scope.camera', question: 1, phoneNumber: '1', keepScreenOn: true, value: 0.5 },
      ...{ latitude: 1, longitude: 1, on: true },
      ...{ count: 1, urls: ['a'], sources: [{ url: 'a' }], file: 'a' },
      ...{ firstName: 'A', title: 'T', startTime: 0, action: 'stop', keepScreenOn: true, value: 1 },
      ...{ latitude: 0, longitude: 0, phoneNumber: '1', scope: 'scope.record', tmplIds: ['a'], appId: 'a' },
      desc: capability.name === 'loadFontFace' ? {} : 'd',
      ...(capability.name === 'request' && { data: undefined }),
      ...(capability.name === 'answerInput' && { node: 0, written: 'a', value: 'b' }),
      ...{ question: 1, event: 'agree', buttonId: 'b' },
      ...{ timeStamp: '1', nonceStr: 'n', package: 'prepay_id=1', signType: 'RSA', paySign: 'x' },
      areas: [{ selector: null, margins: { left: 0, right: 0, top: 0, bottom: 0 } }],
    });
    expect([capability.name, parsed.success]).toEqual([capability.name, true]);
    expect(Object.keys(Object(parsed.output))).not.toContain('surplus');
  }
});
