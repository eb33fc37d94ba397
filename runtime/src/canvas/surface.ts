import type { CanvasBox } from '../protocol/canvas.ts';
import type { Arguments } from './command-reader.ts';
import type { Budget } from './webgl/memory.ts';
import type { WebGl } from './webgl/web-gl.ts';

/** Something that is drawn on: in a browser an OffscreenCanvas with its context. */
export interface Surface {
  readonly width: number;
  readonly height: number;
  /** Clears it as well. Sides are within the limits. */
  resize(width: number, height: number): void;
  /** An old canvas: commands count in CSS pixels from now on. What is drawn stays, as far as it has room. */
  setBox(box: CanvasBox): void;
  /** There are more fonts than before. */
  fontsChanged(): void;
  /** Everything away: picture, state, saved states. */
  clean(): void;
  /**
   * Carries out one command of the table that is for surfaces. The answer is that of a question; others have none.
   * May throw what the browser throws.
   */
  run(command: string, args: Arguments): string | Uint8Array<ArrayBuffer> | undefined;
  /**
   * Its WebGL context, when it has one. What is drawn on first, in 2d or by WebGL, it is drawn on for ever. Undefined,
   * with a word to the author, where there is none to be had.
   */
  openWebGl(version: 1 | 2, attributes: ReadonlyMap<string, boolean>): WebGl | undefined;
  readonly webGl: WebGl | undefined;
  /** Nothing draws on it any more. */
  dispose(): void;
  /** What other surfaces can draw of it; undefined where nothing can be drawn. */
  readonly picture: object | undefined;
  /** A part of it, scaled, as a file. Sizes are within the limits. */
  toFile(part: FilePart): Promise<ArrayBuffer>;
}

export interface FilePart {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly fileWidth: number;
  readonly fileHeight: number;
  readonly type: 'image/png' | 'image/jpeg';
  readonly quality: number | undefined;
}

/** What surfaces see of each other and of pictures. */
export interface Sources {
  /** `kind` 0 is a picture, 1 a surface. Undefined for what is not there, or no more. */
  find(kind: number, id: number): object | undefined;
  /**
   * A family that nobody has, to be put behind a font; another each time fonts have come. A browser keeps what it made
   * of a list of families for all canvases of a worker, and would not look for the new font.
   */
  readonly fontMark: string;
  readonly webGl: Budget;
  /** Tells the author, once. */
  warn(message: string): void;
}

/** `given` is the surface of a page's element, when it has one. */
export type CreateSurface = (width: number, height: number, sources: Sources, given?: object) => Surface;
