import type { CallOutcome, Json, SoftKeyboard, ViewEvent } from '../protocol/index.ts';
import type { NodeRef, PageTree } from '../view/index.ts';
import type { CanvasHandle } from './components/canvas.ts';
import type { Intersection, IntersectionWatch } from './intersections.ts';
import type { MediaConditions } from './media-conditions.ts';

/** One page's iframe: nothing in it can run a script, the player's code works on its document from outside. */
export interface PageFrame {
  /** Fills its container; hidden (`visibility: hidden`) until the owner shows it. */
  readonly element: HTMLIFrameElement;
  readonly document: Document;
  readonly window: Window & typeof globalThis;
  /** Removes the iframe. A frame serves one page and is never used again. */
  dispose(): void;
}

export interface FramePool {
  /**
   * A ready frame inside the container, from the warm spare when there is one. Canvases paint only in a frame that is
   * asked for with `canvases`. The caller disposes it. Throws when
   * the pool is disposed or its container has left the document.
   */
  acquire(wanted?: { readonly canvases: boolean }): PageFrame;
  /** Same as `frame.dispose()`. */
  release(frame: PageFrame): void;
  /** Removes the spare. Frames already acquired stay. */
  dispose(): void;
}

/** Compiled style sheets of the program. Texts come from the package, already parsed and cleaned by the compiler. */
export interface ProgramStyles {
  /** App sheet, then page sheet. A page may shut out the one marked `app`. */
  sheets(): readonly { readonly text: string; readonly app?: boolean | undefined }[];
  /** The program asks for the format's renewed default look. */
  readonly renewed?: boolean;
  /** Sheet and class prefix of the component at `path`; both may be absent. */
  component(path: string): { readonly text?: string | undefined; readonly prefix?: string | undefined };
}

/** Turns what a program wrote as an address into one the frame may load. */
export interface Assets {
  /**
   * `path` as written; `source` is the WXML file it stands in (relative paths start there). A rejected promise or
   * an empty string counts as a failed load.
   */
  url(path: string, source: string): string | Promise<string>;
}

/** What happened on the page, still without the page's number. */
export type PaintedEvent = Omit<ViewEvent, 'page'>;

/**
 * Event types that components raise for the player itself, whether or not the program listens:
 *
 * | type | from | detail |
 * |---|---|---|
 * | `navigate` | `<navigator>` | `{url, openType, delta, target, appId, path, extraData}` |
 * | `open-type` | `<button open-type>` | `{openType, attributes}`: the button's plain attributes |
 * | `page-meta` | `<page-meta>` | `{backgroundColor, backgroundTextStyle}`, what is given of them |
 * | `navigation-bar` | `<navigation-bar>` | `{title, loading, frontColor, backgroundColor, duration}`, likewise |
 * | `full-screen` | `<video>` | `{on}`: the page takes the whole screen, or gives it back |
 * | `web-view` | `<web-view>` | `{src}`; `''` when it leaves |
 * | `context-event` | `<map>` | `{listener, detail}`: what the program hears by `MapContext.on` |
 *
 * The player acts on them and does not forward them.
 */
export const playerEvents = [
  'navigate',
  'open-type',
  'page-meta',
  'navigation-bar',
  'full-screen',
  'web-view',
  'picture-menu',
  'context-event',
] as const;
export type PlayerEventType = (typeof playerEvents)[number];

/** Time as the painter sees it. Handed in by tests; the browser's otherwise. */
export interface PaintClock {
  /** Milliseconds, monotonic. */
  now(): number;
  /** One shot. Returns its undo. */
  after(delayMs: number, run: () => void): () => void;
  /** Before the next frame is drawn, with `now()`. Returns its undo. */
  frame(run: (nowMs: number) => void): () => void;
}

/** What the world around a page gives its components. Each is absent where there is none. */
export interface Surroundings {
  /** Map tiles; `template` is an https address with `{x}`, `{y}`, `{z}`. */
  readonly tiles?: { readonly template: string; readonly attribution: string; readonly maxZoom: number } | undefined;
  /**
   * Where the device is, soon and at every change, in the coordinates of maps; undefined: that is refused, or not known.
   * Returns its undo.
   */
  follow?(hear: (place: { readonly latitude: number; readonly longitude: number } | undefined) => void): () => void;
  /** The device's camera. Rejects when the person or the browser refuses. The caller stops the tracks. */
  camera?(facing: 'user' | 'environment'): Promise<MediaStream>;
}

