import { isObject } from '../intrinsics.ts';
import type { GlCalls } from './gl-calls.ts';

type Special = (calls: GlCalls, values: readonly unknown[]) => unknown;

/** A picture by an `Image` or a canvas, by pixels with their size (`ImageData`), or by bytes. */
const texture =
  (bytes: string, picture: string, sized: string): Special =>
  (calls, values) => {
    const { length } = values;
    const last = values[length - 1];
    const byPicture = picture === 'texPicture2D' ? 6 : 7;
    if (length > byPicture) {
      // Nine arguments end with bytes; in the second version also with a picture.
      return calls.isPicture(last) ? calls.by(sized, ...values) : calls.by(bytes, ...values);
    }
    if (!isObject(last) || calls.isPicture(last)) return calls.by(picture, ...values);
    const { width, height, data } = last;
    const before = values.slice(0, byPicture - 3);
    const [format, type] = values.slice(byPicture - 3);
    const border = picture === 'texPicture2D' ? [0] : [];
    return calls.by(bytes, ...before, width, height, ...border, format, type, data);
  };

/** Methods that can be called in several ways, and those that fill an array of the program's. */
export const specialMethods: ReadonlyMap<string, Special> = new Map<string, Special>([
  ['bufferData', (calls, values) => calls.by(typeof values[1] === 'number' ? 'bufferSize' : 'bufferData', ...values)],
  ['texImage2D', texture('texImage2D', 'texPicture2D', 'texSizedPicture2D')],
  ['texSubImage2D', texture('texSubImage2D', 'texSubPicture2D', 'texSubSizedPicture2D')],
  ['readPixels', (calls, values) => calls.read('readPixels', values[6], values[7], ...values.slice(0, 6))],
  [
    'getBufferSubData',
    (calls, [target, offset, array, from]) => calls.read('getBufferSubData', array, from, target, offset),
  ],
]);
