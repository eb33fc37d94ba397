import { expect, test } from '@playwright/test';
import { openWx } from './fixtures/fake-link.ts';

for (const name of ['createInterstitialAd', 'createRewardedVideoAd']) {
  test(`${name}: loading and showing fail with the documented code, and nothing was shown`, async () => {
    const { call } = openWx();
    const ad = Object(call(name));
    const heard: unknown[] = [];
    ad.onLoad(() => heard.push('load'));
    ad.onError((error: unknown) => heard.push(error));
    const refusal = { errMsg: 'no advertisement', errCode: 1004 };
    await expect(ad.load()).rejects.toEqual(refusal);
    await expect(ad.show()).rejects.toEqual(refusal);
    expect(heard).not.toContain('load');
    ad.destroy();
  });
}

test('the recorder sends what it was told, and what is no number stays behind', () => {
  const { call, sent } = openWx();
  const recorder = Object(call('getRecorderManager'));
  expect(call('getRecorderManager')).toBe(recorder);
  recorder.start({ duration: 1000, frameSize: {}, format: 'mp3' });
  recorder.stop();
  expect(sent).toEqual([
    ['recordSound', { duration: 1000 }],
    ['controlRecorder', { action: 'stop' }],
  ]);
});

test('a battery nobody tells of fails; its synchronous twin always has numbers', async () => {
  const { call } = openWx();
  await expect(call('getBatteryInfo')).rejects.toEqual({ errMsg: 'getBatteryInfo:fail the browser does not tell' });
  expect(call('getBatteryInfoSync')).toEqual({ level: 100, isCharging: true, isLowPowerModeEnabled: false });
});

test('what never happens here can be listened to without a warning', () => {
  const { call, warnings } = openWx();
  for (const name of ['onUserCaptureScreen', 'onMemoryWarning', 'onMenuButtonBoundingClientRectWeightChange']) {
    call(name, () => undefined);
    expect(call('canIUse', name)).toBe(true);
  }
  expect(warnings).toEqual([]);
});
