/** Runs work with at most so many under way. */
export type Pool = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** At most `size` pieces of work at a time, started in the order they are handed in. */
export function createPool(size: number): Pool {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= size) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await work();
    } finally {
      // The place goes to the next in line; only when there is none does it become free.
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}
