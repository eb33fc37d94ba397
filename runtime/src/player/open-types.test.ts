import { expect, test } from '@playwright/test';
import type { PaintedEvent } from '../dom/index.ts';
import type { CallOutcome } from '../protocol/capabilities.ts';
import { pageId } from '../protocol/ids.ts';
import type { Json } from '../protocol/json.ts';
import type { HostMessage } from '../protocol/messages.ts';
import { createOpenTypes } from './open-types.ts';
import { openFakeProgram } from './testing/open-fake-program.ts';

const at: PaintedEvent = {
  block: 1,
  node: 1,
  type: 'open-type',
  bubbles: false,
  detail: null,
  timeStamp: 0,
  offsets: [],
};

/** Taps a button of that open type, with a host that answers so. */
async function tap(openType: string, outcome: CallOutcome, attributes: Json = {}) {
  const told: HostMessage[] = [];
  const calls: [string, Json][] = [];
  const warnings: string[] = [];
  const openTypes = createOpenTypes({
    async call(name, params) {
      calls.push([name, params]);
      return outcome;
    },
    deliver: (message) => told.push(message),
    keep: (bytes, type) => `http://tmp/${bytes.byteLength}.${type.slice('image/'.length)}`,
    warning: (message) => warnings.push(message),
  });
  const page = { id: pageId(1), route: 'a', tree: { attribute: () => 'go' } };
  openTypes.hear(page, { ...at, detail: { openType, attributes } });
  await new Promise((resolve) => setImmediate(resolve));
  const events = told.map((message) => (message.kind === 'event' ? [message.type, message.detail] : message));
  return { calls, events, warnings };
}

const ok = (result: Json = {}): CallOutcome => ({ ok: true, result });
const denied: CallOutcome = { ok: false, error: { errMsg: 'fail user deny', errno: 7 } };
const picture = 'data:image/png;base64,AAAA';

const attributes = { lang: 'zh_CN', 'session-from': 'list', 'send-message-title': 'Ferns', 'show-message-card': true };
const cases: readonly [openType: string, outcome: CallOutcome, call: unknown, event: unknown][] = [
  [
    'getPhoneNumber',
    ok({ code: 'c' }),
    ['getPhoneNumber', {}],
    ['getphonenumber', { code: 'c', errMsg: 'getPhoneNumber:ok' }],
  ],
  [
    'getPhoneNumber',
    denied,
    ['getPhoneNumber', {}],
    ['getphonenumber', { errMsg: 'getPhoneNumber:fail user deny', errno: 7 }],
  ],
  [
    'getRealtimePhoneNumber',
    ok({ code: 'c' }),
    ['getPhoneNumber', { realtime: true }],
    ['getrealtimephonenumber', { code: 'c', errMsg: 'getRealtimePhoneNumber:ok' }],
  ],
  ['getUserInfo', ok(), ['getUserInfo', { lang: 'zh_CN' }], ['getuserinfo', { errMsg: 'getUserInfo:ok' }]],
  ['openSetting', ok(), ['openSetting', {}], ['opensetting', { errMsg: 'openSetting:ok' }]],
  [
    'chooseAvatar',
    ok({ avatarUrl: picture }),
    ['chooseAvatar', {}],
    ['chooseavatar', { avatarUrl: 'http://tmp/3.png', errMsg: 'chooseAvatar:ok' }],
  ],
  [
    'contact',
    ok({ path: 'pages/a', query: { id: '1' } }),
    ['openContact', { sessionFrom: 'list', title: 'Ferns', path: 'a', imageUrl: '', showCard: true }],
    ['contact', { path: 'pages/a', query: { id: '1' }, errMsg: 'enterContact:ok' }],
  ],
  [
    'contact',
    denied,
    ['openContact', { sessionFrom: 'list', title: 'Ferns', path: 'a', imageUrl: '', showCard: true }],
    ['contact', { errMsg: 'enterContact:fail user deny', errno: 7 }],
  ],
  ['feedback', ok(), ['openFeedback', {}], undefined],
  ['launchApp', ok(), undefined, ['error', { errMsg: 'invalid scene' }]],
];
for (const [openType, outcome, call, event] of cases) {
  test(`open-type ${openType} ${outcome.ok ? 'works' : 'is refused'}`, async () => {
    const { calls, events } = await tap(openType, outcome, attributes);
    expect(calls).toEqual(call === undefined ? [] : [call]);
    expect(events).toEqual(event === undefined ? [] : [event]);
  });
}

test('share asks the page, and says which button it was', async () => {
  const { events } = await tap('share', ok());
  const target = { page: 1, block: 1, node: 1, id: 'go' };
  expect(events).toEqual([{ kind: 'notify', name: 'share', data: { from: 'button', target } }]);
});

test('of several types agreeing comes first, and an unknown one is said', async () => {
  const { calls, events, warnings } = await tap('getPhoneNumber|agreePrivacyAuthorization|__proto__', ok());
  expect(calls.map(([name]) => name)).toEqual(['agreePrivacyAuthorization', 'getPhoneNumber']);
  expect(events[0]).toEqual(['agreeprivacyauthorization', { buttonId: 'go', errMsg: 'agreePrivacyAuthorization:ok' }]);
  expect(warnings).toEqual(['button open-type "__proto__" of a does nothing here']);
});

test('what buttons ask a program cannot ask itself', async () => {
  const { guest, hostCalls, program } = await openFakeProgram();
  expect(await guest.call('getPhoneNumber')).toMatchObject({ kind: 'fail', error: { errMsg: 'fail not supported' } });
  expect(hostCalls).toEqual([]);
  program.dispose();
});
