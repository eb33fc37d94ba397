/** Lets a number of jobs run at once; the others wait in their order. */
export interface TaskQueue {
  /** Resolves when it is this job's turn, with what gives its place back. Rejects when `signal` is aborted first. */
  enter(signal: AbortSignal): Promise<() => void>;
  readonly waiting: number;
  readonly running: number;
}

export function createTaskQueue(atOnce: number): TaskQueue {
  const line: (() => void)[] = [];
  let running = 0;
  const leave = () => {
    running -= 1;
    line.shift()?.();
  };
  return {
    enter(signal) {
      return new Promise((resolve, reject) => {
        const start = () => {
          signal.removeEventListener('abort', give);
          running += 1;
          let left = false;
          resolve(() => {
            if (left) return;
            left = true;
            leave();
          });
        };
        const give = () => {
          const at = line.indexOf(start);
          if (at >= 0) line.splice(at, 1);
          reject(signal.reason);
        };
        if (signal.aborted) reject(signal.reason);
        else if (running < atOnce) start();
        else {
          line.push(start);
          signal.addEventListener('abort', give, { once: true });
        }
      });
    },
    get waiting() {
      return line.length;
    },
    get running() {
      return running;
    },
  };
}
