import { expect, test } from '@playwright/test';
import { wxMembers } from '../../protocol/wx-members.ts';
import { openWx } from './fixtures/fake-link.ts';

test('every unsupported member can be used: it fails, warns by its name and sends nothing', async () => {
  for (const [name, { kind, by }] of Object.entries(wxMembers)) {
    if (by !== 'none' || kind === 'property' || kind === 'off') continue;
    const { call, warnings, sent } = openWx();
    let failure: unknown;
    const used =
      kind === 'on' ? call(name, () => undefined) : call(name, { fail: (error: unknown) => (failure = error) });
    await Promise.resolve();
    expect([name, warnings.map((text) => text.split(' is not')[0])]).toEqual([name, [`UNSUPPORTED_API ${name}`]]);
    if (kind === 'method' || kind === 'task') {
      await expect.poll(() => failure).toEqual({ errMsg: `${name}:fail not supported` });
    }
    if (kind === 'method' || kind === 'on') expect([name, used]).toEqual([name, undefined]);
    if (kind === 'create' || kind === 'task') {
      expect([name, typeof used, Object.keys(Object(used)).length > 0]).toEqual([name, 'object', true]);
    }
    expect(sent).toEqual([]);
  }
});

test('a method without callbacks rejects, a task without callbacks makes no promise', async () => {
  const { call } = openWx();
  await expect(call('addCard')).rejects.toEqual({ errMsg: 'addCard:fail not supported' });
  expect(call('preDownloadSubpackage', { packageType: 'normal' })).not.toBeInstanceOf(Promise);
  const heard: unknown[] = [];
  call('preDownloadSubpackage', { complete: (answer: unknown) => heard.push(answer) });
  await expect.poll(() => heard).toEqual([{ errMsg: 'preDownloadSubpackage:fail not supported' }]);
});

test('sync members answer the emptiest value of their type', () => {
  const { call } = openWx();
  expect(['createBufferURL', 'isVKSupport', 'getExptInfoSync', 'reportEvent'].map((name) => call(name))).toEqual([
    '',
    false,
    {},
    undefined,
  ]);
});

test('what is created takes every call, in a chain too, after one warning', async () => {
  const { call, warnings } = openWx();
  const container = Object(call('createMediaContainer'));
  container.addTrack({}).export();
  const recorder = Object(call('createMediaRecorder'));
  recorder.src = 'a.mp3';
  recorder.on('start', () => undefined);
  recorder.start();
  expect(recorder.src).toBe('a.mp3');
  expect(warnings).toEqual(
    ['createMediaContainer', 'createMediaRecorder'].map(
      (name) => `UNSUPPORTED_API ${name} is not supported yet: its object does nothing.`,
    ),
  );
});

test('doing nothing never looks like success', async () => {
  const { call, wx } = openWx();
  await expect(Object(call('createRewardedVideoAd')).load()).rejects.toBeDefined();
  const cloud = Object(wx.cloud);
  cloud.init();
  await expect(cloud.callFunction({ name: 'x' })).rejects.toMatchObject({
    errMsg: 'cloud.callFunction:fail not supported',
  });
  await expect(cloud.database().collection('a').where({}).limit(1).get()).rejects.toBeDefined();
  let failure: unknown;
  Object(call('createVKSession')).start({ fail: (error: unknown) => (failure = error) });
  await expect.poll(() => failure).toEqual({ errMsg: 'createVKSession.start:fail not supported' });
});

test('what programs take from an answer is there', async () => {
  const { call, wx } = openWx();
  const heard: unknown[] = [];
  const fail = (error: unknown) => heard.push(error);
  Object(call('createCameraContext'))
    .onCameraFrame(() => undefined)
    .start();
  Object(wx.cloud)
    .downloadFile({ fileID: 'a', fail })
    .onProgressUpdate(() => undefined);
  await expect(Object(wx.cloud).uploadFile({ cloudPath: 'a' })).rejects.toBeDefined();
  expect(heard).toEqual([{ errMsg: 'cloud.downloadFile:fail not supported' }]);
});

test('worklets run where they are', () => {
  const { wx } = openWx();
  const worklet = Object(wx.worklet);
  const shared = worklet.shared(1);
  shared.value = 2;
  expect([shared.value, worklet.timing(5), worklet.runOnJS(worklet.shared)(3)]).toEqual([2, 5, { value: 3 }]);
});
