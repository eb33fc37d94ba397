import { wordsOf } from './encodings.ts';
import { refusals } from './file-refusal.ts';
import type { FileTree, Place } from './file-tree.ts';
import { countOf, dataOf, type Given } from './operations.ts';

interface Descriptor {
  readonly place: Place;
  readonly reads: boolean;
  readonly writes: boolean;
  readonly appends: boolean;
  /** Where the next read or write without a position begins. */
  at: number;
}

/** Files a program has open, by the number that it knows as a text. */
export interface Descriptors {
  open(files: FileTree, written: unknown, flag: string): string;
  close(fd: unknown): void;
  get(fd: unknown): Descriptor;
  read(files: FileTree, given: Given): object;
  write(files: FileTree, given: Given): object;
}

const most = 1_024;
const flags = /^(?:r|r\+|rs\+|(?:w|a)x?\+?|as\+?)$/;

export function createDescriptors(): Descriptors {
  const opened = new Map<string, Descriptor>();
  let last = 2;
  const get = (fd: unknown): Descriptor => {
    const found = opened.get(String(fd));
    if (found === undefined) throw refusals.descriptor();
    return found;
  };
  return {
    open(files, written, flag) {
      if (!flags.test(flag)) throw refusals.invalid('flag');
      if (opened.size >= most) throw refusals.invalid('fd: too many files are open');
      const reads = flag.startsWith('r') || flag.includes('+');
      const writes = !flag.startsWith('r') || flag.includes('+');
      const place = writes ? files.own(written) : files.place(written);
      if (flag.includes('x') && files.has(place)) throw refusals.exists(place.written);
      if (flag.startsWith('w') || (flag.startsWith('a') && !files.has(place))) {
        files.write(place, 0, new Uint8Array(), true);
      }
      files.bytes(place);
      last += 1;
      opened.set(String(last), { place, reads, writes, appends: flag.startsWith('a'), at: 0 });
      return String(last);
    },
    close(fd) {
      get(fd);
      opened.delete(String(fd));
    },
    get,
    read(files, { fd, length, position }) {
      const descriptor = get(fd);
      if (!descriptor.reads) throw refusals.descriptor();
      const bytes = files.bytes(descriptor.place);
      const at = countOf(position, 'position') ?? descriptor.at;
      const part = bytes.subarray(at, at + (countOf(length, 'length') ?? 0));
      if (position === undefined || position === null) descriptor.at = at + part.length;
      return { bytesRead: part.length, data: wordsOf(part) };
    },
    write(files, given) {
      const descriptor = get(given.fd);
      if (!descriptor.writes) throw refusals.descriptor();
      const size = files.bytes(descriptor.place).length;
      const at = descriptor.appends ? size : (countOf(given.position, 'position') ?? descriptor.at);
      const bytes = dataOf(given);
      files.write(descriptor.place, at, bytes, false);
      if (given.position === undefined || given.position === null) descriptor.at = at + bytes.length;
      return { bytesWritten: bytes.length };
    },
  };
}
