import type { Secrets } from '../secrets/index.ts';
import type { Reader, Work } from '../sql/index.ts';
import type { Owner } from '../storage/index.ts';

/** One file or directory, opened. */
export interface FileRow {
  readonly path: string;
  /** Names the pieces; empty for a directory. */
  readonly content: string;
  readonly bytes: number;
  readonly modified: number;
}

/** The two tables of files, sealed: nothing above this knows how. */
export interface FileRows {
  /** Sorted by path. */
  all(reader: Reader, owner: Owner): Promise<readonly FileRow[]>;
  find(reader: Reader, owner: Owner, path: string): Promise<FileRow | undefined>;
  put(work: Work, owner: Owner, row: FileRow): Promise<void>;
  remove(work: Work, owner: Owner, path: string): Promise<void>;
  /** Temporary files that nothing has written since. */
  oldTemporary(work: Work, before: number): Promise<readonly (Owner & { readonly path: string })[]>;
  /** Bytes of all that are not temporary. */
  sum(reader: Reader, owner: Owner): Promise<number>;
  piece(reader: Reader, content: string, number: number): Promise<Buffer | undefined>;
  putPiece(work: Work, content: string, number: number, data: Uint8Array): Promise<void>;
  /** All pieces from this number on. */
  removePieces(work: Work, content: string, from: number): Promise<void>;
}

const pathPurpose = 'file path';
const piecePurpose = 'file piece';
/** The first byte of what a path is found by says whether the file is temporary: sums and sweeping need no more. */
const temporary = Buffer.from('t');
const lasting = Buffer.from('u');

const placeOf = ({ user, app }: Owner): string => JSON.stringify([user, app]);

/** What the path is found by. */
export function pathMac(secrets: Secrets, owner: Owner, path: string): Buffer {
  const mac = Buffer.from(secrets.mac(pathPurpose, JSON.stringify([owner.user, owner.app, path])), 'hex');
  return Buffer.concat([path.startsWith('tmp/') ? temporary : lasting, mac]);
}

export const sealPath = (secrets: Secrets, owner: Owner, path: string): Buffer =>
  secrets.sealBytes(pathPurpose, placeOf(owner), Buffer.from(path));

export const sealPiece = (secrets: Secrets, content: string, number: number, data: Uint8Array): Buffer =>
  secrets.sealBytes(piecePurpose, `${content} ${number}`, data);

export function createFileRows(secrets: Secrets): FileRows {
  const openPath = (owner: Owner, sealed: Buffer | null): string =>
    secrets.openBytes(pathPurpose, placeOf(owner), sealed ?? Buffer.alloc(0)).toString();
  const owned = (reader: Reader, { user, app }: Owner) =>
    reader.selectFrom('file_entries').where('user', '=', user).where('app', '=', app);
  return {
    async all(reader, owner) {
      const rows = await owned(reader, owner).select(['sealed_path', 'content', 'bytes', 'modified']).execute();
      const opened = rows.map(({ sealed_path: sealed, ...row }) => ({ ...row, path: openPath(owner, sealed) }));
      return opened.sort((one, other) => Buffer.compare(Buffer.from(one.path), Buffer.from(other.path)));
    },
    async find(reader, owner, path) {
      const row = await owned(reader, owner)
        .select(['content', 'bytes', 'modified'])
        .where('path', '=', pathMac(secrets, owner, path))
        .executeTakeFirst();
      return row && { ...row, path };
    },
    async put(work, owner, { path, ...rest }) {
      await work
        .insertInto('file_entries')
        .values({
          ...{ user: owner.user, app: owner.app, ...rest },
          path: pathMac(secrets, owner, path),
          sealed_path: sealPath(secrets, owner, path),
        })
        .onConflict((conflict) => conflict.columns(['user', 'app', 'path']).doUpdateSet(rest))
        .execute();
    },
    async remove(work, owner, path) {
      await work
        .deleteFrom('file_entries')
        .where('user', '=', owner.user)
        .where('app', '=', owner.app)
        .where('path', '=', pathMac(secrets, owner, path))
        .execute();
    },
    async oldTemporary(work, before) {
      const rows = await work
        .selectFrom('file_entries')
        .select(['user', 'app', 'sealed_path'])
        .where('path', '>=', temporary)
        .where('path', '<', lasting)
        .where('modified', '<', before)
        .execute();
      return rows.map(({ user, app, sealed_path: sealed }) => ({ user, app, path: openPath({ user, app }, sealed) }));
    },
    async sum(reader, owner) {
      const row = await owned(reader, owner)
        .select((select) => select.fn.sum<number | null>('bytes').as('bytes'))
        .where('path', '>=', lasting)
        .executeTakeFirst();
      return Number(row?.bytes ?? 0);
    },
    async piece(reader, content, number) {
      const row = await reader
        .selectFrom('file_pieces')
        .select('data')
        .where('content', '=', content)
        .where('number', '=', number)
        .executeTakeFirst();
      return row && secrets.openBytes(piecePurpose, `${content} ${number}`, row.data);
    },
    async putPiece(work, content, number, bytes) {
      const data = sealPiece(secrets, content, number, bytes);
      await work
        .insertInto('file_pieces')
        .values({ content, number, data })
        .onConflict((conflict) => conflict.columns(['content', 'number']).doUpdateSet({ data }))
        .execute();
    },
    async removePieces(work, content, from) {
      await work.deleteFrom('file_pieces').where('content', '=', content).where('number', '>=', from).execute();
    },
  };
}
