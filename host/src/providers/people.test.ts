import { expect, test } from '@playwright/test';
import type { Json } from '@terrarium/runtime/protocol';
import { openStage } from './fixtures/people-stage.ts';
import { toGcj02 } from './gcj02.ts';
import type { InvoiceTitle } from './person.ts';

type Given = Parameters<typeof openStage>[0];

const ok = (result: object) => ({ ok: true, result });
const fail = (errMsg: string, errno?: number) => ({ ok: false, error: { errMsg, errno } });
const code = 'c'.repeat(32);
const place = { latitude: 30, longitude: 120 };
const badType = (name: string, type: string, got: string) =>
  fail(`fail parameter error: parameter.${name} should be ${type} instead of ${got};`, 1001);

const invoiceTitle: InvoiceTitle = {
  type: '0',
  title: 'Fern & Sons',
  ...{ taxNumber: '9131', companyAddress: '', telephone: '', bankName: '', bankAccount: '' },
};

const cases: readonly [what: string, name: string, params: Json, outcome: Record<string, unknown>, given?: Given][] = [
  ['gives a code', 'login', {}, ok({ code })],
  [
    'is refused when nobody is signed in',
    'login',
    {},
    fail('fail not eligible: signed-in is required'),
    { answers: { '/api/identity/login-codes': 401 } },
  ],
  ['takes a time-out that is a number', 'login', { timeout: [] }, badType('timeout', 'Number', 'Array')],
  ['holds', 'checkSession', {}, ok({})],
  [
    'is over',
    'checkSession',
    {},
    fail('fail session time out, need relogin'),
    { answers: { '/api/open-data/session': { valid: false } } },
  ],
  ['is anonymous', 'getUserProfile', { desc: 'x' }, { ok: true, result: { rawData: '{}', signature: 's' } }],
  ['needs a reason', 'getUserProfile', {}, badType('desc', 'String', 'Undefined')],
  ['gives a code when the person agrees', 'getPhoneNumber', {}, ok({ code, encryptedData: 'data', iv: 'iv' })],
  [
    'is refused by the person',
    'getPhoneNumber',
    {},
    fail('fail user deny'),
    { person: { askPhone: async () => false } },
  ],
  ['gives a picture', 'chooseAvatar', {}, ok({ avatarUrl: 'data:image/png;base64,AAAA' })],
  ['is cancelled', 'chooseAvatar', {}, fail('fail cancel'), { person: { chooseAvatar: async () => undefined } }],
  [
    'gives nothing that is no picture',
    'chooseAvatar',
    {},
    fail('fail this is no picture'),
    { person: { chooseAvatar: async () => 'javascript:1' } },
  ],
  ['is granted', 'authorize', { scope: 'scope.camera' }, ok({})],
  ['knows its scopes', 'authorize', { scope: 'scope.__proto__' }, badType('scope', 'a known scope', 'String')],
  [
    'answers for each template',
    'requestSubscribeMessage',
    { tmplIds: ['a', 'b'] },
    ok({ a: 'accept', b: 'reject' }),
    { person: { askSubscriptions: async () => ({ accepted: ['a'], always: false }) } },
  ],
  [
    'rejects all when it is closed',
    'requestSubscribeMessage',
    { tmplIds: ['a'] },
    ok({ a: 'reject' }),
    { person: { askSubscriptions: async () => undefined } },
  ],
  [
    'hands over what the person chose',
    'chooseInvoiceTitle',
    {},
    ok(invoiceTitle),
    { person: { chooseInvoiceTitle: async () => invoiceTitle } },
  ],
  ['is refused by closing the sheet', 'chooseInvoiceTitle', {}, fail('fail cancel')],
  [
    'takes an object',
    'chooseInvoiceTitle',
    'x',
    fail('fail parameter error: parameter should be Object instead of String;', 1001),
  ],
  [
    'knows the templates its maker has made',
    'requestSubscribeMessage',
    { tmplIds: ['a', 'b'] },
    fail('fail No template data return, verify the template id exist', 20_001),
    { answers: { '/api/messages/templates/pizza': [{ id: 'a', title: 'Ready' }] } },
  ],
  [
    'is refused when the consent cannot be kept',
    'requestSubscribeMessage',
    { tmplIds: ['a'] },
    fail('fail not eligible: signed-in is required'),
    { answers: { '/api/messages/allowances/pizza': 401 } },
  ],
  [
    'takes at most three',
    'requestSubscribeMessage',
    { tmplIds: ['a', 'b', 'c', 'd'] },
    fail('fail Templates count out of max bounds', 20_003),
  ],
  ['takes a list', 'requestSubscribeMessage', { tmplIds: 'a' }, badType('tmplIds', 'Array', 'String')],
  ['asks for the contract', 'getPrivacySetting', {}, ok({ needAuthorization: true, privacyContractName: '《Pizza》' })],
  [
    'asks for none in a program that has none',
    'getPrivacySetting',
    {},
    { ok: true, result: { needAuthorization: false } },
    { manifest: { development: true } },
  ],
  [
    'is refused with the contract',
    'requirePrivacyAuthorize',
    {},
    fail('fail privacy permission is not authorized', 104),
    { person: { askPrivacy: async () => false } },
  ],
  ['needs an app id', 'navigateToMiniProgram', {}, fail('fail appId or shortLink is required')],
  ['knows the programs of the host', 'navigateToMiniProgram', { appId: '__proto__' }, fail('fail invalid appid')],
  [
    'is cancelled',
    'navigateToMiniProgram',
    { appId: 'bank' },
    fail('fail cancel'),
    { person: { askOpenProgram: async () => undefined } },
  ],
  ['opens', 'navigateToMiniProgram', { appId: 'bank' }, ok({})],
  ['opens', 'openEmbeddedMiniProgram', { appId: 'bank', path: 'a?b=1' }, ok({})],
  ['has nowhere to go', 'navigateBackMiniProgram', {}, fail('fail not opened by another mini program')],
  ['is not known where', 'getLocation', {}, fail('fail system permission denied', 2)],
  ['shows', 'openLocation', { ...place, name: 'Lake' }, ok({})],
  [
    'knows its earth',
    'openLocation',
    { latitude: 91, longitude: 0 },
    badType('latitude', 'Number from -90 to 90', 'Number'),
  ],
  ['gives the place', 'chooseLocation', place, ok({ ...place, name: 'Lake', address: '' })],
  ['is cancelled', 'chooseLocation', {}, fail('fail cancel'), { person: { choosePlace: async () => undefined } }],
  ['gives the place', 'choosePoi', {}, ok({ type: 2, city: '', latitude: 0, longitude: 0, name: 'Lake', address: '' })],
  ['is cancelled', 'choosePoi', {}, fail('fail cancel'), { person: { choosePlace: async () => undefined } }],
  ['needs to be told', 'followForMap', {}, badType('on', 'Boolean', 'Undefined')],
  ['is cancelled', 'chooseAddress', {}, fail('fail cancel')],
  [
    'must be declared',
    'startLocationUpdateBackground',
    {},
    fail('fail the api need to be declared in the requiredPrivateInfos field in app.json'),
  ],
  [
    'must be declared as a background mode',
    'startLocationUpdateBackground',
    {},
    fail('fail the api need to be declared in the requiredBackgroundModes field in app.json'),
    { manifest: { app: { requiredPrivateInfos: ['startLocationUpdateBackground'] } } },
  ],
  ['calls', 'makePhoneCall', { phoneNumber: '10086' }, ok({})],
  [
    'is cancelled',
    'makePhoneCall',
    { phoneNumber: 1 },
    fail('fail cancel'),
    { person: { askCall: async () => false } },
  ],
  ['needs a number', 'makePhoneCall', {}, badType('phoneNumber', 'String', 'Undefined')],
  ['reads', 'scanCode', {}, ok({ result: 'hello', scanType: 'QR_CODE', charSet: 'utf-8', rawData: 'AA==' })],
  [
    'knows kinds of codes',
    'scanCode',
    { scanType: ['smoke'] },
    fail('fail parameter error: scanType names no kind of code'),
  ],
  ['is cancelled', 'scanCode', {}, fail('fail cancel'), { person: { scan: async () => undefined } }],
  ['has bounds', 'setScreenBrightness', { value: 2 }, badType('value', 'Number from -1 to 1', 'Number')],
  ['needs to be told', 'setKeepScreenOn', {}, badType('keepScreenOn', 'Boolean', 'Undefined')],
];
for (const [what, name, params, outcome, given] of cases) {
  test(`${name} ${what}: ${JSON.stringify(params)}`, async () => {
    expect(await openStage(given).call(name, params)).toMatchObject(outcome);
  });
}

