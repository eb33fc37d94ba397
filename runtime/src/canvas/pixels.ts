import { canvasLimits } from '../protocol/canvas.ts';

type Context = OffscreenCanvasRenderingContext2D;

/**
 * Pixels travel as the decimal numbers of 32-bit words, four bytes a word, in the machine's own order: the guest's
 * engine interprets a loop over bytes at some 100 ns each, but turns such a list into bytes natively.
 */
export interface PixelPart {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** A JSON list of words. Empty when the part is above the limit of a strip: the guest asks in strips. */
export function readPixels(context: Context, ratio: number, part: PixelPart & { readonly height: number }): string {
  const { x, y, width, height } = part;
  if (!(width >= 1 && height >= 1 && width * height <= canvasLimits.strip)) return '[]';
  const pixels = ratio === 1 ? context : scaledCopy(context, ratio, part);
  const left = ratio === 1 ? x : 0;
  const { data } = pixels.getImageData(left, ratio === 1 ? y : 0, width, height);
  return `[${new Int32Array(data.buffer).join(',')}]`;
}

/** In an old canvas one pixel of the program's is several of the surface's. */
function scaledCopy(
  { canvas }: Context,
  ratio: number,
  { x, y, width, height }: PixelPart & { readonly height: number },
): Context {
  const copy = contextOf(width, height);
  copy.drawImage(canvas, x * ratio, y * ratio, width * ratio, height * ratio, 0, 0, width, height);
  return copy;
}

/** Puts words there as they are: neither transformed nor mixed with what is there. */
export function writePixels(context: Context, ratio: number, part: PixelPart & { readonly words: string }): void {
  const { x, y, width } = part;
  const words = Int32Array.from(part.words.split(','), Number);
  const height = Math.floor(words.length / width);
  if (!(width >= 1 && height >= 1 && words.length <= canvasLimits.strip)) return;
  const bytes = new Uint8ClampedArray(words.buffer, 0, width * height * 4);
  const image = new ImageData(bytes, width, height);
  if (ratio === 1) {
    context.putImageData(image, x, y);
    return;
  }
  const copy = contextOf(width, height);
  copy.putImageData(image, 0, 0);
  context.save();
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(x, y, width, height);
  context.globalAlpha = 1;
  context.globalCompositeOperation = 'source-over';
  context.shadowColor = 'transparent';
  context.drawImage(copy.canvas, x, y);
  context.restore();
}

function contextOf(width: number, height: number): Context {
  const context = new OffscreenCanvas(width, height).getContext('2d');
  if (context === null) throw new Error('the browser gave a canvas no context');
  return context;
}
