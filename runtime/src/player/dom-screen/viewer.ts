import type { Viewer } from '../screen.ts';
import { make, makeButton } from './make.ts';
import { slide } from './motion.ts';
import { followZoom, type Zoom } from './viewer-zoom.ts';
import type { Words } from './words.ts';

export interface ViewerView {
  readonly element: HTMLElement;
  show(viewer: Viewer | undefined): void;
  dispose(): void;
}

/** Wait for a second tap before a first one closes. */
const secondTapMs = 260;
/** A swipe over this part of the width, or this quick (pixels a millisecond), turns the page. */
const turnPart = 0.3;
const turnSpeed = 0.4;
/** Beyond the first and the last one the strip follows at a third of the way. */
const beyond = 1 / 3;

/**
 * Pictures and videos over the whole screen, one at a time: swipe or arrow keys to the next, pinch, wheel or double
 * tap to zoom, a tap, Escape or the button to close. A `<dialog>`, so that all below is inert.
 */
export function createViewerView(document: Document, words: () => Words): ViewerView {
  const element = make(document, 'dialog', 'viewer');
  element.tabIndex = -1;
  const strip = make(document, 'div', 'viewer-strip');
  const count = make(document, 'p', 'viewer-count');
  count.setAttribute('role', 'status');
  let shown: Viewer | undefined;
  let index = 0;
  let zooms: readonly Zoom[] = [];
  let closing: ReturnType<typeof setTimeout> | undefined;

  const place = (offset: number) => {
    strip.style.transform = `translateX(calc(${-100 * index}% + ${offset}px))`;
  };
  const close = () => {
    clearTimeout(closing);
    shown = undefined;
    for (const zoom of zooms) zoom.dispose();
    zooms = [];
    element.close();
    strip.replaceChildren();
  };
  /** Goes to one, from where a finger left the strip. */
  const turn = (to: number, offset: number) => {
    if (!shown) return;
    const width = element.clientWidth;
    const target = Math.max(0, Math.min(shown.items.length - 1, to));
    const from = offset + (target - index) * width;
    zooms[index]?.reset();
    if (target !== index) for (const video of strip.querySelectorAll('video')) video.pause();
    index = target;
    count.textContent = shown.items.length > 1 ? `${index + 1} / ${shown.items.length}` : '';
    place(0);
    const base = `translateX(${-100 * index}%)`;
    if (from !== 0) void slide([strip], `${base} translateX(${from}px)`, base);
  };
  const label = (text: string) => make(document, 'p', 'viewer-failed', text);

  const draw = (viewer: Viewer) => {
    const slides = viewer.items.map((item) => {
      const holder = make(document, 'div', 'viewer-item');
      const media = make(document, item.type === 'video' ? 'video' : 'img', 'viewer-media');
      const fail = () => holder.replaceChildren(label(words().cannotShow));
      media.addEventListener('error', fail);
      if ('controls' in media) {
        media.controls = true;
        media.playsInline = true;
      } else {
        media.alt = '';
        media.draggable = false;
      }
      Promise.resolve(viewer.assets.url(item.url, ''))
        .then((url) => {
          media.src = url;
        })
        .catch(fail);
      holder.append(media);
      return { holder, media, video: item.type === 'video' };
    });
    strip.replaceChildren(...slides.map(({ holder }) => holder));
    zooms = slides.map(({ holder, media, video }) =>
      followZoom(holder, media, {
        zooms: !video,
        tapped() {
          if (video) return;
          clearTimeout(closing);
          closing = setTimeout(close, secondTapMs);
        },
        tappedTwice: () => clearTimeout(closing),
        held: () => shown?.menu?.(index),
        dragged: (offset) => {
          const last = (shown?.items.length ?? 1) - 1;
          const outside = (index === 0 && offset > 0) || (index === last && offset < 0);
          place(outside ? offset * beyond : offset);
        },
        dropped(offset, speed) {
          const far = Math.abs(offset) > element.clientWidth * turnPart || Math.abs(speed) > turnSpeed;
          const last = (shown?.items.length ?? 1) - 1;
          const outside = (index === 0 && offset > 0) || (index === last && offset < 0);
          turn(far ? index - Math.sign(offset) : index, outside ? offset * beyond : offset);
        },
      }),
    );
  };

  element.append(strip, count, makeButton(document, 'viewer-close', close, { label: words().close }));
  element.addEventListener('cancel', (event) => {
    event.preventDefault();
    close();
  });
  element.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowRight') turn(index + 1, 0);
    if (event.key === 'ArrowLeft') turn(index - 1, 0);
  });
  return {
    element,
    show(viewer) {
      if (shown) close();
      if (!viewer) return;
      shown = viewer;
      index = Math.max(0, Math.min(viewer.items.length - 1, viewer.first));
      draw(viewer);
      element.setAttribute('aria-label', words().viewer);
      element.showModal();
      // Not the first button: nobody has asked for it.
      element.focus();
      turn(index, 0);
    },
    dispose: close,
  };
}
