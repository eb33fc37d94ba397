import type { Assets } from '../dom/index.ts';
import type { OpenedPackage } from '../package/index.ts';
import { TerrariumError } from '../protocol/errors.ts';
import { resolvePath } from './page-url.ts';

/** Addresses under which frames may load what a program names. Disposing frees the package's files. */
export interface ProgramAssets extends Assets {
  /** Keeps bytes under a temporary path, `http://tmp/…`, which `url` knows from then on. The oldest go first. */
  keep(bytes: ArrayBuffer | Blob, type?: string): string;
  /** The bytes of a temporary file or a file of the package; undefined when there is none of that name. */
  file(written: string, source: string): Promise<Blob | undefined>;
  dispose(): void;
}

// A type the browser would otherwise have to guess. What is not here is served as unknown bytes.
const types: ReadonlyMap<string, string> = new Map([
  ['png', 'image/png'],
  ['jpg', 'image/jpeg'],
  ['jpeg', 'image/jpeg'],
  ['gif', 'image/gif'],
  ['webp', 'image/webp'],
  ['svg', 'image/svg+xml'],
  ['ico', 'image/x-icon'],
  ['mp3', 'audio/mpeg'],
  ['m4a', 'audio/mp4'],
  ['wav', 'audio/wav'],
  ['aac', 'audio/aac'],
  ['weba', 'audio/webm'],
  ['mp4', 'video/mp4'],
  ['webm', 'video/webm'],
  ['mov', 'video/quicktime'],
  ['pdf', 'application/pdf'],
  ['txt', 'text/plain'],
  ['json', 'application/json'],
  ['ttf', 'font/ttf'],
  ['woff', 'font/woff'],
  ['woff2', 'font/woff2'],
]);

const mostTemporaryBytes = 256 * 1024 * 1024;

/** Ending of a temporary file's name, by its type. */
const endings = new Map<string, string>();
for (const [ending, type] of types) if (!endings.has(type)) endings.set(type, ending);

const typeOf = (path: string): string =>
  types.get(path.slice(path.lastIndexOf('.') + 1).toLowerCase()) ?? 'application/octet-stream';

/**
 * Files of the package become `blob:` addresses of verified bytes; `https:`, `http:` and `data:` pass, since the
 * frame's content policy decides about those. Any other scheme is refused.
 */
export function createAssets(opened: OpenedPackage): ProgramAssets {
  const urls = new Map<string, Promise<string>>();
  const made: string[] = [];
  const temporary = new Map<string, { readonly url: string; readonly size: number; readonly blob: Blob }>();
  let temporaryBytes = 0;
  let disposed = false;
  const make = async (path: string): Promise<string> => {
    const bytes = await opened.read(path);
    if (disposed) return '';
    const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: typeOf(path) }));
    made.push(url);
    return url;
  };
  return {
    url(written, source) {
      const path = written.trim();
      const kept = temporary.get(path);
      if (kept) return kept.url;
      if (/^(https?:|data:|blob:)/i.test(path)) return path;
      if (path.startsWith('//')) return `https:${path}`;
      if (/^[a-z][a-z0-9+.-]*:/i.test(path)) {
        return Promise.reject(
          new TerrariumError('PACKAGE', `${path.slice(0, 200)}: this kind of address is not known.`),
        );
      }
      const file = resolvePath(path.replace(/[?#].*$/, ''), source);
      const known = urls.get(file);
      if (known) return known;
      const url = make(file);
      urls.set(file, url);
      return url;
    },
    keep(bytes, given) {
      const type = given ?? (bytes instanceof Blob ? bytes.type : '');
      const ending = endings.get(type.replace(/;.*$/, '')) ?? 'bin';
      const path = `http://tmp/${crypto.randomUUID().replaceAll('-', '')}.${ending}`;
      const blob = bytes instanceof Blob ? bytes : new Blob([bytes], { type });
      const url = URL.createObjectURL(blob);
      temporary.set(path, { url, size: blob.size, blob });
      temporaryBytes += blob.size;
      for (const [oldest, { url: old, size }] of temporary) {
        if (oldest === path || temporaryBytes <= mostTemporaryBytes) break;
        temporary.delete(oldest);
        temporaryBytes -= size;
        URL.revokeObjectURL(old);
      }
      return path;
    },
    async file(written, source) {
      const path = written.trim();
      const kept = temporary.get(path);
      if (kept) return kept.blob;
      if (/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(path)) return undefined;
      try {
        const named = resolvePath(path, source);
        return new Blob([new Uint8Array(await opened.read(named))], { type: typeOf(named) });
      } catch {
        // The package has no such file: who asked says so.
        return undefined;
      }
    },
    dispose() {
      disposed = true;
      for (const { url } of temporary.values()) URL.revokeObjectURL(url);
      for (const url of made) URL.revokeObjectURL(url);
    },
  };
}
