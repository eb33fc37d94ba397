import type { LogPostLine } from '../web/messages.ts';

/** What one turn of a busy program may gather before it is posted; the rest of the burst goes with the next. */
const batchLines = 200;
const gatherMs = 50;

export interface ReportLog {
  add(line: LogPostLine): void;
  /** Posts what has gathered, without waiting. */
  dispose(): void;
}

/** Gathers a program's console lines and errors and posts them to the terminal, in order, a batch at a time. */
export function createReportLog(post: (lines: readonly LogPostLine[]) => Promise<void>): ReportLog {
  let waiting: LogPostLine[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let busy = false;

  const send = async (): Promise<void> => {
    timer = undefined;
    if (busy || waiting.length === 0) return;
    busy = true;
    const batch = waiting.splice(0, batchLines);
    // A host that is gone prints nothing; the lines are in the browser's own console view of the program.
    await post(batch).catch(() => {});
    busy = false;
    schedule();
  };
  const schedule = (): void => {
    if (waiting.length > 0) timer ??= setTimeout(() => void send(), gatherMs);
  };

  return {
    add(line) {
      waiting.push(line);
      schedule();
    },
    dispose() {
      clearTimeout(timer);
      void send();
      waiting = [];
    },
  };
}
