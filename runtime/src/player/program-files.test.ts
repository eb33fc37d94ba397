import { expect, test } from '@playwright/test';
import { fileLimits } from '../protocol/files.ts';
import type { Json } from '../protocol/json.ts';
import type { BridgeLink } from './bridge-link.ts';
import { createProgramFiles, type FilesRoom } from './program-files.ts';

function open(answers: Readonly<Record<string, Json>> = {}) {
  const called: [string, Json][] = [];
  const extended: unknown[] = [];
  const delivered: unknown[] = [];
  const failed: string[] = [];
  const forgotten: string[] = [];
  const bridge: BridgeLink = {
    async call(name, params) {
      called.push([name, params]);
      const result = answers[name];
      return result === undefined ? { ok: false, error: { errMsg: 'fail no' } } : { ok: true, result };
    },
    onNotify: () => () => undefined,
    report: () => undefined,
  };
  const room: FilesRoom = {
    package: {
      manifest: {
        parts: [{ root: '', logic: 'main.logic.js', skeletons: 'main.skeletons.json' }],
        files: ['main.logic.js', 'a.txt'].map((path) => ({ path, size: 1, sha256: '0'.repeat(64) })),
      },
      read: async () => new TextEncoder().encode('a'),
    },
    bridge,
    assets: () => ({
      temporary: () => [],
      forget: (name) => forgotten.push(name),
      own: async (path) => (path === 'http://tmp/own.png' ? new Blob(['own']) : undefined),
    }),
    extend: (_name, data) => extended.push(data),
    deliver: (message) => delivered.push(message),
    failed: (message) => failed.push(message),
  };
  return { files: createProgramFiles(room), called, extended, delivered, failed, forgotten };
}

const bytes = (text: string) => new TextEncoder().encode(text);

test('the copy is filled once, before a script that needs it, with package and kept files', async () => {
  const entries = [
    { path: 'usr/b', directory: false, size: 2, modified: 7 },
    { path: 'usr/c', directory: true, size: 0, modified: 7 },
    { path: 'tmp/old', directory: false, size: 1, modified: 7 },
  ];
  const { files, extended } = open({ listFiles: { entries }, readFilePart: { base64: 'QkI=' } });
  await files.prepare('Page({})');
  expect(extended).toEqual([]);
  await Promise.all([files.prepare('wx.getFileSystemManager()'), files.prepare('wx.saveFile()')]);
  expect(extended).toEqual([
    {
      kind: 'arrive',
      entries: [
        { path: 'package/a.txt', bytes: bytes('a'), modified: 0, kept: false },
        { path: 'usr/b', bytes: bytes('BB'), modified: 7, kept: true },
        { path: 'usr/c', bytes: undefined, modified: 7, kept: true },
      ],
    },
  ]);
});

test('files that the host does not give are not missing files: the script waits for the next try', async () => {
  const entries = [{ path: 'usr/b', directory: false, size: 2, modified: 7 }];
  const answers: Record<string, Json> = {};
  const { files, extended } = open(answers);
  const away = { code: 'UNAVAILABLE', message: expect.stringContaining('cannot be read from the host') };
  await expect(files.prepare('wx.getFileSystemManager()')).rejects.toMatchObject(away);
  answers.listFiles = { entries };
  await expect(files.prepare('wx.getFileSystemManager()')).rejects.toMatchObject(away);
  expect(extended).toEqual([]);
  answers.readFilePart = { base64: 'QkI=' };
  await files.prepare('wx.getFileSystemManager()');
  expect(extended).toMatchObject([{ kind: 'arrive', entries: [{ path: 'package/a.txt' }, { path: 'usr/b' }] }]);
});

test('changes are kept in order and in pieces, then the guest hears', async () => {
  const { files, called, delivered, forgotten } = open({ changeFiles: {} });
  const large = new Uint8Array(fileLimits.pieceBytes + 1);
  files.hear({ kind: 'changed', ticket: 1, changes: [{ do: 'write', path: 'usr/a', at: 0, bytes: large, end: true }] });
  files.hear({ kind: 'changed', ticket: 2, changes: [{ do: 'remove', path: 'usr/a' }] });
  files.hear('nonsense');
  await expect.poll(() => delivered.length).toBe(2);
  expect(called).toMatchObject([
    ['changeFiles', { changes: [{ do: 'write', at: 0, end: true }] }],
    ['changeFiles', { changes: [{ do: 'write', at: fileLimits.pieceBytes, base64: 'AA==', end: true }] }],
    ['changeFiles', { changes: [{ do: 'remove', path: 'usr/a' }] }],
  ]);
  expect(delivered).toEqual([1, 2].map((ticket) => ({ kind: 'notify', name: 'files', data: { ticket } })));
  expect(forgotten).toEqual(['usr/a', 'usr/a']);
});

test('what the host does not keep is told to the guest and the author', async () => {
  const { files, delivered, failed } = open();
  files.hear({ kind: 'changed', ticket: 1, changes: [{ do: 'remove', path: 'usr/a' }] });
  await expect.poll(() => delivered).toMatchObject([{ data: { ticket: 1, error: { errno: 1300201 } } }]);
  expect(failed).toEqual(['A file could not be kept: fail no']);
});

test('a file that only the player has goes ahead of its upload', async () => {
  const { files, called } = open({ changeFiles: {}, uploadFile: {} });
  await files.bridge.call('uploadFile', { url: 'u', filePath: 'http://tmp/own.png' });
  await files.bridge.call('uploadFile', { url: 'u', filePath: 'wxfile://usr/kept.png' });
  expect(called).toMatchObject([
    ['changeFiles', { changes: [{ do: 'write', base64: 'b3du' }] }],
    ['uploadFile', { filePath: expect.stringMatching(/^http:\/\/tmp\/\w{32}\/own\.png$/) }],
    ['uploadFile', { filePath: 'wxfile://usr/kept.png' }],
  ]);
});
