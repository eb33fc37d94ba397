import { claim } from './axis-drag.ts';
import type { ComponentContext } from './component.ts';

export interface MovableTouch {
  /** Axes a drag may use; none leaves everything to the page. */
  axes(): { readonly x: boolean; readonly y: boolean };
  /** Two fingers, or the mouse wheel with Ctrl, may scale it. */
  mayScale(): boolean;
  begin(): void;
  /** Pixels since the beginning. `first` says which way the finger set out. */
  drag(dx: number, dy: number, first: 'x' | 'y'): void;
  /** Let go, with the speed of the last moment in pixels per second. */
  end(vx: number, vy: number): void;
  /** The fingers are `ratio` times as far apart as at the last call. */
  scale(ratio: number): void;
  scaled(): void;
}

const slopPixels = 4;
const speedWindowMs = 100;

/** Follows one finger or the mouse on `host`, and two fingers on `scaleHost`. Returns its undo. */
export function watchMovableTouch(
  { host, window }: Pick<ComponentContext, 'host' | 'window'>,
  scaleHost: HTMLElement,
  touch: MovableTouch,
): () => void {
  const ends = new AbortController();
  const { signal } = ends;
  let from: { id: number; x: number; y: number } | undefined;
  let first: 'x' | 'y' | undefined;
  let trail: { x: number; y: number; atMs: number }[] = [];
  const fingers = new Map<number, { x: number; y: number }>();
  let spread = 0;

  const spreadNow = (): number => {
    const [a, b] = [...fingers.values()];
    return a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 0;
  };
  const release = (event: PointerEvent, thrown: boolean): void => {
    from = undefined;
    if (first === undefined) return;
    first = undefined;
    const recent = trail.filter(({ atMs }) => event.timeStamp - atMs < speedWindowMs);
    const [old, last] = [recent[0], recent.at(-1)];
    const seconds = old && last ? (last.atMs - old.atMs) / 1_000 : 0;
    if (!thrown || !old || !last || seconds <= 0) touch.end(0, 0);
    else touch.end((last.x - old.x) / seconds, (last.y - old.y) / seconds);
  };

  host.addEventListener(
    'pointerdown',
    (event) => {
      const axes = touch.axes();
      if (from || event.button !== 0 || (!axes.x && !axes.y)) return;
      const free = [axes.x && claim(event, 'x'), axes.y && claim(event, 'y')];
      if (!free.includes(true)) return;
      from = { id: event.pointerId, x: event.clientX, y: event.clientY };
      first = undefined;
      trail = [];
    },
    { signal },
  );
  scaleHost.addEventListener(
    'pointerdown',
    (event) => {
      if (!touch.mayScale() || event.pointerType === 'mouse') return;
      fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
      if (fingers.size !== 2) return;
      spread = spreadNow();
      // Two fingers scale, they do not drag.
      if (from) release(event, false);
    },
    { signal },
  );
  window.addEventListener(
    'pointermove',
    (event) => {
      if (fingers.has(event.pointerId)) {
        fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
        const now = spreadNow();
        if (fingers.size === 2 && spread > 0 && now > 0) {
          touch.scale(now / spread);
          spread = now;
          return;
        }
      }
      if (!from || event.pointerId !== from.id) return;
      const [dx, dy] = [event.clientX - from.x, event.clientY - from.y];
      if (first === undefined) {
        if (Math.hypot(dx, dy) < slopPixels) return;
        first = Math.abs(dx) > Math.abs(dy) ? 'x' : 'y';
        touch.begin();
      }
      trail.push({ x: event.clientX, y: event.clientY, atMs: event.timeStamp });
      touch.drag(dx, dy, first);
    },
    { signal, passive: true },
  );
  const onEnd = (event: PointerEvent) => {
    if (fingers.delete(event.pointerId) && fingers.size === 1) touch.scaled();
    if (from && event.pointerId === from.id) release(event, event.type === 'pointerup');
  };
  window.addEventListener('pointerup', onEnd, { signal });
  window.addEventListener('pointercancel', onEnd, { signal });
  scaleHost.addEventListener(
    'wheel',
    (event) => {
      // What a trackpad sends for two fingers that part.
      if (!event.ctrlKey || !touch.mayScale()) return;
      event.preventDefault();
      touch.scale(Math.exp(-event.deltaY / 200));
      touch.scaled();
    },
    { signal, passive: false },
  );
  return () => ends.abort();
}
