import { fileLimits } from '../protocol/files.ts';
import { refusals } from './file-refusal.ts';

export interface ZipEntry {
  /** As written in the archive, `/` at the end for a directory. */
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const localMark = 0x04034b50;
const mostEntries = 10_000;

/**
 * What an archive holds, by its central directory: stored and deflated entries, capped while they are unpacked. Throws
 * FileRefusal for what is no such archive. APPNOTE 6.3.
 */
export async function unzip(archive: Uint8Array<ArrayBuffer>, written: string): Promise<readonly ZipEntry[]> {
  try {
    return await readEntries(archive);
  } catch {
    throw refusals.zip(written);
  }
}

async function readEntries(archive: Uint8Array<ArrayBuffer>): Promise<readonly ZipEntry[]> {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  let end = archive.length - 22;
  while (view.getUint32(end, true) !== endMark) end -= 1;
  const count = view.getUint16(end + 10, true);
  if (count > mostEntries) throw new RangeError('too many entries');
  let at = view.getUint32(end + 16, true);
  const entries: ZipEntry[] = [];
  let room: number = fileLimits.totalBytes;
  for (let index = 0; index < count; index += 1) {
    if (view.getUint32(at, true) !== entryMark) throw new RangeError('no entry');
    const method = view.getUint16(at + 10, true);
    const packedSize = view.getUint32(at + 20, true);
    const nameLength = view.getUint16(at + 28, true);
    const start = view.getUint32(at + 42, true);
    const path = new TextDecoder().decode(archive.subarray(at + 46, at + 46 + nameLength));
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (view.getUint32(start, true) !== localMark) throw new RangeError('no local entry');
    const from = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
    const packed = archive.slice(from, from + packedSize);
    const bytes = method === 0 ? packed : await inflate(packed, method, room);
    room -= bytes.length;
    entries.push({ path, bytes });
  }
  return entries;
}

async function inflate(
  packed: Uint8Array<ArrayBuffer>,
  method: number,
  most: number,
): Promise<Uint8Array<ArrayBuffer>> {
  if (method !== 8) throw new RangeError('unknown method');
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const reader = stream.getReader();
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > most) {
      await reader.cancel();
      throw new RangeError('too large');
    }
    pieces.push(value);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
