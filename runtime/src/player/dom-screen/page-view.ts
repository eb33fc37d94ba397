import { addFont, createPagePainter, type PageFrame, type Surroundings } from '../../dom/index.ts';
import type { PageSurface, ScreenPage } from '../screen.ts';
import { createNavigationBar } from './navigation-bar.ts';
import { createWebViewFrame, type WebViewFrame } from './web-view-frame.ts';
import type { Words } from './words.ts';

/** One page in the window: its frame, its bar, and where they are. */
export interface PageView {
  readonly surface: PageSurface;
  readonly page: ScreenPage;
  /** What moves when the page comes or goes. */
  readonly parts: readonly HTMLElement[];
  setVisible(visible: boolean): void;
  /** What plays on the page may play. */
  setShown(shown: boolean, program: boolean): void;
  /** Which of the pages tools see as the one on top. None while pages slide: what is pressed then meets whatever passes. */
  setTop(top: boolean): void;
  /** Heights of what the window keeps above and below a page, in CSS pixels. */
  layOut(above: { readonly bar: number; readonly tabBar: number }, below: number): void;
  /** Takes the page off the screen for good. */
  remove(): void;
}

export interface PageViewOptions {
  readonly page: ScreenPage;
  readonly frame: PageFrame;
  readonly container: HTMLElement;
  readonly words: Words;
  press(what: 'back' | 'home'): void;
  gesture(): void;
  /** The page is closed: the screen removes the view when it is out of sight. */
  closed(): void;
  /** The bar appeared or went. */
  barChanged(): void;
  readonly surroundings: Surroundings;
  /** The page took the whole screen, or gave it back. */
  tabBarHidden(hidden: boolean): void;
}

export function createPageView(options: PageViewOptions): PageView {
  const { page, frame, container, words } = options;
  const { listener } = page;
  const bar = createNavigationBar(container.ownerDocument, words, options.press);
  container.append(bar.element);
  frame.element.dataset.page = String(page.id);
  frame.element.classList.add('page-frame');
  // Later pages lie above earlier ones.
  for (const part of [frame.element, bar.element]) part.style.zIndex = String(page.id);
  const painter = createPagePainter({
    frame,
    tree: page.tree,
    program: page.styles,
    assets: page.assets,
    onEvent: listener.event,
    onWarning: listener.warning,
    onGesture: options.gesture,
    onWriting: listener.writing,
    surroundings: options.surroundings,
  });
  painter.onScroll(listener.scrolled);
  let stopPulling: (() => void) | undefined;
  let custom = false;
  let fullScreen = false;
  let webView: WebViewFrame | undefined;

  const setVisible = (visible: boolean) => {
    for (const part of [frame.element, bar.element, webView?.element]) {
      if (part) part.style.visibility = visible ? 'visible' : 'hidden';
    }
    frame.element.inert = !visible;
  };
  setVisible(false);
  return {
    page,
    get parts() {
      return [frame.element, bar.element, ...(webView ? [webView.element] : [])];
    },
    setVisible,
    setShown: painter.setShown,
    setTop(top) {
      for (const part of [frame.element, bar.element]) part.toggleAttribute('data-top', top);
    },
    layOut(above, below) {
      const top = fullScreen ? 0 : (custom ? 0 : above.bar) + above.tabBar;
      for (const element of [frame.element, webView?.element]) {
        if (!element) continue;
        element.style.top = `${top}px`;
        element.style.height = `calc(100% - ${fullScreen ? 0 : top + below}px)`;
      }
      bar.element.hidden = fullScreen || custom;
    },
    remove() {
      painter.dispose();
      webView?.dispose();
      if (fullScreen) options.tabBarHidden(false);
      frame.dispose();
      bar.element.remove();
    },
    surface: {
      setNavigationBar(state) {
        custom = state.custom;
        bar.draw(state);
        // What screen readers call the frame's document.
        frame.document.title = state.title;
        options.barChanged();
      },
      setBackground({ color, pullable, scrollable, textStyle, theme }) {
        frame.element.style.backgroundColor = theme === 'dark' ? '#111111' : '#ffffff';
        const root = frame.document.documentElement;
        // Frame and document must agree: where they differ, browsers paint an opaque canvas between them.
        frame.element.style.colorScheme = theme;
        root.style.colorScheme = theme;
        // The compiler turns `prefers-color-scheme` into a question about this.
        root.style.setProperty('--wx-color-scheme', theme);
        painter.themeChanged();
        root.style.setProperty('--window-background', color);
        root.dataset.refreshStyle = textStyle;
        root.style.overflow = scrollable ? '' : 'hidden';
        if (pullable) stopPulling ??= painter.onPullDown(listener.pulled);
        else {
          stopPulling?.();
          stopPulling = undefined;
        }
      },
      call: painter.call,
      back: painter.back,
      setFullScreen(on) {
        fullScreen = on;
        options.tabBarHidden(on);
        options.barChanged();
      },
      setWebView(view) {
        webView?.dispose();
        webView = view && createWebViewFrame(container, view, words);
        if (!webView) return;
        webView.element.style.zIndex = String(page.id);
        webView.element.style.visibility = frame.element.style.visibility;
        options.barChanged();
      },
      setRefreshing: painter.setRefreshing,
      scrollTo: (top, durationMs) => void painter.scrollTo(top, durationMs),
      get scroll() {
        return painter.scroll;
      },
      get width() {
        return frame.window.innerWidth;
      },
      animate: painter.animate,
      clearAnimation: painter.clearAnimation,
      focused() {
        const field = frame.document.activeElement;
        if (!(field instanceof frame.window.HTMLInputElement || field instanceof frame.window.HTMLTextAreaElement)) {
          return undefined;
        }
        return { start: field.selectionStart ?? 0, end: field.selectionEnd ?? 0, leave: () => field.blur() };
      },
      setKeyboard: painter.setKeyboard,
      rect: painter.rect,
      addFont: (font) => addFont(frame, font),
      canvas: painter.canvas,
      scrollOffset: painter.scrollOffset,
      value: painter.value,
      watchIntersection: painter.watchIntersection,
      watchMedia: painter.watchMedia,
      computedStyle(node, names) {
        const element = painter.element(node);
        const style = element && frame.window.getComputedStyle(element);
        return Object.fromEntries(names.map((name) => [name, style?.getPropertyValue(cssNameOf(name)) ?? '']));
      },
      flushed: () => nextFrame(container.ownerDocument),
      dispose: options.closed,
    },
  };
}

/** `margin-top` of `marginTop`. */
const cssNameOf = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** A hidden window draws no frames: it must not keep the guest waiting for one. */
const hiddenFrameMs = 100;

function nextFrame(document: Document): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, hiddenFrameMs);
    document.defaultView?.requestAnimationFrame(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
