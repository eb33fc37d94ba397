import type { ToSandbox } from '../protocol/index.ts';
import { createQuickJsEngine } from './quickjs-engine.ts';
import { createRealm } from './realm.ts';

/** Entry of the browser worker. It holds a realm and nothing that is worth stealing. */
const realm = createRealm({
  createEngine: createQuickJsEngine,
  post: (message) => self.postMessage(message),
  setTimer: (callback, delayMs) => {
    const timer = setTimeout(callback, delayMs);
    return () => clearTimeout(timer);
  },
  now: () => performance.timeOrigin + performance.now(),
  random: (count) => crypto.getRandomValues(new Uint8Array(count)),
});

self.addEventListener('message', ({ data }: MessageEvent<ToSandbox>) => realm.receive(data));
