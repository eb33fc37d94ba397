/**
 * How a program draws. The guest gathers commands in one flat list, `[command, …arguments, command, …]`, and hands it
 * through the door as JSON text under the kind `canvas`; the worker answers with the text of the list's last question.
 * A command is a number: its place in this table, or one of webgl.ts. Guest and worker are built from the same ones.
 *
 * Surfaces are numbers: those of the page's canvases, given by the player, are positive; those the guest makes itself
 * are negative; 0 is a scratch of one pixel for questions that no canvas is needed for. Pictures are numbers of their
 * own, given by the guest.
 *
 * Everything is sent by value, gradients, patterns and paths too: the worker then holds nothing of a frame that has
 * been drawn, and there is nothing for a program to leak.
 */
// biome-ignore format: lists of words
const table = `
  target:1 offscreen:3 drop:1 dropImage:1 resize:2 clean:0 frame:0 export:9 webGlLibrary:0 openWebGl:2 forgetWebGl:1
  save:0 restore:0 scale:2 rotate:1 translate:2 transform:6 setTransform:6 resetTransform:0
  globalAlpha:1 globalCompositeOperation:1 fillStyle:1 strokeStyle:1 fillPaint:1 strokePaint:1
  shadowOffsetX:1 shadowOffsetY:1 shadowBlur:1 shadowColor:1 filter:1
  lineWidth:1 lineCap:1 lineJoin:1 miterLimit:1 lineDashOffset:1 setLineDash:1
  font:1 textAlign:1 textBaseline:1 direction:1 letterSpacing:1 imageSmoothingEnabled:1 imageSmoothingQuality:1
  clearRect:4 fillRect:4 strokeRect:4 fillText:4 strokeText:4
  beginPath:0 closePath:0 moveTo:2 lineTo:2 quadraticCurveTo:4 bezierCurveTo:6 arcTo:5 rect:4 roundRect:5 arc:6
  ellipse:8 fill:1 stroke:0 clip:1 fillPath:2 strokePath:1 clipPath:2
  drawImage:4 drawImageTo:6 drawImagePart:10 putPixels:4
  measureText:1 isPointInPath:3 isPointInPathOf:4 isPointInStroke:2 isPointInStrokeOf:3 getPixels:4 getTransform:0
  getLineDash:0 read:1 toDataURL:2`;

const entries = table
  .split(/\s+/)
  .filter((word) => word !== '')
  .map((word) => word.split(':'));

/** Command → its number. Has no prototype. */
export const canvasCommands: Readonly<Record<string, number>> = Object.assign(
  Object.create(null),
  Object.fromEntries(entries.map(([name = ''], number) => [name, number])),
);
/** By number: the name, and how many arguments follow. */
export const canvasNames: readonly string[] = entries.map(([name = '']) => name);
export const canvasArity: readonly number[] = entries.map(([, arity]) => Number(arity));

/** What only a path by value has besides commands of the table: SVG path data; another path, and where it lies. */
export const pathSvg = -1;
export const pathNesting = -2;

/** Held by the worker against every program; a canvas beyond them draws nothing and says so. */
export const canvasLimits = {
  /** Pixels of one side, and of one surface. */
  side: 4_096,
  area: 16_777_216,
  /** Pixels of all surfaces, and of all pictures, of a program. */
  surfaces: 67_108_864,
  pictures: 67_108_864,
  /** How many of each. */
  surfaceCount: 64,
  pictureCount: 512,
  /** Numbers and texts that the commands of one turn may hold. */
  turn: 2_000_000,
  /** Saved states of one surface. */
  depth: 512,
  /** Pixels read or written at once: the guest takes a picture in strips. */
  strip: 262_144,
  /** Pixels of a picture that leaves as a text. */
  text: 4_194_304,
} as const;

/** Player → worker, on the sandbox's port. `surface` is an `OffscreenCanvas`; its type is not in every zone. */
export type ToCanvas =
  /** A canvas of a page. Without `surface` the worker makes one. An old canvas is drawn in CSS pixels. */
  | {
      readonly kind: 'surface';
      readonly id: number;
      readonly surface?: object | undefined;
      /** Drawing pixels of one CSS pixel, and its size in CSS pixels; 2d canvases size themselves. */
      readonly old?: CanvasBox | undefined;
    }
  /** The element of an old canvas has another size. */
  | { readonly kind: 'box'; readonly id: number; readonly box: CanvasBox }
  | { readonly kind: 'gone'; readonly id: number }
  /** A picture is decoded: an `ImageBitmap`. */
  | { readonly kind: 'picture'; readonly id: number; readonly bitmap: object }
  /** Answered by `font` with the same number. */
  | ({ readonly kind: 'font'; readonly id: number } & FontSource);

export interface CanvasBox {
  readonly width: number;
  readonly height: number;
  readonly ratio: number;
}

/** A font that is loaded by address; the browser decides by the document's policy whether it may. */
export interface FontSource {
  readonly family: string;
  readonly url: string;
  readonly style: string;
  readonly weight: string;
}

/** Worker → player. */
export type FromCanvas =
  /** What `export` was asked for, by the guest's number; `bytes` is absent when it could not be made. */
  | {
      readonly kind: 'exported';
      readonly id: number;
      readonly bytes?: ArrayBuffer | undefined;
      readonly type: 'image/png' | 'image/jpeg';
    }
  /** Text may be drawn in that font now; or it cannot be had, and is drawn in another. */
  | { readonly kind: 'font'; readonly id: number };
