import { webGlLimits } from '../../protocol/webgl.ts';

/**
 * The objects of one context, by the numbers the guest knows them by, each of one kind: a letter of the table. A number
 * of another context is not among them, so its object is out of reach.
 */
export class GlObjects {
  readonly #objects = new Map<number, { readonly kind: string; readonly object: object }>();
  readonly #numbers = new WeakMap<object, number>();
  #last = 0;

  get full(): boolean {
    return this.#objects.size >= webGlLimits.objects;
  }

  find(kind: string, id: number): object | undefined {
    const known = this.#objects.get(id);
    return known?.kind === kind ? known.object : undefined;
  }

  /** Under a number that the guest chose; one that is taken already goes to the new object. */
  add(kind: string, id: number, object: object): void {
    this.#objects.set(id, { kind, object });
    this.#numbers.set(object, id);
  }

  /** The guest holds it no more. The browser keeps it as long as others need it. */
  forget(id: number): void {
    const known = this.#objects.get(id);
    this.#objects.delete(id);
    if (known && this.#numbers.get(known.object) === id) this.#numbers.delete(known.object);
  }

  /** Number of an object the browser tells of; a new one, below zero, for one the guest does not know. Undefined when full. */
  numberOf(kind: string, object: object): number | undefined {
    const known = this.#numbers.get(object);
    if (known !== undefined || this.full) return known;
    this.#last -= 1;
    this.add(kind, this.#last, object);
    return this.#last;
  }
}
