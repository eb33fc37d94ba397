import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { FromSandbox, Port, ToSandbox } from '../protocol/index.ts';
import { openEngineTable } from './engine-image.ts';

const require = createRequire(import.meta.url);
let compiled: WebAssembly.Module | undefined;

/** The engine of the package, compiled once a process and shared by its workers. */
function engineModule(): WebAssembly.Module {
  compiled ??= new WebAssembly.Module(
    openEngineTable(readFileSync(require.resolve('@jitl/quickjs-wasmfile-release-sync/wasm'))),
  );
  return compiled;
}

/** Starts the bundle of `worker/worker-node.ts` in a worker_thread without environment or standard input. `close` terminates it. */
export function spawnNodeWorker(): Port<FromSandbox, ToSandbox> {
  const worker = new Worker(require.resolve('@terrarium/runtime/bundles/sandbox-worker-node.mjs'), {
    workerData: engineModule(),
    env: {},
    execArgv: [],
    // The guest's heap lies outside; this is for texts on their way. The stack is near a browser's, so that a program
    // that goes too deep for one is not found to work here.
    resourceLimits: { maxOldGenerationSizeMb: 256, stackSizeMb: 1 },
  });
  // An error nobody listens for would be thrown in this process.
  worker.on('error', () => undefined);
  return {
    post: (message) => worker.postMessage(message),
    onMessage(listener) {
      const onFailure = (error: Error) =>
        listener({
          kind: 'ended',
          problem: { code: 'INTERNAL', message: `The sandbox worker failed: ${error.message}` },
        });
      worker.on('message', listener);
      worker.on('error', onFailure);
      return () => {
        worker.off('message', listener);
        worker.off('error', onFailure);
      };
    },
    close() {
      worker.terminate();
    },
  };
}
