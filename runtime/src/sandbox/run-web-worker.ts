import type { ToSandbox } from '../protocol/index.ts';
import type { DoorExtension } from './extension.ts';
import { createQuickJsEngine } from './quickjs-engine.ts';
import { createRealm } from './realm.ts';
import { transferable } from './transferable.ts';

/** Makes this browser worker a sandbox. It holds a realm and nothing that is worth stealing. */
export function runWebWorker(extensions: readonly DoorExtension[]): void {
  const realm = createRealm({
    extensions,
    createEngine: createQuickJsEngine,
    post: (message, transfer) => self.postMessage(message, { transfer: transferable(transfer) }),
    setTimer: (callback, delayMs) => {
      const timer = setTimeout(callback, delayMs);
      return () => clearTimeout(timer);
    },
    now: () => performance.timeOrigin + performance.now(),
    random: (count) => crypto.getRandomValues(new Uint8Array(count)),
  });
  self.addEventListener('message', ({ data }: MessageEvent<ToSandbox>) => realm.receive(data));
}
