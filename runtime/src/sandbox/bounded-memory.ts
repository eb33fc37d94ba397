const pageBytes = 64 * 1024;
/** What the engine's module asks for at least. */
const initialPages = 256;
/** Emscripten's allocator asks up to three times, each time for less, before it gives an allocation up. */
const attempts = 3;

/** The address space of one engine instance. */
export interface BoundedMemory {
  readonly memory: WebAssembly.Memory;
  /** True once an allocation failed. The guest may have caught that; the limit was reached all the same. */
  readonly exhausted: boolean;
}

/**
 * The engine's own memory limit is not enforced by this build (the allocator cannot tell it the size of a
 * block), so the real limit is the maximum of the address space. Growth is watched because the guest sees a
 * refusal as an ordinary exception and could go on with a heap that is full.
 */
export function createBoundedMemory(limitBytes: number): BoundedMemory {
  const maximum = Math.max(initialPages, Math.floor(limitBytes / pageBytes));
  const memory = new WebAssembly.Memory({ initial: initialPages, maximum });
  const grow = memory.grow.bind(memory);
  let refused = 0;
  let exhausted = false;
  memory.grow = (pages) => {
    try {
      const before = grow(pages);
      refused = 0;
      return before;
    } catch (error) {
      refused += 1;
      if (refused >= attempts) exhausted = true;
      throw error;
    }
  };
  return {
    memory,
    get exhausted() {
      return exhausted;
    },
  };
}
