import type { LogPostLine } from '../../web/messages.ts';

/** What one turn of a busy program may gather before it is posted; the rest of the burst goes with the next. */
const batchLines = 200;
const gatherMs = 50;
/** A program that writes faster than the host prints loses its oldest lines, and is told how many. */
const waitingLines = 2_000;

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
  let lost = 0;

  const send = async (): Promise<void> => {
    timer = undefined;
    if (busy || waiting.length === 0) return;
    busy = true;
    const batch = waiting.splice(0, batchLines);
    if (lost > 0)
      batch.splice(0, 1, { kind: 'log', level: 'warn', text: `${lost + 1} lines were too many and are left out` });
    lost = 0;
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
      if (waiting.length > waitingLines) {
        waiting.shift();
        lost += 1;
      }
      schedule();
    },
    dispose() {
      clearTimeout(timer);
      void send();
      waiting = [];
    },
  };
}
