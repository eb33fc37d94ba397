import { canvasLimits } from '../../protocol/canvas.ts';
import { type Commands, commandOf } from './commands.ts';

/** `ImageData`: bytes of red, green, blue and alpha, row by row. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}

/** @throws RangeError for a size no canvas has. */
export function emptyPixels(width: unknown, height: unknown): Pixels {
  const across = Math.abs(Math.trunc(Number(width))) || 0;
  const down = Math.abs(Math.trunc(Number(height))) || 0;
  if (across === 0 || down === 0)
    throw new RangeError(`ImageData needs a width and a height, not ${width} × ${height}`);
  if (across * down > canvasLimits.text) {
    throw new RangeError(`ImageData of ${across} × ${down} is above the limit of ${canvasLimits.text} pixels`);
  }
  return { width: across, height: down, data: new Uint8ClampedArray(across * down * 4) };
}

const get = commandOf('getPixels');
const put = commandOf('putPixels');

/** Reads a part of `surface`, in strips, so that no large picture is in memory twice. */
export function readPixels(commands: Commands, surface: number, x: number, y: number, pixels: Pixels): Pixels {
  const { width, height, data } = pixels;
  const rows = Math.max(1, Math.floor(canvasLimits.strip / width));
  for (let row = 0; row < height; row += rows) {
    commands.on(surface).push(get, x, y + row, width, Math.min(rows, height - row));
    const strip = commands.askBytes();
    if (strip) data.set(new Uint8Array(strip), row * width * 4);
  }
  return pixels;
}

/** Writes rows `top` to `bottom` of `pixels` to `surface`. */
export function writePixels(commands: Commands, surface: number, x: number, y: number, pixels: Pixels): void {
  const { width, height, data } = pixels;
  const rows = Math.max(1, Math.floor(canvasLimits.strip / width));
  for (let row = 0; row < height; row += rows) {
    const { buffer, byteOffset, length } = data.subarray(row * width * 4, Math.min(height, row + rows) * width * 4);
    const list = commands.on(surface, length);
    list.push(put, x, y + row, width, [0, commands.put(new Uint8Array(buffer, byteOffset, length)), length]);
  }
}

/** The part `x, y, width, height` of pixels, for `putImageData` with a dirty rectangle. */
export function cut(pixels: Pixels, x: number, y: number, width: number, height: number): Pixels | undefined {
  const left = Math.max(0, Math.trunc(x));
  const top = Math.max(0, Math.trunc(y));
  const right = Math.min(pixels.width, Math.trunc(x + width));
  const bottom = Math.min(pixels.height, Math.trunc(y + height));
  if (!(right > left && bottom > top)) return undefined;
  const part = emptyPixels(right - left, bottom - top);
  for (let row = top; row < bottom; row += 1) {
    const from = (row * pixels.width + left) * 4;
    part.data.set(pixels.data.subarray(from, from + part.width * 4), (row - top) * part.width * 4);
  }
  return part;
}

/** Narrowing for what a program hands in as pixels. Undefined when it is none. */
export function pixelsOf(width: unknown, height: unknown, data: unknown): Pixels | undefined {
  const [across, down] = [Math.trunc(Number(width)), Math.trunc(Number(height))];
  if (!(data instanceof Uint8ClampedArray) || !(across > 0 && down > 0) || data.length < across * down * 4) {
    return undefined;
  }
  const bytes = new Uint8ClampedArray(across * down * 4);
  bytes.set(data.subarray(0, bytes.length));
  return { width: across, height: down, data: bytes };
}
