import type { Json } from '../../protocol/index.ts';
import { textOf } from '../../view/index.ts';
import { isElement } from '../dom-nodes.ts';
import { isOn } from '../flags.ts';
import { pixels } from '../inline-style.ts';
import type { BuiltIn } from './component.ts';

/** An area that scrolls by itself, across or down. */
export const scrollView: BuiltIn = {
  tag: 'scroll-view',
  flags: ['scroll-x', 'scroll-y', 'enable-flex'],
  attributes: ['scroll-top', 'scroll-left', 'scroll-into-view'],
  reads: ['upper-threshold', 'lower-threshold', 'scroll-with-animation'],
  events: ['scroll', 'scrolltoupper', 'scrolltolower'],
  style:
    'wx-scroll-view{display:block;width:100%;overflow:hidden}' +
    'wx-scroll-view>wx-scroller{display:block;position:relative;width:100%;height:100%;max-height:inherit;' +
    'overflow:hidden;scrollbar-width:none}' +
    'wx-scroll-view[scroll-x]>wx-scroller{overflow-x:auto}wx-scroll-view[scroll-y]>wx-scroller{overflow-y:auto}' +
    'wx-scroll-view[enable-flex]>wx-scroller{display:flex;flex-direction:inherit;flex-wrap:inherit;' +
    'align-items:inherit;align-content:inherit;justify-content:inherit}',
  build(host) {
    host.append(host.ownerDocument.createElement('wx-scroller'));
  },
  content: (host) => (isElement(host.firstElementChild) ? host.firstElementChild : host),
  create(context) {
    const { host, window, clock } = context;
    const box = isElement(host.firstElementChild) ? host.firstElementChild : host;
    let inDocument = false;
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

    const glide = (to: { left?: number; top?: number }) => {
      const smooth = isOn(context.attribute('scroll-with-animation'));
      box.scrollTo({ ...to, behavior: smooth ? 'smooth' : 'instant' });
    };
    const reveal = (id: string): void => {
      const target = id === '' ? undefined : [...box.querySelectorAll('[id]')].find((one) => one.id === id);
      if (!target) return;
      const from = box.getBoundingClientRect();
      const to = target.getBoundingClientRect();
      const left = isOn(context.attribute('scroll-x')) ? { left: box.scrollLeft + to.left - from.left } : {};
      const top = isOn(context.attribute('scroll-y')) ? { top: box.scrollTop + to.top - from.top } : {};
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
      update(name) {
        if (!inDocument) return;
        // After the batch: what is scrolled to may be mounted by a later operation of it.
        if (wanted.size === 0) queueMicrotask(follow);
        wanted.add(name);
      },
      attached() {
        inDocument = true;
        for (const name of ['scroll-top', 'scroll-left', 'scroll-into-view']) apply(name, context.attribute(name));
        last = { left: box.scrollLeft, top: box.scrollTop };
      },
      dispose: () => cancelFrame?.(),
    };
  },
};
