import { type CanvasBox, canvasLimits } from '../protocol/canvas.ts';
import type { CreateSurface, Sources, Surface } from './surface.ts';

/** Surfaces and pictures of one program, by number, within the limits. What is beyond them is not there. */
export interface Stock {
  surface(id: number): Surface | undefined;
  /** Of a page's canvas. */
  add(id: number, given: object | undefined, box: CanvasBox | undefined): void;
  /** One of the guest's own; `id` is negative. */
  make(id: number, width: number, height: number): void;
  resize(id: number, width: number, height: number): void;
  fontsChanged(): void;
  drop(id: number): void;
  addPicture(id: number, bitmap: object): void;
  dropPicture(id: number): void;
}

const initial = { width: 300, height: 150 } as const;

export function createStock(createSurface: CreateSurface, warn: (message: string) => void): Stock {
  const surfaces = new Map<number, Surface>();
  const pictures = new Map<number, { readonly bitmap: object; readonly area: number }>();
  let pictureArea = 0;
  /** How often fonts have come. */
  let fonts = 0;
  const sources: Sources = {
    get fontMark() {
      return fonts === 0 ? '' : `, terrarium-${fonts}`;
    },
    webGl: { contexts: 0, used: 0 },
    find: (kind, id) => (kind === 0 ? pictures.get(id)?.bitmap : surfaces.get(id)?.picture),
    warn,
  };
  surfaces.set(0, createSurface(1, 1, sources));

  const areaWithout = (id: number): number => {
    let sum = 0;
    for (const [one, { width, height }] of surfaces) if (one !== id) sum += width * height;
    return sum;
  };
  /** A size that may be, or undefined, with a word to the author. */
  const sizeOf = (id: number, width: number, height: number): readonly [number, number] | undefined => {
    const sides = [width, height].map((side) => (side >= 1 ? Math.floor(side) : 0));
    const [across = 0, down = 0] = sides;
    const { side, area, surfaces: most } = canvasLimits;
    if (across <= side && down <= side && across * down <= area && areaWithout(id) + across * down <= most) {
      return [across, down];
    }
    warn(`${across} × ${down} pixels are more than a canvas may have (${side} a side, ${most} pixels in all)`);
    return undefined;
  };
  const admit = (id: number): boolean => {
    if (surfaces.size <= canvasLimits.surfaceCount && !surfaces.has(id)) return true;
    if (!surfaces.has(id)) warn(`There are more than ${canvasLimits.surfaceCount} canvases: the new one draws nothing`);
    return false;
  };
  const dropPicture = (id: number): void => {
    const { bitmap, area } = pictures.get(id) ?? {};
    pictureArea -= area ?? 0;
    pictures.delete(id);
    if (typeof ImageBitmap === 'function' && bitmap instanceof ImageBitmap) bitmap.close();
  };

  return {
    surface: (id) => surfaces.get(id),
    add(id, given, box) {
      if (id <= 0 || !admit(id)) return;
      const surface = createSurface(initial.width, initial.height, sources, given);
      surfaces.set(id, surface);
      if (box) surface.setBox(box);
    },
    make(id, width, height) {
      if (!(id < 0) || !admit(id)) return;
      const [across, down] = sizeOf(id, width, height) ?? [1, 1];
      surfaces.set(id, createSurface(Math.max(1, across), Math.max(1, down), sources));
    },
    resize(id, width, height) {
      const size = id === 0 ? undefined : sizeOf(id, width, height);
      if (size) surfaces.get(id)?.resize(...size);
    },
    fontsChanged() {
      fonts += 1;
      for (const surface of surfaces.values()) surface.fontsChanged();
    },
    drop(id) {
      if (id === 0) return;
      surfaces.get(id)?.dispose();
      surfaces.delete(id);
    },
    addPicture(id, bitmap) {
      dropPicture(id);
      const area = areaOf(bitmap);
      if (pictures.size >= canvasLimits.pictureCount || pictureArea + area > canvasLimits.pictures) {
        warn(
          `More pictures are held at once than may be (${canvasLimits.pictureCount}, ${canvasLimits.pictures} pixels)`,
        );
        if (bitmap instanceof ImageBitmap) bitmap.close();
        return;
      }
      pictureArea += area;
      pictures.set(id, { bitmap, area });
    },
    dropPicture,
  };
}

function areaOf(bitmap: object): number {
  return typeof ImageBitmap === 'function' && bitmap instanceof ImageBitmap ? bitmap.width * bitmap.height : 0;
}
