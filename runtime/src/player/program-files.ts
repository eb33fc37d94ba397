import * as v from 'valibot';
import type { OpenedPackage } from '../package/index.ts';
import type { CallOutcome } from '../protocol/capabilities.ts';
import { TerrariumError } from '../protocol/errors.ts';
import {
  type FileArrival,
  type FileChange,
  type FileEntry,
  type FromFiles,
  fileEntrySchema,
  fileLimits,
  fileName,
  type MadeChange,
  writtenName,
} from '../protocol/files.ts';
import type { Json } from '../protocol/json.ts';
import type { HostMessage } from '../protocol/messages.ts';
import type { ProgramAssets } from './assets.ts';
import type { BridgeLink } from './bridge-link.ts';

/** A program's files between the host that keeps them, the worker that works on a copy, and the pages that show them. */
export interface ProgramFiles {
  /** The line to the host, on which files that calls name go ahead of them, and those that come are handed to the worker. */
  readonly bridge: BridgeLink;
  /**
   * Fills the worker's copy before the first script that names the calls which need it runs. Rejects with UNAVAILABLE when
   * the host does not give what it keeps: a program that saw none of its files would write them anew.
   */
  prepare(script: string): Promise<void>;
  /** What the worker's copy says: unchecked. */
  hear(data: unknown): void;
  /** A file the host keeps, after all changes so far; undefined when there is none. */
  read(name: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** A temporary file that only the player has. */
  kept(written: string, file: Blob): void;
}

export interface FilesRoom {
  readonly package: {
    readonly manifest: Pick<OpenedPackage['manifest'], 'parts' | 'files'>;
    readonly read: OpenedPackage['read'];
  };
  readonly bridge: BridgeLink;
  assets(): Pick<ProgramAssets, 'temporary' | 'forget' | 'own'>;
  extend(name: 'files', data: unknown): void;
  deliver(message: HostMessage): void;
  failed(message: string): void;
}

/** Whoever reads or saves files has one of these words in its code. */
const needing = /getFileSystemManager|saveFile|SavedFile/;
const entries = v.object({ entries: v.array(fileEntrySchema) });
const piece = v.object({ base64: v.string() });
const shipped = v.object({ filePath: v.string() });
const fetched = v.object({ tempFilePath: v.optional(v.string()), filePath: v.optional(v.string()) });

export function createProgramFiles(room: FilesRoom): ProgramFiles {
  const { bridge } = room;
  let filling: Promise<void> | undefined;
  /** Changes leave one after the other, in the order in which they were made. */
  let last: Promise<unknown> = Promise.resolve();
  const inOrder = <Value>(run: () => Promise<Value>): Promise<Value> => {
    const turn = last.then(run, run);
    last = turn.catch(() => undefined);
    return turn;
  };

  const readNow = async (name: string): Promise<Uint8Array<ArrayBuffer> | undefined> => {
    const pieces: Uint8Array[] = [];
    for (let from = 0; ; ) {
      const outcome = await bridge.call('readFilePart', { path: name, from, length: fileLimits.pieceBytes });
      const part = outcome.ok ? v.safeParse(piece, outcome.result) : undefined;
      if (part?.success !== true) return undefined;
      const bytes = fromBase64(part.output.base64);
      pieces.push(bytes);
      from += bytes.length;
      if (bytes.length < fileLimits.pieceBytes) return joined(pieces);
    }
  };
  const change = async (made: MadeChange): Promise<CallOutcome> => {
    for (const changes of inPieces(made)) {
      const outcome = await bridge.call('changeFiles', { changes });
      if (!outcome.ok) return outcome;
    }
    return { ok: true, result: {} };
  };
  const arrive = (arrivals: readonly FileArrival[]) => room.extend('files', { kind: 'arrive', entries: arrivals });

  const fill = async (): Promise<void> => {
    const arrivals: FileArrival[] = [];
    const { manifest } = room.package;
    const own = new Set(manifest.parts.flatMap(({ logic, logicMap, skeletons }) => [logic, logicMap, skeletons]));
    for (const { path } of manifest.files) {
      if (own.has(path)) continue;
      const bytes = new Uint8Array(await room.package.read(path));
      arrivals.push({ path: `package/${path}`, bytes, modified: 0, kept: false });
    }
    const listed = await bridge.call('listFiles', {});
    const known = listed.ok ? v.safeParse(entries, listed.result) : undefined;
    // A host that keeps no files has none to lose.
    if (known?.success !== true && (listed.ok || listed.error.errMsg !== 'fail not supported')) throw unread('list');
    // Temporary files are those of an earlier run: this one has no name for them.
    const stored = (known?.success ? known.output.entries : []).filter(({ path }) => !path.startsWith('tmp/'));
    for (const entry of stored) arrivals.push(await arrivalOf(entry));
    arrive(arrivals);
    for (const [written, blob] of room.assets().temporary()) await hand(written, blob);
  };
  const arrivalOf = async ({ path, directory, modified }: FileEntry): Promise<FileArrival> => {
    const bytes = directory ? undefined : await readNow(path);
    // Without bytes it would be a folder.
    if (!directory && bytes === undefined) throw unread(path);
    return { path, modified, kept: true, bytes };
  };
  const hand = async (written: string, blob: Blob): Promise<void> => {
    const path = fileName(written);
    if (path === undefined || blob.size > fileLimits.fileBytes) return;
    arrive([{ path, bytes: new Uint8Array(await blob.arrayBuffer()), modified: Date.now(), kept: false }]);
  };

  /** A file that only the player has goes to the host under a name of its own. */
  const ship = async (params: Json): Promise<Json> => {
    const given = v.safeParse(v.looseObject(shipped.entries), params);
    if (!given.success || typeof params !== 'object' || params === null || Array.isArray(params)) return params;
    const { filePath } = given.output;
    const file = await room.assets().own(filePath, '');
    if (file === undefined) return params;
    const path = `tmp/${crypto.randomUUID().replaceAll('-', '')}/${filePath.split('/').at(-1) ?? 'file'}`;
    const bytes = new Uint8Array(await file.arrayBuffer());
    await inOrder(() => change({ do: 'write', path, at: 0, bytes, end: true }));
    return { ...params, filePath: writtenName(path) };
  };

  return {
    bridge: {
      ...bridge,
      async call(name, params, gestureAgeMs, files) {
        const shippedParams = name === 'uploadFile' ? await ship(params) : params;
        if (name === 'uploadFile') await last;
        const outcome = await bridge.call(name, shippedParams, gestureAgeMs, files);
        if (name !== 'downloadFile' || !outcome.ok) return outcome;
        const got = v.safeParse(fetched, outcome.result);
        const path = fileName((got.success && (got.output.tempFilePath ?? got.output.filePath)) || '');
        if (path === undefined) return outcome;
        room.assets().forget(path);
        // Before the program hears of it, so that it can be read at once.
        const bytes = filling === undefined ? undefined : await readNow(path);
        if (bytes) arrive([{ path, bytes, modified: Date.now(), kept: true }]);
        return outcome;
      },
    },
    async prepare(script) {
      if (!needing.test(script)) return;
      filling ??= fill().catch((error: unknown) => {
        // The next script that needs them tries again.
        filling = undefined;
        throw error;
      });
      await filling;
    },
    hear(data) {
      if (!isFromFiles(data)) return;
      const { ticket, changes } = data;
      for (const made of changes) room.assets().forget(made.path);
      const kept = inOrder(async (): Promise<CallOutcome> => {
        for (const made of changes) {
          const outcome = await change(made);
          if (!outcome.ok) return outcome;
        }
        return { ok: true, result: {} };
      });
      kept.then((outcome) => {
        const error = outcome.ok ? undefined : { errMsg: 'fail system error', errno: 1300201 };
        if (!outcome.ok) room.failed(`A file could not be kept: ${outcome.error.errMsg}`);
        room.deliver({ kind: 'notify', name: 'files', data: { ticket, ...(error && { error }) } });
      });
    },
    read: (name) => inOrder(() => readNow(name)),
    kept(written, file) {
      if (filling) void filling.then(() => hand(written, file));
    },
  };
}

const unread = (what: string): TerrariumError =>
  new TerrariumError(
    'UNAVAILABLE',
    `The program's files cannot be read from the host (${what}), so it is not started. Open it again once the host answers.`,
  );

/** As it travels: a large write in several. */
function* inPieces(made: MadeChange): Generator<FileChange[]> {
  if (made.do !== 'write') {
    yield [made];
    return;
  }
  const { path, at, bytes, end } = made;
  let from = 0;
  do {
    const part = bytes.subarray(from, from + fileLimits.pieceBytes);
    const last = from + part.length >= bytes.length;
    // The first piece of a whole file also takes away what was there before.
    yield [
      { do: 'write', path, at: at + from, base64: toBase64(part), end: end && (last || (at === 0 && from === 0)) },
    ];
    from += fileLimits.pieceBytes;
  } while (from < bytes.length);
}

function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const each of pieces) {
    all.set(each, at);
    at += each.length;
  }
  return all;
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const characters = atob(text);
  const bytes = new Uint8Array(characters.length);
  for (let at = 0; at < characters.length; at += 1) bytes[at] = characters.charCodeAt(at);
  return bytes;
}

function toBase64(bytes: Uint8Array): string {
  let characters = '';
  for (let at = 0; at < bytes.length; at += 8_192) characters += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  return btoa(characters);
}

/** From our own worker, which lives beside the guest: told apart here, and judged again by the host's schema. */
function isFromFiles(data: unknown): data is FromFiles {
  if (typeof data !== 'object' || data === null || !('kind' in data) || data.kind !== 'changed') return false;
  return 'ticket' in data && typeof data.ticket === 'number' && 'changes' in data && Array.isArray(data.changes);
}
