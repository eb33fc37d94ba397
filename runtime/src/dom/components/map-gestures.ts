import type { Map as LeafletMap } from 'leaflet';
import type { PaintClock } from '../types.ts';
import { claim } from './axis-drag.ts';

export type Cause = 'drag' | 'scale';

const slopPixels = 4;
/** A throw comes to rest after about this long. */
const glideMs = 300;
const doubleTapMs = 300;

/**
 * Moving and zooming by finger, mouse, wheel and keys. Leaflet's own handlers listen on the document it was loaded
 * in, which is not the page's.
 */
export function watchMapGestures(parts: {
  readonly ground: HTMLElement;
  readonly map: LeafletMap;
  readonly window: Window;
  readonly clock: PaintClock;
  readonly signal: AbortSignal;
  mayScroll(): boolean;
  mayZoom(): boolean;
  begin(cause: Cause): void;
  end(cause: Cause): void;
}): { stop(): void } {
  const { ground, map, window, clock, signal } = parts;
  const fingers = new Map<number, { x: number; y: number }>();
  let cause: Cause | undefined;
  let start: { x: number; y: number } | undefined;
  let speed = { x: 0, y: 0, atMs: 0 };
  let stopGlide: (() => void) | undefined;
  let lastTap = { atMs: -1_000, x: 0, y: 0 };
  let endWheel: (() => void) | undefined;

  const at = ({ clientX, clientY }: MouseEvent): { x: number; y: number } => {
    const box = ground.getBoundingClientRect();
    return { x: clientX - box.left, y: clientY - box.top };
  };
  const spread = (): { x: number; y: number; wide: number } => {
    const [a, b] = [...fingers.values()];
    if (!a || !b) return { x: a?.x ?? 0, y: a?.y ?? 0, wide: 0 };
    return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, wide: Math.hypot(a.x - b.x, a.y - b.y) };
  };
  const take = (next: Cause): void => {
    if (cause === next) return;
    if (cause === undefined) parts.begin(next);
    cause = next;
  };
  const release = (): void => {
    if (cause === undefined) return;
    const ended = cause;
    cause = undefined;
    parts.end(ended);
  };
  const zoomAt = (point: { x: number; y: number }, by: number): void => {
    const zoom = Math.min(map.getMaxZoom(), Math.max(map.getMinZoom(), map.getZoom() + by));
    map.setZoomAround([point.x, point.y], zoom, { animate: false });
  };

  ground.addEventListener(
    'pointerdown',
    (event) => {
      if (event.button !== 0) return;
      // What lies around the map stays where it is.
      claim(event, 'x');
      claim(event, 'y');
      stopGlide?.();
      fingers.set(event.pointerId, at(event));
      if (fingers.size === 1) start = at(event);
      speed = { x: 0, y: 0, atMs: event.timeStamp };
    },
    { signal },
  );
  window.addEventListener(
    'pointermove',
    (event) => {
      const known = fingers.get(event.pointerId);
      if (!known) return;
      const before = spread();
      fingers.set(event.pointerId, at(event));
      const now = spread();
      if (fingers.size >= 2 && parts.mayZoom() && before.wide > 0 && now.wide > 0) {
        take('scale');
        zoomAt(now, Math.log2(now.wide / before.wide));
      }
      if (!parts.mayScroll()) return;
      if (cause === undefined && start && Math.hypot(now.x - start.x, now.y - start.y) < slopPixels) return;
      if (cause === undefined) take('drag');
      const passed = Math.max(1, event.timeStamp - speed.atMs);
      speed = { x: (now.x - before.x) / passed, y: (now.y - before.y) / passed, atMs: event.timeStamp };
      map.panBy([before.x - now.x, before.y - now.y], { animate: false });
    },
    { signal, passive: true },
  );
  const glide = (from: { x: number; y: number }): void => {
    let before = clock.now();
    const began = before;
    const step = (): void => {
      const now = clock.now();
      const left = Math.exp(-(now - began) / (glideMs / 3));
      map.panBy([-from.x * left * (now - before), -from.y * left * (now - before)], { animate: false });
      before = now;
      if (now - began < glideMs) cancel = clock.frame(step);
      else finish();
    };
    const finish = (): void => {
      cancel();
      stopGlide = undefined;
      release();
    };
    let cancel = clock.frame(step);
    stopGlide = finish;
  };
  const onUp = (event: PointerEvent): void => {
    if (!fingers.delete(event.pointerId)) return;
    if (fingers.size > 0) return;
    const fast = Math.hypot(speed.x, speed.y) > 0.3 && event.timeStamp - speed.atMs < 60;
    const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    if (cause === 'drag' && fast && !still && event.type === 'pointerup') glide(speed);
    else if (cause === undefined && event.type === 'pointerup') tapAt(at(event));
    else release();
  };
  const tapAt = (point: { x: number; y: number }): void => {
    const now = clock.now();
    const near = Math.hypot(point.x - lastTap.x, point.y - lastTap.y) < 24;
    const double = near && now - lastTap.atMs < doubleTapMs;
    lastTap = { ...point, atMs: double ? -1_000 : now };
    if (!double || !parts.mayZoom()) return;
    take('scale');
    zoomAt(point, 1);
    release();
  };
  window.addEventListener('pointerup', onUp, { signal });
  window.addEventListener('pointercancel', onUp, { signal });
  ground.addEventListener(
    'wheel',
    (event) => {
      if (!parts.mayZoom()) return;
      event.preventDefault();
      event.stopPropagation();
      take('scale');
      zoomAt(at(event), -event.deltaY / (event.deltaMode === 0 ? 240 : 6));
      endWheel?.();
      endWheel = clock.after(150, release);
    },
    { signal, passive: false },
  );
  const moves: ReadonlyMap<string, readonly [number, number]> = new Map([
    ['ArrowLeft', [-80, 0]],
    ['ArrowRight', [80, 0]],
    ['ArrowUp', [0, -80]],
    ['ArrowDown', [0, 80]],
  ]);
  ground.addEventListener(
    'keydown',
    (event) => {
      const move = moves.get(event.key);
      const zoom = event.key === '+' || event.key === '=' ? 1 : event.key === '-' ? -1 : 0;
      if (move && parts.mayScroll()) {
        take('drag');
        map.panBy([move[0], move[1]], { animate: false });
      } else if (zoom !== 0 && parts.mayZoom()) {
        take('scale');
        map.setZoom(map.getZoom() + zoom, { animate: false });
      } else return;
      event.preventDefault();
      release();
    },
    { signal },
  );
  return {
    stop() {
      endWheel?.();
      stopGlide?.();
    },
  };
}
