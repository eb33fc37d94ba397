import type { WxLink } from '../wx-link.ts';

export interface CanvasKit {
  readonly link: WxLink;
  /** Commands as JSON text, and bytes they name; the answer to the last question among them. May throw what the door refuses. */
  readonly draw: (text: string, bytes?: ArrayBuffer) => string | ArrayBuffer;
}

/** What the base library asks of canvases. */
export interface CanvasLibrary {
  /** The object of a drawn `<canvas type="2d">` or `webgl`, the same each time; `surface` is the player's number for it. */
  node(surface: number): object;
  /** The context of a drawn canvas of the older kind. */
  contextOf(surface: number): object;
  /** `wx` members by name, as far as they are about canvases. */
  readonly members: Readonly<Record<string, (...values: unknown[]) => unknown>>;
  /** The turn is over: what was drawn leaves. Never throws. */
  flush(): void;
}

export type CreateCanvasLibrary = (kit: CanvasKit) => CanvasLibrary;
