import { canvasLimits } from '../../protocol/canvas.ts';
import { isObject } from '../intrinsics.ts';
import { failed, later, method, type Options, parameterError } from '../wx/method.ts';
import type { WxLink } from '../wx-link.ts';
import { Canvas } from './canvas.ts';
import { type Commands, commandOf } from './commands.ts';
import { emptyPixels, pixelsOf, readPixels, writePixels } from './image-data.ts';
import { Surfaced } from './source.ts';

/** A canvas that a call is about, and its size in the units the program draws in. */
export interface Found {
  readonly surface: number;
  readonly width: number;
  readonly height: number;
  /** Pixels of a file for one such unit. */
  readonly ratio: number;
}

/** Finds the old canvas of that `canvas-id` in the page, or in the component. */
export type FindCanvas = (id: string, component: unknown, done: (found: Found | undefined) => void) => void;

const exporting = commandOf('export');

/**
 * `canvasToTempFilePath` and the calls that read and write the pixels of an old canvas. A part of a 2d canvas is given
 * in its own pixels and saved one to one; of an old one in CSS pixels, and saved as sharp as the screen shows it.
 */
export function canvasFiles(link: WxLink, commands: Commands, find: FindCanvas) {
  let last = 0;

  const reach = (options: Options, component: unknown, done: (found: Found | undefined) => void): void => {
    const { canvas, canvasId } = options;
    const surface = Surfaced.of(canvas);
    if (canvas instanceof Canvas && surface !== undefined) {
      done({ surface, width: canvas.width, height: canvas.height, ratio: 1 });
    } else find(String(canvasId ?? ''), component, done);
  };

  /** A method of one canvas; `component` is its second argument. */
  const onCanvas =
    (
      name: string,
      run: (options: Options, found: Found, settle: Parameters<Parameters<typeof method>[2]>[1]) => void,
    ) =>
    (given?: unknown, component?: unknown) =>
      method(link, name, (options, settle) => {
        reach(options, component, (found) => {
          if (found === undefined) settle(failed('fail canvas is empty'));
          else run(options, found, settle);
        });
      })(given);

  return {
    canvasToTempFilePath: onCanvas('canvasToTempFilePath', (options, found, settle) => {
      last += 1;
      const x = numberOr(options.x, 0);
      const y = numberOr(options.y, 0);
      const width = numberOr(options.width, found.width - x);
      const height = numberOr(options.height, found.height - y);
      const fileWidth = numberOr(options.destWidth, width * found.ratio);
      const fileHeight = numberOr(options.destHeight, height * found.ratio);
      const type = options.fileType === 'jpg' || options.fileType === 'jpeg' ? 1 : 0;
      const part = [x, y, width, height, fileWidth, fileHeight, type, numberOr(options.quality, 1)];
      commands.on(found.surface).push(exporting, last, ...part);
      commands.flush();
      link.call('takeCanvasFile', { request: last }, settle);
    }),
    canvasGetImageData: onCanvas('canvasGetImageData', (options, { surface }, settle) => {
      const [x, y, width, height] = [options.x, options.y, options.width, options.height].map(Number);
      if (!(Number(width) >= 1 && Number(height) >= 1 && Number(width) * Number(height) <= canvasLimits.text)) {
        later(settle, parameterError('parameter.width', 'Number', options.width));
        return;
      }
      const pixels = readPixels(commands, surface, Math.trunc(x ?? 0), Math.trunc(y ?? 0), emptyPixels(width, height));
      later(settle, { ok: true, result: {} }, { ...pixels });
    }),
    canvasPutImageData: onCanvas('canvasPutImageData', (options, { surface }, settle) => {
      const { data, x, y, width } = options;
      const bytes = data instanceof Uint8ClampedArray ? data.length : 0;
      const pixels = pixelsOf(width, options.height ?? Math.floor(bytes / 4 / Number(width)), data);
      if (pixels === undefined) {
        later(settle, parameterError('parameter.data', 'Uint8ClampedArray', data));
        return;
      }
      writePixels(commands, surface, Math.trunc(Number(x)) || 0, Math.trunc(Number(y)) || 0, pixels);
      later(settle, { ok: true, result: {} });
    }),
  };
}

/** Programs give numbers as texts, too. */
function numberOr(value: unknown, fallback: number): number {
  const number = value === undefined || value === null || isObject(value) ? Number.NaN : Number(value);
  return Number.isFinite(number) ? number : fallback;
}
