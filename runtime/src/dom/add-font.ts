import type { FontSource } from '../protocol/canvas.ts';
import type { PageFrame } from './types.ts';

/** Loads a font into a page's document. False when it cannot be loaded, or its description cannot be read. */
export async function addFont({ document, window }: PageFrame, font: FontSource): Promise<boolean> {
  const { family, url, style, weight } = font;
  try {
    const face = new window.FontFace(family, `url(${JSON.stringify(url)})`, { style, weight });
    await face.load();
    document.fonts.add(face);
    return true;
  } catch {
    return false;
  }
}
