import { pathNesting, pathSvg } from '../../protocol/canvas.ts';
import { defineMethods, defineNumberMethods, pathMethods, pathNumbers } from './define-methods.ts';
import { matrixOf } from './paint.ts';

/** `Path2D`: a list of commands of its own, sent each time it is drawn. */
export class CanvasPath {
  readonly list: unknown[];

  constructor(path?: unknown) {
    if (path instanceof CanvasPath) this.list = [...path.list];
    else this.list = typeof path === 'string' ? [pathSvg, path] : [];
  }

  commands(): unknown[] {
    return this.list;
  }

  addPath(path: unknown, matrix?: unknown): void {
    // A copy: what is added to it later is not in here.
    if (path instanceof CanvasPath) this.list.push(pathNesting, [...path.list], matrixOf(matrix));
  }
}

defineNumberMethods(CanvasPath.prototype, pathNumbers);
defineMethods(CanvasPath.prototype, pathMethods);
