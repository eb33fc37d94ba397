import { parentPort, workerData } from 'node:worker_threads';
import type { ToSandbox } from '../protocol/index.ts';
import type { DoorExtension } from './extension.ts';
import { createQuickJsEngine } from './quickjs-engine.ts';
import { createRealm } from './realm.ts';

/** Makes this worker_thread a sandbox. The compiled engine comes as `workerData`; see `spawnNodeWorker`. */
export function runNodeWorker(extensions: readonly DoorExtension[]): void {
  if (parentPort === null) throw new Error('a sandbox in Node is started by spawnNodeWorker, not by itself');
  const port = parentPort;
  const wasm: object = workerData;
  const realm = createRealm({
    extensions,
    createEngine: (options) => createQuickJsEngine({ ...options, wasm: options.wasm ?? wasm }),
    post: (message) => port.postMessage(message),
    setTimer: (callback, delayMs) => {
      const timer = setTimeout(callback, delayMs);
      return () => clearTimeout(timer);
    },
    now: () => performance.timeOrigin + performance.now(),
    random: (count) => crypto.getRandomValues(new Uint8Array(count)),
  });
  port.on('message', (message: ToSandbox) => {
    realm.receive(message.kind === 'boot' ? { ...message, wasm: message.wasm ?? wasm } : message);
  });
}
