import { claim } from './axis-drag.ts';

/** A line that shows how far something has come, and lets people choose another place on it. */
export interface MediaRail {
  readonly element: HTMLElement;
  /** Shares of the whole, 0 to 1. */
  draw(played: number, buffered: number): void;
  /** What assistive technology reads. */
  describe(now: number, max: number, text: string): void;
  readonly dragging: boolean;
}

export const mediaRailStyle =
  'wx-media-rail{display:block;position:relative;flex:1;min-width:24px;height:24px;cursor:pointer;touch-action:none}' +
  'wx-media-rail::before{content:" ";position:absolute;inset:11px 0;border-radius:1px;background-color:currentColor;opacity:.28}' +
  'wx-media-rail>wx-fill{position:absolute;top:11px;left:0;height:2px;width:0;border-radius:1px;background-color:currentColor}' +
  'wx-media-rail>wx-fill:first-child{opacity:.4}' +
  'wx-media-rail>wx-handle{position:absolute;top:50%;left:0;width:12px;height:12px;border-radius:50%;' +
  'transform:translate(-50%,-50%);background-color:currentColor;box-shadow:0 0 3px rgba(0,0,0,.3)}';

export function createMediaRail(parts: {
  readonly document: Document;
  readonly window: Window;
  readonly signal: AbortSignal;
  readonly label: string;
  /** Degrees that the rail is turned by on screen. */
  turn(): number;
  /** A place is being looked for, 0 to 1. */
  seeking(share: number): void;
  seek(share: number): void;
  /** A key moves it by this many steps. */
  step(steps: number): void;
}): MediaRail {
  const { document, window, signal } = parts;
  const element = document.createElement('wx-media-rail');
  const [buffer, fill] = [document.createElement('wx-fill'), document.createElement('wx-fill')];
  const handle = document.createElement('wx-handle');
  element.append(buffer, fill, handle);
  element.tabIndex = 0;
  element.setAttribute('role', 'slider');
  element.setAttribute('aria-label', parts.label);
  let finger: number | undefined;

  const draw = (played: number, buffered: number): void => {
    fill.style.width = `${played * 100}%`;
    handle.style.left = `${played * 100}%`;
    buffer.style.width = `${buffered * 100}%`;
  };
  const shareAt = ({ clientX, clientY }: PointerEvent): number => {
    const box = element.getBoundingClientRect();
    const turn = parts.turn();
    const [from, length] = turn === 0 ? [clientX - box.left, box.width] : [clientY - box.top, box.height];
    const share = length === 0 ? 0 : Math.min(1, Math.max(0, from / length));
    return turn === -90 ? 1 - share : share;
  };
  element.addEventListener(
    'pointerdown',
    (event) => {
      if (event.button !== 0 || finger !== undefined) return;
      claim(event, 'x');
      claim(event, 'y');
      finger = event.pointerId;
      parts.seeking(shareAt(event));
    },
    { signal },
  );
  window.addEventListener(
    'pointermove',
    (event) => {
      if (event.pointerId === finger) parts.seeking(shareAt(event));
    },
    { signal, passive: true },
  );
  const release = (event: PointerEvent): void => {
    if (event.pointerId !== finger) return;
    finger = undefined;
    parts.seek(shareAt(event));
  };
  window.addEventListener('pointerup', release, { signal });
  window.addEventListener('pointercancel', release, { signal });
  const steps: ReadonlyMap<string, number> = new Map([
    ['ArrowRight', 1],
    ['ArrowUp', 1],
    ['ArrowLeft', -1],
    ['ArrowDown', -1],
    ['PageUp', 6],
    ['PageDown', -6],
  ]);
  element.addEventListener(
    'keydown',
    (event) => {
      const count = steps.get(event.key);
      if (count === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      parts.step(count);
    },
    { signal },
  );
  return {
    element,
    draw,
    describe(now, max, text) {
      element.setAttribute('aria-valuemin', '0');
      element.setAttribute('aria-valuemax', String(Math.round(max)));
      element.setAttribute('aria-valuenow', String(Math.round(now)));
      element.setAttribute('aria-valuetext', text);
    },
    get dragging() {
      return finger !== undefined;
    },
  };
}

/** `3:07`, `1:02:09`; `0:00` for what has no length. */
export function clockTime(seconds: number): string {
  const whole = Number.isFinite(seconds) ? Math.max(0, Math.floor(seconds)) : 0;
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (number: number) => String(number).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}
