import { createHash } from 'node:crypto';
import { readFileSync, type Stats, statSync } from 'node:fs';
import { packageLimits } from '../../package/index.ts';

/** One file as it was when last read. Equal `hash` means equal bytes. */
export interface DiskFile {
  readonly absolute: string;
  readonly bytes: Uint8Array;
  /** SHA-256, lower-case hex. */
  readonly hash: string;
  /** Decoded as UTF-8 without byte-order mark; decoded on first use, because most files are pictures. */
  text(): string;
}

/** Reads files at most once per change. Holds every file it was asked for in the last build. */
export interface DiskFiles {
  /** Starts a build: from here on each file is looked at once more. */
  begin(): void;
  /** `undefined` when there is no such regular file, it cannot be read, or it is larger than a whole package may be. */
  read(absolute: string): DiskFile | undefined;
  /** Ends a build: forgets files it did not ask for, returns the others' paths in order. */
  end(): string[];
}

interface Entry {
  file: DiskFile;
  stamp: string;
  /** Changed so shortly before it was read that a later change may carry the same time stamp. */
  racy: boolean;
}

/** File systems stamp times in steps of up to ten milliseconds, FAT of two seconds. */
const stampStepMs = 2_000;

export function createDiskFiles(): DiskFiles {
  const entries = new Map<string, Entry>();
  const seen = new Map<string, DiskFile | undefined>();

  const load = (absolute: string): DiskFile | undefined => {
    const stats = statSync(absolute, { throwIfNoEntry: false });
    if (stats === undefined || !stats.isFile() || stats.size > packageLimits.totalBytes) return undefined;
    const stamp = stampOf(stats);
    const known = entries.get(absolute);
    if (known !== undefined && known.stamp === stamp && !known.racy) return known.file;
    const racy = Date.now() - Math.max(stats.mtimeMs, stats.ctimeMs) < stampStepMs;
    const bytes = new Uint8Array(readFileSync(absolute));
    const hash = createHash('sha256').update(bytes).digest('hex');
    // Same bytes, same object: whoever caches by hash or by identity keeps its result.
    const file = known?.file.hash === hash ? known.file : createDiskFile(absolute, bytes, hash);
    entries.set(absolute, { file, stamp, racy });
    return file;
  };

  return {
    begin: () => seen.clear(),
    read(absolute) {
      if (seen.has(absolute)) return seen.get(absolute);
      let file: DiskFile | undefined;
      try {
        file = load(absolute);
      } catch {
        // Unreadable, or a name the file system refuses: to the author the same as a file that is not there.
      }
      seen.set(absolute, file);
      return file;
    },
    end() {
      for (const absolute of entries.keys()) if (seen.get(absolute) === undefined) entries.delete(absolute);
      return [...entries.keys()].sort();
    },
  };
}

function stampOf({ mtimeMs, ctimeMs, size, ino }: Stats): string {
  return [mtimeMs, ctimeMs, size, ino].join(' ');
}

function createDiskFile(absolute: string, bytes: Uint8Array, hash: string): DiskFile {
  let text: string | undefined;
  return {
    absolute,
    bytes,
    hash,
    text() {
      text ??= new TextDecoder().decode(bytes);
      return text;
    },
  };
}
