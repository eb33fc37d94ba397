/** Hears what transactions tell. */
export interface StoreListener {
  hear(text: string): void;
  /** From here on everything is heard; something before may have been missed. Comes again after every interruption. */
  ready(): void;
}

/** Who listens on one store. */
export interface Listeners extends StoreListener {
  /** Returns its undo. `ready` is called when, and each time, nothing is missed from then on. */
  add(listener: StoreListener): () => void;
  /** Nothing is heard until the next `ready`. */
  interrupted(): void;
}

export function createListeners(): Listeners {
  const all = new Set<StoreListener>();
  let hearing = false;
  return {
    add(listener) {
      all.add(listener);
      if (hearing) listener.ready();
      return () => all.delete(listener);
    },
    hear(text) {
      for (const listener of all) listener.hear(text);
    },
    ready() {
      hearing = true;
      for (const listener of all) listener.ready();
    },
    interrupted() {
      hearing = false;
    },
  };
}
