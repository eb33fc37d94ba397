import { expect, test } from '@playwright/test';
import { carriedName } from '../protocol/carried-files.ts';
import type { ProgramAssets } from './assets.ts';
import type { BridgeLink } from './bridge-link.ts';
import { carryingCall } from './carrying-call.ts';

function open(answer: Awaited<ReturnType<BridgeLink['call']>>) {
  const sent: unknown[] = [];
  const kept: string[] = [];
  const assets: ProgramAssets = {
    url: (path) => path,
    keep(bytes) {
      kept.push(bytes instanceof Blob ? bytes.type : '');
      return `http://tmp/${kept.length}.bin`;
    },
    file: async (path) => (path === 'a.png' ? new Blob(['abc'], { type: 'image/png' }) : undefined),
    own: () => Promise.resolve(undefined),
    temporary: () => [],
    forget: () => undefined,
    dispose: () => undefined,
  };
  const bridge: BridgeLink = {
    async call(name, params, gestureAgeMs, files) {
      sent.push({ name, params, gestureAgeMs, files: files?.map(({ size }) => size) });
      return answer;
    },
    onNotify: () => () => undefined,
    report: () => undefined,
  };
  return { call: carryingCall(bridge, assets, () => 'pages/a'), sent, kept };
}

test('a file that a parameter names goes beside the call, and nothing else of it', async () => {
  const { call, sent } = open({ ok: true, result: {} });
  await call('saveImageToPhotosAlbum', { filePath: 'a.png', more: 1 }, 5);
  expect(sent).toEqual([
    {
      ...{ name: 'saveImageToPhotosAlbum', gestureAgeMs: 5, files: [3] },
      params: { filePath: carriedName(0), more: 1 },
    },
  ]);
});

test('a file that is not there fails before the host hears of it', async () => {
  const { call, sent } = open({ ok: true, result: {} });
  const outcome = await call('saveImageToPhotosAlbum', { filePath: 'https://a.example/b.png' }, 5);
  expect(outcome).toEqual({
    ok: false,
    error: { errMsg: "fail file doesn't exist: https://a.example/b.png", code: 'BAD_ARGUMENT' },
  });
  expect(sent).toEqual([]);
});

test('a parameter of another type, and a call without files, go as they are', async () => {
  const { call, sent } = open({ ok: true, result: {} });
  await call('saveImageToPhotosAlbum', { filePath: 7 }, undefined);
  await call('getClipboardData', { filePath: 'a.png' }, undefined);
  expect(sent).toMatchObject([{ params: { filePath: 7 } }, { params: { filePath: 'a.png' } }]);
});

test('files of an answer become temporary files in their places; other texts stay', async () => {
  const files = [new Blob(['x'], { type: 'image/jpeg' }), new Blob(['y'], { type: 'video/mp4' })];
  const result = { tempFiles: [{ path: carriedName(1), name: carriedName(7) }], first: carriedName(0), n: 3 };
  const { call, kept } = open({ ok: true, result, files });
  expect(await call('chooseImage', {}, 0)).toEqual({
    ok: true,
    result: { tempFiles: [{ path: 'http://tmp/2.bin', name: carriedName(7) }], first: 'http://tmp/1.bin', n: 3 },
  });
  expect(kept).toEqual(['image/jpeg', 'video/mp4']);
});

test('without files beside it an answer is not looked at', async () => {
  const { call } = open({ ok: true, result: { data: carriedName(0) } });
  expect(await call('getClipboardData', {}, 0)).toEqual({ ok: true, result: { data: carriedName(0) } });
});
