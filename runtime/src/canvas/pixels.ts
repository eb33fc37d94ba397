import { canvasLimits } from '../protocol/canvas.ts';

type Context = OffscreenCanvasRenderingContext2D;

/** Pixels travel as they are: red, green, blue and alpha, row by row. */
export interface PixelPart {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Nothing when the part is above the limit of a strip: the guest asks in strips. */
export function readPixels(
  context: Context,
  ratio: number,
  part: PixelPart & { readonly height: number },
): Uint8Array<ArrayBuffer> {
  const { x, y, width, height } = part;
  if (!(width >= 1 && height >= 1 && width * height <= canvasLimits.strip)) return new Uint8Array(0);
  const pixels = ratio === 1 ? context : scaledCopy(context, ratio, part);
  const left = ratio === 1 ? x : 0;
  const { data } = pixels.getImageData(left, ratio === 1 ? y : 0, width, height);
  return new Uint8Array(data.buffer);
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

/** Puts pixels there as they are: neither transformed nor mixed with what is there. */
export function writePixels(context: Context, ratio: number, part: PixelPart & { readonly bytes: Uint8Array }): void {
  const { x, y, width } = part;
  const height = Math.floor(part.bytes.length / width / 4);
  if (!(width >= 1 && height >= 1 && width * height <= canvasLimits.strip)) return;
  const image = new ImageData(new Uint8ClampedArray(part.bytes.subarray(0, width * height * 4)), width, height);
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
