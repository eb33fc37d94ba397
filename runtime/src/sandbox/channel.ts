/** Passes values to listeners; what comes before the first of them is kept for it. */
export interface Channel<Value> {
  push(value: Value): void;
  /** Returns its undo. */
  listen(listener: (value: Value) => void): () => void;
}

export function createChannel<Value>(): Channel<Value> {
  const listeners = new Set<(value: Value) => void>();
  /** Undefined once somebody has listened. */
  let kept: Value[] | undefined = [];
  return {
    push(value) {
      if (kept) kept.push(value);
      else for (const listener of [...listeners]) listener(value);
    },
    listen(listener) {
      // A wrapper of its own, so that the same function may listen twice and undo once.
      const entry = (value: Value) => listener(value);
      listeners.add(entry);
      const values = kept ?? [];
      kept = undefined;
      for (const value of values) entry(value);
      return () => {
        listeners.delete(entry);
      };
    },
  };
}
