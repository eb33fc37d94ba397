import { deflateRawSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import type { FileArrival } from '../protocol/files.ts';
import { fileLimits } from '../protocol/files.ts';
import { filesExtension } from './extension.ts';

type Answer = { result?: Record<string, unknown>; ticket?: number; refused?: string; errno?: number };

function open(entries: readonly FileArrival[] = []) {
  const posted: unknown[] = [];
  const delivered: unknown[] = [];
  const extension = filesExtension('').open({
    deliver: (messages) => delivered.push(...messages),
    post: (data) => posted.push(data),
    setTimer: () => () => undefined,
    log: () => undefined,
  });
  extension.receive({ kind: 'arrive', entries });
  const ask = (name: string, given: object = {}): Answer =>
    JSON.parse(String(extension.call(JSON.stringify([name, given]))));
  return { ask, posted, delivered, extension };
}
const text = (words: string) => new TextEncoder().encode(words);
const file = (path: string, words: string, kept = true): FileArrival => ({
  path,
  bytes: text(words),
  modified: 5_000,
  kept,
});
const read = (filePath: string, more: object = {}) => ({ filePath, encoding: 'utf8', ...more });
const a = 'wxfile://usr/a';

test('what is written is read, and told to the host in order', () => {
  const { ask, posted } = open();
  expect(ask('writeFile', { filePath: a, data: 'grüße' })).toEqual({ result: {}, ticket: 1 });
  expect(ask('appendFile', { filePath: a, data: '!' }).ticket).toBe(2);
  expect(ask('readFile', read(a)).result).toEqual({ data: 'grüße!' });
  expect(ask('readFile', read('http://usr/a', { position: 2, length: 2 })).result).toEqual({ data: 'ü' });
  expect(ask('readFile', { filePath: a }).ticket).toBeUndefined();
  expect(posted).toEqual([
    { kind: 'changed', ticket: 1, changes: [{ do: 'write', path: 'usr/a', at: 0, bytes: text('grüße'), end: true }] },
    { kind: 'changed', ticket: 2, changes: [{ do: 'write', path: 'usr/a', at: 7, bytes: text('!'), end: true }] },
  ]);
});

const encodings: readonly [string, string, number[]][] = [
  ['utf8', 'ä', [0xc3, 0xa4]],
  ['utf-8', 'ä', [0xc3, 0xa4]],
  ['latin1', 'ä', [0xe4]],
  ['binary', 'ä', [0xe4]],
  ['ascii', 'a', [0x61]],
  ['hex', '00ff', [0, 255]],
  ['base64', 'AP8=', [0, 255]],
  ['ucs2', 'ä', [0xe4, 0]],
  ['utf16le', 'ä', [0xe4, 0]],
];
for (const [encoding, written, bytes] of encodings) {
  test(`${encoding} goes both ways`, () => {
    const { ask } = open();
    ask('writeFile', { filePath: a, data: written, encoding });
    expect(ask('readFile', { filePath: a, encoding }).result).toEqual({ data: written });
    const { data } = { data: undefined, ...ask('readFile', { filePath: a }).result };
    const words: unknown = Reflect.get(Object(data), 'words');
    expect(
      [...new Uint8Array(Int32Array.from(Array.isArray(words) ? words : []).buffer)].slice(0, bytes.length),
    ).toEqual(bytes);
    expect(Reflect.get(Object(data), 'length')).toBe(bytes.length);
  });
}

const refused: readonly [what: string, operation: string, given: object, reason: RegExp, errno: number][] = [
  ['a missing file', 'readFile', read('wxfile://usr/none'), /^no such file or directory wxfile:/, 1300002],
  ['a missing folder', 'writeFile', { filePath: 'wxfile://usr/x/y', data: '' }, /^no such file or directory/, 1300002],
  ['a folder as a file', 'readFile', read('wxfile://usr/dir'), /^illegal operation on a directory/, 1301003],
  ['a file as a folder', 'readdir', { dirPath: 'wxfile://usr/file' }, /^not a directory/, 1300020],
  ['below a file', 'writeFile', { filePath: 'wxfile://usr/file/x', data: '' }, /^not a directory/, 1300020],
  ['the way out', 'readFile', read('wxfile://usr/../tmp/x'), /^permission denied/, 1301000],
  ['another scheme', 'readFile', read('file:///etc/passwd'), /^permission denied/, 1301000],
  ['a NUL', 'readFile', read('wxfile://usr/a\u0000b'), /^permission denied/, 1301000],
  ['writing to the package', 'writeFile', { filePath: 'data.txt', data: '' }, /^permission denied/, 1301000],
  ['writing to temporary files', 'writeFile', { filePath: 'http://tmp/t', data: '' }, /^permission denied/, 1301000],
  ['removing from the package', 'unlink', { filePath: 'data.txt' }, /^permission denied/, 1301000],
  ['a folder that is there', 'mkdir', { dirPath: 'wxfile://usr/dir' }, /^file already exists/, 1301005],
  ['a folder that is full', 'rmdir', { dirPath: 'wxfile://usr/dir' }, /^directory not empty/, 1300066],
  ['a position behind the end', 'readFile', read('wxfile://usr/file', { position: 99 }), /^invalid argument/, 1300022],
  ['a length beyond the end', 'readFile', read('wxfile://usr/file', { length: 99 }), /^invalid argument/, 1300022],
  ['an unknown encoding', 'readFile', read('wxfile://usr/file', { encoding: 'rot13' }), /^invalid encoding/, 1300022],
  ['a closed file', 'read', { fd: '9', length: 1 }, /^bad file descriptor/, 1300009],
  [
    'saving what is no temporary file',
    'saveFile',
    { tempFilePath: 'wxfile://usr/file' },
    /^permission denied/,
    1301000,
  ],
  ['forgetting what was not saved', 'removeSavedFile', { filePath: 'wxfile://usr/file' }, /^no such file/, 1300002],
  [
    'a folder into itself',
    'rename',
    { oldPath: 'wxfile://usr/dir', newPath: 'wxfile://usr/dir/x' },
    /^invalid/,
    1300022,
  ],
];
for (const [what, operation, given, reason, errno] of refused) {
  test(`${what} is refused and changes nothing`, () => {
    const { ask, posted } = open([
      file('usr/file', 'abc'),
      file('usr/dir/inner', 'x'),
      file('package/data.txt', 'd', false),
    ]);
    expect(ask(operation, given)).toEqual({ refused: expect.stringMatching(reason), errno });
    expect(posted).toEqual([]);
  });
}

test('folders are made, listed, renamed and removed with what is in them', () => {
  const { ask, posted } = open();
  ask('mkdir', { dirPath: 'wxfile://usr/x/y', recursive: true });
  ask('writeFile', { filePath: 'wxfile://usr/x/y/f', data: 'f' });
  ask('copyFile', { srcPath: 'wxfile://usr/x/y/f', destPath: 'wxfile://usr/x/g' });
  expect(ask('readdir', { dirPath: 'wxfile://usr/x/' }).result).toEqual({ files: ['g', 'y'] });
  expect(ask('stat', { path: 'wxfile://usr/x', recursive: true }).result).toMatchObject({
    stats: [{ path: '/' }, { path: '/y' }, { path: '/y/f', stats: { size: 1 } }, { path: '/g' }],
  });
  ask('rename', { oldPath: 'wxfile://usr/x', newPath: 'wxfile://usr/z' });
  expect(ask('readFile', read('wxfile://usr/z/y/f')).result).toEqual({ data: 'f' });
  ask('rmdir', { dirPath: 'wxfile://usr/z', recursive: true });
  expect(ask('readdir', { dirPath: 'wxfile://usr' }).result).toEqual({ files: [] });
  expect(posted.slice(-2)).toMatchObject([
    { changes: [{ do: 'move', path: 'usr/x', to: 'usr/z' }] },
    { changes: [{ do: 'remove', path: 'usr/z' }] },
  ]);
});

test('a temporary file is saved: moved where the host has it, carried there where it has not', () => {
  const { ask, posted } = open([file('tmp/host.png', 'h'), file('tmp/own.png', 'o', false)]);
  expect(ask('saveFile', { tempFilePath: 'http://tmp/host.png' }).result).toEqual({
    savedFilePath: 'wxfile://store/host.png',
  });
  ask('saveFile', { tempFilePath: 'http://tmp/own.png', filePath: 'wxfile://usr/mine.png' });
  expect(posted).toMatchObject([
    { changes: [{ do: 'move', path: 'tmp/host.png', to: 'store/host.png' }] },
    { changes: [{ do: 'write', path: 'usr/mine.png', bytes: text('o') }] },
  ]);
  expect(ask('getSavedFileList').result).toEqual({
    fileList: [{ filePath: 'wxfile://store/host.png', size: 1, createTime: 5 }],
  });
  ask('removeSavedFile', { filePath: 'wxfile://store/host.png' });
  expect(ask('getSavedFileList').result).toEqual({ fileList: [] });
  expect(ask('access', { path: 'http://tmp/own.png' }).errno).toBe(1300002);
});

test('open files are read and written at their place', () => {
  const { ask } = open([file('usr/file', 'abcdef')]);
  const fd = String(ask('open', { filePath: 'wxfile://usr/file', flag: 'r+' }).result?.fd);
  expect(ask('read', { fd, length: 2 }).result).toMatchObject({ bytesRead: 2 });
  ask('write', { fd, data: 'XY' });
  ask('write', { fd, data: 'Z', position: 0 });
  expect(ask('readFile', read('wxfile://usr/file')).result).toEqual({ data: 'ZbXYef' });
  ask('ftruncate', { fd, length: 3 });
  expect(ask('fstat', { fd }).result).toMatchObject({ stats: { size: 3 } });
  ask('close', { fd });
  expect(ask('read', { fd, length: 1 }).errno).toBe(1300009);
  expect(ask('open', { filePath: 'wxfile://usr/file', flag: 'wx' }).errno).toBe(1301005);
  const more = String(ask('open', { filePath: 'wxfile://usr/file', flag: 'a' }).result?.fd);
  ask('write', { fd: more, data: '!', position: 0 });
  expect(ask('readFile', read('wxfile://usr/file')).result).toEqual({ data: 'ZbX!' });
});

test('the quota and the size of one file hold before anything is written', () => {
  const { ask, posted } = open([
    { path: 'usr/large', bytes: new Uint8Array(fileLimits.totalBytes - 4), modified: 0, kept: true },
  ]);
  const full = { refused: 'the maximum size of the file storage limit is exceeded', errno: 1300202 };
  expect(ask('writeFile', { filePath: a, data: '12345' })).toEqual(full);
  expect(ask('truncate', { filePath: 'wxfile://usr/large', length: fileLimits.fileBytes + 1 })).toEqual(full);
  expect(posted).toEqual([]);
  expect(ask('writeFile', { filePath: a, data: '1234' }).ticket).toBe(1);
});

test('size and digest', () => {
  const { ask } = open([file('usr/file', 'The quick brown fox jumps over the lazy dog'), file('usr/empty', '')]);
  expect(ask('getFileInfo', { filePath: 'wxfile://usr/file' }).result).toEqual({
    size: 43,
    digest: '9e107d9d372bb6826bd81d3542a419d6',
  });
  expect(ask('getFileInfo', { filePath: 'wxfile://usr/empty' }).result).toMatchObject({
    digest: 'd41d8cd98f00b204e9800998ecf8427e',
  });
});

/** A zip of one entry: local header, central directory, end. */
function zipOf(name: string, words: string): Uint8Array<ArrayBuffer> {
  const packed = deflateRawSync(words);
  const path = Buffer.from(name);
  const sizes = (head: Buffer, at: number) => {
    head.writeUInt16LE(8, at);
    head.writeUInt32LE(packed.length, at + 10);
    head.writeUInt32LE(words.length, at + 14);
    head.writeUInt16LE(path.length, at + 18);
  };
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  sizes(local, 8);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  sizes(central, 10);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(local.length + path.length + packed.length, 16);
  return new Uint8Array(Buffer.concat([local, path, packed, central, path, end]));
}

test('an archive is unpacked where it may be; one that leads out is not', async () => {
  const archive = (path: string, name: string): FileArrival => ({
    path,
    bytes: zipOf(name, 'inside'),
    modified: 0,
    kept: true,
  });
  const { ask, delivered } = open([
    archive('tmp/good.zip', 'folder/a.txt'),
    archive('tmp/bad.zip', '../../tmp/x'),
    file('tmp/none.zip', 'this is no archive at all'),
  ]);
  const unzip = (name: string) => ask('unzip', { zipFilePath: `http://tmp/${name}`, targetPath: 'wxfile://usr/out' });
  expect(unzip('good.zip')).toEqual({ result: {}, ticket: 1 });
  await expect.poll(() => delivered).toEqual([{ kind: 'notify', name: 'files', data: { ticket: 1 } }]);
  expect(ask('readFile', read('wxfile://usr/out/folder/a.txt')).result).toEqual({ data: 'inside' });
  const failed = (ticket: number, errno: number) => ({ kind: 'notify', data: { ticket, error: { errno } } });
  const bad = unzip('bad.zip').ticket ?? 0;
  await expect.poll(() => delivered.at(-1)).toMatchObject(failed(bad, 1301000));
  const none = unzip('none.zip').ticket ?? 0;
  await expect.poll(() => delivered.at(-1)).toMatchObject(failed(none, 1300201));
});

for (const hostile of ['', '{}', '[1,{}]', '["readFile",null]', 'x']) {
  test(`a guest that asks ${JSON.stringify(hostile)} is refused`, () => {
    expect(() => open().extension.call(hostile)).toThrow('files: an operation is a JSON list');
  });
}

test('an operation nobody knows is not supported, whatever its name', () => {
  const { ask } = open();
  for (const name of ['constructor', '__proto__', 'readCompressedFile']) {
    expect(ask(name)).toEqual({ refused: 'not supported' });
  }
});
