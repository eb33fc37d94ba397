import type { ToCanvas } from '../protocol/canvas.ts';

/** Makes a font of the program's known to its canvases. Says so when the bytes are none. */
export function addFont(font: Extract<ToCanvas, { kind: 'font' }>, warn: (message: string) => void): void {
  const fonts: unknown = Reflect.get(globalThis, 'fonts');
  if (typeof FontFaceSet !== 'function' || !(fonts instanceof FontFaceSet)) return;
  const { style, weight } = font.style;
  new FontFace(font.family, font.bytes, { style, weight }).load().then(
    (face) => fonts.add(face),
    () => warn(`The font ${font.family} cannot be read`),
  );
}
