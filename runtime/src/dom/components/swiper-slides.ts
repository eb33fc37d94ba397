/** How a swiper's items stand: side by side or below each other, `shown` in view at once. */
export interface SlideLayout {
  readonly vertical: boolean;
  readonly circular: boolean;
  readonly shown: number;
}

/** Puts each item where it is seen from `position` (in items; 1.5 lies between the second and the third). */
export function placeSlides(items: readonly HTMLElement[], position: number, layout: SlideLayout): void {
  const { vertical, circular, shown } = layout;
  for (const [index, item] of items.entries()) {
    // Circular: each item stands in the copy of the row that is nearest to what is in view.
    const turn = circular ? Math.round((position + (shown - 1) / 2 - index) / items.length) * items.length : 0;
    const offset = `${(index + turn - position) * 100}%`;
    item.style[vertical ? 'height' : 'width'] = `${100 / shown}%`;
    item.style.transform = vertical ? `translate(0,${offset})` : `translate(${offset},0)`;
  }
}

/** Shows `count` dots of which number `current` is lit. */
export function drawDots(dots: HTMLElement, count: number, current: number): void {
  while (dots.childElementCount > count) dots.lastElementChild?.remove();
  while (dots.childElementCount < count) dots.append(dots.ownerDocument.createElement('wx-dot'));
  for (const [index, dot] of [...dots.children].entries()) dot.setAttribute('aria-current', String(index === current));
}
