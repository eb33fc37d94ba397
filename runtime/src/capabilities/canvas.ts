import * as v from 'valibot';
import { jsonSchema } from '../protocol/json.ts';
import { defineCapability } from './define-capability.ts';
import { nothing } from './shapes.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const word = v.pipe(v.string(), v.maxLength(512));

/** Answered inside the guest, with its worker; what has to leave goes by the names below. */
function drawn<const Name extends string>(name: Name, description: string) {
  const result = v.record(v.string(), jsonSchema);
  return defineCapability({ name, answeredBy: 'guest', description, params: nothing, result });
}

/** What canvases ask of the player; the drawing itself never leaves the worker. Programs know the first four only. */
export const canvas = {
  canvasToTempFilePath: drawn('canvasToTempFilePath', 'Makes a part of a canvas into a temporary file.'),
  canvasGetImageData: drawn('canvasGetImageData', 'Reads the pixels of a part of a canvas.'),
  canvasPutImageData: drawn('canvasPutImageData', 'Writes pixels to a part of a canvas.'),
  drawCanvas: drawn('drawCanvas', 'Draws on a canvas what contexts without one have gathered.'),
  attachCanvas: defineCapability({
    name: 'attachCanvas',
    answeredBy: 'player',
    description: 'Finds a canvas by its canvas-id and hands it over to be drawn on.',
    params: v.object({
      page: v.number(),
      /** The root block of the component that asks. */
      block: v.number(),
      canvas: word,
    }),
    /** Sizes in CSS pixels; `ratio` drawing pixels to each. */
    result: v.object({ surface: count, width: v.number(), height: v.number(), ratio: v.number() }),
  }),
  loadCanvasImage: defineCapability({
    name: 'loadCanvasImage',
    answeredBy: 'player',
    description: 'Decodes a picture and hands it over to be drawn.',
    params: v.object({
      /** The guest's number for it. */
      picture: count,
      /** A path of the package or an address, as written on the page `route`. */
      src: v.string(),
      route: word,
    }),
    result: v.object({ width: v.number(), height: v.number() }),
  }),
  takeCanvasFile: defineCapability({
    name: 'takeCanvasFile',
    answeredBy: 'player',
    description: 'Keeps a picture of a canvas as a temporary file.',
    params: v.object({ request: count }),
    result: v.object({ tempFilePath: v.string() }),
  }),
};
