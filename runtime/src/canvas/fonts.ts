import type { FontSource } from '../protocol/canvas.ts';

/** Makes a font of the program's known to its canvases. Says so when it cannot be had. */
export function addFont({ family, url, style, weight }: FontSource, warn: (message: string) => void): void {
  const fonts: unknown = Reflect.get(globalThis, 'fonts');
  if (typeof FontFaceSet !== 'function' || !(fonts instanceof FontFaceSet)) return;
  new FontFace(family, `url(${JSON.stringify(url)})`, { style, weight }).load().then(
    (face) => fonts.add(face),
    () => warn(`The font ${family} cannot be loaded`),
  );
}
