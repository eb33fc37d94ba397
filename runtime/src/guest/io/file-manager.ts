import type { CallOutcome } from '../../protocol/capabilities.ts';
import { hasOwn, isObject } from '../intrinsics.ts';
import { failed, later, method, type Options } from '../wx/method.ts';
import { type Bytes, bufferOf, type FileAnswer, latin1, operate } from './door.ts';
import type { IoKit } from './types.ts';

/** Operations with what their synchronous twin takes one by one; `*`: it takes an object. `-`: there is no twin. */
const table = `access:path readFile:filePath,encoding,position,length writeFile:filePath,data,encoding
  appendFile:filePath,data,encoding copyFile:srcPath,destPath rename:oldPath,newPath unlink:filePath
  mkdir:dirPath,recursive rmdir:dirPath,recursive readdir:dirPath stat:path,recursive saveFile:tempFilePath,filePath
  truncate:* open:* close:* fstat:* ftruncate:* read:* write:* getSavedFileList:- removeSavedFile:- getFileInfo:-
  unzip:- readZipEntry:- readCompressedFile:*`;

/** What a synchronous call gives of its result; the others give nothing, or all of it. */
const given: Readonly<Record<string, string>> = {
  ...{ readFile: 'data', readdir: 'files', stat: 'stats', saveFile: 'savedFilePath', open: 'fd', fstat: 'stats' },
};
const whole = new Set(['read', 'write']);
/** Options that have to be texts. */
const paths = [
  'path',
  'filePath',
  'srcPath',
  'destPath',
  'oldPath',
  'newPath',
  'dirPath',
  'tempFilePath',
  'zipFilePath',
];

/** `wx.getFileSystemManager()` and the older members that do the same. */
export function fileMembers(kit: IoKit, bytes: Bytes) {
  const { link } = kit;
  const waiting = new Map<number, (outcome: CallOutcome) => void>();
  link.onNotify('files', (data) => {
    if (!isObject(data) || typeof data.ticket !== 'number') return;
    const settle = waiting.get(data.ticket);
    waiting.delete(data.ticket);
    const { error } = data;
    settle?.(isObject(error) ? failed(String(error.errMsg), Number(error.errno)) : { ok: true, result: {} });
  });

  const run = (name: string, options: Options): FileAnswer => {
    const { data, arrayBuffer, success: _s, fail: _f, complete: _c, ...rest } = options;
    const room = bytes.of(arrayBuffer);
    if (name === 'read') {
      const offset = Number(options.offset ?? 0);
      const length = Math.max(0, Math.min(Number(options.length ?? 0), (room?.length ?? 0) - offset));
      const answer = operate(kit, name, { ...rest, length });
      if (answer.refused !== undefined) return answer;
      room?.set(new Uint8Array(bufferOf(answer.result.data)), offset);
      return { ...answer, result: { bytesRead: answer.result.bytesRead, arrayBuffer } };
    }
    const binary = bytes.of(data);
    if (binary === undefined) return convert(operate(kit, name, { ...rest, data }));
    const offset = name === 'write' ? Number(options.offset ?? 0) : 0;
    const length = name === 'write' ? Number(options.length ?? binary.length - offset) : binary.length;
    return convert(operate(kit, name, { ...rest, data: { latin1: latin1(binary.subarray(offset, offset + length)) } }));
  };

  const manager: Record<string, unknown> = {};
  for (const entry of table.split(/\s+/)) {
    const [name = '', takes = '-'] = entry.split(':');
    manager[name] = method(link, name, (options, settle) => {
      const misfit = misfitOf(takes, options);
      if (misfit !== undefined) {
        later(settle, failed(misfit, 1001));
        return;
      }
      const { result, ticket, refused, errno } = run(name, options);
      if (refused !== undefined) later(settle, failed(`fail ${refused}`, errno));
      else if (ticket === undefined) later(settle, { ok: true, result: {} }, result);
      // Done means that the host has it.
      else waiting.set(ticket, (outcome) => settle(outcome, outcome.ok ? result : undefined));
    });
    if (takes === '-') continue;
    manager[`${name}Sync`] = (...values: unknown[]): unknown => {
      const [first] = values;
      const options: Record<string, unknown> = takes === '*' && isObject(first) ? { ...first } : {};
      if (takes !== '*') {
        takes.split(',').forEach((key, at) => {
          options[key] = values[at];
        });
      }
      const misfit = misfitOf(takes, options);
      if (misfit !== undefined) throw refusal(name, misfit, 1001);
      const { result, refused, errno } = run(name, options);
      if (refused !== undefined) throw refusal(name, `fail ${refused}`, errno);
      if (whole.has(name)) return result;
      return hasOwn(given, name) ? result[given[name] ?? ''] : undefined;
    };
  }
  const older = ['saveFile', 'getSavedFileList', 'removeSavedFile'] as const;
  return {
    getFileSystemManager: () => manager,
    ...Object.fromEntries(
      older.map((name) => {
        const member = manager[name];
        return [name, (options?: unknown) => (typeof member === 'function' ? member(options) : undefined)];
      }),
    ),
    getSavedFileInfo: method(link, 'getSavedFileInfo', (options, settle) => {
      const { result, refused, errno } = run('getSavedFileInfo', options);
      later(settle, refused === undefined ? { ok: true, result: {} } : failed(`fail ${refused}`, errno), result);
    }),
  };
}

/** What WeChat says of a path that is no text. */
function misfitOf(takes: string, options: Options): string | undefined {
  const [needed = ''] = takes.split(',');
  for (const name of paths) {
    if (name !== needed && !(hasOwn(options, name) && options[name] !== undefined)) continue;
    const value = options[name];
    if (typeof value === 'string') continue;
    const type = value === null ? 'Null' : `${(typeof value).charAt(0).toUpperCase()}${(typeof value).slice(1)}`;
    return `fail parameter error: parameter.${name} should be String instead of ${type};`;
  }
  return undefined;
}

function refusal(name: string, reason: string, errno: number | undefined): Error {
  const errMsg = `${name}Sync:${reason}`;
  return Object.assign(new Error(errMsg), { errMsg, errno });
}

/** Bytes and `Stats` objects, of what came as data. */
function convert(answer: FileAnswer): FileAnswer {
  const { data, stats } = answer.result;
  if (isObject(data) && 'words' in data) return { ...answer, result: { data: bufferOf(data) } };
  if (Array.isArray(stats)) {
    const all = stats.map((each) => (isObject(each) ? { path: each.path, stats: statsOf(each.stats) } : each));
    return { ...answer, result: { stats: all } };
  }
  return isObject(stats) ? { ...answer, result: { stats: statsOf(stats) } } : answer;
}

function statsOf(stats: unknown): object {
  const values = isObject(stats) ? stats : {};
  const directory = (Number(values.mode) & 0o170000) === 0o040000;
  return { ...values, isDirectory: () => directory, isFile: () => !directory };
}
