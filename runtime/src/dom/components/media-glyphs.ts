/** The signs on buttons of video and audio, as outlines in a square of 24. Drawn by us, in the look's plain manner. */
const outlines = {
  play: 'M8 5.6v12.8c0 .8.9 1.3 1.6.8l9.4-6.4c.6-.4.6-1.2 0-1.6L9.6 4.8C8.9 4.3 8 4.8 8 5.6z',
  pause:
    'M7.5 5h2.5c.6 0 1 .4 1 1v12c0 .6-.4 1-1 1H7.5c-.6 0-1-.4-1-1V6c0-.600.4-1 1-1zm6.5 0h2.5c.6 0 1 .4 1 1v12c0 .6-.4 1-1 1H14c-.6 0-1-.4-1-1V6c0-.600.4-1 1-1z',
  sound:
    'M4 9.5v5h3.2l4.3 3.6c.600.5 1.500.1 1.5-.7V6.6c0-.8-.9-1.2-1.5-.7L7.2 9.5zM15.6 8.7a4.6 4.6 0 0 1 0 6.6l1.2 1.2a6.3 6.3 0 0 0 0-9z',
  muted:
    'M4 9.5v5h3.2l4.3 3.6c.600.5 1.500.1 1.5-.7V6.6c0-.8-.9-1.2-1.5-.7L7.2 9.5zM15.2 10.4l1.1-1.1 1.7 1.7 1.7-1.7 1.1 1.1-1.7 1.6 1.7 1.7-1.1 1.1-1.7-1.7-1.7 1.7-1.1-1.1 1.7-1.7z',
  widen: 'M5 5h5.5v1.8H6.8v3.7H5zM13.5 5H19v5.5h-1.8V6.8h-3.7zM5 13.5h1.8v3.7h3.7V19H5zM17.2 13.5H19V19h-5.5v-1.8h3.7z',
  narrow:
    'M8.7 5h1.8v5.5H5V8.7h3.7zM13.5 5h1.8v3.7H19v1.8h-5.5zM5 13.5h5.5V19H8.7v-3.7H5zM13.5 13.5H19v1.8h-3.7V19h-1.8z',
  comments:
    'M5 5.5h14c.6 0 1 .4 1 1v9c0 .6-.4 1-1 1h-7.5l-3.6 3c-.300.2-.7 0-.7-.4v-2.6H5c-.6 0-1-.4-1-1v-9c0-.600.4-1 1-1zm2.5 3.7v1.6h9V9.2zm0 3v1.6h6v-1.6z',
  lock: 'M8 10V8a4 4 0 0 1 8 0v2h1c.6 0 1 .4 1 1v7c0 .6-.4 1-1 1H7c-.6 0-1-.4-1-1v-7c0-.600.4-1 1-1zm1.7 0h4.6V8a2.3 2.3 0 0 0-4.6 0z',
} as const;
export type Glyph = keyof typeof outlines;

const svg = 'http://www.w3.org/2000/svg';

export function drawGlyph(document: Document, glyph: Glyph): Element {
  const picture = document.createElementNS(svg, 'svg');
  picture.setAttribute('viewBox', '0 0 24 24');
  picture.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(svg, 'path');
  path.setAttribute('d', outlines[glyph]);
  picture.append(path);
  return picture;
}

/** A button with a sign. Sign and name may change: `show` gives both. */
export interface GlyphButton {
  readonly element: HTMLButtonElement;
  show(glyph: Glyph, label: string): void;
}

export function makeGlyphButton(document: Document, glyph: Glyph, label: string, press: () => void): GlyphButton {
  const element = document.createElement('button');
  element.type = 'button';
  let shown: string | undefined;
  const show = (next: Glyph, name: string): void => {
    if (shown !== next) element.replaceChildren(drawGlyph(document, next));
    shown = next;
    element.setAttribute('aria-label', name);
  };
  show(glyph, label);
  element.addEventListener('click', press);
  return { element, show };
}