export interface PagePainterOptions {
  readonly frame: PageFrame;
  readonly tree: PageTree;
  readonly program: ProgramStyles;
  readonly assets: Assets;
  onEvent(event: PaintedEvent): void;
  /** Worth the author's attention, for example a tag that cannot be drawn. Each text is reported once. */
  onWarning(message: string): void;
  readonly surroundings?: Surroundings | undefined;
  /** A trusted pointer or key action happened in the page: the gate's gesture clock. */
  onGesture?(): void;
  /** A text field of the page is written in, or no longer. */
  onWriting?(writing: boolean): void;
  readonly clock?: PaintClock | undefined;
}

/** CSS pixels, relative to the page frame's viewport. */
export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly width: number;
  readonly height: number;
}

/** CSS pixels. */
export interface ScrollOffset {
  readonly scrollLeft: number;
  readonly scrollTop: number;
  readonly scrollWidth: number;
  readonly scrollHeight: number;
}

export interface PageScroll {
  readonly scrollTop: number;
  readonly scrollHeight: number;
  readonly clientHeight: number;
}

/** Draws one page tree into one page frame, from creation to `dispose`. */
export interface PagePainter {
  /** The page's scroll position changed, at most once a frame. Returns its undo. */
  onScroll(listener: (scroll: PageScroll) => void): () => void;
  /** Scrolls the page to `top` pixels within `durationMs` (0 = at once). Settles when there, or when another scroll took over. */
  scrollTo(top: number, durationMs: number): Promise<void>;
  readonly scroll: PageScroll;
  /** Lets the user pull the page down from its top; the listener runs when they let go far enough. Returns its undo. */
  onPullDown(listener: () => void): () => void;
  /** Shows or hides the refresh header (`startPullDownRefresh`, `stopPullDownRefresh`). */
  setRefreshing(refreshing: boolean): void;
  /** Where a node is drawn; undefined when it is not. */
  rect(ref: NodeRef): Rect | undefined;
  /** Scroll position and size of the content of a node (`scroll-view`), undefined when it is not drawn. */
  scrollOffset(ref: NodeRef): ScrollOffset | undefined;
  /** Current value of a form control (`input`, `switch` …), undefined for other nodes. */
  value(ref: NodeRef): Json | undefined;
  /** Tells `seen` when drawn nodes come to overlap areas by more or less than a threshold. Returns its undo. */
  watchIntersection(watch: IntersectionWatch, seen: (seen: Intersection) => void): () => void;
  /** Tells `changed` now and at each change whether the page has this size. Returns its undo. */
  watchMedia(conditions: MediaConditions, changed: (matches: boolean) => void): () => void;
  /** What is drawn on, of a node that is a canvas. */
  canvas(ref: NodeRef): CanvasHandle | undefined;
  /** Asks the live part of a node for a method of its context object. */
  call(ref: NodeRef, method: string, params: Json): Promise<CallOutcome>;
  /** The page came on top, or is covered now: what plays stops. */
  setShown(shown: boolean, program: boolean): void;
  /** The theme that sheets may ask for was set. */
  themeChanged(): void;
  /** The person goes back. True when a component closed something instead. */
  back(): boolean;
  /** Plays keyframes as programs write them. Resolves when all have ended. */
  animate(refs: readonly NodeRef[], frames: readonly Json[], durationMs: number): Promise<void>;
  /** Takes back what keyframes led to: these properties, or all. */
  clearAnimation(refs: readonly NodeRef[], properties?: readonly string[]): void;
  /** The keyboard on the screen: the field that is written in hears of it and stays in sight. */
  setKeyboard(keyboard: SoftKeyboard): void;
  /** The element a node is drawn as, for tools. */
  element(ref: NodeRef): Element | undefined;
  /** Stops drawing and listening. The frame is its owner's to dispose. */
  dispose(): void;
}
