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

/**
 * Tells `changed` now and at each change whether `conditions` hold in `window`. Returns its undo. Asked again at every
 * resize too: a busy Chromium was seen to leave out the query's own event when two changes followed one another.
 */
export function watchMedia(
  window: Pick<Window, 'matchMedia' | 'addEventListener' | 'removeEventListener'>,
  conditions: MediaConditions,
  changed: (matches: boolean) => void,
): () => void {
  const query = window.matchMedia(mediaQueryOf(conditions));
  let told = query.matches;
  const heard = () => {
    if (query.matches === told) return;
    told = query.matches;
    changed(told);
  };
  query.addEventListener('change', heard);
  window.addEventListener('resize', heard);
  changed(told);
  return () => {
    query.removeEventListener('change', heard);
    window.removeEventListener('resize', heard);
  };
}
