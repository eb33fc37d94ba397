import type { PaintClock } from '../types.ts';

/** A number that moves over time: 1.5 of a swiper is halfway between the second item and the third. */
export interface Motion {
  readonly position: number;
  readonly moving: boolean;
  /** At once, as a finger drags. */
  place(position: number): void;
  /** Eased over `durationMs`; a motion under way is taken over from where it is. */
  glide(to: number, durationMs: number, done: () => void, ease?: Ease): void;
  stop(): void;
  /** Draws it again where it is. */
  redraw(): void;
}

/** Share of the way that is done after that share of the time, both from 0 to 1. */
export type Ease = (part: number) => number;

/** Fast, then slow: it follows on from a finger. */
export const easeOut: Ease = (part) => 1 - (1 - part) ** 3;

/** `draw` runs at each step. */
export function createMotion(clock: PaintClock, draw: (position: number) => void): Motion {
  let position = 0;
  let cancel: (() => void) | undefined;
  const stop = () => {
    cancel?.();
    cancel = undefined;
  };
  const place = (to: number) => {
    position = to;
    draw(to);
  };
  return {
    get position() {
      return position;
    },
    get moving() {
      return cancel !== undefined;
    },
    place(to) {
      stop();
      place(to);
    },
    glide(to, durationMs, done, ease = easeOut) {
      stop();
      const from = position;
      const begin = clock.now();
      const step = () => {
        const part = durationMs > 0 ? Math.min(1, (clock.now() - begin) / durationMs) : 1;
        place(from + (to - from) * ease(part));
        if (part < 1) {
          cancel = clock.frame(step);
          return;
        }
        cancel = undefined;
        done();
      };
      if (durationMs > 0 && from !== to) cancel = clock.frame(step);
      else step();
    },
    stop,
    redraw: () => draw(position),
  };
}

/** Whether the person asked their system for less movement. */
export function wantsStillness(window: Window): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}
