import { createPagePainter, type PageFrame } from '../../dom/index.ts';
import type { PageSurface, ScreenPage } from '../screen.ts';
import { createNavigationBar } from './navigation-bar.ts';
import type { Words } from './words.ts';

/** One page in the window: its frame, its bar, and where they are. */
export interface PageView {
  readonly surface: PageSurface;
  readonly page: ScreenPage;
  /** What moves when the page comes or goes. */
  readonly parts: readonly HTMLElement[];
  setVisible(visible: boolean): void;
  /** Which of the pages tools see as the one on top. */
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
  });
  painter.onScroll(listener.scrolled);
  let stopPulling: (() => void) | undefined;
  let custom = false;

  const setVisible = (visible: boolean) => {
    for (const part of [frame.element, bar.element]) part.style.visibility = visible ? 'visible' : 'hidden';
    frame.element.inert = !visible;
  };
  setVisible(false);
  return {
    page,
    parts: [frame.element, bar.element],
    setVisible,
    setTop: (top) => void frame.element.toggleAttribute('data-top', top),
    layOut(above, below) {
      const top = (custom ? 0 : above.bar) + above.tabBar;
      frame.element.style.top = `${top}px`;
      frame.element.style.height = `calc(100% - ${top + below}px)`;
    },
    remove() {
      painter.dispose();
      frame.dispose();
      bar.element.remove();
    },
    surface: {
      setNavigationBar(state) {
        custom = state.custom;
        bar.draw(state);
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
        root.style.setProperty('--window-background', color);
        root.dataset.refreshStyle = textStyle;
        root.style.overflow = scrollable ? '' : 'hidden';
        if (pullable) stopPulling ??= painter.onPullDown(listener.pulled);
        else {
          stopPulling?.();
          stopPulling = undefined;
        }
      },
      setRefreshing: painter.setRefreshing,
      scrollTo: (top, durationMs) => void painter.scrollTo(top, durationMs),
      get scroll() {
        return painter.scroll;
      },
      get width() {
        return frame.window.innerWidth;
      },
      rect: painter.rect,
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
