import { textOf } from '../../view/index.ts';
import { isElement } from '../dom-nodes.ts';
import { numberOf } from '../flags.ts';
import { cssLength, inlineStyle, pixels } from '../inline-style.ts';
import { createPageScroller } from '../page-scroll.ts';
import type { BuiltIn, ComponentContext, ComponentInstance } from './component.ts';

/** Speaks for its page: its style, sizes, scrolling, and the window behind it. */
export const pageMeta: BuiltIn = {
  tag: 'page-meta',
  attributes: [
    'background-text-style',
    'background-color',
    'root-background-color',
    'page-style',
    'page-font-size',
    'root-font-size',
    'scroll-top',
  ],
  reads: ['scroll-duration'],
  events: ['resize', 'scroll', 'scrolldone'],
  options: { 'background-text-style': ['dark', 'light'] },
  noEffect: {
    'background-color-top': 'The page does not move beyond its ends, where this would be seen.',
    'background-color-bottom': 'The page does not move beyond its ends, where this would be seen.',
    'page-orientation': 'The window has the shape that the person gave it.',
  },
  notHere: ['page-orientation'],
  style: 'wx-page-meta{display:none}',
  create: createPageMeta,
};

function createPageMeta(context: ComponentContext): ComponentInstance {
  const { attribute, clock, document, emit, host, tell, window } = context;
  const scroller = createPageScroller({ document, window }, clock);
  const ends = new AbortController();
  const page = (): HTMLElement | undefined => {
    const element = host.closest('wx-page');
    return isElement(element) ? element : undefined;
  };
  const root = document.documentElement;

  scroller.onScroll(({ scrollTop }) => emit('scroll', { scrollTop }));
  window.addEventListener(
    'resize',
    () => emit('resize', { size: { windowWidth: window.innerWidth, windowHeight: window.innerHeight } }),
    { signal: ends.signal },
  );

  const drawPage = (): void => {
    const element = page();
    if (!element) return;
    element.style.cssText = inlineStyle(attribute('page-style'));
    const size = fontSize(attribute('page-font-size'));
    if (size !== undefined) element.style.fontSize = size;
  };
  const write = (name: string): void => {
    const value = attribute(name) ?? null;
    switch (name) {
      case 'page-style':
      case 'page-font-size':
        drawPage();
        break;
      case 'root-font-size':
        root.style.fontSize = fontSize(value) ?? '';
        break;
      case 'root-background-color':
        root.style.backgroundColor = textOf(value);
        break;
      case 'scroll-top': {
        const top = pixels(value, window.innerWidth);
        if (top === undefined) break;
        void scroller.scrollTo(top, numberOf(attribute('scroll-duration'), 300)).then(() => emit('scrolldone', {}));
        break;
      }
      case 'background-color':
        tell('page-meta', { backgroundColor: textOf(value) });
        break;
      case 'background-text-style':
        tell('page-meta', { backgroundTextStyle: textOf(value) });
        break;
    }
  };
  const given = new Set<string>();
  let attached = false;
  return {
    update(name) {
      given.add(name);
      if (attached) write(name);
    },
    attached() {
      attached = true;
      for (const name of given) write(name);
    },
    dispose() {
      ends.abort();
      scroller.dispose();
    },
  };
}

/** `system` is the size the person chose for their browser. */
function fontSize(value: Parameters<typeof cssLength>[0]): string | undefined {
  return value === 'system' ? 'medium' : cssLength(value);
}
