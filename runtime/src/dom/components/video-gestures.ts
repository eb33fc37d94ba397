import { claim } from './axis-drag.ts';

/** Drags over the picture: along it to another time, across it for loudness (right half) and brightness (left). */
export interface VideoGesture {
  readonly kind: 'time' | 'volume' | 'brightness';
  /** Share of the picture that was crossed since the start, positive towards later, louder, brighter. */
  readonly share: number;
}

const slopPixels = 8;

export function watchVideoGestures(parts: {
  readonly surface: HTMLElement;
  readonly window: Window;
  readonly signal: AbortSignal;
  /** Degrees that the picture is turned by on screen. */
  turn(): number;
  may(kind: VideoGesture['kind']): boolean;
  begin(): void;
  drag(gesture: VideoGesture): void;
  end(gesture: VideoGesture): void;
  tap(event: PointerEvent): void;
}): void {
  const { surface, window, signal } = parts;
  let from:
    | { readonly event: PointerEvent; readonly x: number; readonly y: number; readonly right: boolean }
    | undefined;
  let kind: VideoGesture['kind'] | undefined;

  /** Pixels along and up the picture as its watcher sees it. */
  const moved = ({ clientX, clientY }: PointerEvent, start: { x: number; y: number }): [number, number] => {
    const [x, y] = [clientX - start.x, start.y - clientY];
    if (parts.turn() === 90) return [-y, x];
    return parts.turn() === -90 ? [y, -x] : [x, y];
  };
  const size = (): [number, number] => {
    const { width, height } = surface.getBoundingClientRect();
    return parts.turn() === 0 ? [width, height] : [height, width];
  };
  surface.addEventListener(
    'pointerdown',
    (event) => {
      if (event.button !== 0 || from) return;
      const box = surface.getBoundingClientRect();
      const share = (event.clientX - box.left) / box.width;
      const turned = parts.turn() === 0 ? share : (event.clientY - box.top) / box.height;
      from = { event, x: event.clientX, y: event.clientY, right: parts.turn() === -90 ? turned < 0.5 : turned > 0.5 };
      kind = undefined;
    },
    { signal },
  );
  const gestureOf = (event: PointerEvent): VideoGesture | undefined => {
    if (!from || !kind) return undefined;
    const [along, up] = moved(event, from);
    const [width, height] = size();
    return { kind, share: kind === 'time' ? along / Math.max(1, width) : up / Math.max(1, height) };
  };
  window.addEventListener(
    'pointermove',
    (event) => {
      if (!from || event.pointerId !== from.event.pointerId) return;
      if (!kind) {
        const [along, up] = moved(event, from);
        if (Math.hypot(along, up) < slopPixels) return;
        const wanted = Math.abs(along) > Math.abs(up) ? 'time' : from.right ? 'volume' : 'brightness';
        if (!parts.may(wanted) || !claim(from.event, wanted === 'time' ? 'x' : 'y')) {
          from = undefined;
          return;
        }
        kind = wanted;
        parts.begin();
      }
      const gesture = gestureOf(event);
      if (gesture) parts.drag(gesture);
    },
    { signal, passive: true },
  );
  const release = (event: PointerEvent): void => {
    if (!from || event.pointerId !== from.event.pointerId) return;
    const gesture = gestureOf(event);
    const [along, up] = moved(event, from);
    from = undefined;
    if (gesture) parts.end(gesture);
    else if (event.type === 'pointerup' && Math.hypot(along, up) < slopPixels) parts.tap(event);
  };
  window.addEventListener('pointerup', release, { signal });
  window.addEventListener('pointercancel', release, { signal });
}
