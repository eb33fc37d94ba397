import { randomUUID } from 'node:crypto';
import { type FileChange, type FileEntry, fileLimits } from '@terrarium/runtime/protocol';
import type { Secrets } from '../secrets/index.ts';
import type { SqlStore, Work } from '../sql/index.ts';
import type { Owner } from '../storage/index.ts';
import { createFileRows, type FileRow, type FileRows } from './file-rows.ts';
import type { FileOutcome, Files } from './files.ts';

/** Bytes of one row: small enough that changing a few bytes of a large file stays cheap. */
const pieceBytes = 256 * 1024;
/** `content` of a directory. */
const noContent = '';

/** Ends a transaction: nothing of it is kept. */
class Stop extends Error {
  readonly outcome: FileOutcome;
  constructor(outcome: FileOutcome) {
    super(outcome);
    this.outcome = outcome;
  }
}

/** Files in the services' database, sealed, in pieces. The store stays open: others use it. */
export function createSqlFiles(store: SqlStore, secrets: Secrets, now: () => number): Files {
  const rows = createFileRows(secrets);
  const changing = async (owner: Owner, run: (work: Work) => Promise<void>): Promise<FileOutcome> => {
    try {
      await store.transact(async (work) => {
        const before = await lockSum(work, owner);
        await run(work);
        const after = await rows.sum(work, owner);
        if (after > fileLimits.totalBytes && after > before) throw new Stop('limit');
        await work
          .updateTable('file_sums')
          .set({ bytes: after })
          .where('user', '=', owner.user)
          .where('app', '=', owner.app)
          .execute();
      });
      return 'ok';
    } catch (error) {
      if (error instanceof Stop) return error.outcome;
      throw error;
    }
  };
  const one = async (work: Work, owner: Owner, change: FileChange): Promise<void> => {
    switch (change.do) {
      case 'write':
        await writeBytes(rows, work, owner, change, Buffer.from(change.base64, 'base64'), now());
        return;
      case 'directory':
        await rows.put(work, owner, { path: change.path, content: noContent, bytes: 0, modified: now() });
        return;
      case 'remove':
        await removeTree(rows, work, owner, change.path);
        return;
      case 'move':
        await moveTree(rows, work, owner, change.path, change.to);
        return;
      default:
        change satisfies never;
    }
  };
  return {
    async list(owner) {
      return (await rows.all(store.db, owner)).map(entryOf);
    },
    async stat(owner, path) {
      const row = await rows.find(store.db, owner, path);
      return row && entryOf(row);
    },
    async read(owner, path, from, length) {
      const row = await rows.find(store.db, owner, path);
      if (row === undefined || row.content === noContent) return undefined;
      const end = Math.min(row.bytes, from + length);
      const bytes = new Uint8Array(Math.max(0, end - from));
      for (let number = Math.floor(from / pieceBytes); number * pieceBytes < end; number += 1) {
        const piece = await rows.piece(store.db, row.content, number);
        const start = number * pieceBytes;
        const first = Math.max(from, start);
        const part = piece?.subarray(first - start, end - start);
        if (part !== undefined) bytes.set(part, first - from);
      }
      return bytes;
    },
    change: (owner, changes) =>
      changing(owner, async (work) => {
        for (const change of changes) await one(work, owner, change);
      }),
    write: (owner, path, at, bytes, end) =>
      changing(owner, (work) => writeBytes(rows, work, owner, { path, at, end }, bytes, now())),
    async used(owner) {
      return rows.sum(store.db, owner);
    },
    sweep: (ageMs) =>
      store.transact(async (work) => {
        const old = await rows.oldTemporary(work, now() - ageMs);
        for (const { path, ...owner } of old) await removeTree(rows, work, owner, path);
      }),
  };
}

const entryOf = ({ path, content, bytes, modified }: FileRow): FileEntry => ({
  path,
  directory: content === noContent,
  size: bytes,
  modified,
});

/** Writes into the pieces that `bytes` touches; what lies between the old end and `at` reads as zero. */
async function writeBytes(
  rows: FileRows,
  work: Work,
  owner: Owner,
  { path, at, end }: { readonly path: string; readonly at: number; readonly end: boolean },
  bytes: Uint8Array,
  modified: number,
): Promise<void> {
  const before = await rows.find(work, owner, path);
  const content = before === undefined || before.content === noContent ? randomUUID() : before.content;
  const size = before?.bytes ?? 0;
  const stop = at + bytes.length;
  if (stop > fileLimits.totalBytes) throw new Stop('limit');
  const from = Math.min(at, size);
  for (let number = Math.floor(from / pieceBytes); number * pieceBytes < stop; number += 1) {
    const start = number * pieceBytes;
    const length = Math.min(pieceBytes, Math.max(stop, end ? 0 : size) - start);
    const piece = Buffer.alloc(length);
    const old = start < size ? await rows.piece(work, content, number) : undefined;
    if (old !== undefined) piece.set(old.subarray(0, Math.min(length, size - start)));
    const part = bytes.subarray(Math.max(0, start - at), Math.max(0, start + pieceBytes - at));
    if (part.length > 0) piece.set(part, Math.max(0, at - start));
    await rows.putPiece(work, content, number, piece);
  }
  const total = end ? stop : Math.max(size, stop);
  if (total < size) await cut(rows, work, content, total);
  await rows.put(work, owner, { path, content, bytes: total, modified });
}

async function cut(rows: FileRows, work: Work, content: string, total: number): Promise<void> {
  const last = Math.floor(total / pieceBytes);
  await rows.removePieces(work, content, last + 1);
  const piece = await rows.piece(work, content, last);
  if (piece !== undefined) await rows.putPiece(work, content, last, piece.subarray(0, total - last * pieceBytes));
}

/** `path` itself and everything below it. */
async function treeOf(rows: FileRows, work: Work, owner: Owner, path: string): Promise<readonly FileRow[]> {
  const itself = await rows.find(work, owner, path);
  // Below a file there is nothing, and opening every name of a program is dear.
  if (itself !== undefined && itself.content !== noContent) return [itself];
  return (await rows.all(work, owner)).filter((row) => row.path === path || row.path.startsWith(`${path}/`));
}

async function removeTree(rows: FileRows, work: Work, owner: Owner, path: string): Promise<void> {
  for (const row of await treeOf(rows, work, owner, path)) {
    if (row.content !== noContent) await rows.removePieces(work, row.content, 0);
    await rows.remove(work, owner, row.path);
  }
}

async function moveTree(rows: FileRows, work: Work, owner: Owner, path: string, to: string): Promise<void> {
  const tree = await treeOf(rows, work, owner, path);
  if (tree.length === 0) throw new Stop('missing');
  if (path === to || to.startsWith(`${path}/`)) throw new Stop('missing');
  await removeTree(rows, work, owner, to);
  for (const row of tree) {
    await rows.remove(work, owner, row.path);
    await rows.put(work, owner, { ...row, path: `${to}${row.path.slice(path.length)}` });
  }
}

/** Locks the owner until the transaction ends, as `lockUsed` of the storage does. */
async function lockSum(work: Work, { user, app }: Owner): Promise<number> {
  const { bytes } = await work
    .insertInto('file_sums')
    .values({ user, app, bytes: 0 })
    .onConflict((conflict) =>
      conflict.columns(['user', 'app']).doUpdateSet((row) => ({ bytes: row.ref('file_sums.bytes') })),
    )
    .returning('bytes')
    .executeTakeFirstOrThrow();
  return bytes;
}
