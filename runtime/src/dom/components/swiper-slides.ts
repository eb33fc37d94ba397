/** How a swiper's items stand: side by side or below each other, `shown` in view at once. */
export interface SlideLayout {
  readonly vertical: boolean;
  readonly circular: boolean;
  readonly shown: number;
  /** With `snap-to-edge`: pixels of the margins that the first and the last item do without. */
  readonly edges?: { readonly before: number; readonly after: number } | undefined;
}

/** Puts each item where it is seen from `position` (in items; 1.5 lies between the second and the third). */
export function placeSlides(items: readonly HTMLElement[], position: number, layout: SlideLayout): void {
  const { vertical, circular, shown } = layout;
  const shift = `${edgeShift(items.length - shown, position, layout)}px`;
  for (const [index, item] of items.entries()) {
    // Circular: each item stands in the copy of the row that is nearest to what is in view.
    const turn = circular ? Math.round((position + (shown - 1) / 2 - index) / items.length) * items.length : 0;
    const offset = `calc(${(index + turn - position) * 100}% + ${shift})`;
    item.style[vertical ? 'height' : 'width'] = `${100 / shown}%`;
    item.style.transform = vertical ? `translate(0,${offset})` : `translate(${offset},0)`;
  }
}

/** At the first position all stand at the very beginning, at the last at the very end, and on the way in between. */
function edgeShift(last: number, position: number, { circular, edges }: SlideLayout): number {
  if (!edges || circular || last < 1) return 0;
  const toFirst = Math.max(0, Math.min(1, 1 - position));
  const toLast = Math.max(0, Math.min(1, position - last + 1));
  return edges.after * toLast - edges.before * toFirst;
}

/** Shows `count` dots of which number `current` is lit. */
export function drawDots(dots: HTMLElement, count: number, current: number): void {
  while (dots.childElementCount > count) dots.lastElementChild?.remove();
  while (dots.childElementCount < count) dots.append(dots.ownerDocument.createElement('wx-dot'));
  for (const [index, dot] of [...dots.children].entries()) dot.setAttribute('aria-current', String(index === current));
}
