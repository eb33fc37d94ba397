import type { Assets, CanvasHandle, DecodedPicture } from '../dom/index.ts';
import { type CanvasBox, canvasLimits, type FontSource, type ToCanvas } from '../protocol/canvas.ts';
import type { CallOutcome } from '../protocol/capabilities.ts';
import type { NodeRef } from '../view/index.ts';
import { done, failed } from './calls/player-call.ts';
import type { Page } from './page.ts';

/** What a program's canvases need from outside its worker: the surfaces of drawn elements, pictures, and files. */
export interface Canvases {
  /** Number of the surface of a drawn canvas; the first time it is handed to the worker. Undefined for other nodes. */
  surfaceOf(page: Page, node: NodeRef): { readonly surface: number; readonly box: CanvasBox } | undefined;
  /** Decodes a picture as written on a page, and hands it to the worker under the guest's number. */
  load(picture: number, src: string, route: string): Promise<CallOutcome>;
  /** The file the guest has asked the worker for under that number. */
  file(request: number): Promise<CallOutcome>;
  /** Lets canvases write in a font. Resolves when they can, or when it turned out that they cannot. */
  addFont(font: FontSource): Promise<void>;
  /** A message of the worker, which a program may have broken: everything in it is looked at. */
  hear(data: unknown): void;
}

export interface CanvasesRoom {
  readonly assets: Assets & { keep(bytes: ArrayBuffer, type: string): string };
  decode(url: string, mostPixels: number): Promise<DecodedPicture>;
  /** What the host fetched from a server that the program declares, as a file of the program; undefined when it did not. */
  fetch(url: string): Promise<string | undefined>;
  /** To the worker. */
  post(message: ToCanvas, transfer?: readonly object[]): void;
}

/** Files that were made and not asked for yet, and files that are waited for. */
const mostFiles = 16;
const mostFetched = 64;
const types = ['image/png', 'image/jpeg'];

export function createCanvases({ assets, decode, fetch, post }: CanvasesRoom): Canvases {
  const surfaces = new WeakMap<CanvasHandle, number>();
  /** By request, whichever came first: the file, or who wants it. */
  const files = new Map<number, string | undefined>();
  const wanted = new Map<number, (path: string | undefined) => void>();
  /** Fonts on their way, by number. */
  const writing = new Map<number, () => void>();
  /** Numbers of surfaces and of fonts. */
  let last = 0;
  /** Address → file, of pictures that the host had to fetch. */
  const fetched = new Map<string, string>();
  /**
   * A canvas shows its pixels to the program, so a browser gives it only pictures whose site allows that. The others come
   * the way of `wx.downloadFile`, which asks whether the program may read from there, and not whether a page may.
   */
  const decoded = async (url: string): Promise<DecodedPicture> => {
    const known = fetched.get(url);
    if (known !== undefined) return decode(await assets.url(known, ''), canvasLimits.area);
    try {
      return await decode(url, canvasLimits.area);
    } catch (error) {
      const file = /^https?:/i.test(url) ? await fetch(url) : undefined;
      if (file === undefined) throw error;
      const [oldest] = fetched.keys();
      if (fetched.size >= mostFetched && oldest !== undefined) fetched.delete(oldest);
      fetched.set(url, file);
      return decode(await assets.url(file, ''), canvasLimits.area);
    }
  };

  return {
    surfaceOf(page, node) {
      const handle = page.surface.canvas(node);
      if (handle === undefined) return undefined;
      const box = handle.box();
      const known = surfaces.get(handle);
      if (known !== undefined) return { surface: known, box };
      last += 1;
      const id = last;
      surfaces.set(handle, id);
      const surface = handle.take();
      post({ kind: 'surface', id, surface, old: handle.old ? box : undefined }, surface ? [surface] : []);
      handle.watch({
        resized: (next) => post({ kind: 'box', id, box: next }),
        gone: () => post({ kind: 'gone', id }),
      });
      return { surface: id, box };
    },
    async load(picture, src, route) {
      try {
        const { bitmap, width, height } = await decoded(await assets.url(src, `${route}.wxml`));
        post({ kind: 'picture', id: picture, bitmap }, [bitmap]);
        return done({ width, height });
      } catch (error) {
        return failed(`fail ${src.slice(0, 200)}: ${error instanceof Error ? error.message : 'it cannot be loaded'}`);
      }
    },
    file(request) {
      const answer = (path: string | undefined) =>
        path === undefined ? failed('fail the canvas cannot be made into a file') : done({ tempFilePath: path });
      if (files.has(request)) {
        const path = files.get(request);
        files.delete(request);
        return Promise.resolve(answer(path));
      }
      if (wanted.size >= mostFiles) return Promise.resolve(failed('fail too many files are asked for at once'));
      return new Promise((resolve) => {
        wanted.set(request, (path) => resolve(answer(path)));
      });
    },
    addFont(font) {
      last += 1;
      const id = last;
      post({ kind: 'font', id, ...font });
      return new Promise((resolve) => {
        writing.set(id, resolve);
      });
    },
    hear(data) {
      if (typeof data !== 'object' || data === null || !('kind' in data)) return;
      if (!('id' in data) || typeof data.id !== 'number') return;
      if (data.kind === 'font') {
        writing.get(data.id)?.();
        writing.delete(data.id);
      }
      if (data.kind !== 'exported') return;
      const type = 'type' in data ? types.find((one) => one === data.type) : undefined;
      const bytes = 'bytes' in data && data.bytes instanceof ArrayBuffer ? data.bytes : undefined;
      const path = bytes && type ? assets.keep(bytes, type) : undefined;
      const asker = wanted.get(data.id);
      wanted.delete(data.id);
      if (asker) asker(path);
      else if (files.size < mostFiles) files.set(data.id, path);
    },
  };
}
