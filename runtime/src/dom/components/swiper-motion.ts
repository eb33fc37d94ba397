import type { PaintClock } from '../types.ts';

/** Where a swiper stands, in items: 1.5 is halfway between the second and the third. Unbounded when circular. */
export interface SwiperMotion {
  readonly position: number;
  readonly moving: boolean;
  /** At once, as a finger drags. */
  place(position: number): void;
  /** Eased over `durationMs`; a motion under way is taken over from where it is. */
  glide(to: number, durationMs: number, done: () => void): void;
  stop(): void;
}

/** Moves a number over time; `draw` runs at each step. */
export function createSwiperMotion(clock: PaintClock, draw: (position: number) => void): SwiperMotion {
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
    glide(to, durationMs, done) {
      stop();
      const from = position;
      const begin = clock.now();
      const step = () => {
        const part = durationMs > 0 ? Math.min(1, (clock.now() - begin) / durationMs) : 1;
        // Fast, then slow: it follows on from a finger.
        place(from + (to - from) * (1 - (1 - part) ** 3));
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
  };
}
