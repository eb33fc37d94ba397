import type { CanvasHandle, PageScroll } from '../dom/index.ts';
import { type NodeRef, textOf } from '../view/index.ts';
import type { NavigationBar, PageBackground, PageSurface, ScreenPage, WebView } from './screen.ts';

/** A page as a headless screen remembers it. */
export interface HeadlessPage {
  readonly page: ScreenPage;
  readonly navigationBar: NavigationBar | undefined;
  readonly background: PageBackground | undefined;
  readonly refreshing: boolean;
  readonly webView: WebView | undefined;
  readonly scroll: PageScroll;
  /** As if the person had scrolled, or the content had grown. */
  setScroll(scroll: Partial<PageScroll>): void;
}

/** The surface given to the program and what a test sees of it. `gone` runs when the page disposes it. */
export function createHeadlessPage(
  page: ScreenPage,
  gone: () => void,
): HeadlessPage & { readonly surface: PageSurface } {
  const canvases = new Map<string, CanvasHandle>();
  const canvasOf = (node: NodeRef): CanvasHandle => {
    const key = `${node.block} ${node.node}`;
    const handle = canvases.get(key) ?? createCanvas(textOf(page.tree.attribute(node, 'type')) === '');
    canvases.set(key, handle);
    return handle;
  };
  let navigationBar: NavigationBar | undefined;
  let background: PageBackground | undefined;
  let refreshing = false;
  let webView: WebView | undefined;
  let scroll: PageScroll = { scrollTop: 0, scrollHeight: 0, clientHeight: 0 };
  const setScroll = (change: Partial<PageScroll>) => {
    scroll = { ...scroll, ...change };
    page.listener.scrolled(scroll);
  };
  return {
    page,
    get navigationBar() {
      return navigationBar;
    },
    get background() {
      return background;
    },
    get webView() {
      return webView;
    },
    get refreshing() {
      return refreshing;
    },
    get scroll() {
      return scroll;
    },
    setScroll,
    surface: {
      setNavigationBar(bar) {
        navigationBar = bar;
      },
      setBackground(next) {
        background = next;
      },
      call: (_node, method) =>
        Promise.resolve({ ok: false, error: { errMsg: `fail ${method} needs a screen`, code: 'NOT_SUPPORTED' } }),
      back: () => false,
      setFullScreen: nothing,
      setWebView(next) {
        webView = next;
      },
      setRefreshing(next) {
        refreshing = next;
      },
      scrollTo: (scrollTop) => setScroll({ scrollTop }),
      get scroll() {
        return scroll;
      },
      width: 0,
      // Nothing is laid out: no node has a place.
      rect: () => undefined,
      scrollOffset: () => undefined,
      animate: () => Promise.resolve(),
      clearAnimation: nothing,
      focused: () => undefined,
      setKeyboard: nothing,
      addFont: () => Promise.resolve(true),
      canvas: (node) => (page.tree.tag(node) === 'canvas' ? canvasOf(node) : undefined),
      value: () => undefined,
      watchIntersection: () => nothing,
      watchMedia: () => nothing,
      computedStyle: (_node, names) => Object.fromEntries(names.map((name) => [name, ''])),
      flushed: () => Promise.resolve(),
      dispose: gone,
    },
  };
}

const nothing = (): void => undefined;

/** Without an element behind it: its worker draws on a surface of its own, which only remembers. */
function createCanvas(old: boolean): CanvasHandle {
  return { old, box: () => ({ width: 300, height: 150, ratio: 1 }), take: () => undefined, watch: nothing };
}
