import type { FromSandbox, Port, ToSandbox } from '../../protocol/index.ts';
import { createQuickJsEngine } from '../quickjs-engine.ts';
import { createRealm, type RealmEnvironment } from '../realm.ts';

/**
 * A realm in this thread behind the same port. Messages are cloned and arrive later, as they do from a worker.
 * What a thread alone can do, being terminated, it cannot.
 */
export function createInProcessPort(
  wasm: object,
  environment: Partial<RealmEnvironment> = {},
): Port<FromSandbox, ToSandbox> {
  const listeners = new Set<(message: FromSandbox) => void>();
  let closed = false;
  const realm = createRealm({
    createEngine: createQuickJsEngine,
    setTimer: (callback, delayMs) => {
      const timer = setTimeout(() => closed || callback(), delayMs);
      return () => clearTimeout(timer);
    },
    now: () => performance.timeOrigin + performance.now(),
    random: (count) => crypto.getRandomValues(new Uint8Array(count)),
    ...environment,
    post: (message) => {
      const copy = structuredClone(message);
      setImmediate(() => {
        if (!closed) for (const listener of listeners) listener(copy);
      });
    },
  });
  return {
    post(message) {
      const copy = message.kind === 'boot' ? { ...message, wasm } : structuredClone(message);
      setImmediate(() => {
        if (!closed) realm.receive(copy);
      });
    },
    onMessage(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    close() {
      closed = true;
    },
  };
}
