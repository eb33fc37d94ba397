import { type CanvasBox, canvasLimits } from '../protocol/canvas.ts';
import type { Arguments } from './command-reader.ts';
import type { CreateSurface, Sources, Surface } from './surface.ts';

/**
 * A surface where nothing can be drawn, in Node: it keeps the state that programs read back, measures text by the
 * width that such letters usually have, and says once what it cannot.
 */
export const createRecordingSurface: CreateSurface = (width, height, sources) =>
  new RecordingSurface(width, height, sources);

const fresh: readonly (readonly [name: string, value: string | number | boolean])[] = [
  ['globalAlpha', 1],
  ['globalCompositeOperation', 'source-over'],
  ['fillStyle', '#000000'],
  ['strokeStyle', '#000000'],
  ['shadowOffsetX', 0],
  ['shadowOffsetY', 0],
  ['shadowBlur', 0],
  ['shadowColor', 'rgba(0, 0, 0, 0)'],
  ['filter', 'none'],
  ['lineWidth', 1],
  ['lineCap', 'butt'],
  ['lineJoin', 'miter'],
  ['miterLimit', 10],
  ['lineDashOffset', 0],
  ['font', '10px sans-serif'],
  ['textAlign', 'start'],
  ['textBaseline', 'alphabetic'],
  ['direction', 'ltr'],
  ['letterSpacing', '0px'],
  ['imageSmoothingEnabled', true],
  ['imageSmoothingQuality', 'low'],
];
const mostSaved = 512;

class RecordingSurface implements Surface {
  width: number;
  height: number;
  readonly picture = undefined;
  readonly webGl = undefined;
  readonly #sources: Sources;
  #state = new Map(fresh);
  #saved: Map<string, string | number | boolean>[] = [];

  constructor(width: number, height: number, sources: Sources) {
    this.width = width;
    this.height = height;
    this.#sources = sources;
  }

  resize(width: number, height: number): void {
    this.width = width;
    this.height = height;
    this.clean();
  }

  setBox({ width, height }: CanvasBox): void {
    this.resize(Math.round(width), Math.round(height));
  }

  fontsChanged(): void {}

  openWebGl(): undefined {
    this.#sources.warn('Nothing is drawn without a browser: there is no WebGL, and getContext gives null for it.');
  }

  dispose(): void {}

  clean(): void {
    this.#state = new Map(fresh);
    this.#saved = [];
  }

  run(command: string, args: Arguments): string | Uint8Array<ArrayBuffer> | undefined {
    const known = this.#state.get(command);
    if (known !== undefined) {
      const value =
        typeof known === 'number' ? args.number(0) : typeof known === 'boolean' ? args.flag(0) : args.text(0);
      this.#state.set(command, value);
      return undefined;
    }
    switch (command) {
      case 'save':
        if (this.#saved.length < mostSaved) this.#saved.push(new Map(this.#state));
        return undefined;
      case 'restore':
        this.#state = this.#saved.pop() ?? this.#state;
        return undefined;
      case 'measureText':
        return JSON.stringify(this.#measure(args.text(0, 65_536)));
      case 'read':
        return JSON.stringify(this.#state.get(args.text(0, 32)) ?? null);
      case 'getTransform':
        return '[1,0,0,1,0,0]';
      case 'getLineDash':
        return '[]';
      case 'getPixels':
        this.#sources.warn('Nothing is drawn without a browser: the pixels of a canvas are all transparent.');
        return new Uint8Array(4 * Math.max(0, Math.min(canvasLimits.strip, args.number(2) * args.number(3) || 0)));
      case 'toDataURL':
        this.#sources.warn('Nothing is drawn without a browser: toDataURL gives an empty address.');
        return 'data:,';
      case 'isPointInPath':
      case 'isPointInPathOf':
      case 'isPointInStroke':
      case 'isPointInStrokeOf':
        this.#sources.warn('Nothing is drawn without a browser: no point lies in a path.');
        return 'false';
      default:
        return undefined;
    }
  }

  #measure(text: string): Record<string, number> {
    const size = Number(/([\d.]+)px/.exec(String(this.#state.get('font')))?.[1] ?? 10);
    let units = 0;
    // Ideographs fill their square; other letters take about half of it.
    for (const letter of text) units += letter >= '\u2e80' ? 1 : 0.5;
    const width = units * size;
    return {
      ...{ width, actualBoundingBoxLeft: 0, actualBoundingBoxRight: width },
      ...{ actualBoundingBoxAscent: size * 0.75, actualBoundingBoxDescent: size * 0.25 },
      ...{ fontBoundingBoxAscent: size * 0.9, fontBoundingBoxDescent: size * 0.3 },
    };
  }

  toFile(): Promise<ArrayBuffer> {
    return Promise.reject(new Error('nothing is drawn without a browser'));
  }
}
