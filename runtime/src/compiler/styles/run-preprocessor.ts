import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { TerrariumError } from '../../protocol/index.ts';
import { type Preprocessed, StyleError, type StyleFile, type StyleReader } from './preprocessor.ts';
import { type FromPreprocessor, type StyleQuestion, type ToPreprocessor, threadTime } from './preprocessor-messages.ts';

/**
 * Runs Less and Sass in a worker_thread: both can loop without end, or make more than memory holds, and nothing but
 * ending their thread stops them. The thread starts with the first sheet and is let go when none came for a while.
 */
export interface Preprocessor {
  /**
   * One sheet after the other; waiting in line takes nothing from a sheet's time.
   *
   * @throws StyleError where the source is wrong, takes longer than the deadline or needs more memory than allowed.
   */
  run(file: StyleFile, reader: StyleReader): Promise<Preprocessed>;
}

export interface PreprocessorLimits {
  /** How long one sheet with all it imports may take, once Less or Sass is loaded. The largest known take about a second. */
  readonly deadlineMs: number;
  readonly memoryMb: number;
}

const defaultLimits: PreprocessorLimits = { deadlineMs: 20_000, memoryMb: 512 };
/** Loading Sass takes longer than most sheets, so that the next build of a watcher should find it loaded. */
const idleMs = 5000;

export function createPreprocessor(limits: PreprocessorLimits = defaultLimits): Preprocessor {
  let worker: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const end = (): void => {
    worker?.terminate();
    worker = undefined;
  };
  const start = (): Worker => {
    const fresh = startWorker(limits.memoryMb);
    fresh.on('exit', () => {
      if (worker === fresh) worker = undefined;
    });
    // An error nobody listens for would be thrown in this process.
    fresh.on('error', () => undefined);
    return fresh;
  };
  const runNow = async (file: StyleFile, reader: StyleReader): Promise<Preprocessed> => {
    clearTimeout(idle);
    worker ??= start();
    worker.ref();
    const outcome = await converse(worker, file, reader, limits);
    if (outcome.kind === 'stopped') end();
    worker?.unref();
    idle = setTimeout(end, idleMs).unref();
    if (outcome.kind === 'done') return outcome.result;
    if (outcome.kind === 'refused') throw new StyleError(outcome.at);
    throw new StyleError({ message: outcome.message, path: file.path, line: 1, column: 1 });
  };
  return {
    run(file, reader) {
      const next = last.then(() => runNow(file, reader));
      last = next.catch(() => undefined);
      return next;
    },
  };
}

function startWorker(memoryMb: number): Worker {
  return new Worker(findEntry(), { env: {}, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: memoryMb } });
}

function findEntry(): string {
  try {
    return createRequire(import.meta.url).resolve('@terrarium/runtime/bundles/style-worker.mjs');
  } catch (cause) {
    throw new TerrariumError('INTERNAL', 'The worker for Less and Sass is not built. Run: npm run build', { cause });
  }
}

type Outcome =
  | Extract<FromPreprocessor, { kind: 'done' | 'refused' | 'failed' }>
  /** The worker has ended, or has to. */
  | { readonly kind: 'stopped'; readonly message: string };

/** Answers the worker's questions until it has an outcome, for as long as it may take. */
function converse(
  worker: Worker,
  file: StyleFile,
  reader: StyleReader,
  { deadlineMs, memoryMb }: PreprocessorLimits,
): Promise<Outcome> {
  let startedAt = 0;
  /** When this thread is busy, that is not the style sheet's fault. */
  let waitedMs = 0;
  const bell = new Int32Array(new SharedArrayBuffer(4));
  const post = (message: ToPreprocessor): void => worker.postMessage(message);
  const answer = (text: string | undefined): void => {
    post({ kind: 'answer', text });
    Atomics.store(bell, 0, 1);
    Atomics.notify(bell, 0);
  };
  return new Promise((resolve) => {
    const settle = (outcome: Outcome): void => {
      clearTimeout(deadline);
      worker.off('message', onMessage);
      worker.off('error', onError);
      resolve(outcome);
    };
    const onMessage = (message: FromPreprocessor): void => {
      if (message.kind === 'started') {
        startedAt = threadTime();
        deadline = setTimeout(judge, deadlineMs);
      } else if (message.kind === 'ask') {
        answer(answerOf(message.question, reader));
        waitedMs += threadTime() - message.askedAt;
      } else if (message.kind === 'warn') reader.warn(message.warning);
      else settle(message);
    };
    const onError = (error: Error & { readonly code?: string }): void => {
      const isMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      const reason = isMemory ? `needs more than ${memoryMb} MB of memory` : `could not be compiled: ${error.message}`;
      settle({ kind: 'stopped', message: `the style sheet ${reason}${isMemory ? advice : ''}` });
    };
    const judge = (): void => {
      const leftMs = startedAt + waitedMs + deadlineMs - threadTime();
      const message = `the style sheet was not compiled within ${deadlineMs / 1000} s${advice}`;
      if (leftMs <= 0) settle({ kind: 'stopped', message });
      else deadline = setTimeout(judge, leftMs);
    };
    let deadline: NodeJS.Timeout | undefined;
    worker.on('message', onMessage);
    worker.on('error', onError);
    post({ kind: 'compile', file, bell });
  });
}

function answerOf(question: StyleQuestion, reader: StyleReader): string | undefined {
  return question.kind === 'find' ? reader.find(question.from, question.url) : reader.read(question.path);
}

const advice = '; does it have a loop, a recursion or an @import without end?';
