import type { FromSandbox, LogLine, Problem } from '../protocol/index.ts';
import { plainText } from './log-line.ts';
import { createRateWindow } from './rate-window.ts';

/** Passes on what the guest writes and where it fails, at a rate that can be read. */
export interface Reporter {
  log(line: LogLine): void;
  failed(problem: Problem): void;
  dispose(): void;
}

export interface ReporterOptions {
  /** Lines, and as many problems, a second; the rest are counted and told in one line. */
  readonly limit: number;
  readonly post: (message: FromSandbox) => void;
  readonly now: () => number;
  readonly setTimer: (callback: () => void, delayMs: number) => () => void;
}

/** Disposed by its creator. */
export function createReporter({ limit, post, now, setTimer }: ReporterOptions): Reporter {
  const dropped = (what: string) => (count: number) =>
    post({ kind: 'log', line: { level: 'warn', text: `${count} ${what} dropped: more than ${limit} a second` } });
  const lines = createRateWindow({ limit, now, setTimer, onDropped: dropped('lines') });
  const problems = createRateWindow({ limit, now, setTimer, onDropped: dropped('problems') });
  return {
    log(line) {
      if (lines.admit()) post({ kind: 'log', line });
    },
    failed({ code, message, stack }) {
      if (!problems.admit()) return;
      // Names and messages of exceptions are guest text like any other.
      post({ kind: 'failed', problem: { code, message: plainText(message), stack: stack && plainText(stack) } });
    },
    dispose() {
      lines.dispose();
      problems.dispose();
    },
  };
}
