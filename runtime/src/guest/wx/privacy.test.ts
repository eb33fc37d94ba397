import { expect, test } from '@playwright/test';
import { openWx } from './fixtures/fake-link.ts';

test('the last listener is asked, and its answers leave as they are', () => {
  const { call, notify, sent } = openWx();
  const heard: unknown[] = [];
  call('onNeedPrivacyAuthorization', () => heard.push('first'));
  call('onNeedPrivacyAuthorization', (resolve: (answer: unknown) => void, info: unknown) => {
    heard.push(info);
    resolve({ event: 'exposureAuthorization' });
    resolve({ event: 'agree', buttonId: 'b' });
    resolve(null);
  });
  notify('onNeedPrivacyAuthorization', { question: 4, referrer: 'getLocation' });
  expect(heard).toEqual([{ referrer: 'getLocation' }]);
  expect(sent).toEqual([
    ['listenPrivacy', {}],
    ['listenPrivacy', {}],
    ['resolvePrivacy', { question: 4, event: 'exposureAuthorization', buttonId: '' }],
    ['resolvePrivacy', { question: 4, event: 'agree', buttonId: 'b' }],
    ['resolvePrivacy', { question: 4, event: 'undefined', buttonId: '' }],
  ]);
  call('onNeedPrivacyAuthorization', 'no function');
});

test('positions reach their listeners', () => {
  const { call, notify } = openWx();
  const heard: unknown[] = [];
  const hear = (at: unknown) => heard.push(at);
  call('onLocationChange', hear);
  call('onLocationChangeError', hear);
  notify('onLocationChange', { latitude: 1 });
  notify('onLocationChangeError', { errCode: 2 });
  call('offLocationChange', hear);
  notify('onLocationChange', { latitude: 2 });
  expect(heard).toEqual([{ latitude: 1 }, { errCode: 2 }]);
});