const gestures = [
  'getUserProfile',
  'getPhoneNumber',
  'openSetting',
  'requestSubscribeMessage',
  'navigateToMiniProgram',
];
for (const name of gestures) {
  test(`${name} needs a tap`, async () => {
    const outcome = await openStage().call(name, { desc: 'x', tmplIds: ['a'], appId: 'bank' }, -1);
    expect(outcome).toMatchObject(fail('fail can only be invoked by user TAP gesture.'));
  });
}

test('each consent is one notice; who does not want to be asked again is not', async () => {
  const asked: unknown[] = [];
  const { call, told } = openStage({
    answers: { '/api/messages/templates/pizza': ['a', 'b'].map((id) => ({ id, title: `Title ${id}` })) },
    person: {
      async askSubscriptions(_appId, kinds) {
        asked.push(kinds);
        return { accepted: ['a'], always: true };
      },
    },
  });
  const request = () => call('requestSubscribeMessage', { tmplIds: ['a', 'b'] });
  for (let count = 0; count < 2; count += 1) expect(await request()).toEqual(ok({ a: 'accept', b: 'reject' }));
  const kinds = [
    { id: 'a', title: 'Title a' },
    { id: 'b', title: 'Title b' },
  ];
  expect(asked).toEqual([kinds]);
  const allowed = ['/api/messages/allowances/pizza', { templates: ['a'] }];
  expect(told.filter((one) => String(one).includes('allowances'))).toEqual([allowed, allowed]);
});

