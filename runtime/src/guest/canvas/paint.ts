import { isArray, isObject } from '../intrinsics.ts';

/** A gradient or a pattern. Its description travels whenever it is set: the worker keeps none. */
export class Paint {
  readonly description: unknown[];
  readonly #stops: unknown[] | undefined;
  readonly #changed = new Set<() => void>();

  constructor(description: unknown[], stops?: unknown[]) {
    this.description = stops === undefined ? description : [...description, stops];
    this.#stops = stops;
  }

  addColorStop(offset: unknown, colour: unknown): void {
    this.#stops?.push(Number(offset), String(colour));
    // Where it is set already it counts at once.
    for (const changed of this.#changed) changed();
  }

  /** Patterns: where they lie. */
  setTransform(matrix: unknown): void {
    if (this.#stops === undefined) this.description[4] = matrixOf(matrix);
    for (const changed of this.#changed) changed();
  }

  /** Hears of changes from now on. */
  watch(changed: () => void): void {
    this.#changed.add(changed);
  }

  unwatch(changed: () => void): void {
    this.#changed.delete(changed);
  }
}

/** `[a, b, c, d, e, f]` of a matrix object, or of a list. */
export function matrixOf(value: unknown): number[] {
  if (isArray(value)) return value.slice(0, 6).map(Number);
  if (!isObject(value)) return [1, 0, 0, 1, 0, 0];
  const { a = 1, b = 0, c = 0, d = 1, e = 0, f = 0 } = value;
  return [a, b, c, d, e, f].map(Number);
}
