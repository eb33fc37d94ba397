import { isFunction, isObject } from '../intrinsics.ts';
import type { WxLink } from '../wx-link.ts';
import { type Commands, commandOf } from './commands.ts';

/** Pictures by number: the player decodes them and hands them to the worker under the number given here. */
export interface Pictures {
  /** An `Image` of a program. */
  createImage(): CanvasImage;
  /** The picture at an address, loaded once; `loaded` runs when it is there, or cannot be. */
  at(src: string, loaded: () => void): number;
}

/** Addresses whose pictures stay, for contexts that draw by address. */
const mostKept = 32;

export function createPictures(link: WxLink, commands: Commands): Pictures {
  let last = 0;
  const drop = (id: number): void => {
    if (id > 0) commands.on(0).push(commandOf('dropImage'), id);
  };
  const load = (src: string, done: (id: number, size: Size | undefined, reason: string) => void): number => {
    last += 1;
    const id = last;
    link.call('loadCanvasImage', { picture: id, src, route: link.topRoute() }, (outcome) => {
      const result: unknown = outcome.ok ? outcome.result : undefined;
      const size = isObject(result) ? { width: Number(result.width), height: Number(result.height) } : undefined;
      done(id, size, outcome.ok ? '' : outcome.error.errMsg);
    });
    return id;
  };
  // An image nobody holds any more frees its picture.
  const gone = new FinalizationRegistry<Loaded>((loaded) => drop(loaded.id));
  const kept = new Map<string, { readonly id: number; ready: boolean; waiting: (() => void)[] }>();

  return {
    createImage() {
      const image = new CanvasImage(link, load, drop);
      gone.register(image, image.loaded);
      return image;
    },
    at(src, loaded) {
      const known = kept.get(src);
      if (known !== undefined) {
        if (known.ready) loaded();
        else known.waiting.push(loaded);
        return known.id;
      }
      const [oldest] = kept;
      if (kept.size >= mostKept && oldest !== undefined) {
        kept.delete(oldest[0]);
        drop(oldest[1].id);
      }
      const id = load(src, (_, size, reason) => {
        entry.ready = true;
        if (size === undefined) {
          kept.delete(src);
          link.warn('CANVAS', `The picture ${src.slice(0, 200)} is not drawn: ${reason.replace(/^fail /, '')}`);
        }
        for (const waiting of entry.waiting) waiting();
        entry.waiting = [];
      });
      const entry = { id, ready: false, waiting: [loaded] };
      kept.set(src, entry);
      return id;
    },
  };
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** What an image stands for; apart from it, so that it can be told when the image has gone. */
interface Loaded {
  id: number;
}

type Load = (src: string, done: (id: number, size: Size | undefined, reason: string) => void) => number;

/** `Image`: loads as soon as `src` is set, and calls `onload` or `onerror`. */
export class CanvasImage {
  readonly loaded: Loaded = { id: 0 };
  readonly #link: WxLink;
  readonly #load: Load;
  readonly #drop: (id: number) => void;
  #src = '';
  #wanted = 0;
  width = 0;
  height = 0;
  naturalWidth = 0;
  naturalHeight = 0;
  complete = true;
  onload: unknown = null;
  onerror: unknown = null;
  referrerPolicy = '';
  crossOrigin: unknown = null;

  constructor(link: WxLink, load: Load, drop: (id: number) => void) {
    this.#link = link;
    this.#load = load;
    this.#drop = drop;
  }

  get src(): string {
    return this.#src;
  }

  set src(value: unknown) {
    this.#src = String(value);
    this.complete = false;
    this.#wanted = this.#load(this.#src, (id, size, reason) => this.#arrived(id, size, reason));
  }

  #arrived(id: number, size: Size | undefined, reason: string): void {
    if (id !== this.#wanted) {
      this.#drop(id);
      return;
    }
    this.complete = true;
    if (size === undefined) {
      this.#tell('onerror', { errMsg: `Image:${reason}` });
      return;
    }
    this.#drop(this.loaded.id);
    this.loaded.id = id;
    this.width = size.width;
    this.height = size.height;
    this.naturalWidth = size.width;
    this.naturalHeight = size.height;
    this.#tell('onload', { type: 'load', target: this });
  }

  #tell(name: 'onload' | 'onerror', event: unknown): void {
    const listener = this[name];
    if (isFunction(listener)) this.#link.guard(`${name} of Image`, listener.bind(this), event);
  }
}
