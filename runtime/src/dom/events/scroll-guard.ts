import type { PageTree } from '../../view/index.ts';
import { isElement } from '../dom-nodes.ts';
import type { NodeLocator } from '../node-locator.ts';
import type { PageFrame } from '../types.ts';

/** Keeps fingers and wheels from scrolling the page over nodes that catch `touchmove`: masks, popups. */
export interface ScrollGuard {
  /** Starts guarding. Not from the outset: while somebody may forbid it, the browser scrolls less smoothly. */
  enable(): void;
  dispose(): void;
}

export function createScrollGuard(frame: PageFrame, tree: PageTree, locator: NodeLocator): ScrollGuard {
  const { document, window } = frame;
  const ends = new AbortController();
  let enabled = false;
  let finger = { x: 0, y: 0 };

  const guard = (event: Event, right: number, down: number): void => {
    const [target] = event.composedPath();
    if (!event.cancelable || !(target instanceof window.Node)) return;
    const at = locator.locate(target);
    for (const ref of at ? tree.pathOf(at.block, at.node) : []) {
      if (tree.catches(ref, 'touchmove')) {
        event.preventDefault();
        return;
      }
      // A scroll view inside a popup goes on scrolling, as in WeChat, but hands nothing on at its ends.
      const box = locator.element(ref)?.firstElementChild;
      if (box?.localName === 'wx-scroller' && isElement(box) && canScroll(window, box, right, down)) return;
    }
  };

  return {
    enable() {
      if (enabled) return;
      enabled = true;
      const active = { signal: ends.signal, passive: false, capture: true };
      document.addEventListener('wheel', (event) => guard(event, event.deltaX, event.deltaY), active);
      document.addEventListener(
        'touchstart',
        ({ touches: [touch] }) => {
          if (touch) finger = { x: touch.clientX, y: touch.clientY };
        },
        { signal: ends.signal, passive: true, capture: true },
      );
      document.addEventListener(
        'touchmove',
        (event) => {
          const [touch] = event.touches;
          if (touch) guard(event, finger.x - touch.clientX, finger.y - touch.clientY);
        },
        active,
      );
    },
    dispose: () => ends.abort(),
  };
}

/** Whether the box has something left to show in that direction. */
function canScroll(window: PageFrame['window'], box: HTMLElement, right: number, down: number): boolean {
  const { overflowX, overflowY } = window.getComputedStyle(box);
  const { scrollLeft, scrollTop, scrollWidth, scrollHeight, clientWidth, clientHeight } = box;
  const across = Math.abs(right) > Math.abs(down);
  if (across ? overflowX !== 'auto' : overflowY !== 'auto') return false;
  const [by, at, room] = across
    ? [right, scrollLeft, scrollWidth - clientWidth]
    : [down, scrollTop, scrollHeight - clientHeight];
  return by < 0 ? at > 0 : at < room - 1;
}
