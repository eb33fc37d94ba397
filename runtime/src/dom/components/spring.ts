import type { PaintClock } from '../types.ts';

/** A point with a speed, in pixels and seconds. */
export interface Moving {
  readonly x: number;
  readonly y: number;
  readonly vx: number;
  readonly vy: number;
}

/** Where a coordinate may rest. */
export interface Bounds {
  readonly minX: number;
  readonly maxX: number;
  readonly minY: number;
  readonly maxY: number;
}

/** The longest step that is computed at once, in seconds: a late frame must not make a spring explode. */
const stepSeconds = 1 / 240;
const restPixels = 0.3;
const restSpeed = 8;

/**
 * Runs `advance` frame by frame until it says that it rests. Returns its undo. `advance` gets the seconds of one
 * small step.
 */
export function runMotion(clock: PaintClock, advance: (seconds: number) => boolean, drawn: () => void): () => void {
  let last = clock.now();
  let cancel = clock.frame(frame);
  function frame(): void {
    const now = clock.now();
    // A hidden page draws no frames: it goes on where it stood rather than jump.
    let left = Math.min(0.1, (now - last) / 1_000);
    last = now;
    let resting = false;
    while (left > 0 && !resting) {
      resting = advance(Math.min(left, stepSeconds));
      left -= stepSeconds;
    }
    drawn();
    if (!resting) cancel = clock.frame(frame);
  }
  return () => cancel();
}

/** One step of a spring towards `to`; `damping` is the format's: the greater, the faster it is there. */
export function springStep(now: Moving, to: { x: number; y: number }, damping: number, seconds: number): Moving {
  // Just past critical, so that it never swings beyond its end.
  const stiffness = (9 * damping * damping) / 40;
  const vx = now.vx + (stiffness * (to.x - now.x) - damping * now.vx) * seconds;
  const vy = now.vy + (stiffness * (to.y - now.y) - damping * now.vy) * seconds;
  return { x: now.x + vx * seconds, y: now.y + vy * seconds, vx, vy };
}

export function atRest(now: Moving, to: { x: number; y: number }): boolean {
  return Math.hypot(now.x - to.x, now.y - to.y) < restPixels && Math.hypot(now.vx, now.vy) < restSpeed;
}

/** One step of sliding to a halt; `friction` is the format's: the greater, the sooner. */
export function slideStep(now: Moving, friction: number, seconds: number): Moving {
  const speed = Math.hypot(now.vx, now.vy);
  const slower = Math.max(0, speed - friction * 1_000 * seconds);
  const share = speed > 0 ? slower / speed : 0;
  const [vx, vy] = [now.vx * share, now.vy * share];
  return { x: now.x + vx * seconds, y: now.y + vy * seconds, vx, vy };
}

export function within({ x, y }: { x: number; y: number }, bounds: Bounds): { x: number; y: number } {
  return {
    x: Math.min(bounds.maxX, Math.max(bounds.minX, x)),
    y: Math.min(bounds.maxY, Math.max(bounds.minY, y)),
  };
}
