import type { Json } from '../../protocol/index.ts';
import { textOf } from '../../view/index.ts';
import { isElement } from '../dom-nodes.ts';
import { isOn, numberOf } from '../flags.ts';
import { pixels } from '../inline-style.ts';
import type { BuiltIn } from './component.ts';
import { wantsStillness } from './motion.ts';
import { dragEvents, watchScrollDrag } from './scroll-drag.ts';
import { createRefresher, refresherAttributes, refresherEvents, refresherStyle } from './scroll-refresher.ts';

/** What share of the room around it lies before what is scrolled to. */
const alignments: ReadonlyMap<string, number> = new Map([
  ['start', 0],
  ['center', 0.5],
  ['end', 1],
]);
const positions = ['scroll-top', 'scroll-left', 'scroll-into-view'];

/** An area that scrolls by itself, across or down. */
export const scrollView: BuiltIn = {
  tag: 'scroll-view',
  flags: ['scroll-x', 'scroll-y', 'enable-flex', 'enhanced', 'paging-enabled', 'show-scrollbar', 'refresher-enabled'],
  attributes: ['scroll-top', 'scroll-left', 'scroll-into-view', 'bounces', ...refresherAttributes],
  reads: [
    'upper-threshold',
    'lower-threshold',
    'scroll-with-animation',
    'scroll-into-view-offset',
    'scroll-into-view-alignment',
    'fast-deceleration',
  ],
  events: ['scroll', 'scrolltoupper', 'scrolltolower', 'scrollstart', 'scrollend', ...dragEvents, ...refresherEvents],
  options: {
    'refresher-default-style': ['black', 'white', 'none'],
    'scroll-into-view-alignment': [...alignments.keys()],
  },
  noEffect: {
    'enable-back-to-top': 'There is no status bar to tap.',
    'enable-passive': 'Listening never holds up scrolling here.',
    'using-sticky': 'What is sticky sticks for as long as the area scrolls.',
    'scroll-anchoring': 'The browser keeps what is read in its place by itself.',
  },
  style:
    'wx-scroll-view{display:block;width:100%;overflow:hidden}' +
    'wx-scroll-view>wx-scroller{display:block;position:relative;width:100%;height:100%;max-height:inherit;' +
    'overflow:hidden;scrollbar-width:none}' +
    'wx-scroller:focus-visible{outline-offset:-2px}' +
    'wx-scroll-view[scroll-x]>wx-scroller{overflow-x:auto}wx-scroll-view[scroll-y]>wx-scroller{overflow-y:auto}' +
    // Bars that take room only where somebody asks for them.
    'wx-scroll-view[enhanced][show-scrollbar]>wx-scroller{scrollbar-width:thin}' +
    'wx-scroll-view[paging-enabled][scroll-y]>wx-scroller{touch-action:pan-x}' +
    'wx-scroll-view[paging-enabled][scroll-x]>wx-scroller{touch-action:pan-y}' +
    refresherStyle +
    'wx-scroll-view[enable-flex]>wx-scroller{display:flex;flex-direction:inherit;flex-wrap:inherit;' +
    'align-items:inherit;align-content:inherit;justify-content:inherit}',
  build(host) {
    const scroller = host.ownerDocument.createElement('wx-scroller');
    // So that the arrow keys scroll it, with or without anything to press in it.
    scroller.tabIndex = 0;
    host.append(scroller);
  },
  content: (host) => (isElement(host.firstElementChild) ? host.firstElementChild : host),
  create(context) {
    const { host, window, clock } = context;
    const box = isElement(host.firstElementChild) ? host.firstElementChild : host;
    let inDocument = false;
    let moving = false;
    const refresher = createRefresher(context, box);
    const drag = watchScrollDrag(context, box, refresher);
    let last = { left: 0, top: 0 };
    let cancelFrame: (() => void) | undefined;
    /** Edges already reported, until the scroller leaves their neighbourhood again. */
    const reported = new Set<string>();

    const threshold = (name: string) => pixels(context.attribute(name), window.innerWidth) ?? 50;
    const edge = (name: 'scrolltoupper' | 'scrolltolower', direction: string, near: boolean, moved: boolean) => {
      const key = `${name} ${direction}`;
      if (!near) reported.delete(key);
      else if (moved && !reported.has(key)) {
        reported.add(key);
        context.emit(name, { direction });
      }
    };
    const report = (): void => {
      cancelFrame = undefined;
      const { scrollLeft, scrollTop, scrollWidth, scrollHeight, clientWidth, clientHeight } = box;
      const deltaX = last.left - scrollLeft;
      const deltaY = last.top - scrollTop;
      last = { left: scrollLeft, top: scrollTop };
      if (deltaX === 0 && deltaY === 0) return;
      if (!moving) context.emit('scrollstart', { scrollLeft, scrollTop, scrollHeight, scrollWidth });
      moving = true;
      drag.scrolled();
      context.emit('scroll', { scrollLeft, scrollTop, scrollHeight, scrollWidth, deltaX, deltaY });
      const upper = threshold('upper-threshold');
      const lower = threshold('lower-threshold');
      if (isOn(context.attribute('scroll-y'))) {
        edge('scrolltoupper', 'top', scrollTop <= upper, deltaY > 0);
        edge('scrolltolower', 'bottom', scrollHeight - clientHeight - scrollTop <= lower, deltaY < 0);
      }
      if (isOn(context.attribute('scroll-x'))) {
        edge('scrolltoupper', 'left', scrollLeft <= upper, deltaX > 0);
        edge('scrolltolower', 'right', scrollWidth - clientWidth - scrollLeft <= lower, deltaX < 0);
      }
    };
    const onScroll = () => {
      cancelFrame ??= clock.frame(report);
    };
    box.addEventListener('scroll', onScroll, { passive: true });
    box.addEventListener('scrollend', () => {
      const { scrollLeft, scrollTop, scrollHeight, scrollWidth } = box;
      if (moving) context.emit('scrollend', { scrollLeft, scrollTop, scrollHeight, scrollWidth });
      moving = false;
    });

    const glide = (to: { left?: number; top?: number }) => {
      const smooth = !wantsStillness(window) && isOn(context.attribute('scroll-with-animation'));
      box.scrollTo({ ...to, behavior: smooth ? 'smooth' : 'instant' });
    };
    const reveal = (id: string): void => {
      const target = id === '' ? undefined : [...box.querySelectorAll('[id]')].find((one) => one.id === id);
      if (!target) return;
      const from = box.getBoundingClientRect();
      const to = target.getBoundingClientRect();
      const offset = numberOf(context.attribute('scroll-into-view-offset'), 0);
      const share = alignments.get(textOf(context.attribute('scroll-into-view-alignment'))) ?? 0;
      const across = box.scrollLeft + to.left - from.left - share * (from.width - to.width) + offset;
      const down = box.scrollTop + to.top - from.top - share * (from.height - to.height) + offset;
      const left = isOn(context.attribute('scroll-x')) ? { left: across } : {};
      const top = isOn(context.attribute('scroll-y')) ? { top: down } : {};
      glide({ ...left, ...top });
    };
    const apply = (name: string, value: Json | undefined): void => {
      const length = pixels(value, window.innerWidth);
      if (name === 'scroll-into-view') reveal(textOf(value));
      else if (length !== undefined) glide(name === 'scroll-top' ? { top: length } : { left: length });
    };
    const wanted = new Set<string>();
    const follow = (): void => {
      const names = [...wanted];
      wanted.clear();
      if (!box.isConnected) return;
      for (const name of names) apply(name, context.attribute(name));
    };
    return {
      update(name, value) {
        if (name === 'bounces') box.style.overscrollBehavior = isOn(value) ? '' : 'none';
        if (name === 'refresher-enabled') drag.update();
        if (!inDocument) return;
        if (name.startsWith('refresher')) return refresher.update();
        if (!positions.includes(name)) return;
        // After the batch: what is scrolled to may be mounted by a later operation of it.
        if (wanted.size === 0) queueMicrotask(follow);
        wanted.add(name);
      },
      attached() {
        inDocument = true;
        for (const name of positions) apply(name, context.attribute(name));
        last = { left: box.scrollLeft, top: box.scrollTop };
        if (isOn(context.attribute('refresher-triggered'))) refresher.update();
      },
      dispose() {
        cancelFrame?.();
        drag.dispose();
        refresher.dispose();
      },
    };
  },
};
