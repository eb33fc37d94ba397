import type { Json } from '../../protocol/index.ts';
import { textOf } from '../../view/index.ts';
import { isElement } from '../dom-nodes.ts';
import { isOn, numberOf } from '../flags.ts';
import { cssLength } from '../inline-style.ts';
import { watchAxisDrag } from './axis-drag.ts';
import type { BuiltIn, ComponentContext, ComponentInstance } from './component.ts';
import { createEchoes } from './echoes.ts';
import { createMotion } from './motion.ts';
import { drawDots, placeSlides } from './swiper-slides.ts';

type Source = '' | 'autoplay' | 'touch';

/** Pages side by side, one in view. 150 pixels high unless the program says otherwise. */
export const swiper: BuiltIn = {
  tag: 'swiper',
  flags: ['vertical'],
  attributes: [
    'current',
    'current-item-id',
    'indicator-dots',
    'indicator-color',
    'indicator-active-color',
    'autoplay',
    'interval',
    'previous-margin',
    'next-margin',
    'display-multiple-items',
    'vertical',
  ],
  reads: ['circular', 'duration'],
  events: ['change', 'transition', 'animationfinish'],
  style:
    'wx-swiper{display:block;position:relative;height:150px;overflow:hidden;touch-action:pan-y;cursor:grab}' +
    'wx-swiper[vertical]{touch-action:pan-x}' +
    'wx-swiper>wx-slides{display:block;position:absolute;inset:0;overflow:visible}' +
    'wx-swiper>wx-dots{position:absolute;bottom:10px;left:0;right:0;display:flex;justify-content:center;gap:8px;' +
    'pointer-events:none}' +
    'wx-swiper[vertical]>wx-dots{inset:0 10px 0 auto;flex-direction:column}' +
    'wx-dots>wx-dot{width:8px;height:8px;border-radius:4px;background-color:var(--tr-dot,rgba(0,0,0,.3))}' +
    'wx-dots>wx-dot[aria-current=true]{background-color:var(--tr-dot-on,#000)}',
  build(host) {
    const { ownerDocument } = host;
    const dots = ownerDocument.createElement('wx-dots');
    dots.hidden = true;
    host.append(ownerDocument.createElement('wx-slides'), dots);
  },
  content: (host) => (isElement(host.firstElementChild) ? host.firstElementChild : host),
  create: createSwiper,
};

