import { watchAxisDrag } from './axis-drag.ts';
import type { ComponentContext } from './component.ts';
import { createMotion, wantsStillness } from './motion.ts';

export interface WheelParts extends Pick<ComponentContext, 'host' | 'window' | 'clock'> {
  /** What moves inside `host`: the items below each other, the first one in the middle of `host`. */
  readonly strip: HTMLElement;
  count(): number;
  /** Height of one item in pixels. */
  itemPixels(): number;
  /** It was drawn standing at `position`, in items. */
  drawn?(position: number): void;
  /** The user began to turn it. */
  began(): void;
  /** Let go: `index` is where it will stop. */
  aimed(index: number): void;
  /** It stands still after the user turned it. */
  rested(index: number): void;
  /** Keys, taps, turning: refused when this answers false. */
  mayTurn?(): boolean;
}

/** One wheel of a picker: dragged, flicked, tapped, turned by mouse wheel and keys; stops on an item. */
export interface Wheel {
  /** Where it stands, or where it is going to stop. */
  readonly index: number;
  /** Where it is drawn right now, in items. */
  readonly position: number;
  /** The user is turning it, or it still runs from that. */
  readonly turning: boolean;
  /** Stands at `index` at once, or rolls there. */
  show(index: number, roll: boolean): void;
  dispose(): void;
}

/** A flick runs on for this long at its speed, in all. */
const glideMs = 250;
const settleMs = 200;
/** A notch of a mouse wheel is at least this many pixels; trackpads send less at a time. */
const notchPixels = 50;

export function createWheel(parts: WheelParts): Wheel {
  const { host, window, strip } = parts;
  const ends = new AbortController();
  const { signal } = ends;
  let target = 0;
  let turning = false;
  let dragFrom = 0;
  let dragged = false;
  let rolled = 0;

  const motion = createMotion(parts.clock, (position) => {
    strip.style.transform = `translateY(${-position * parts.itemPixels()}px)`;
    parts.drawn?.(position);
  });
  const clamp = (index: number) => Math.max(0, Math.min(parts.count() - 1, Math.round(index)));
  const may = () => parts.mayTurn?.() !== false && parts.count() > 0;
  const duration = (ms: number) => (wantsStillness(window) ? 0 : ms);

  const begin = (): void => {
    if (!turning) parts.began();
    turning = true;
  };
  const roll = (to: number, durationMs: number): void => {
    target = clamp(to);
    parts.aimed(target);
    motion.glide(target, duration(durationMs), () => {
      turning = false;
      parts.rested(target);
    });
  };
  const turnTo = (to: number): void => {
    if (!may() || clamp(to) === target) return;
    begin();
    roll(to, settleMs);
  };

  const stopDrag = watchAxisDrag(parts, () => true, {
    may,
    begin() {
      dragged = true;
      begin();
      motion.stop();
      dragFrom = motion.position;
    },
    drag(pixels) {
      const free = dragFrom + pixels / parts.itemPixels();
      const bound = Math.max(0, Math.min(parts.count() - 1, free));
      // Past an end it follows at a third of the way.
      motion.place(bound + (free - bound) / 3);
    },
    end(_, speed) {
      const items = speed / parts.itemPixels();
      const to = clamp(motion.position + items * glideMs);
      // Begins as fast as the finger was: the curve sets out at three times its average speed.
      const ms = items === 0 ? settleMs : (3 * Math.abs(to - motion.position)) / Math.abs(items);
      roll(to, Math.max(settleMs, Math.min(1_000, ms)));
    },
  });
  host.addEventListener(
    'pointerdown',
    () => {
      dragged = false;
    },
    { signal, capture: true },
  );
  host.addEventListener(
    'click',
    (event) => {
      // The end of a drag is no tap.
      if (dragged) return;
      const box = host.getBoundingClientRect();
      turnTo(target + Math.round((event.clientY - box.top - box.height / 2) / parts.itemPixels()));
    },
    { signal },
  );
  host.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      const pixels = event.deltaMode === 0 ? event.deltaY : event.deltaY * notchPixels;
      rolled = Math.sign(rolled) === Math.sign(pixels) ? rolled + pixels : pixels;
      const steps = Math.abs(pixels) >= notchPixels ? Math.sign(pixels) : Math.trunc(rolled / parts.itemPixels());
      if (steps === 0) return;
      rolled = 0;
      turnTo(target + steps);
    },
    { signal, passive: false },
  );
  host.addEventListener(
    'keydown',
    (event) => {
      const to = keyTarget(event.key, target, parts.count());
      if (to === undefined) return;
      event.preventDefault();
      turnTo(to);
    },
    { signal },
  );

  return {
    get index() {
      return target;
    },
    get position() {
      return motion.position;
    },
    get turning() {
      return turning;
    },
    show(index, animated) {
      target = clamp(index);
      turning = false;
      if (animated) motion.glide(target, duration(settleMs), () => {});
      else motion.place(target);
    },
    dispose() {
      ends.abort();
      stopDrag();
      motion.stop();
    },
  };
}

function keyTarget(key: string, from: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowUp':
      return from - 1;
    case 'ArrowDown':
      return from + 1;
    case 'PageUp':
      return from - 5;
    case 'PageDown':
      return from + 5;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
