import { CanvasImage } from './pictures.ts';

/** Something a picture can be taken of: a canvas knows its surface. */
export class Surfaced {
  readonly #surface: number;

  constructor(surface: number) {
    this.#surface = surface;
  }

  static of(value: unknown): number | undefined {
    return typeof value === 'object' && value !== null && #surface in value ? value.#surface : undefined;
  }
}

/** `[kind, number]` as commands name what is drawn; a picture that is not there yet is number 0, and draws nothing. */
export function sourceOf(value: unknown): readonly [kind: number, id: number] | undefined {
  if (value instanceof CanvasImage) return [0, value.loaded.id];
  const surface = Surfaced.of(value);
  return surface === undefined ? undefined : [1, surface];
}
