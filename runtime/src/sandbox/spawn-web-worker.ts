import type { FromSandbox, Port, ToSandbox } from '../protocol/index.ts';
import { transferable } from './transferable.ts';

/** Starts the bundle of `worker/worker-web.ts` at `url`, which must be of the same origin. `close` terminates it. */
export function spawnWebWorker(url: string | URL): Port<FromSandbox, ToSandbox> {
  const worker = new Worker(url, { name: 'sandbox' });
  return {
    post: (message, transfer) => worker.postMessage(message, transferable(transfer)),
    onMessage(listener) {
      const onMessage = ({ data }: MessageEvent<FromSandbox>) => listener(data);
      // A worker that cannot start, or whose own code fails, would otherwise only fall silent.
      const onError = (event: ErrorEvent) => {
        event.preventDefault();
        listener({
          kind: 'ended',
          problem: { code: 'INTERNAL', message: `The sandbox worker failed: ${event.message}` },
        });
      };
      worker.addEventListener('message', onMessage);
      worker.addEventListener('error', onError);
      return () => {
        worker.removeEventListener('message', onMessage);
        worker.removeEventListener('error', onError);
      };
    },
    close: () => worker.terminate(),
  };
}
