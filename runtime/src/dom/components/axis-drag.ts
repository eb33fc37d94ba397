import type { ComponentContext } from './component.ts';

export interface AxisDrag {
  /** False leaves this press to others. */
  may?(event: PointerEvent): boolean;
  /** Dragging along the axis began. */
  begin(): void;
  /** Pixels since the beginning, along the axis; positive towards what lies right or below. */
  drag(pixels: number): void;
  /** Let go; `speed` in pixels per millisecond, same sign. */
  end(pixels: number, speed: number): void;
}

/** A finger has to move this far, and further along than across, before the drag is taken. */
const slopPixels = 6;
/** The speed at the end is that of this last stretch: a finger that rested before it left throws nothing. */
const speedWindowMs = 100;

/** Presses that something further inside follows along that axis already: a swiper within a swiper, a slider in one. */
const claims = new WeakMap<Event, Set<'x' | 'y'>>();

/** Takes a press for one axis, from the inside out. False when something inside has it. */
export function claim(event: Event, axis: 'x' | 'y'): boolean {
  const taken = claims.get(event) ?? new Set();
  claims.set(event, taken);
  if (taken.has(axis)) return false;
  taken.add(axis);
  return true;
}

/** Follows one finger or the mouse along one axis. The browser keeps the other direction for scrolling. */
export function watchAxisDrag(
  { host, window }: Pick<ComponentContext, 'host' | 'window'>,
  isVertical: () => boolean,
  drag: AxisDrag,
): () => void {
  const ends = new AbortController();
  const { signal } = ends;
  let from: { id: number; x: number; y: number } | undefined;
  let taken = false;
  let trail: { pixels: number; atMs: number }[] = [];

  const along = (event: PointerEvent, start: { x: number; y: number }): number =>
    isVertical() ? start.y - event.clientY : start.x - event.clientX;
  const across = (event: PointerEvent, start: { x: number; y: number }): number =>
    isVertical() ? start.x - event.clientX : start.y - event.clientY;

  const onDown = (event: PointerEvent): void => {
    if (from || event.button !== 0 || selects(event) || drag.may?.(event) === false) return;
    if (!claim(event, isVertical() ? 'y' : 'x')) return;
    from = { id: event.pointerId, x: event.clientX, y: event.clientY };
    taken = false;
    trail = [];
  };
  const onMove = (event: PointerEvent): void => {
    if (!from || event.pointerId !== from.id) return;
    const pixels = along(event, from);
    if (!taken) {
      if (Math.abs(pixels) < slopPixels || Math.abs(pixels) <= Math.abs(across(event, from))) return;
      taken = true;
      drag.begin();
    }
    trail.push({ pixels, atMs: event.timeStamp });
    drag.drag(pixels);
  };
  const onUp = (event: PointerEvent): void => {
    if (!from || event.pointerId !== from.id) return;
    from = undefined;
    if (taken)
      drag.end(trail.at(-1)?.pixels ?? 0, event.type === 'pointercancel' ? 0 : speedOf(trail, event.timeStamp));
    taken = false;
  };
  host.addEventListener('pointerdown', onDown, { signal });
  window.addEventListener('pointermove', onMove, { signal, passive: true });
  window.addEventListener('pointerup', onUp, { signal });
  window.addEventListener('pointercancel', onUp, { signal });
  return () => ends.abort();
}

const selectable = 'input,textarea,wx-text[user-select],wx-text[selectable]';

function isElementTarget(target: EventTarget): target is Element {
  return 'closest' in target;
}

/** The mouse selects text where it can be selected. */
function selects({ pointerType, target }: PointerEvent): boolean {
  return pointerType === 'mouse' && target !== null && isElementTarget(target) && target.closest(selectable) !== null;
}

function speedOf(trail: readonly { pixels: number; atMs: number }[], nowMs: number): number {
  const recent = trail.filter(({ atMs }) => nowMs - atMs < speedWindowMs);
  const [first, last] = [recent[0], recent.at(-1)];
  if (!first || !last || last.atMs <= first.atMs) return 0;
  return (last.pixels - first.pixels) / (last.atMs - first.atMs);
}
