import type {
  Assets,
  CanvasHandle,
  DecodedPicture,
  PagePainter,
  PageScroll,
  PaintedEvent,
  ProgramStyles,
  Rect,
  ScrollOffset,
} from '../dom/index.ts';
import type { FontSource } from '../protocol/canvas.ts';
import type { Problem } from '../protocol/errors.ts';
import type { PageId } from '../protocol/ids.ts';
import type { Json } from '../protocol/json.ts';
import type { Environment, SoftKeyboard } from '../protocol/messages.ts';
import type { NodeRef, PageTree } from '../view/index.ts';

/**
 * Where a program is drawn. The player decides what is on it and keeps that as plain data; a screen only
 * draws what it is handed and says what the person did. Implementations: `headless-screen`, `dom-screen`.
 */
export interface Screen {
  /** Makes the surface of a page, not yet visible. The page disposes it. */
  openPage(page: ScreenPage): PageSurface;
  /** Makes this page the visible one. */
  showPage(page: PageId, motion: Motion): void;
  setTabBar(bar: TabBarState | undefined): void;
  setToast(toast: Toast | undefined): void;
  /** Undefined closes it. */
  showViewer(viewer: Viewer | undefined): void;
  /** Of what is at an address that `assets` gave. Rejects when it cannot be loaded. */
  measure(url: string, type: 'image' | 'video'): Promise<MediaMeasure>;
  /** The picture at an address as a PNG file; undefined when its site does not let it be read. */
  pictureFile(url: string): Promise<Blob | undefined>;
  words(): ScreenWords;
  /** Resolves when the person has chosen. Only one is open: a later one closes the earlier as cancelled. */
  askModal(modal: Modal): Promise<ModalAnswer>;
  /** Resolves to the index chosen, or undefined when it was closed. */
  askActionSheet(sheet: ActionSheet): Promise<number | undefined>;
  /** Loads a picture for canvases to draw. @throws Error saying why there is none. */
  decode(url: string, mostPixels: number): Promise<DecodedPicture>;
  /** The program is over: says why, in place of everything else. */
  showFailure(problem: Problem): void;
  setEnvironment(environment: Environment): void;
  /** The whole program is in front, or away: what plays on its pages stops. */
  setForeground(foreground: boolean): void;
  /** Something that plays sound; undefined where there is none to hear. */
  openSound(): HTMLAudioElement | undefined;
  /** What the person did to the player's own parts. Returns its undo. */
  onAction(listener: (action: ScreenAction) => void): () => void;
  dispose(): void;
}

export type Motion = 'none' | 'push' | 'pop';

export type ScreenAction =
  /** A trusted user action anywhere in the program's window. */
  | { readonly kind: 'gesture' }
  | { readonly kind: 'back' }
  | { readonly kind: 'home' }
  | { readonly kind: 'tab'; readonly index: number };

export interface ScreenPage {
  readonly id: PageId;
  readonly route: string;
  readonly tree: PageTree;
  readonly isTab: boolean;
  /** It may come to draw a canvas. */
  readonly canvases: boolean;
  readonly styles: ProgramStyles;
  readonly assets: Assets;
  readonly listener: PageListener;
}

/** What a surface reports. */
export interface PageListener {
  event(event: PaintedEvent): void;
  /** At most once a frame. */
  scrolled(scroll: PageScroll): void;
  /** The person pulled the page down far enough. */
  pulled(): void;
  /** A field of the page is written in, or no longer. */
  writing(on: boolean): void;
  warning(message: string): void;
}

/** One page on a screen. */
export interface PageSurface {
  setNavigationBar(bar: NavigationBar): void;
  setBackground(background: PageBackground): void;
  /** Shows or ends the spinner above the page. */
  setRefreshing(refreshing: boolean): void;
  scrollTo(top: number, durationMs: number): void;
  readonly scroll: PageScroll;
  /** Of the page's viewport, in CSS pixels. */
  readonly width: number;
  /** Where a node is drawn, in CSS pixels of the page frame's viewport; undefined when it is not. */
  rect(node: NodeRef): Rect | undefined;
  /** Scroll position of a scrollable node, and the size of what it scrolls. */
  scrollOffset(node: NodeRef): ScrollOffset | undefined;
  /** Plays keyframes as programs write them on nodes. Resolves when all have ended. */
  animate(nodes: readonly NodeRef[], frames: readonly Json[], durationMs: number): Promise<void>;
  /** Takes back what keyframes led to: these properties, or all. */
  clearAnimation(nodes: readonly NodeRef[], properties?: readonly string[]): void;
  /** The field of the page that the person writes in. */
  focused(): FocusedField | undefined;
  /** The keyboard on the screen: the field hears of it, and the page goes up as far as it must. */
  setKeyboard(keyboard: SoftKeyboard): void;
  /** Loads a font for the page. Resolves to false when it cannot be had. */
  addFont(font: FontSource): Promise<boolean>;
  /** What a canvas is drawn on; undefined for other nodes. */
  canvas(node: NodeRef): CanvasHandle | undefined;
  /** Current value of a form control; undefined for other nodes. */
  value(node: NodeRef): Json | undefined;
  /** Values of CSS properties, in either spelling, as drawn; `''` where nothing is. */
  computedStyle(node: NodeRef, names: readonly string[]): Readonly<Record<string, string>>;
  /** Asks the component drawn for a node for a method of its context object. */
  readonly call: PagePainter['call'];
  /** True when something open on the page closed, so that the page stays. */
  back(): boolean;
  /** The page takes the whole screen, its bar and the tab bar go, or come back. */
  setFullScreen(on: boolean): void;
  /** Shows a web page in place of the page's own content, why there is none, or the content again. */
  setWebView(view: WebView | undefined): void;
  /** Both tell a listener from now on, return their undo, and end with the surface. */
  readonly watchIntersection: PagePainter['watchIntersection'];
  readonly watchMedia: PagePainter['watchMedia'];
  /** Resolves when everything applied to the tree so far is on screen. */
  flushed(): Promise<void>;
  dispose(): void;
}

