import { type CanvasBox, canvasLimits } from '../protocol/canvas.ts';
import type { Arguments } from './command-reader.ts';
import { contextCommands, fontMarks, metricsOf, readable } from './context-commands.ts';
import { buildPath, pathSteps } from './path-commands.ts';
import { readPixels, writePixels } from './pixels.ts';
import { encodePng } from './png.ts';
import type { CreateSurface, FilePart, Sources, Surface } from './surface.ts';
import { openWebGl } from './webgl/open-web-gl.ts';
import type { WebGl } from './webgl/web-gl.ts';

type Context = OffscreenCanvasRenderingContext2D;

/** Draws with an OffscreenCanvas: the transferred one of an element, or one of its own. */
export const createWebSurface: CreateSurface = (width, height, sources, given) => {
  return new WebSurface(given instanceof OffscreenCanvas ? given : new OffscreenCanvas(width, height), sources);
};

class WebSurface implements Surface {
  readonly #canvas: OffscreenCanvas;
  readonly #sources: Sources;
  #opened: Context | undefined;
  webGl: WebGl | undefined;
  /** Drawing pixels of one unit of the program's. */
  #ratio = 1;
  #depth = 0;
  /** Saves beyond the limit, which their restores must not undo. */
  #unsaved = 0;

  constructor(canvas: OffscreenCanvas, sources: Sources) {
    this.#canvas = canvas;
    this.#sources = sources;
  }

  get width(): number {
    return this.#canvas.width;
  }

  get height(): number {
    return this.#canvas.height;
  }

  get picture(): object {
    return this.#canvas;
  }

  /** Not before it is drawn in 2d: a canvas with one context gives no other. */
  get #context(): Context {
    this.#opened ??= this.#canvas.getContext('2d') ?? undefined;
    if (this.#opened === undefined) throw new Error('the browser gave a canvas no context');
    return this.#opened;
  }

