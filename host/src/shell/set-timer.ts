/** A timer of the browser's, for what takes its timers from outside. Returns its undo. */
export function setTimer(run: () => void, delayMs: number): () => void {
  const timer = setTimeout(run, delayMs);
  return () => clearTimeout(timer);
}
