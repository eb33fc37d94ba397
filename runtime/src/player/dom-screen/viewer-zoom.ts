/** What fingers, mouse and wheel do to one picture of the viewer. */
export interface ZoomHandlers {
  readonly zooms: boolean;
  tapped(): void;
  tappedTwice(): void;
  held(): void;
  /** The strip is pulled sideways by that many pixels. */
  dragged(offset: number): void;
  /** Let go; speed in pixels a millisecond. */
  dropped(offset: number, speed: number): void;
}

export interface Zoom {
  reset(): void;
  dispose(): void;
}

const most = 5;
const doubled = 2.5;
const slack = 8;
const holdMs = 500;
const doubleMs = 260;

interface Finger {
  readonly startX: number;
  readonly startY: number;
  x: number;
  y: number;
}

/** Pinch, wheel and double tap enlarge `media` inside `holder`; an enlarged one is moved, any other pulls the strip. */
export function followZoom(holder: HTMLElement, media: HTMLElement, handlers: ZoomHandlers): Zoom {
  const ends = new AbortController();
  const { signal } = ends;
  const fingers = new Map<number, Finger>();
  let scale = 1;
  let x = 0;
  let y = 0;
  let mode: 'none' | 'wait' | 'drag' | 'pan' | 'pinch' | 'still' = 'none';
  let holding: ReturnType<typeof setTimeout> | undefined;
  let lastTap = Number.NEGATIVE_INFINITY;
  let startedAt = 0;

  const draw = () => {
    media.style.transform = scale === 1 ? '' : `translate(${x}px, ${y}px) scale(${scale})`;
  };
  /** No edge of an enlarged picture leaves the screen's middle. */
  const hold = () => {
    const roomX = Math.max(0, (media.clientWidth * scale - holder.clientWidth) / 2);
    const roomY = Math.max(0, (media.clientHeight * scale - holder.clientHeight) / 2);
    x = Math.max(-roomX, Math.min(roomX, x));
    y = Math.max(-roomY, Math.min(roomY, y));
  };
  /** Enlarges by `factor` so that what lies under the point stays there. */
  const zoom = (factor: number, atX: number, atY: number) => {
    if (!handlers.zooms) return;
    const box = holder.getBoundingClientRect();
    const fromX = atX - box.left - box.width / 2;
    const fromY = atY - box.top - box.height / 2;
    const next = Math.max(1, Math.min(most, scale * factor));
    x = fromX - ((fromX - x) * next) / scale;
    y = fromY - ((fromY - y) * next) / scale;
    scale = next;
    hold();
    draw();
  };
  const reset = () => {
    scale = 1;
    x = 0;
    y = 0;
    draw();
  };
  const two = () => {
    const [a, b] = fingers.values();
    if (!a || !b) return undefined;
    return { apart: Math.hypot(a.x - b.x, a.y - b.y), x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
  };
  const stopHolding = () => clearTimeout(holding);

  const down = (event: PointerEvent) => {
    if (event.button !== 0) return;
    const { clientX, clientY } = event;
    // A first finger ends whatever was left of earlier ones.
    if (event.isPrimary) fingers.clear();
    // At once: a picture that still slides would be gone from under the finger. A video's own controls need theirs.
    if (handlers.zooms) holder.setPointerCapture(event.pointerId);
    fingers.set(event.pointerId, { startX: clientX, startY: clientY, x: clientX, y: clientY });
    stopHolding();
    if (fingers.size > 1) {
      mode = 'pinch';
      return;
    }
    mode = 'wait';
    startedAt = event.timeStamp;
    holding = setTimeout(() => {
      mode = 'still';
      handlers.held();
    }, holdMs);
  };
  const move = (event: PointerEvent) => {
    const finger = fingers.get(event.pointerId);
    if (!finger) return;
    const before = two();
    const [stepX, stepY] = [event.clientX - finger.x, event.clientY - finger.y];
    finger.x = event.clientX;
    finger.y = event.clientY;
    const offset = finger.x - finger.startX;
    if (mode === 'wait' && Math.hypot(offset, finger.y - finger.startY) > slack) {
      stopHolding();
      mode = scale > 1 ? 'pan' : 'drag';
      // From here on the pointer is ours, also outside the window.
      holder.setPointerCapture(event.pointerId);
    }
    if (mode === 'drag') handlers.dragged(offset);
    if (mode === 'pan') {
      x += stepX;
      y += stepY;
      hold();
      draw();
    }
    const after = two();
    if (mode === 'pinch' && before && after && before.apart > 0) zoom(after.apart / before.apart, after.x, after.y);
  };
  const tap = (event: PointerEvent) => {
    const second = event.timeStamp - lastTap < doubleMs;
    lastTap = second ? Number.NEGATIVE_INFINITY : event.timeStamp;
    if (!second || !handlers.zooms) return handlers.tapped();
    handlers.tappedTwice();
    if (scale > 1) reset();
    else zoom(doubled, event.clientX, event.clientY);
  };
  const up = (event: PointerEvent) => {
    const finger = fingers.get(event.pointerId);
    if (!finger) return;
    fingers.delete(event.pointerId);
    stopHolding();
    const ended = mode;
    if (fingers.size > 0) return;
    mode = 'none';
    const offset = finger.x - finger.startX;
    const cancelled = event.type === 'pointercancel';
    if (ended === 'drag') {
      handlers.dropped(cancelled ? 0 : offset, offset / Math.max(1, event.timeStamp - startedAt));
    } else if (ended === 'wait' && !cancelled) tap(event);
  };
  holder.addEventListener('pointerdown', down, { signal });
  holder.addEventListener('pointermove', move, { signal });
  for (const type of ['pointerup', 'pointercancel'] as const) holder.addEventListener(type, up, { signal });
  holder.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      zoom(Math.exp(-event.deltaY / 300), event.clientX, event.clientY);
    },
    { signal, passive: false },
  );
  holder.addEventListener(
    'contextmenu',
    (event) => {
      event.preventDefault();
      stopHolding();
      handlers.held();
    },
    { signal },
  );
  return {
    reset,
    dispose() {
      stopHolding();
      ends.abort();
    },
  };
}
