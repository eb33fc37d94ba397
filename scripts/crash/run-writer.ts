import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { WriterLine, WriterTask } from './messages.ts';

export interface WriterRun {
  readonly lines: readonly WriterLine[];
  /** False when it left by itself. */
  readonly killed: boolean;
}

/** After this many a writer that has not reached the step of its end is ended anyway. */
const most = 300;

/** Starts a writer and kills it after it has said `after` requests done, and `delayMs` later; or it ends itself. */
export async function runWriter(
  task: WriterTask,
  kill: { readonly after: number; readonly delayMs: number } | undefined,
  environment: Readonly<Record<string, string>> = {},
): Promise<WriterRun> {
  const child = spawn(process.execPath, [process.argv[1] ?? '', '--writer', JSON.stringify(task)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...environment },
  });
  const exited = once(child, 'exit');
  const lines: WriterLine[] = [];
  const wanted = kill?.after ?? most;
  let done = 0;
  for await (const text of createInterface(child.stdout)) {
    const line = parse(text);
    if (line === undefined) continue;
    lines.push(line);
    if (line.kind === 'done') done += 1;
    if (done === wanted && line.kind === 'done') setTimeout(() => child.kill('SIGKILL'), kill?.delayMs ?? 0);
  }
  const [code, signal] = await exited;
  if (signal !== 'SIGKILL' && code !== 0) throw new Error(`a writer ended by itself with ${code ?? signal}`);
  return { lines, killed: signal === 'SIGKILL' };
}

/** Undefined for a line that the kill cut off. */
function parse(text: string): WriterLine | undefined {
  try {
    const line: WriterLine = JSON.parse(text);
    return line;
  } catch {
    return undefined;
  }
}
