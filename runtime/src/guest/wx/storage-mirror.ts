import { entryBytes, storageLimits } from '../../protocol/storage.ts';
import { ownKeys } from '../intrinsics.ts';
import type { WxLink } from '../wx-link.ts';
import type { StorageWrites } from './storage-writes.ts';

/**
 * The program's storage as the sync calls see it: key → JSON text, written through. It is the only writer of
 * these values while the program runs, so it is never stale. Quotas are counted here to the byte, as the host
 * counts them.
 */
export interface StorageMirror {
  get(key: string): string | undefined;
  keys(): string[];
  readonly bytes: number;
  /** All of them or none. Returns why not, for example `fail entry size limit reached`. */
  set(entries: readonly (readonly [key: string, text: string])[]): string | undefined;
  remove(key: string): void;
  clear(): void;
}

export function createStorageMirror(link: WxLink, writes: StorageWrites): StorageMirror {
  let loaded: Map<string, string> | undefined;
  let bytes = 0;
  // What launch brings is there only once program code runs, so the copy is made on first use.
  const texts = (): Map<string, string> => {
    if (loaded === undefined) {
      loaded = new Map();
      const initial = link.initialStorage();
      for (const key of ownKeys(initial)) {
        const text = initial[key];
        if (text === undefined) continue;
        loaded.set(key, text);
        bytes += entryBytes(key, text);
      }
    }
    return loaded;
  };
  const sizeOf = (key: string): number => {
    const text = texts().get(key);
    return text === undefined ? 0 : entryBytes(key, text);
  };
  return {
    get: (key) => texts().get(key),
    keys: () => [...texts().keys()],
    get bytes() {
      texts();
      return bytes;
    },
    set(entries) {
      // The last of equal keys counts.
      const wanted = new Map(entries);
      let total = bytesNow();
      for (const [key, text] of wanted) {
        // Such a key would be another one after its way through UTF-8.
        if (/\p{Surrogate}/u.test(key)) return 'fail parameter error: the key is not valid text;';
        const size = entryBytes(key, text);
        if (size > storageLimits.entryBytes) return 'fail entry size limit reached';
        total += size - sizeOf(key);
      }
      if (total > storageLimits.totalBytes) return 'fail exceed storage max size 10Mb';
      for (const [key, text] of wanted) {
        texts().set(key, text);
        writes.put(key, text);
      }
      bytes = total;
      return undefined;
    },
    remove(key) {
      const size = sizeOf(key);
      if (!texts().delete(key)) return;
      bytes -= size;
      writes.put(key, undefined);
    },
    clear() {
      texts().clear();
      bytes = 0;
      writes.clear();
    },
  };

  function bytesNow(): number {
    texts();
    return bytes;
  }
}