test('the conversation opens with what the program offers, and a card leads back', async () => {
  const { call, told } = openStage({
    person: {
      async openContact(_appId, offer) {
        told.push(offer);
        return '/pages/order/order?id=1';
      },
    },
  });
  const card = { title: 'My order', path: 'pages/a', imageUrl: '' };
  expect(await call('openContact', { sessionFrom: 'list', showCard: true, ...card })).toEqual(
    ok({ path: 'pages/order/order', query: { id: '1' } }),
  );
  expect(await call('openCustomerServiceChat', { extInfo: { url: 'https://x.example' } })).toEqual(ok({}));
  const wrong = badType('showMessageCard', 'Boolean', 'Object');
  expect(await call('openCustomerServiceChat', { showMessageCard: {} })).toMatchObject(wrong);
  expect(await call('openCustomerServiceChat', {}, -1)).toMatchObject({ ok: false });
  expect(told).toEqual([
    { sessionFrom: 'list', card },
    { sessionFrom: '', card: undefined },
  ]);
});

test('what the person decides is in the settings, notices only when they are asked for', async () => {
  const { call, grants } = openStage({
    person: { askSubscriptions: async () => ({ accepted: ['a'], always: true }) },
  });
  await grants.decide('pizza', 'scope.record', 'refused');
  await call('requestSubscribeMessage', { tmplIds: ['a'] });
  const authSetting = { 'scope.record': false };
  expect(await call('getSetting')).toEqual(ok({ authSetting }));
  expect(await call('getSetting', { withSubscriptions: true })).toEqual(
    ok({ authSetting, subscriptionsSetting: { mainSwitch: true, itemSettings: { a: 'accept' } } }),
  );
});

