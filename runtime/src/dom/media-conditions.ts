/** Sizes of the page in CSS pixels, and its orientation. All that are given must hold. */
export interface MediaConditions {
  readonly width?: number | undefined;
  readonly minWidth?: number | undefined;
  readonly maxWidth?: number | undefined;
  readonly height?: number | undefined;
  readonly minHeight?: number | undefined;
  readonly maxHeight?: number | undefined;
  readonly orientation?: 'landscape' | 'portrait' | undefined;
}

/** The media query that asks for `conditions`; made of numbers and our own words only. */
export function mediaQueryOf(conditions: MediaConditions): string {
  const { width, minWidth, maxWidth, height, minHeight, maxHeight, orientation } = conditions;
  const sizes = [
    ['width', width],
    ['min-width', minWidth],
    ['max-width', maxWidth],
    ['height', height],
    ['min-height', minHeight],
    ['max-height', maxHeight],
  ] as const;
  const asked = sizes.flatMap(([name, size]) => (size === undefined ? [] : [`(${name}: ${size}px)`]));
  if (orientation !== undefined) asked.push(`(orientation: ${orientation})`);
  return asked.length === 0 ? 'all' : asked.join(' and ');
}

/** Tells `changed` now and at each change whether `conditions` hold in `window`. Returns its undo. */
export function watchMedia(
  window: Pick<Window, 'matchMedia'>,
  conditions: MediaConditions,
  changed: (matches: boolean) => void,
): () => void {
  const query = window.matchMedia(mediaQueryOf(conditions));
  const heard = (event: MediaQueryListEvent) => changed(event.matches);
  query.addEventListener('change', heard);
  changed(query.matches);
  return () => query.removeEventListener('change', heard);
}
