import type { SoftKeyboard } from '../protocol/messages.ts';

/**
 * Watches the device's keyboard from the browser's topmost window, the only one that is told of it: `changed` hears
 * what it takes of `area`, the element a program is shown in. Browsers without a keyboard on the screen never call.
 * Returns its undo.
 */
export function watchSoftKeyboard(area: Element, changed: (keyboard: SoftKeyboard) => void): () => void {
  const window = area.ownerDocument.defaultView;
  const viewport = window?.visualViewport;
  if (!window || !viewport) return () => undefined;
  let last = 0;
  let lastCovered = 0;
  const look = (): void => {
    // A page that is zoomed has a small viewport, too; only what is missing at the bottom is a keyboard.
    const shown = viewport.offsetTop + viewport.height * viewport.scale;
    const taken = viewport.scale > 1.01 ? 0 : Math.round(window.innerHeight - viewport.height);
    // Bars of the browser come and go by less than this.
    const height = taken < leastHeight ? 0 : taken;
    const covered = height === 0 ? 0 : Math.max(0, Math.round(area.getBoundingClientRect().bottom - shown));
    if (height === last && covered === lastCovered) return;
    last = height;
    lastCovered = covered;
    changed({ height, covered });
  };
  const ends = new AbortController();
  viewport.addEventListener('resize', look, { signal: ends.signal });
  viewport.addEventListener('scroll', look, { signal: ends.signal });
  return () => ends.abort();
}

/** CSS pixels. */
const leastHeight = 120;