test('positions follow the phone while the program is in front and may know them', async () => {
  const { call, told, position, grants, people, setVisible } = openStage();
  position.set(place);
  expect(await call('getLocation')).toMatchObject({ ok: true, result: { ...place, speed: -1 } });
  expect(await call('getFuzzyLocation', { type: 'wgs84' })).toEqual(ok(place));
  await call('startLocationUpdate');
  const places = () => told.filter((line) => Array.isArray(line) && line[0] === 'onLocationChange').length;
  await expect.poll(places).toBe(1);
  setVisible(false);
  position.set({ latitude: 31, longitude: 120 });
  setVisible(true);
  await grants.decide('pizza', 'scope.userLocation', 'refused');
  await people.location.decided('pizza');
  expect(told.slice(-2)).toEqual([
    ['following', false],
    ['onLocationChangeError', { errCode: 2 }],
  ]);
  expect(people.location.follows('pizza')).toBe(false);
  expect(await call('getLocation')).toMatchObject(fail('fail auth deny', 103));
});

test('maps follow the phone in their own coordinates, and no longer than they may', async () => {
  const { call, told, position, grants, people } = openStage();
  await call('followForMap', { on: true });
  await expect
    .poll(() => told)
    .toEqual([
      ['following', true],
      ['mapPosition', null],
    ]);
  await position.set(place);
  expect(told.at(-1)).toEqual([
    'mapPosition',
    { latitude: expect.closeTo(29.9976, 3), longitude: expect.closeTo(120.0046, 3) },
  ]);
  await call('startLocationUpdate');
  await call('followForMap', { on: false });
  expect(told.at(-1)).not.toEqual(['following', false]);
  await call('followForMap', { on: true });
  await grants.decide('pizza', 'scope.userLocation', 'refused');
  await people.location.decided('pizza');
  expect(told.slice(-3)).toEqual([
    ['onLocationChangeError', { errCode: 2 }],
    ['following', false],
    ['mapPosition', null],
  ]);
  const { length } = told;
  await position.set(place);
  expect(told).toHaveLength(length);
  expect(await call('followForMap', { on: true })).toMatchObject(fail('fail auth deny', 103));
});

test('a program that draws its own question is believed after a tap on its button only', async () => {
  const { call, told, people } = openStage({ person: { askPrivacy: async () => false } });
  await call('listenPrivacy');
  const asked = call('chooseAddress');
  await expect.poll(() => told).toEqual([['onNeedPrivacyAuthorization', { question: 1, referrer: 'chooseAddress' }]]);
  await call('resolvePrivacy', { question: 1, event: 'agree' });
  expect(await asked).toMatchObject(fail('fail privacy permission is not authorized', 104));
  const again = call('chooseAddress');
  await expect.poll(() => told).toHaveLength(2);
  await call('agreePrivacyAuthorization', { buttonId: 'b' });
  await call('resolvePrivacy', { question: 2, event: 'agree' });
  expect(await again).toMatchObject(fail('fail cancel'));
  const { ask } = people.privacy;
  const open = ask('pizza', 'login');
  people.ended('pizza');
  expect(await open).toBe(false);
});

test('coordinates for maps of China differ there, and nowhere else', () => {
  const hangzhou = toGcj02({ latitude: 30.25, longitude: 120.16 });
  expect(hangzhou.latitude).toBeCloseTo(30.2475, 3);
  expect(hangzhou.longitude).toBeCloseTo(120.1647, 3);
  expect(toGcj02({ latitude: 48, longitude: 11 })).toEqual({ latitude: 48, longitude: 11 });
});
