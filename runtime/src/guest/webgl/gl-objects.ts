import { webGlObjects } from '../../protocol/webgl.ts';
import { defineProperty } from '../intrinsics.ts';

/** `WebGLBuffer` and its like: nothing but a number of the worker's, which no program sees. */
export class GlObject {
  readonly #id: number;
  readonly #letter: string;

  constructor(id: number, letter: string) {
    this.#id = id;
    this.#letter = letter;
    defineProperty(this, Symbol.toStringTag, { value: webGlObjects[letter] });
  }

  /** Undefined for what is no such object. */
  static idOf(value: unknown, letter: string): number | undefined {
    if (typeof value !== 'object' || value === null || !(#id in value)) return undefined;
    return value.#letter === letter ? value.#id : undefined;
  }
}

/** The objects of one context: each is one and the same as long as the program holds it. */
export interface GlObjects {
  /** A new one; what it is comes with the call that carries its number. */
  make(letter: string): { readonly id: number; readonly object: GlObject };
  /** The one the worker tells of. */
  told(id: number, letter: string): GlObject;
}

let last = 0;

/** `forget` is told the number of an object that nobody holds any more. */
export function createGlObjects(forget: (id: number) => void): GlObjects {
  const known = new Map<number, WeakRef<GlObject>>();
  const gone = new FinalizationRegistry<number>((id) => {
    // The worker may have told of it again meanwhile.
    if (known.get(id)?.deref() !== undefined) return;
    known.delete(id);
    forget(id);
  });
  const keep = (id: number, letter: string): GlObject => {
    const object = new GlObject(id, letter);
    known.set(id, new WeakRef(object));
    gone.register(object, id);
    return object;
  };
  return {
    make(letter) {
      // Of no other context either: the worker then knows which context an object is of.
      last += 1;
      return { id: last, object: keep(last, letter) };
    },
    told: (id, letter) => known.get(id)?.deref() ?? keep(id, letter),
  };
}
