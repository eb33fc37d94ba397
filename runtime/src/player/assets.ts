import type { Assets } from '../dom/index.ts';
import type { OpenedPackage } from '../package/index.ts';
import { TerrariumError } from '../protocol/errors.ts';
import { fileName, writtenName } from '../protocol/files.ts';
import { resolvePath } from './page-url.ts';

/** Addresses under which frames may load what a program names. Disposing frees the package's files. */
export interface ProgramAssets extends Assets {
  /** Keeps bytes under a temporary path, `http://tmp/…`, which `url` knows from then on. The oldest go first. */
  keep(bytes: ArrayBuffer | Blob, type?: string): string;
  /** The bytes of a temporary file or a file of the package; undefined when there is none of that name. */
  file(written: string, source: string): Promise<Blob | undefined>;
  /** The same, unless the host keeps it. */
  own(written: string, source: string): Promise<Blob | undefined>;
  /** Temporary files that are only here. */
  temporary(): readonly (readonly [written: string, file: Blob])[];
  /** A file that the host keeps, by its name as in protocol/files, has changed: it is read again when it is shown next. */
  forget(name: string): void;
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
  ['csv', 'text/csv'],
  ['zip', 'application/zip'],
  ['doc', 'application/msword'],
  ['xls', 'application/vnd.ms-excel'],
  ['ppt', 'application/vnd.ms-powerpoint'],
  ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['pptx', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
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

/** What the host keeps of the program's files. */
export interface HostFiles {
  /** By a name as in protocol/files. */
  read(name: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** A temporary file came into being here. */
  kept(written: string, file: Blob): void;
}

const noFiles: HostFiles = { read: async () => undefined, kept: () => undefined };
/** Written so that the host keeps it, unless the player has it. */
const ofHost = /^(?:wxfile|http):\/\/(?:usr|tmp|store)[/_]/;

/**
 * Files of the package become `blob:` addresses of verified bytes; `https:`, `http:` and `data:` pass, since the
 * frame's content policy decides about those. Any other scheme is refused.
 */
export function createAssets(opened: OpenedPackage, host: HostFiles = noFiles): ProgramAssets {
  const urls = new Map<string, Promise<string>>();
  const made: string[] = [];
  const temporary = new Map<string, { readonly url: string; readonly size: number; readonly blob: Blob }>();
  const shown = new Map<string, Promise<string>>();
  let temporaryBytes = 0;
  let disposed = false;
  const hostFile = async (name: string): Promise<Blob | undefined> => {
    const bytes = await host.read(name);
    return bytes && new Blob([bytes], { type: typeOf(name) });
  };
  const showHostFile = (name: string): Promise<string> => {
    const known = shown.get(name);
    if (known) return known;
    const url = hostFile(name).then((file) => {
      if (file === undefined) throw new TerrariumError('PACKAGE', `There is no file ${writtenName(name)}.`);
      return disposed ? '' : URL.createObjectURL(file);
    });
    shown.set(name, url);
    // One that is not there yet may be shown once it is.
    url.catch(() => shown.delete(name));
    return url;
  };
  const make = async (path: string): Promise<string> => {
    const bytes = await opened.read(path);
    if (disposed) return '';
    const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: typeOf(path) }));
    made.push(url);
    return url;
  };
  const assets: ProgramAssets = {
    url(written, source) {
      const path = written.trim();
      const kept = temporary.get(path);
      if (kept) return kept.url;
      const stored = ofHost.test(path) ? fileName(path) : undefined;
      if (stored !== undefined) return showHostFile(stored);
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
      host.kept(path, blob);
      for (const [oldest, { url: old, size }] of temporary) {
        if (oldest === path || temporaryBytes <= mostTemporaryBytes) break;
        temporary.delete(oldest);
        temporaryBytes -= size;
        URL.revokeObjectURL(old);
      }
      return path;
    },
    async file(written, source) {
      const own = await assets.own(written, source);
      const name = own === undefined && ofHost.test(written.trim()) ? fileName(written.trim()) : undefined;
      return name === undefined ? own : hostFile(name);
    },
    temporary: () => [...temporary].map(([path, { blob }]) => [path, blob] as const),
    forget(name) {
      for (const [path, url] of shown) {
        if (path !== name && !path.startsWith(`${name}/`)) continue;
        shown.delete(path);
        url.then(
          (made) => URL.revokeObjectURL(made),
          () => undefined,
        );
      }
    },
    async own(written, source) {
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
      for (const name of shown.keys()) assets.forget(name);
    },
  };
  return assets;
}