  openWebGl(version: 1 | 2, attributes: ReadonlyMap<string, boolean>): WebGl | undefined {
    if (this.#opened) this.#sources.warn(`A canvas that was drawn in 2d gives no WebGL: getContext gives null`);
    else this.webGl ??= openWebGl(this.#canvas, version, attributes, this.#sources);
    return this.webGl;
  }

  dispose(): void {
    this.webGl?.dispose();
    this.webGl = undefined;
  }

  resize(width: number, height: number): void {
    this.#canvas.width = width;
    this.#canvas.height = height;
    if (this.#opened) this.#afterReset();
  }

  setBox({ width, height, ratio }: CanvasBox): void {
    const side = (units: number) => Math.min(canvasLimits.side, Math.max(1, Math.round(units * ratio)));
    const [across, down] = [side(width), side(height)];
    if (ratio === this.#ratio && across === this.width && down === this.height) return;
    this.#ratio = ratio;
    // What is drawn stays: an old program draws once, and knows nothing of layout that comes to rest later.
    const canvas = this.#canvas;
    const copy = copyOf(canvas);
    canvas.width = across;
    canvas.height = down;
    this.#context.drawImage(copy, 0, 0);
    this.#afterReset();
  }

  fontsChanged(): void {
    if (this.#opened) this.#context.font = this.#context.font.replace(fontMarks, '') + this.#sources.fontMark;
  }

  clean(): void {
    if (this.webGl) return;
    this.#context.reset();
    this.#afterReset();
  }

  #afterReset(): void {
    this.#depth = 0;
    this.#unsaved = 0;
    this.#context.setTransform(this.#ratio, 0, 0, this.#ratio, 0, 0);
  }

  run(command: string, args: Arguments): string | Uint8Array<ArrayBuffer> | undefined {
    if (this.webGl) return command === 'toDataURL' ? this.#toDataUrl() : undefined;
    const context = this.#context;
    const step = pathSteps.get(command);
    if (step) {
      step(context, args);
      return undefined;
    }
    const run = contextCommands.get(command);
    if (run) {
      run(context, args, this.#sources);
      return undefined;
    }
    switch (command) {
      case 'save':
        return this.#save();
      case 'restore':
        return this.#restore();
      case 'setTransform':
      case 'resetTransform':
        context.setTransform(this.#ratio, 0, 0, this.#ratio, 0, 0);
        if (command === 'setTransform') contextCommands.get('transform')?.(context, args, this.#sources);
        return undefined;
      case 'putPixels':
        writePixels(context, this.#ratio, {
          ...{ x: args.number(0), y: args.number(1), width: args.number(2) },
          bytes: args.bytes(3),
        });
        return undefined;
      default:
        return this.#answer(command, args);
    }
  }

  #answer(command: string, args: Arguments): string | Uint8Array<ArrayBuffer> | undefined {
    const context = this.#context;
    const ratio = this.#ratio;
    switch (command) {
      case 'measureText':
        return JSON.stringify(metricsOf(context.measureText(args.text(0, 65_536))));
      case 'isPointInPath':
        return String(context.isPointInPath(args.number(0) * ratio, args.number(1) * ratio, rule(args, 2)));
      case 'isPointInPathOf':
        return String(
          context.isPointInPath(buildPath(args.list(0)), args.number(1) * ratio, args.number(2) * ratio, rule(args, 3)),
        );
      case 'isPointInStroke':
        return String(context.isPointInStroke(args.number(0) * ratio, args.number(1) * ratio));
      case 'isPointInStrokeOf':
        return String(context.isPointInStroke(buildPath(args.list(0)), args.number(1) * ratio, args.number(2) * ratio));
      case 'getPixels':
        return readPixels(context, ratio, {
          ...{ x: args.number(0), y: args.number(1) },
          ...{ width: args.number(2), height: args.number(3) },
        });
      case 'getTransform': {
        const { a, b, c, d, e, f } = context.getTransform();
        return JSON.stringify([a, b, c, d, e, f].map((value) => value / ratio));
      }
      case 'getLineDash':
        return JSON.stringify(context.getLineDash());
      case 'read':
        return JSON.stringify(readable.get(args.text(0, 32))?.(context) ?? null);
      case 'toDataURL':
        return this.#toDataUrl();
      default:
        return undefined;
    }
  }

  #toDataUrl(): string {
    const { width, height } = this.#canvas;
    if (width * height > canvasLimits.text) {
      this.#sources.warn(`toDataURL gives nothing of a canvas above ${canvasLimits.text} pixels`);
      return 'data:,';
    }
    const context = this.webGl ? copyOf(this.#canvas).getContext('2d') : this.#context;
    return context ? encodePng(context.getImageData(0, 0, width, height)) : 'data:,';
  }

  #save(): undefined {
    if (this.#depth >= canvasLimits.depth) {
      this.#unsaved += 1;
      this.#sources.warn(
        `More than ${canvasLimits.depth} states are saved and not restored: call restore() for each save()`,
      );
      return;
    }
    this.#depth += 1;
    this.#context.save();
  }

  #restore(): undefined {
    if (this.#unsaved > 0) {
      this.#unsaved -= 1;
      return;
    }
    if (this.#depth > 0) this.#depth -= 1;
    this.#context.restore();
  }

  async toFile(part: FilePart): Promise<ArrayBuffer> {
    const copy = new OffscreenCanvas(part.fileWidth, part.fileHeight);
    const [x, y, width, height] = [part.x, part.y, part.width, part.height].map((units) => units * this.#ratio);
    const context = copy.getContext('2d');
    context?.drawImage(
      this.#canvas,
      ...([x ?? 0, y ?? 0, width ?? 1, height ?? 1] as const),
      ...([0, 0, part.fileWidth, part.fileHeight] as const),
    );
    const blob = await copy.convertToBlob({
      type: part.type,
      ...(part.quality !== undefined && { quality: part.quality }),
    });
    return blob.arrayBuffer();
  }
}

function copyOf(canvas: OffscreenCanvas): OffscreenCanvas {
  const copy = new OffscreenCanvas(Math.max(1, canvas.width), Math.max(1, canvas.height));
  copy.getContext('2d')?.drawImage(canvas, 0, 0);
  return copy;
}

const rule = (args: Arguments, index: number): CanvasFillRule =>
  args.text(index, 16) === 'evenodd' ? 'evenodd' : 'nonzero';
