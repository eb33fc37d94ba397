import {
  defaultLimits,
  type FromSandbox,
  type HostMessage,
  type LogLine,
  type Port,
  type Problem,
  problemOf,
  type SandboxLimits,
  TerrariumError,
  type ToSandbox,
  type WasmModule,
} from '../protocol/index.ts';
import { createChannel } from './channel.ts';
import { createWatchdog, type WatchdogTimers } from './watchdog.ts';

export interface SandboxOptions {
  /** Starts a worker around a realm; see `spawnWebWorker` and `spawnNodeWorker`. */
  readonly spawn: () => Port<FromSandbox, ToSandbox>;
  /** The bundle of `guest`, as text. The worker starts without waiting for it. */
  readonly baseLibrary: string | Promise<string>;
  readonly limits?: Partial<SandboxLimits> | undefined;
  /** The compiled engine. Needed by web workers; `spawnNodeWorker` brings its own. */
  readonly wasm?: WasmModule | Promise<WasmModule> | undefined;
  readonly timers?: WatchdogTimers | undefined;
  /** A guest with nothing beside it: no canvas, no files. */
  readonly bare?: boolean | undefined;
}

/** A program's guest as seen from outside. Everything it hands out is untrusted text. */
export interface Sandbox {
  /**
   * Evaluates a script of the package. Resolves when it has run, even when it threw: that is reported to
   * `onFailed`. Rejects with the problem when the sandbox ends first.
   */
  load(file: string, code: string): Promise<void>;
  /** Hands messages in, in order, as one turn. Nothing happens once the sandbox has ended. */
  deliver(messages: readonly HostMessage[]): void;
  /** Gives back credit for `count` sent texts that have been dealt with. */
  acknowledge(count: number): void;
  /** JSON of one batch of guest messages: bounded in size and depth, not validated. */
  onSend(listener: (text: string) => void): () => void;
  /** Hands `data` to the worker's extension of that name, in order with what is delivered. */
  extend(name: string, data: unknown, transfer?: readonly object[]): void;
  /** What an extension says, past the guest. It comes out of the worker: to be checked. */
  onExtended(listener: (name: string, data: unknown) => void): () => void;
  onLog(listener: (line: LogLine) => void): () => void;
  /** Uncaught in guest code; the program goes on. */
  onFailed(listener: (problem: Problem) => void): () => void;
  /** The guest is gone. At most once, and not after `dispose`. */
  onEnded(listener: (problem: Problem) => void): () => void;
  /** Ends the worker. */
  dispose(): void;
}

/**
 * Starts a sandbox. Rejects with a `TerrariumError` when the base library cannot be entered, or
 * with what `baseLibrary` or `wasm` rejects with. What arrives before the first listener of its kind is kept for
 * it. The caller disposes.
 */
export async function openSandbox(options: SandboxOptions): Promise<Sandbox> {
  const limits: SandboxLimits = { ...defaultLimits, ...options.limits };
  const port = options.spawn();
  const sends = createChannel<string>();
  const logs = createChannel<LogLine>();
  const extended = createChannel<{ readonly name: string; readonly data: unknown }>();
  const failures = createChannel<Problem>();
  const endings = createChannel<Problem>();
  /** Boot and loads under way, in order; each is answered by one message. */
  const loads: { resolve(): void; reject(error: Error): void }[] = [];
  let closed: Error | undefined;

  const close = (problem: Problem) => {
    if (closed) return;
    closed = new TerrariumError(problem.code, problem.message);
    watchdog.dispose();
    port.close();
    for (const { reject } of loads.splice(0)) reject(closed);
  };
  const end = (problem: Problem) => {
    if (closed) return;
    close(problem);
    endings.push(problem);
  };
  const watchdog = createWatchdog({
    timers: options.timers,
    ping: (id) => port.post({ kind: 'ping', id }),
    // Boot and load have their own, longer deadline inside.
    silentMs: () => limits.silentMs + (loads.length > 0 ? limits.bootMs : 0),
    onSilent: (silentMs) =>
      end({
        code: 'LIMIT_SILENT',
        message: `The program did not answer for ${silentMs} ms and could not be interrupted, so it was ended`,
      }),
  });
  const ask = (message: ToSandbox) =>
    new Promise<void>((resolve, reject) => {
      if (closed) reject(new TerrariumError('UNAVAILABLE', 'The sandbox has ended'));
      else {
        loads.push({ resolve, reject });
        port.post(message);
      }
    });

  port.onMessage((message) => {
    if (closed) return;
    switch (message.kind) {
      case 'booted':
      case 'loaded':
        return loads.shift()?.resolve();
      case 'send':
        return sends.push(message.text);
      case 'extended':
        return extended.push(message);
      case 'log':
        return logs.push(message.line);
      case 'failed':
        return failures.push(message.problem);
      case 'pong':
        return watchdog.answered(message.id);
      case 'ended':
        return end(message.problem);
    }
  });
  // The worker's own script is on its way meanwhile.
  const [baseLibrary, wasm] = await Promise.all([options.baseLibrary, options.wasm]).catch((error: unknown) => {
    close(problemOf(error));
    throw error;
  });
  if (closed) throw closed;
  watchdog.start();
  await ask({ kind: 'boot', baseLibrary, limits, wasm, ...(options.bare && { bare: true }) });

  return {
    load: (file, code) => ask({ kind: 'load', file, code }),
    deliver(messages) {
      if (!closed && messages.length > 0) port.post({ kind: 'deliver', text: JSON.stringify(messages) });
    },
    acknowledge(count) {
      if (!closed) port.post({ kind: 'acknowledge', count });
    },
    extend(name, data, transfer) {
      if (!closed) port.post({ kind: 'extend', name, data }, transfer);
    },
    onSend: sends.listen,
    onExtended: (listener) => extended.listen(({ name, data }) => listener(name, data)),
    onLog: logs.listen,
    onFailed: failures.listen,
    onEnded: endings.listen,
    dispose: () => close({ code: 'UNAVAILABLE', message: 'The sandbox was disposed' }),
  };
}
