import { isOn } from '../flags.ts';
import { watchAxisDrag } from './axis-drag.ts';
import type { ComponentContext } from './component.ts';
import { createMotion, wantsStillness } from './motion.ts';
import type { Refresher } from './scroll-refresher.ts';

export const dragEvents = ['dragstart', 'dragging', 'dragend'];

/** How long a throw goes on at its speed, in all; less with `fast-deceleration`. */
const throwMs = 325;
const fastThrowMs = 125;
const pageMs = 300;

export interface ScrollDrag {
  /** `refresher-enabled` has its first value, or another one. */
  update(): void;
  /** The area was scrolled, by whatever. */
  scrolled(): void;
  dispose(): void;
}

/**
 * Dragging a `scroll-view`. Fingers scroll natively; the mouse drags, as in the tools authors use, and so do fingers
 * with `paging-enabled`, where each drag goes to the next page. Pulling down at the top is the refresher's.
 */
export function watchScrollDrag(context: ComponentContext, box: HTMLElement, refresher: Refresher): ScrollDrag {
  const { host, window, clock, attribute } = context;
  const ends = new AbortController();
  let touching = false;
  let dragged = false;

  const enhanced = () => isOn(attribute('enhanced'));
  const paging = () => enhanced() && isOn(attribute('paging-enabled'));
  const tell = (type: string, more: { readonly velocity?: { x: number; y: number } } = {}): void => {
    if (enhanced()) context.emit(type, { scrollTop: box.scrollTop, scrollLeft: box.scrollLeft, ...more });
  };

  const axis = (vertical: boolean) => {
    const name = vertical ? 'scroll-y' : 'scroll-x';
    const size = () => Math.max(1, vertical ? box.clientHeight : box.clientWidth);
    const read = () => (vertical ? box.scrollTop : box.scrollLeft);
    const room = () => (vertical ? box.scrollHeight : box.scrollWidth) - size();
    const motion = createMotion(clock, (at) => {
      box.scrollTo({ [vertical ? 'top' : 'left']: at, behavior: 'instant' });
    });
    let from = 0;
    let dragging = false;
    let pulling = false;
    const stop = watchAxisDrag(context, () => vertical, {
      may(event) {
        const has = isOn(attribute(name)) && (room() > 0 || (vertical && refresher.able));
        return has && (event.pointerType === 'mouse' || paging());
      },
      begin() {
        motion.stop();
        dragging = true;
        from = read();
        pulling = vertical && refresher.able;
        tell('dragstart');
      },
      drag(pixels) {
        motion.place(from + pixels);
        if (pulling) refresher.pull(Math.max(0, -(from + pixels)));
        tell('dragging');
      },
      end(_, speed) {
        if (pulling) refresher.release();
        pulling = false;
        dragging = false;
        tell('dragend', { velocity: { x: vertical ? 0 : speed, y: vertical ? speed : 0 } });
        const far = isOn(attribute('fast-deceleration')) && enhanced() ? fastThrowMs : throwMs;
        const free = read() + speed * far;
        const page = Math.round(from / size());
        const next = Math.abs(speed) > 0.3 ? page + Math.sign(speed) : Math.round(read() / size());
        const to = Math.max(0, Math.min(room(), paging() ? next * size() : free));
        if (Math.abs(to - read()) < 1 || wantsStillness(window)) motion.place(paging() ? to : read());
        else motion.glide(to, paging() ? pageMs : Math.max(200, far * 3), () => {});
      },
    });
    host.addEventListener('pointerdown', () => motion.stop(), { signal: ends.signal, capture: true });
    host.addEventListener('wheel', () => motion.stop(), { signal: ends.signal, passive: true });
    // A wheel or a key leaves it between two pages.
    box.addEventListener(
      'scrollend',
      () => {
        if (!paging() || motion.moving || dragging || touching || !isOn(attribute(name))) return;
        const to = Math.min(room(), Math.round(read() / size()) * size());
        motion.place(read());
        if (Math.abs(to - read()) >= 1) motion.glide(to, pageMs, () => {});
      },
      { signal: ends.signal },
    );
    return () => {
      stop();
      motion.stop();
    };
  };
  const stops = [axis(true), axis(false)];

  let start = 0;
  let pulling = false;
  const options = { signal: ends.signal, passive: true };
  box.addEventListener(
    'touchstart',
    ({ touches }) => {
      touching = true;
      dragged = false;
      pulling = false;
      start = touches[0]?.clientY ?? 0;
    },
    options,
  );
  const onTouchMove = (event: TouchEvent): void => {
    const down = (event.touches[0]?.clientY ?? 0) - start;
    if (paging() || !isOn(attribute('scroll-y'))) return;
    pulling ||= event.touches.length === 1 && event.cancelable && down > 0 && refresher.able;
    if (!pulling) return;
    event.preventDefault();
    refresher.pull(down);
  };
  const release = () => {
    if (pulling) refresher.release();
    if (dragged) tell('dragend', { velocity: { x: 0, y: 0 } });
    touching = false;
    pulling = false;
    dragged = false;
  };
  box.addEventListener('touchend', release, options);
  box.addEventListener('touchcancel', release, options);

  return {
    update() {
      // Only where it can be pulled: while somebody may forbid it, the browser scrolls less smoothly.
      if (isOn(attribute('refresher-enabled'))) box.addEventListener('touchmove', onTouchMove, { passive: false });
      else box.removeEventListener('touchmove', onTouchMove);
    },
    scrolled() {
      if (!touching || paging()) return;
      if (!dragged) tell('dragstart');
      dragged = true;
      tell('dragging');
    },
    dispose() {
      ends.abort();
      box.removeEventListener('touchmove', onTouchMove);
      for (const stop of stops) stop();
    },
  };
}
