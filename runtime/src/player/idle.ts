/** What may still be going on in a program. */
export interface Work {
  /** Under way now, oldest first. */
  pending(): readonly Promise<unknown>[];
  /** How many messages the guest has sent of its own accord. */
  received(): number;
  /** Settles when the guest has worked through everything delivered so far; rejects when it is gone. */
  roundTrip(): Promise<unknown>;
}

/**
 * Resolves once nothing is pending and a round trip through the guest brought nothing new. No clock is involved:
 * messages keep their order, so an answer proves that all before it is done.
 */
export async function settle(work: Work): Promise<void> {
  for (;;) {
    await Promise.allSettled(work.pending());
    const before = work.received();
    try {
      await work.roundTrip();
    } catch {
      return;
    }
    if (work.received() === before && work.pending().length === 0) return;
  }
}
