import type { PageFrame, PageScroll, PaintClock } from './types.ts';

export interface PageScroller {
  readonly scroll: PageScroll;
  onScroll(listener: (scroll: PageScroll) => void): () => void;
  scrollTo(top: number, durationMs: number): Promise<void>;
  dispose(): void;
}

/** The scrolling of the page itself: the frame's document scrolls, so fixed positions and `vh` are a page's. */
export function createPageScroller(
  { document, window }: Pick<PageFrame, 'document' | 'window'>,
  clock: PaintClock,
): PageScroller {
  const listeners = new Set<(scroll: PageScroll) => void>();
  const root = document.documentElement;
  let cancelFrame: (() => void) | undefined;
  let stopMotion: (() => void) | undefined;

  const read = (): PageScroll => ({
    scrollTop: window.scrollY,
    scrollHeight: root.scrollHeight,
    clientHeight: window.innerHeight,
  });
  const onScroll = () => {
    cancelFrame ??= clock.frame(() => {
      cancelFrame = undefined;
      const scroll = read();
      for (const listener of listeners) listener(scroll);
    });
  };
  window.addEventListener('scroll', onScroll, { passive: true });

  return {
    get scroll() {
      return read();
    },
    onScroll(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    scrollTo(top, durationMs) {
      stopMotion?.();
      stopMotion = undefined;
      const from = window.scrollY;
      const target = Math.max(0, Math.min(Number.isFinite(top) ? top : 0, root.scrollHeight - window.innerHeight));
      const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
      if (!(durationMs > 0) || still) {
        window.scrollTo(0, target);
        return Promise.resolve();
      }
      return new Promise((resolve) => {
        const begin = clock.now();
        let cancel: () => void;
        const step = () => {
          const part = Math.min(1, (clock.now() - begin) / durationMs);
          window.scrollTo(0, from + (target - from) * easeInOut(part));
          if (part < 1) cancel = clock.frame(step);
          else finish();
        };
        const finish = () => {
          cancel();
          if (stopMotion === finish) stopMotion = undefined;
          resolve();
        };
        stopMotion = finish;
        cancel = clock.frame(step);
      });
    },
    dispose() {
      stopMotion?.();
      cancelFrame?.();
      listeners.clear();
      window.removeEventListener('scroll', onScroll);
    },
  };
}

/** Slow, fast, slow; `part` from 0 to 1. */
export function easeInOut(part: number): number {
  return part < 0.5 ? 2 * part * part : 1 - 2 * (1 - part) * (1 - part);
}
