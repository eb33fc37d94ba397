/** A terminal sends Ctrl-C to everybody it runs, and npm's script hands it on: the second of these is no second wish. */
const oneWishMs = 300;

/** Ends this process by SIGINT or SIGTERM when `dispose` is done; a second signal, a while after the first, at once. */
export function stopOnSignal(dispose: () => Promise<void>): void {
  let stoppingSince: number | undefined;
  const stop = (): void => {
    if (stoppingSince !== undefined) {
      if (performance.now() - stoppingSince > oneWishMs) process.exit(130);
      return;
    }
    stoppingSince = performance.now();
    dispose().then(
      () => process.exit(0),
      (error: unknown) => {
        report(error);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

/** One line for people: what happened, without where in our code. */
export function report(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
}
