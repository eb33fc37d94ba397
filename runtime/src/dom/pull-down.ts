import { isElement } from './dom-nodes.ts';
import type { ContactChange } from './events/contacts.ts';
import type { PageFrame } from './types.ts';

export interface PullDown {
  handle(change: ContactChange): void;
  /** Runs when the page was pulled far enough and let go. While nobody listens the page cannot be pulled. */
  onPullDown(listener: () => void): () => void;
  setRefreshing(refreshing: boolean): void;
  dispose(): void;
}

const openPixels = 50;

/** What is itself drawn downwards, and what lies above the page: a pull there is not the page's. */
const pulledThemselves =
  'wx-scroll-view[scroll-y],wx-swiper[vertical],wx-picker-view-column,wx-movable-view[tabindex],wx-textarea,wx-canvas[disable-scroll]';

/**
 * Pull-to-refresh: a header above the page that grows with the finger. The header takes room instead of moving the
 * page, because a transform would capture the page's fixed children.
 */
export function createPullDown({ document, window }: PageFrame, page: HTMLElement): PullDown {
  const listeners = new Set<() => void>();
  const header = document.createElement('wx-refresh');
  header.hidden = true;
  for (let dot = 0; dot < 3; dot += 1) header.append(document.createElement('wx-refresh-dot'));
  page.before(header);
  let from: { readonly identifier: number; readonly y: number } | undefined;
  let height = 0;
  let refreshing = false;

  const draw = (to: number, animated: boolean): void => {
    height = to;
    header.hidden = to === 0 && !animated;
    header.style.transition = animated ? 'height .2s ease-out' : '';
    header.style.height = `${to}px`;
  };
  const settle = (): void => draw(refreshing ? openPixels : 0, true);

  return {
    handle({ phase, target, touch, touches }) {
      if (phase === 'start') {
        const element = isElement(target) ? target : target.parentElement;
        const own = page.contains(target) && element?.closest(pulledThemselves) == null;
        const able = own && listeners.size > 0 && !refreshing && touches.length === 1 && window.scrollY <= 0;
        from = able ? { identifier: touch.identifier, y: touch.clientY } : undefined;
        return;
      }
      if (!from || touch.identifier !== from.identifier) return;
      const pulled = touch.clientY - from.y;
      if (phase === 'move') {
        if (pulled > 0 && window.scrollY <= 0) draw(Math.min(120, pulled / 2), false);
        return;
      }
      from = undefined;
      if (height === 0) return;
      if (phase === 'end' && height >= openPixels) {
        refreshing = true;
        for (const listener of listeners) listener();
      }
      settle();
    },
    onPullDown(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    setRefreshing(on) {
      refreshing = on;
      settle();
    },
    dispose() {
      listeners.clear();
      header.remove();
    },
  };
}
