import { callFunction, defineProperty, isFunction, isObject } from '../intrinsics.ts';
import type { WxLink } from '../wx-link.ts';
import { inertMethods } from './inert-methods.ts';
import { doingNothing, inertObject } from './inert-objects.ts';
import { warnUnsupported } from './unsupported.ts';

type Inert = Record<string, unknown>;

/** What the old context does not have. */
const newer = 'ellipse putImageData resetTransform roundRect';
const scrolling = 'scrollTo scrollIntoView triggerRefresh closeRefresh triggerTwoLevel closeTwoLevel';

/** What `fields({node: true})` gives for a node drawn by tag `tag`: `null` for one that has no object in WeChat. */
export function inertNode(link: WxLink, tag: unknown): Inert | null {
  if (tag === 'canvas') return inertCanvas(link);
  return tag === 'scroll-view' ? doingNothing(link, 'NodesRef.node', words(scrolling)) : null;
}

/** What `context()` gives for it. */
export function inertContext(link: WxLink, tag: unknown): Inert | null {
  const maker = tag === 'canvas' ? 'createCanvasContext' : tag === 'video' ? 'createVideoContext' : undefined;
  return maker === undefined ? null : inertObject(link, maker);
}

/**
 * A canvas that nothing is drawn on yet. It takes every call; frames and pictures that a program waits for do not
 * come: a callback of `requestAnimationFrame` is not called, an image fires `onerror`.
 */
function inertCanvas(link: WxLink): Inert {
  warnUnsupported(link, 'Canvas', 'its object does nothing');
  const canvas: Inert = {
    width: 300,
    height: 150,
    requestAnimationFrame: () => 0,
    cancelAnimationFrame: () => undefined,
    createImage: () => inertImage(link),
    createImageData: () => emptyPixels(1, 1),
    createPath2D: () => drawingNothing(link),
    toDataURL: () => '',
  };
  const contexts = new Map<unknown, Inert>();
  canvas.getContext = (kind: unknown) => {
    if (kind !== '2d') return null;
    const context = contexts.get(kind) ?? inertDrawing(link, canvas);
    contexts.set(kind, context);
    return context;
  };
  return canvas;
}

const drawingNothing = (link: WxLink): Inert =>
  doingNothing(link, 'Canvas', [...inertMethods('createCanvasContext'), ...words(newer)]);

function inertDrawing(link: WxLink, canvas: Inert): Inert {
  const gradient = () => doingNothing(link, 'Canvas', ['addColorStop']);
  return {
    ...drawingNothing(link),
    canvas,
    getLineDash: () => [],
    measureText: () => ({ width: 0 }),
    createLinearGradient: gradient,
    createRadialGradient: gradient,
    createPattern: () => null,
    isPointInPath: () => false,
    isPointInStroke: () => false,
    getImageData: (_x: unknown, _y: unknown, width: unknown, height: unknown) => emptyPixels(width, height),
    createImageData: (width: unknown, height: unknown) => emptyPixels(width, height),
  };
}

/** Fails as soon as it is given a source, after the code that gives it one has set `onerror`. */
function inertImage(link: WxLink): Inert {
  let source = '';
  const image: Inert = { width: 0, height: 0, onload: null, onerror: null };
  return defineProperty(image, 'src', {
    enumerable: true,
    get: () => source,
    set(value: unknown) {
      source = String(value);
      link.nextTick(() => {
        const { onerror } = image;
        const error = { errMsg: 'Image:fail not supported' };
        if (isFunction(onerror)) link.guard('onerror of Image', () => callFunction(onerror, image, [error]));
      });
    },
  });
}

/** Transparent; programs ask for what a screen holds, and a wrong number must not fill the memory. */
function emptyPixels(width: unknown, height: unknown): Inert {
  const [columns, rows] = [side(width), side(height)];
  return { width: columns, height: rows, data: new Uint8ClampedArray(columns * rows * 4) };
}

const side = (value: unknown): number => Math.min(Math.max(Math.floor(Number(value)) || 1, 1), 1024);

const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');

/** Puts what was asked for besides data into an answer, and takes out the tag it was found by. */
export function withObjects(link: WxLink, answer: unknown, wanted: { node?: boolean; context?: boolean }): unknown {
  if (!isObject(answer)) return answer;
  const { tag, ...rest } = answer;
  return {
    ...rest,
    ...(wanted.node && { node: inertNode(link, tag) }),
    ...(wanted.context && { context: inertContext(link, tag) }),
  };
}
