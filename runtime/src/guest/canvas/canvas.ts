import type { WxLink } from '../wx-link.ts';
import { type Commands, commandOf } from './commands.ts';
import { Context2D } from './context.ts';
import type { FrameRequests } from './frame-requests.ts';
import { emptyPixels, type Pixels } from './image-data.ts';
import { CanvasPath } from './path.ts';
import type { CanvasImage, Pictures } from './pictures.ts';
import { Surfaced } from './source.ts';

export interface CanvasParts {
  readonly link: WxLink;
  readonly commands: Commands;
  readonly pictures: Pictures;
  readonly frames: FrameRequests;
}

/** `Canvas`: that of a page, or one off the screen. */
export class Canvas extends Surfaced {
  readonly #parts: CanvasParts;
  readonly #surface: number;
  #context: Context2D | undefined;
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

  getContext(kind: unknown): Context2D | null {
    if (kind === '2d') {
      this.#context ??= new Context2D(this.#parts.commands, this.#surface, this);
      return this.#context;
    }
    this.#parts.link.warn(
      'UNSUPPORTED_API',
      `getContext('${String(kind).slice(0, 32)}') gives null: canvases here have the context 2d and no WebGL.`,
    );
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
