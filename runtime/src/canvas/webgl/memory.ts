import { webGlLimits } from '../../protocol/webgl.ts';

/** What all contexts of one program hold: how many there are, and their bytes. */
export interface Budget {
  contexts: number;
  used: number;
}

/** What one object holds, part by part: the levels of a texture. */
interface Holding {
  readonly parts: Map<string, number>;
  bytes: number;
  attached: boolean;
}

/**
 * Counts what the objects of one context hold. An object that others hold on to – a texture of a framebuffer – lives on
 * when it is deleted, so its bytes come back only when the browser has let go of it.
 */
export class GlMemory {
  readonly #budget: Budget;
  readonly #holdings = new WeakMap<object, Holding>();
  readonly #all = new Set<Holding>();
  readonly #gone = new FinalizationRegistry<Holding>((holding) => this.#free(holding));

  constructor(budget: Budget) {
    this.#budget = budget;
  }

  /** Takes `bytes` for one part of an object, in place of what that part had. False when there is no room. */
  claim(object: object, part: string, bytes: number): boolean {
    const holding = this.#of(object);
    const more = Math.max(0, bytes || 0) - (holding.parts.get(part) ?? 0);
    if (this.#budget.used + more > webGlLimits.bytes) return false;
    holding.parts.set(part, Math.max(0, bytes || 0));
    holding.bytes += more;
    this.#budget.used += more;
    return true;
  }

  /** The bytes of one object. */
  of(object: object): number {
    return this.#holdings.get(object)?.bytes ?? 0;
  }

  /** Something else holds on to it from now on. */
  attach(object: object): void {
    this.#of(object).attached = true;
  }

  /** The program has deleted it. */
  deleted(object: object): void {
    const holding = this.#holdings.get(object);
    if (holding && !holding.attached) this.#free(holding);
  }

  /** The context is gone. */
  dispose(): void {
    for (const holding of this.#all) this.#free(holding);
  }

  #of(object: object): Holding {
    const known = this.#holdings.get(object);
    if (known) return known;
    const holding: Holding = { parts: new Map(), bytes: 0, attached: false };
    this.#holdings.set(object, holding);
    this.#all.add(holding);
    this.#gone.register(object, holding);
    return holding;
  }

  #free(holding: Holding): void {
    this.#all.delete(holding);
    this.#budget.used -= holding.bytes;
    holding.bytes = 0;
    holding.parts.clear();
  }
}
