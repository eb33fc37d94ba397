import type { FontSource } from '../protocol/canvas.ts';

/** Makes a font of the program's known to its canvases. Says so when it cannot be had. Never rejects. */
export async function addFont(font: FontSource, warn: (message: string) => void): Promise<void> {
  const { family, url, style, weight } = font;
  const fonts: unknown = Reflect.get(globalThis, 'fonts');
  if (typeof FontFaceSet !== 'function' || !(fonts instanceof FontFaceSet)) return;
  try {
    fonts.add(await new FontFace(family, `url(${JSON.stringify(url)})`, { style, weight }).load());
  } catch {
    warn(`The font ${family} cannot be loaded`);
  }
}
