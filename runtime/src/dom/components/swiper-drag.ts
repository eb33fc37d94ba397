import type { ComponentContext } from './component.ts';

export interface SwiperDrag {
  /** Dragging along the swiper began. */
  begin(): void;
  /** Pixels since the beginning, along the swiper; positive towards later items. */
  drag(pixels: number): void;
  /** Let go; `speed` in pixels per millisecond, same sign. */
  end(pixels: number, speed: number): void;
}

/** A finger has to move this far, and further along than across, before the swiper takes the drag. */
const slopPixels = 6;

/** Follows one finger or the mouse along the swiper. The browser keeps the other direction for scrolling. */
export function watchSwiperDrag({ host, window }: ComponentContext, isVertical: () => boolean, drag: SwiperDrag) {
  const ends = new AbortController();
  const { signal } = ends;
  let from: { id: number; x: number; y: number } | undefined;
  let taken = false;
  let last = { pixels: 0, atMs: 0, speed: 0 };

  const along = (event: PointerEvent, start: { x: number; y: number }): number =>
    isVertical() ? start.y - event.clientY : start.x - event.clientX;
  const across = (event: PointerEvent, start: { x: number; y: number }): number =>
    isVertical() ? start.x - event.clientX : start.y - event.clientY;

  const onDown = (event: PointerEvent): void => {
    if (from || event.button !== 0) return;
    from = { id: event.pointerId, x: event.clientX, y: event.clientY };
    taken = false;
    last = { pixels: 0, atMs: event.timeStamp, speed: 0 };
  };
  const onMove = (event: PointerEvent): void => {
    if (!from || event.pointerId !== from.id) return;
    const pixels = along(event, from);
    if (!taken) {
      if (Math.abs(pixels) < slopPixels || Math.abs(pixels) <= Math.abs(across(event, from))) return;
      taken = true;
      drag.begin();
    }
    const elapsed = event.timeStamp - last.atMs;
    const speed = elapsed > 0 ? (pixels - last.pixels) / elapsed : last.speed;
    last = { pixels, atMs: event.timeStamp, speed };
    drag.drag(pixels);
  };
  const onUp = (event: PointerEvent): void => {
    if (!from || event.pointerId !== from.id) return;
    from = undefined;
    if (taken) drag.end(last.pixels, event.type === 'pointercancel' ? 0 : last.speed);
    taken = false;
  };
  host.addEventListener('pointerdown', onDown, { signal });
  window.addEventListener('pointermove', onMove, { signal, passive: true });
  window.addEventListener('pointerup', onUp, { signal });
  window.addEventListener('pointercancel', onUp, { signal });
  return () => ends.abort();
}