/** A web page in a frame of its own. It is foreign: nothing of it is trusted. */
export interface WebView {
  /** An address that the program may show, or why it may not. */
  readonly address: { readonly url: string } | { readonly refused: string };
  /** The frame has loaded something. */
  loaded(): void;
  /** The frame was kept from an address that is not the program's. */
  blocked(url: string): void;
  /** The web page posted something: unchecked. */
  message(data: unknown): void;
}

export interface NavigationBar {
  readonly title: string;
  readonly backgroundColor: string;
  readonly textStyle: 'black' | 'white';
  readonly loading: boolean;
  readonly back: boolean;
  readonly home: boolean;
  /** The page draws under where the bar would be. */
  readonly custom: boolean;
  /** How long a change of colour takes. */
  readonly animationMs: number;
}

export interface FocusedField {
  /** Of the selection, in characters. */
  readonly start: number;
  readonly end: number;
  leave(): void;
}

export interface ViewerItem {
  readonly url: string;
  readonly type: 'image' | 'video';
}

/** Pictures and videos over the whole screen. */
export interface Viewer {
  readonly items: readonly ViewerItem[];
  /** Index of the one that is seen first. */
  readonly first: number;
  readonly assets: Assets;
  /** A long press on the one with that index. */
  readonly menu?: ((index: number) => void) | undefined;
}

export interface MediaMeasure {
  readonly width: number;
  readonly height: number;
  /** Seconds; 0 for a picture, or where it is not known. */
  readonly duration: number;
}

/** What the screen says in the person's language to more than one part of the player. */
export interface ScreenWords {
  readonly savePicture: string;
  readonly notSaved: string;
}

export interface PageBackground {
  /** What `prefers-color-scheme` means in the page, and what an unstyled page looks like. */
  readonly theme: 'light' | 'dark';
  /** Of the window behind the page: CSS colour. */
  readonly color: string;
  /** Of the pull-down spinner. */
  readonly textStyle: 'dark' | 'light';
  readonly pullable: boolean;
  readonly scrollable: boolean;
}

export interface TabBarItem {
  readonly text: string;
  /** Package path or address, resolved by `assets`. */
  readonly iconPath: string | undefined;
  readonly selectedIconPath: string | undefined;
  readonly badge: string | undefined;
  readonly redDot: boolean;
}

export interface TabBarState {
  readonly items: readonly TabBarItem[];
  readonly selected: number;
  readonly color: string;
  readonly selectedColor: string;
  readonly backgroundColor: string;
  readonly borderStyle: 'black' | 'white';
  readonly position: 'bottom' | 'top';
  readonly assets: Assets;
}

export interface Toast {
  readonly title: string;
  readonly icon: 'success' | 'error' | 'loading' | 'none';
  /** Shown in place of the icon. */
  readonly image?: string | undefined;
  /** Nothing behind it can be touched. */
  readonly mask: boolean;
  readonly assets: Assets;
}

export interface Modal {
  readonly title: string;
  readonly content: string;
  readonly showCancel: boolean;
  /** Undefined takes the screen's own word, in the person's language. */
  readonly cancelText?: string | undefined;
  /** CSS colours; undefined takes the screen's own. */
  readonly cancelColor?: string | undefined;
  readonly confirmText?: string | undefined;
  readonly confirmColor?: string | undefined;
  /** With a field; its text comes back as the answer's content. */
  readonly editable: boolean;
  readonly placeholderText: string;
}

export interface ModalAnswer {
  readonly confirm: boolean;
  /** Text of the field of an editable modal. */
  readonly content: string | undefined;
}

export interface ActionSheet {
  readonly alertText?: string | undefined;
  readonly items: readonly string[];
  readonly itemColor?: string | undefined;
}
