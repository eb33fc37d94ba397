import type { PageTree } from '../../view/index.ts';
import type { ClassNames, ExtraClasses } from '../class-names.ts';
import type { ComponentInstance } from '../components/component.ts';
import { isElement } from '../dom-nodes.ts';
import type { NodeLocator } from '../node-locator.ts';
import type { PageFrame, PaintClock } from '../types.ts';
import { type ContactChange, watchContacts } from './contacts.ts';
import type { EventEmitter } from './emitter.ts';
import { createGestures } from './gestures.ts';
import { createHover } from './hover.ts';
import { watchStyleEvents } from './style-events.ts';

/** Listens to one frame's document and turns what happens there into events. Returns its undo. */
export function watchPageEvents(parts: {
  readonly frame: PageFrame;
  readonly page: HTMLElement;
  readonly tree: PageTree;
  readonly locator: NodeLocator;
  readonly emitter: EventEmitter;
  readonly classNames: ClassNames;
  readonly extras: ExtraClasses;
  readonly clock: PaintClock;
  instanceOf(element: Node): ComponentInstance | undefined;
  onContact(change: ContactChange): void;
  onGesture?(): void;
}): () => void {
  const { frame, page } = parts;
  const { document } = frame;
  const ends = new AbortController();

  const gestures = createGestures({
    ...parts,
    // WeChat's order: handlers first, then what the component itself does about it.
    onTap(target) {
      for (let at: Node | null = target; at && at !== page; at = at.parentNode) {
        if (parts.instanceOf(at)?.tap?.()) return;
      }
    },
    tapped(target, x, y) {
      for (let at: Node | null = target; at && at !== page; at = at.parentNode) {
        const told = parts.instanceOf(at)?.tapped?.(target, x, y);
        if (told !== undefined) return told;
      }
      return {};
    },
    isDead: (target) => (isElement(target) ? target : target.parentElement)?.closest('wx-button[disabled]') != null,
  });
  const hover = createHover(parts);
  const stopContacts = watchContacts(frame, (change) => {
    hover.handle(change);
    parts.onContact(change);
    gestures.handle(change);
  });
  const stopStyles = watchStyleEvents(frame, parts.locator, parts.emitter);

  const gesture = (event: Event) => {
    if (event.isTrusted) parts.onGesture?.();
  };
  for (const type of ['pointerdown', 'pointerup', 'touchend', 'keydown']) {
    document.addEventListener(type, gesture, { signal: ends.signal, capture: true, passive: true });
  }
  document.addEventListener(
    'keydown',
    (event) => {
      const [target] = event.composedPath();
      // Only what we made focusable ourselves: text fields keep their keys.
      const onControl = target === document.activeElement && isElement(document.activeElement);
      if (!onControl || (event.key !== 'Enter' && event.key !== ' ') || event.repeat) return;
      const control = document.activeElement;
      if (!isElement(control) || !control.localName.startsWith('wx-')) return;
      event.preventDefault();
      const box = control.getBoundingClientRect();
      gestures.tap(control, box.left + box.width / 2, box.top + box.height / 2);
    },
    { signal: ends.signal },
  );
  // A long press is the program's; text fields keep their own menu.
  document.addEventListener(
    'contextmenu',
    (event) => {
      const [target] = event.composedPath();
      // A picture that asks for its menu gets the browser's: save, copy.
      const own = 'input,textarea,wx-image[show-menu-by-longpress]';
      const kept = target instanceof frame.window.Element && target.closest(own) !== null;
      if (!kept) event.preventDefault();
    },
    { signal: ends.signal },
  );
  return () => {
    ends.abort();
    stopContacts();
    stopStyles();
    gestures.dispose();
    hover.dispose();
  };
}
