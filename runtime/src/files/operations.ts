import { fileLimits, writtenName } from '../protocol/files.ts';
import type { Descriptors } from './descriptors.ts';
import { decodeText, encodeText, fromLatin1, wordsOf } from './encodings.ts';
import { refusals } from './file-refusal.ts';
import type { FileNode, FileTree } from './file-tree.ts';
import { md5 } from './md5.ts';

/** What a guest gave for one operation: hostile, but JSON. */
export type Given = Readonly<Record<string, unknown>>;
type Operation = (files: FileTree, given: Given, open: Descriptors) => object;

export function dataOf({ data, encoding }: Given): Uint8Array<ArrayBuffer> {
  if (typeof data === 'object' && data !== null && 'latin1' in data) return fromLatin1(String(data.latin1));
  return encodeText(String(data ?? ''), typeof encoding === 'string' ? encoding : 'utf8');
}

/** A count, or nothing; anything else is refused. */
export function countOf(value: unknown, what: string): number | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
  throw refusals.invalid(what);
}

export function statsOf({ bytes, modified, accessed }: FileNode) {
  // The kind of thing as Unix writes it; who may read it is nobody else's question here.
  const mode = bytes === undefined ? 0o040755 : 0o100644;
  const seconds = (time: number) => Math.floor(time / 1000);
  return { mode, size: bytes?.length ?? 0, lastAccessedTime: seconds(accessed), lastModifiedTime: seconds(modified) };
}

/** Every operation by the name of its asynchronous method. Each throws FileRefusal, and then has changed nothing. */
export const operations: ReadonlyMap<string, Operation> = new Map<string, Operation>(
  Object.entries({
    access(files, { path }) {
      files.find(files.place(path));
      return {};
    },
    readFile(files, { filePath, encoding, position, length }) {
      const bytes = files.bytes(files.place(filePath));
      const at = countOf(position, 'position') ?? 0;
      const count = countOf(length, 'length') ?? bytes.length - at;
      if (at > 0 && at >= bytes.length) throw refusals.invalid('position');
      if (length !== undefined && length !== null && (count < 1 || at + count > bytes.length)) {
        throw refusals.invalid('length');
      }
      const part = bytes.subarray(at, at + count);
      return { data: typeof encoding === 'string' ? decodeText(part, encoding) : wordsOf(part) };
    },
    writeFile(files, given) {
      files.write(files.own(given.filePath), 0, dataOf(given), true);
      return {};
    },
    appendFile(files, given) {
      const place = files.own(given.filePath);
      files.write(place, files.bytes(place).length, dataOf(given), true);
      return {};
    },
    copyFile(files, { srcPath, destPath }) {
      const bytes = files.bytes(files.place(srcPath));
      files.write(files.own(destPath), 0, bytes, true);
      return {};
    },
    rename(files, { oldPath, newPath }) {
      files.move(files.own(oldPath), files.own(newPath));
      return {};
    },
    unlink(files, { filePath }) {
      const place = files.place(filePath);
      if (place.name.startsWith('package/')) throw refusals.denied(place.written);
      if (files.find(place).bytes === undefined) throw refusals.directory(place.written);
      files.remove(place);
      return {};
    },
    mkdir(files, { dirPath, recursive }) {
      files.makeDirectory(files.own(dirPath), recursive === true);
      return {};
    },
    rmdir(files, { dirPath, recursive }) {
      const place = files.own(dirPath);
      if (files.names(place).length > 0 && recursive !== true) throw refusals.notEmpty(place.written);
      files.remove(place);
      return {};
    },
    readdir: (files, { dirPath }) => ({ files: files.names(files.place(dirPath)) }),
    stat(files, { path, recursive }) {
      const place = files.place(path);
      const node = files.find(place);
      if (recursive !== true || node.bytes !== undefined) return { stats: statsOf(node) };
      const all: [string, FileNode][] = [['/', node], ...files.below(place)];
      return { stats: all.map(([rest, each]) => ({ path: rest, stats: statsOf(each) })) };
    },
    truncate(files, { filePath, length }) {
      const place = files.own(filePath);
      const bytes = files.bytes(place);
      const count = countOf(length, 'length') ?? 0;
      if (count > fileLimits.fileBytes) throw refusals.full();
      if (count > bytes.length) files.write(place, bytes.length, new Uint8Array(count - bytes.length), true);
      else files.write(place, count, new Uint8Array(), true);
      return {};
    },
    saveFile(files, { tempFilePath, filePath }) {
      const from = files.place(tempFilePath);
      if (!from.name.startsWith('tmp/')) throw refusals.denied(from.written);
      files.bytes(from);
      const file = from.name.replaceAll('/', '_').slice('tmp_'.length);
      const to = files.place(filePath === undefined || filePath === '' ? `wxfile://store/${file}` : filePath);
      if (!/^(?:usr|store)\//.test(to.name)) throw refusals.denied(to.written);
      files.move(from, to);
      return { savedFilePath: writtenName(to.name) };
    },
    getSavedFileList(files) {
      const saved = files.below({ name: 'store', written: '' });
      return {
        fileList: saved.flatMap(([rest, { bytes, modified }]) =>
          bytes === undefined
            ? []
            : [{ filePath: writtenName(`store${rest}`), size: bytes.length, createTime: Math.floor(modified / 1000) }],
        ),
      };
    },
    getSavedFileInfo(files, { filePath }) {
      const place = files.place(filePath);
      return { size: files.bytes(place).length, createTime: Math.floor(files.find(place).modified / 1000) };
    },
    removeSavedFile(files, { filePath }) {
      const place = files.place(filePath);
      if (!place.name.startsWith('store/')) throw refusals.missing(place.written);
      files.remove(place);
      return {};
    },
    getFileInfo(files, { filePath, digestAlgorithm }) {
      if (digestAlgorithm !== undefined && digestAlgorithm !== 'md5') throw refusals.invalid('digestAlgorithm');
      const bytes = files.bytes(files.place(filePath));
      return { size: bytes.length, digest: md5(bytes) };
    },
    open: (files, { filePath, flag }, open) => ({ fd: open.open(files, filePath, String(flag ?? 'r')) }),
    close(_files, { fd }, open) {
      open.close(fd);
      return {};
    },
    fstat: (files, { fd }, open) => ({ stats: statsOf(files.find(open.get(fd).place)) }),
    ftruncate(files, { fd, length }, open) {
      const { place, writes } = open.get(fd);
      if (!writes) throw refusals.descriptor();
      const { written } = place;
      return operations.get('truncate')?.(files, { filePath: written, length }, open) ?? {};
    },
    read: (files, given, open) => open.read(files, given),
    write: (files, given, open) => open.write(files, given),
  } satisfies Record<string, Operation>),
);
