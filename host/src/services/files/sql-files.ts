import { randomUUID } from 'node:crypto';
import { type FileChange, type FileEntry, fileLimits } from '@terrarium/runtime/protocol';
import type { Reader, SqlStore, Work } from '../sql/index.ts';
import type { Owner } from '../storage.ts';
import type { FileOutcome, Files } from './files.ts';

/** Bytes of one row: small enough that changing a few bytes of a large file stays cheap. */
const pieceBytes = 256 * 1024;
/** `content` of a directory. */
const noContent = '';

interface Row {
  readonly path: Buffer;
  readonly content: string;
  readonly bytes: number;
  readonly modified: number;
}

/** Ends a transaction: nothing of it is kept. */
class Stop extends Error {
  readonly outcome: FileOutcome;
  constructor(outcome: FileOutcome) {
    super(outcome);
    this.outcome = outcome;
  }
}

/** Files in the services' database, in pieces. The store stays open: others use it. */
export function createSqlFiles(store: SqlStore, now: () => number): Files {
  const changing = async (owner: Owner, run: (work: Work) => Promise<void>): Promise<FileOutcome> => {
    try {
      await store.transact(async (work) => {
        const before = await lockSum(work, owner);
        await run(work);
        const after = await sumOf(work, owner);
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
        await writeBytes(work, owner, change, Buffer.from(change.base64, 'base64'), now());
        return;
      case 'directory':
        await put(work, owner, { path: Buffer.from(change.path), content: noContent, bytes: 0, modified: now() });
        return;
      case 'remove':
        await removeTree(work, owner, change.path);
        return;
      case 'move':
        await moveTree(work, owner, change.path, change.to);
        return;
      default:
        change satisfies never;
    }
  };
  return {
    async list(owner) {
      const rows = await rowsOf(store.db, owner);
      return rows.map(entryOf);
    },
    async stat(owner, path) {
      const row = await find(store.db, owner, path);
      return row && entryOf(row);
    },
    async read(owner, path, from, length) {
      const row = await find(store.db, owner, path);
      if (row === undefined || row.content === noContent) return undefined;
      const end = Math.min(row.bytes, from + length);
      const bytes = new Uint8Array(Math.max(0, end - from));
      for (let number = Math.floor(from / pieceBytes); number * pieceBytes < end; number += 1) {
        const piece = await pieceOf(store.db, row.content, number);
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
      changing(owner, (work) => writeBytes(work, owner, { path, at, end }, bytes, now())),
    async used(owner) {
      return sumOf(store.db, owner);
    },
    sweep: (ageMs) =>
      store.transact(async (work) => {
        const { rows } = await oldTemporary(work, now() - ageMs);
        for (const { user, app, path } of rows) await removeTree(work, { user, app }, path.toString());
      }),
  };
}

async function oldTemporary(work: Work, before: number) {
  const rows = await work
    .selectFrom('file_entries')
    .select(['user', 'app', 'path'])
    .where('path', '>=', Buffer.from('tmp/'))
    .where('path', '<', Buffer.from('tmp0'))
    .where('modified', '<', before)
    .execute();
  return { rows };
}

const entryOf = ({ path, content, bytes, modified }: Row): FileEntry => ({
  path: path.toString(),
  directory: content === noContent,
  size: bytes,
  modified,
});

async function rowsOf(reader: Reader, { user, app }: Owner): Promise<readonly Row[]> {
  return reader
    .selectFrom('file_entries')
    .select(['path', 'content', 'bytes', 'modified'])
    .where('user', '=', user)
    .where('app', '=', app)
    .orderBy('path')
    .execute();
}

async function find(reader: Reader, { user, app }: Owner, path: string): Promise<Row | undefined> {
  return reader
    .selectFrom('file_entries')
    .select(['path', 'content', 'bytes', 'modified'])
    .where('user', '=', user)
    .where('app', '=', app)
    .where('path', '=', Buffer.from(path))
    .executeTakeFirst();
}

async function pieceOf(reader: Reader, content: string, number: number): Promise<Buffer | undefined> {
  const row = await reader
    .selectFrom('file_pieces')
    .select('data')
    .where('content', '=', content)
    .where('number', '=', number)
    .executeTakeFirst();
  return row?.data;
}

async function put(work: Work, { user, app }: Owner, row: Row): Promise<void> {
  const { content, bytes, modified } = row;
  await work
    .insertInto('file_entries')
    .values({ user, app, ...row })
    .onConflict((conflict) => conflict.columns(['user', 'app', 'path']).doUpdateSet({ content, bytes, modified }))
    .execute();
}

/** Writes into the pieces that `bytes` touches; what lies between the old end and `at` reads as zero. */
async function writeBytes(
  work: Work,
  owner: Owner,
  { path, at, end }: { readonly path: string; readonly at: number; readonly end: boolean },
  bytes: Uint8Array,
  modified: number,
): Promise<void> {
  const before = await find(work, owner, path);
  const content = before === undefined || before.content === noContent ? randomUUID() : before.content;
  const size = before?.bytes ?? 0;
  const stop = at + bytes.length;
  if (stop > fileLimits.totalBytes) throw new Stop('limit');
  const from = Math.min(at, size);
  for (let number = Math.floor(from / pieceBytes); number * pieceBytes < stop; number += 1) {
    const start = number * pieceBytes;
    const length = Math.min(pieceBytes, Math.max(stop, end ? 0 : size) - start);
    const piece = Buffer.alloc(length);
    const old = start < size ? await pieceOf(work, content, number) : undefined;
    if (old !== undefined) piece.set(old.subarray(0, Math.min(length, size - start)));
    const part = bytes.subarray(Math.max(0, start - at), Math.max(0, start + pieceBytes - at));
    if (part.length > 0) piece.set(part, Math.max(0, at - start));
    await putPiece(work, content, number, piece);
  }
  const total = end ? stop : Math.max(size, stop);
  if (total < size) await cut(work, content, total);
  await put(work, owner, { path: Buffer.from(path), content, bytes: total, modified });
}

async function putPiece(work: Work, content: string, number: number, data: Buffer): Promise<void> {
  await work
    .insertInto('file_pieces')
    .values({ content, number, data })
    .onConflict((conflict) => conflict.columns(['content', 'number']).doUpdateSet({ data }))
    .execute();
}

async function cut(work: Work, content: string, total: number): Promise<void> {
  const last = Math.floor(total / pieceBytes);
  await work.deleteFrom('file_pieces').where('content', '=', content).where('number', '>', last).execute();
  const piece = await pieceOf(work, content, last);
  if (piece !== undefined) await putPiece(work, content, last, piece.subarray(0, total - last * pieceBytes));
}

/** `path` itself and everything below it. */
async function treeOf(work: Work, owner: Owner, path: string): Promise<readonly Row[]> {
  const rows = await work
    .selectFrom('file_entries')
    .select(['path', 'content', 'bytes', 'modified'])
    .where('user', '=', owner.user)
    .where('app', '=', owner.app)
    .where('path', '>=', Buffer.from(`${path}/`))
    // '0' follows '/'.
    .where('path', '<', Buffer.from(`${path}0`))
    .execute();
  const itself = await find(work, owner, path);
  return itself === undefined ? rows : [itself, ...rows];
}

async function removeTree(work: Work, owner: Owner, path: string): Promise<void> {
  for (const row of await treeOf(work, owner, path)) {
    if (row.content !== noContent) await work.deleteFrom('file_pieces').where('content', '=', row.content).execute();
    await removeRow(work, owner, row.path);
  }
}

async function removeRow(work: Work, { user, app }: Owner, path: Buffer): Promise<void> {
  await work
    .deleteFrom('file_entries')
    .where('user', '=', user)
    .where('app', '=', app)
    .where('path', '=', path)
    .execute();
}

async function moveTree(work: Work, owner: Owner, path: string, to: string): Promise<void> {
  const rows = await treeOf(work, owner, path);
  if (rows.length === 0) throw new Stop('missing');
  if (path === to || to.startsWith(`${path}/`)) throw new Stop('missing');
  await removeTree(work, owner, to);
  for (const row of rows) {
    await removeRow(work, owner, row.path);
    await put(work, owner, { ...row, path: Buffer.from(`${to}${row.path.toString().slice(path.length)}`) });
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

async function sumOf(reader: Reader, { user, app }: Owner): Promise<number> {
  const row = await reader
    .selectFrom('file_entries')
    .select((select) => select.fn.sum<number | null>('bytes').as('bytes'))
    .where('user', '=', user)
    .where('app', '=', app)
    .where((where) => where.or([where('path', '<', Buffer.from('tmp/')), where('path', '>=', Buffer.from('tmp0'))]))
    .executeTakeFirst();
  return Number(row?.bytes ?? 0);
}
