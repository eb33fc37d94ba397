/** What may still be going on in a program. */
export interface Work {
  /** Under way now, oldest first. */
  pending(): readonly Promise<unknown>[];
  /** How many messages the guest has sent of its own accord. */
  received(): number;
  /** Settles when the guest has worked through everything delivered so far; rejects when it is gone. */
  roundTrip(): Promise<unknown>;
}

/** A timer of 0 ms is due after 1 ms in the guest, and after this long on any clock. */
const zeroTimerMs = 2;

/**
 * Resolves once nothing is pending, a round trip through the guest brought nothing new, and timers of 0 ms that
 * were set until then have run. Messages keep their order, so an answer proves that all before it is done. Longer
 * timers do not count: a program with a clock on its page would never be idle.
 */
export async function settle(work: Work): Promise<void> {
  for (;;) {
    await Promise.allSettled(work.pending());
    const before = work.received();
    try {
      await work.roundTrip();
      if (work.received() === before) {
        await new Promise((resolve) => setTimeout(resolve, zeroTimerMs));
        // The first lets due timers run right behind it, the second comes back behind what they sent.
        await work.roundTrip();
        await work.roundTrip();
      }
    } catch {
      return;
    }
    if (work.received() === before && work.pending().length === 0) return;
  }
}