function createSwiper(context: ComponentContext): ComponentInstance {
  const { host, clock, attribute } = context;
  const slides = isElement(host.firstElementChild) ? host.firstElementChild : host;
  const dots = host.querySelector<HTMLElement>('wx-dots');
  let items: HTMLElement[] = [];
  let current = 0;
  let inDocument = false;
  /** The user or autoplay moved it since `current` was last written. */
  let moved = false;
  let dragging = false;
  let cancelAutoplay: (() => void) | undefined;

  const isVertical = () => isOn(attribute('vertical'));
  const shown = () => Math.max(1, numberOf(attribute('display-multiple-items'), 1));
  const isCircular = () => isOn(attribute('circular')) && items.length > shown();
  const lastIndex = () => Math.max(0, items.length - shown());
  const durationMs = () => Math.max(0, numberOf(attribute('duration'), 500));
  const wrap = (index: number) => (items.length === 0 ? 0 : ((index % items.length) + items.length) % items.length);
  const itemId = (index: number) => {
    const item = items[index];
    return textOf(item && context.instanceOf(item)?.value?.());
  };

  const echoes = createEchoes<number>(clock);
  const motion = createMotion(clock, (position) =>
    placeSlides(items, position, { vertical: isVertical(), circular: isCircular(), shown: shown() }),
  );
  const showDots = (): void => {
    if (!dots) return;
    dots.hidden = !isOn(attribute('indicator-dots')) || items.length < 2;
    drawDots(dots, items.length, current);
  };

  const plan = (): void => {
    cancelAutoplay?.();
    cancelAutoplay = undefined;
    if (!inDocument || dragging || !isOn(attribute('autoplay')) || items.length <= shown()) return;
    cancelAutoplay = clock.after(Math.max(100, numberOf(attribute('interval'), 5_000)), () => {
      const next = isCircular() ? motion.position + 1 : current >= lastIndex() ? 0 : current + 1;
      go(next, 'autoplay');
    });
  };

  /** Moves to a position (which may lie outside 0…n when circular) and tells the program. */
  const go = (position: number, source: Source, animate = true): void => {
    const target = isCircular() ? Math.round(position) : Math.min(lastIndex(), Math.max(0, Math.round(position)));
    const before = current;
    moved = moved || source !== '';
    current = wrap(target);
    showDots();
    if (current !== before) {
      echoes.tell(current);
      context.emit('change', { current, currentItemId: itemId(current), source });
    }
    motion.glide(target, animate ? durationMs() : 0, () => {
      // Keeps the number small after many turns.
      if (isCircular()) motion.place(current);
      if (animate) context.emit('animationfinish', { current, currentItemId: itemId(current), source });
      plan();
    });
  };

  const collect = (): void => {
    items = [...slides.children].filter((child): child is HTMLElement => child.localName === 'wx-swiper-item');
  };
  const wantedIndex = () => {
    const last = isCircular() ? items.length - 1 : lastIndex();
    return Math.max(0, Math.min(Math.trunc(numberOf(attribute('current'), 0)), last));
  };

  const arrange = (): void => {
    collect();
    if (!motion.moving && !dragging) {
      // Until somebody moves it, it shows `current`, also when the items come later.
      if (!moved) current = wantedIndex();
      else if (current > lastIndex()) current = lastIndex();
      motion.place(current);
    }
    showDots();
    plan();
  };
  const watcher = new MutationObserver(arrange);
  watcher.observe(slides, { childList: true });

  const follow = (name: string): void => {
    if (!host.isConnected) return;
    collect();
    const named = () => items.findIndex((_, index) => itemId(index) === textOf(attribute(name)));
    const wanted = name === 'current' ? wantedIndex() : named();
    if (wanted < 0 || echoes.isStale(wanted)) return;
    moved = false;
    if (wanted !== current) go(nearest(wanted), '');
  };

  let dragFrom = 0;
  const pageSize = () => Math.max(1, (isVertical() ? slides.clientHeight : slides.clientWidth) / shown());
  const stopDrag = watchAxisDrag(context, isVertical, {
    begin() {
      dragging = true;
      cancelAutoplay?.();
      motion.stop();
      dragFrom = motion.position;
    },
    drag(pixels) {
      const free = dragFrom + pixels / pageSize();
      const bound = isCircular() ? free : Math.min(lastIndex(), Math.max(0, free));
      // Past an end it follows at a third of the way.
      motion.place(bound + (free - bound) / 3);
      const moved = (motion.position - dragFrom) * pageSize();
      context.emit('transition', { dx: isVertical() ? 0 : moved, dy: isVertical() ? moved : 0 });
    },
    end(pixels, speed) {
      dragging = false;
      const flick = Math.abs(speed) > 0.3 && Math.sign(speed) === Math.sign(pixels);
      const free = dragFrom + pixels / pageSize();
      go(
        flick ? Math.round(dragFrom) + Math.sign(speed) * Math.max(1, Math.abs(Math.trunc(free - dragFrom))) : free,
        'touch',
      );
    },
  });

  const update = (name: string, value: Json): void => {
    if (name === 'current' || name === 'current-item-id') {
      // After the batch: the items it points at may come with a later operation.
      if (inDocument) queueMicrotask(() => follow(name));
    } else if (name === 'indicator-color') {
      dots?.style.setProperty('--tr-dot', textOf(value) || null);
    } else if (name === 'indicator-active-color') {
      dots?.style.setProperty('--tr-dot-on', textOf(value) || null);
    } else if (name === 'previous-margin') {
      slides.style[isVertical() ? 'top' : 'left'] = cssLength(value) ?? '';
    } else if (name === 'next-margin') {
      slides.style[isVertical() ? 'bottom' : 'right'] = cssLength(value) ?? '';
    } else if (inDocument) {
      arrange();
    }
  };
  /** The copy of `index` that is nearest, so that a circular swiper takes the short way. */
  const nearest = (index: number): number =>
    isCircular() ? index + Math.round((motion.position - index) / items.length) * items.length : index;

  return {
    update,
    attached() {
      arrange();
      inDocument = true;
      plan();
    },
    dispose() {
      watcher.disconnect();
      stopDrag();
      motion.stop();
      cancelAutoplay?.();
    },
  };
}
