/**
 * Does something again and again, one at a time, with a pause in between; a failure is told and does not end it. Keeps no
 * process alive.
 */
export function repeat(run: () => Promise<void>, pauseMs: number, onError: (error: unknown) => void) {
  let stopped = false;
  let running: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const next = (): void => {
    timer = setTimeout(() => {
      running = run()
        .catch(onError)
        .then(() => {
          if (!stopped) next();
        });
    }, pauseMs);
    timer.unref();
  };
  next();
  return {
    /** Waits for the one that runs. */
    async stop(): Promise<void> {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
