import type { PageOperations } from '../blocks/page-operations.ts';
import type { Outbox } from '../outbox.ts';

/** Sends the batches of one page and runs what waits for them to be drawn. */
export interface RenderQueue {
  /** Runs `job` once the view holds everything up to now: `ready`, `setData` callbacks. */
  after(job: () => void): void;
  /** Sends what has gathered, at the end of a turn. The first batch goes even when it is empty. */
  flush(outbox: Outbox): void;
  /** The view has drawn a batch. */
  rendered(batch: number): void;
}

interface Waiting {
  readonly batch: number;
  readonly jobs: (() => void)[];
}

/** `later` runs a job in a turn of its own. */
export function createRenderQueue(operations: PageOperations, later: (job: () => void) => void): RenderQueue {
  let jobs: (() => void)[] = [];
  let waiting: Waiting[] = [];

  const runAll = (due: readonly (() => void)[]): void => {
    for (const job of due) job();
  };

  return {
    after(job) {
      jobs.push(job);
    },
    flush(outbox) {
      operations.arrange();
      const due = jobs;
      if (operations.empty && operations.batch > 1) {
        if (due.length === 0) return;
        jobs = [];
        const last = waiting[waiting.length - 1];
        // Nothing to draw: what is on its way to the view already says it all.
        if (last !== undefined) last.jobs.push(...due);
        else later(() => runAll(due));
        return;
      }
      jobs = [];
      const batch = operations.batch;
      outbox.post({ kind: 'render', page: operations.page, batch, operations: operations.take() });
      waiting.push({ batch, jobs: due });
    },
    rendered(batch) {
      const due = waiting.filter((one) => one.batch <= batch);
      waiting = waiting.filter((one) => one.batch > batch);
      for (const one of due) runAll(one.jobs);
    },
  };
}
