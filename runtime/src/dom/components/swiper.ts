import type { Json } from '../../protocol/index.ts';
import { textOf } from '../../view/index.ts';
import { isElement } from '../dom-nodes.ts';
import { isOn, numberOf } from '../flags.ts';
import { cssLength } from '../inline-style.ts';
import { watchAxisDrag } from './axis-drag.ts';
import type { BuiltIn, ComponentContext, ComponentInstance } from './component.ts';
import { createEchoes } from './echoes.ts';
import { createMotion, type Ease, easeOut, wantsStillness } from './motion.ts';
import { drawDots, placeSlides } from './swiper-slides.ts';

type Source = '' | 'autoplay' | 'touch';

const easings: ReadonlyMap<string, Ease> = new Map<string, Ease>([
  ['default', easeOut],
  ['linear', (part) => part],
  ['easeInCubic', (part) => part ** 3],
  ['easeOutCubic', easeOut],
  ['easeInOutCubic', (part) => (part < 0.5 ? 4 * part ** 3 : 1 - 4 * (1 - part) ** 3)],
]);

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
    'circular',
    'snap-to-edge',
  ],
  reads: ['duration', 'easing-function', 'scroll-with-animation'],
  options: { 'easing-function': [...easings.keys()] },
  events: ['change', 'transition', 'animationfinish'],
  style:
    'wx-swiper{display:block;position:relative;height:150px;overflow:hidden;touch-action:pan-y;cursor:grab}' +
    'wx-swiper[vertical]{touch-action:pan-x}wx-swiper:active{cursor:grabbing}' +
    'wx-swiper:focus-visible{outline-offset:-2px}' +
    'wx-swiper>wx-slides{display:block;position:absolute;inset:0;overflow:visible}' +
    'wx-swiper>wx-dots{position:absolute;bottom:10px;left:0;right:0;display:flex;justify-content:center;gap:8px;' +
    'pointer-events:none}' +
    'wx-swiper[vertical]>wx-dots{inset:0 10px 0 auto;flex-direction:column}' +
    'wx-dots>wx-dot{width:8px;height:8px;border-radius:4px;background-color:var(--tr-dot);transition:background-color .2s}' +
    'wx-dots>wx-dot[aria-current=true]{background-color:var(--tr-dot-on)}',
  build(host) {
    const { ownerDocument } = host;
    const dots = ownerDocument.createElement('wx-dots');
    dots.hidden = true;
    host.setAttribute('role', 'group');
    host.setAttribute('aria-roledescription', 'carousel');
    host.tabIndex = 0;
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
  let byName = true;
  let dragging = false;
  let cancelAutoplay: (() => void) | undefined;

  const isVertical = () => isOn(attribute('vertical'));
  const shown = () => Math.max(1, numberOf(attribute('display-multiple-items'), 1));
  const isCircular = () => isOn(attribute('circular')) && items.length > shown();
  const lastIndex = () => Math.max(0, items.length - shown());
  const durationMs = () => (wantsStillness(context.window) ? 0 : Math.max(0, numberOf(attribute('duration'), 500)));
  const ease = () => easings.get(textOf(attribute('easing-function'))) ?? easeOut;
  const wrap = (index: number) => (items.length === 0 ? 0 : ((index % items.length) + items.length) % items.length);
  const itemId = (index: number) => {
    const item = items[index];
    return textOf(item && context.instanceOf(item)?.value?.());
  };

  /** Where the movement under way began; undefined while it stands. */
  let motionFrom: number | undefined;
  let lastPosition = 0;
  const pageSize = () => Math.max(1, (isVertical() ? slides.clientHeight : slides.clientWidth) / shown());
  /** Margins as they are laid out: they may be written in any unit. */
  const edges = () => {
    if (!isOn(attribute('snap-to-edge'))) return undefined;
    return isVertical()
      ? { before: slides.offsetTop, after: host.clientHeight - slides.offsetTop - slides.clientHeight }
      : { before: slides.offsetLeft, after: host.clientWidth - slides.offsetLeft - slides.clientWidth };
  };
  const echoes = createEchoes<number>(clock);
  const motion = createMotion(clock, (position) => {
    placeSlides(items, position, { vertical: isVertical(), circular: isCircular(), shown: shown(), edges: edges() });
    if (motionFrom === undefined || position === lastPosition || !context.listens('transition')) return;
    lastPosition = position;
    const moved = (position - motionFrom) * pageSize();
    context.emit('transition', { dx: isVertical() ? 0 : moved, dy: isVertical() ? moved : 0 });
  });
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
      // Nobody sees it: a later page lies above, or the window is hidden.
      if (context.document.hidden || context.window.frameElement?.hasAttribute('inert')) {
        plan();
        return;
      }
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
    motionFrom ??= motion.position;
    const finish = (): void => {
      motionFrom = undefined;
      // Keeps the number small after many turns.
      if (isCircular()) motion.place(current);
      if (animate) context.emit('animationfinish', { current, currentItemId: itemId(current), source });
      plan();
    };
    motion.glide(target, animate ? durationMs() : 0, finish, ease());
  };

  // The program writes an item's whole `style`, and its place goes with it.
  const restyled = new MutationObserver(() => {
    if (items.some(({ style }) => style.transform === '')) motion.redraw();
  });
  const collect = (): void => {
    items = [...slides.children].filter((child): child is HTMLElement => child.localName === 'wx-swiper-item');
    restyled.disconnect();
    for (const item of items) restyled.observe(item, { attributeFilter: ['style'] });
  };
  const wantedIndex = () => {
    const last = isCircular() ? items.length - 1 : lastIndex();
    return Math.max(0, Math.min(Math.trunc(numberOf(attribute('current'), 0)), last));
  };

  const namedIndex = () => {
    const id = textOf(attribute('current-item-id'));
    return id === '' ? -1 : items.findIndex((_, index) => itemId(index) === id);
  };
  /** Where it stands until somebody moves it: the attribute written last says. */
  const startIndex = () => {
    const named = byName ? namedIndex() : -1;
    return named < 0 ? wantedIndex() : Math.min(named, isCircular() ? items.length - 1 : lastIndex());
  };

  const arrange = (): void => {
    collect();
    if (!motion.moving && !dragging) {
      motionFrom = undefined;
      // Until somebody moves it, it shows what it was told, also when the items come later.
      if (!moved) current = startIndex();
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
    byName = name === 'current-item-id';
    const wanted = byName ? namedIndex() : wantedIndex();
    if (wanted < 0 || echoes.isStale(wanted)) return;
    moved = false;
    const animate = attribute('scroll-with-animation') === undefined || isOn(attribute('scroll-with-animation'));
    if (wanted !== current) go(nearest(wanted), '', animate);
  };

  let dragFrom = 0;
  const stopDrag = watchAxisDrag(context, isVertical, {
    begin() {
      dragging = true;
      cancelAutoplay?.();
      motion.stop();
      dragFrom = motion.position;
      motionFrom = dragFrom;
    },
    drag(pixels) {
      const free = dragFrom + pixels / pageSize();
      const bound = isCircular() ? free : Math.min(lastIndex(), Math.max(0, free));
      // Past an end it follows at a third of the way.
      motion.place(bound + (free - bound) / 3);
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

  const onKey = (event: KeyboardEvent): void => {
    const [back, on] = isVertical() ? ['ArrowUp', 'ArrowDown'] : ['ArrowLeft', 'ArrowRight'];
    const step = event.key === on ? 1 : event.key === back ? -1 : 0;
    if (step === 0 || event.target !== host || items.length < 2) return;
    event.preventDefault();
    go(nearest(current) + step, 'touch');
  };
  host.addEventListener('keydown', onKey);

  const update = (name: string, value: Json): void => {
    if (name === 'current' || name === 'current-item-id') {
      // After the batch: the items it points at may come with a later operation.
      if (inDocument) queueMicrotask(() => follow(name));
    } else if (name === 'indicator-color') {
      dots?.style.setProperty('--tr-dot', textOf(value) || null);
    } else if (name === 'indicator-active-color') {
      dots?.style.setProperty('--tr-dot-on', textOf(value) || null);
    } else {
      const [before, after] = [cssLength(attribute('previous-margin')), cssLength(attribute('next-margin'))];
      slides.style.inset = isVertical() ? `${before ?? 0} 0 ${after ?? 0}` : `0 ${after ?? 0} 0 ${before ?? 0}`;
      if (inDocument) arrange();
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
      restyled.disconnect();
      stopDrag();
      motion.stop();
      cancelAutoplay?.();
    },
  };
}
