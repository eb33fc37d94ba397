import type { WebGlContext } from '../webgl/types.ts';
import type { WxLink } from '../wx-link.ts';
import { type Commands, commandOf } from './commands.ts';
import { Context2D } from './context.ts';
import type { FrameRequests } from './frame-requests.ts';
import { emptyPixels, type Pixels } from './image-data.ts';
import { type OpenWebGl, webGlKinds } from './open-web-gl.ts';
import { CanvasPath } from './path.ts';
import type { CanvasImage, Pictures } from './pictures.ts';
import { Surfaced } from './source.ts';

export interface CanvasParts {
  readonly link: WxLink;
  readonly commands: Commands;
  readonly pictures: Pictures;
  readonly frames: FrameRequests;
  readonly openWebGl: OpenWebGl;
}

/** `Canvas`: that of a page, or one off the screen. */
export class Canvas extends Surfaced {
  readonly #parts: CanvasParts;
  readonly #surface: number;
  #context: Context2D | undefined;
  #webGl: { readonly version: 1 | 2; readonly context: WebGlContext } | undefined;
  #width: number;
  #height: number;

  constructor(parts: CanvasParts, surface: number, width = 300, height = 150) {
    super(surface);
    this.#parts = parts;
    this.#surface = surface;
    this.#width = width;
    this.#height = height;
  }

  get width(): number {
    return this.#width;
  }

  set width(value: unknown) {
    this.#width = sideOf(value);
    this.#resize();
  }

  get height(): number {
    return this.#height;
  }

  set height(value: unknown) {
    this.#height = sideOf(value);
    this.#resize();
  }

  #resize(): void {
    this.#context?.forget();
    this.#parts.commands.on(this.#surface).push(resize, this.#width, this.#height);
  }

  /** The first call decides: a canvas has one context, which it gives each time, and null for others. */
  getContext(kind: unknown, attributes?: unknown): Context2D | WebGlContext | null {
    const version = webGlKinds.get(kind);
    if (kind === '2d' && this.#webGl === undefined) {
      this.#context ??= new Context2D(this.#parts.commands, this.#surface, this);
      return this.#context;
    }
    if (version !== undefined && this.#context === undefined) return this.#openWebGl(version, attributes);
    const why =
      version === undefined && kind !== '2d'
        ? 'canvases here know 2d, webgl and webgl2'
        : 'this canvas has another context';
    this.#parts.link.warn('CANVAS', `getContext('${String(kind).slice(0, 32)}') gives null: ${why}.`);
    return null;
  }

  #openWebGl(version: 1 | 2, attributes: unknown): WebGlContext | null {
    const known = this.#webGl;
    if (known === undefined) {
      const context = this.#parts.openWebGl(this, this.#surface, version, attributes);
      if (context) this.#webGl = { version, context };
      return context;
    }
    if (known.version === version && !known.context.isContextLost()) return known.context;
    const why = known.version === version ? 'its context is lost' : 'this canvas has WebGL of another version';
    this.#parts.link.warn('CANVAS', `getContext gives null: ${why}.`);
    return null;
  }

  createImage(): CanvasImage {
    return this.#parts.pictures.createImage();
  }

  createPath2D(path?: unknown): CanvasPath {
    return new CanvasPath(path);
  }

  createImageData(width: unknown = this.#width, height: unknown = this.#height): Pixels {
    return emptyPixels(width, height);
  }

  requestAnimationFrame(callback: unknown): number {
    return this.#parts.frames.request(callback);
  }

  cancelAnimationFrame(id: unknown): void {
    this.#parts.frames.cancel(id);
  }

  /** Always PNG: a format that a browser encodes only later is answered as one that it does not know. */
  toDataURL(): string {
    this.#parts.commands.on(this.#surface).push(toDataUrl, 'image/png', 1);
    return this.#parts.commands.flush();
  }
}

const resize = commandOf('resize');
const toDataUrl = commandOf('toDataURL');

export function sideOf(value: unknown): number {
  return Math.max(0, Math.trunc(Number(value)) || 0);
}
