import type { Assets } from '../dom/index.ts';
import type { OpenedPackage } from '../package/index.ts';
import { TerrariumError } from '../protocol/errors.ts';
import { resolvePath } from './page-url.ts';

/** Addresses under which frames may load what a program names. Disposing frees the package's files. */
export interface ProgramAssets extends Assets {
  /** Keeps bytes under a temporary path, `http://tmp/…`, which `url` knows from then on. The oldest go first. */
  keep(bytes: ArrayBuffer, type: string): string;
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
  ['mp4', 'video/mp4'],
  ['ttf', 'font/ttf'],
  ['woff', 'font/woff'],
  ['woff2', 'font/woff2'],
]);

/** Of pictures that canvases were made into. */
const mostTemporaryBytes = 64 * 1024 * 1024;

/**
 * Files of the package become `blob:` addresses of verified bytes; `https:`, `http:` and `data:` pass, since the
 * frame's content policy decides about those. Any other scheme is refused.
 */
export function createAssets(opened: OpenedPackage): ProgramAssets {
  const urls = new Map<string, Promise<string>>();
  const made: string[] = [];
  const temporary = new Map<string, { readonly url: string; readonly size: number }>();
  let temporaryBytes = 0;
  let disposed = false;
  const make = async (path: string): Promise<string> => {
    const bytes = await opened.read(path);
    if (disposed) return '';
    const type = types.get(path.slice(path.lastIndexOf('.') + 1).toLowerCase()) ?? 'application/octet-stream';
    const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }));
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
    keep(bytes, type) {
      const path = `http://tmp/${crypto.randomUUID().replaceAll('-', '')}.${type === 'image/jpeg' ? 'jpg' : 'png'}`;
      const url = URL.createObjectURL(new Blob([bytes], { type }));
      temporary.set(path, { url, size: bytes.byteLength });
      temporaryBytes += bytes.byteLength;
      for (const [oldest, { url: old, size }] of temporary) {
        if (oldest === path || temporaryBytes <= mostTemporaryBytes) break;
        temporary.delete(oldest);
        temporaryBytes -= size;
        URL.revokeObjectURL(old);
      }
      return path;
    },
    dispose() {
      disposed = true;
      for (const { url } of temporary.values()) URL.revokeObjectURL(url);
      for (const url of made) URL.revokeObjectURL(url);
    },
  };
}
