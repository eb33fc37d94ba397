import type { WxLink } from '../wx-link.ts';
import type { Callback } from './method.ts';

const names = [
  'createCanvasContext',
  'createContext',
  'drawCanvas',
  'createOffscreenCanvas',
  'canvasToTempFilePath',
  'canvasGetImageData',
  'canvasPutImageData',
] as const;

/** Members about canvases. What they do comes with `guest/canvas`, when one is called. */
export function canvasMembers(link: WxLink): Record<string, Callback> {
  return Object.fromEntries(names.map((name) => [name, (...values) => link.canvas().members[name]?.(...values)]));
}
