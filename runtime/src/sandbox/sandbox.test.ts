import { expect, test } from '@playwright/test';
import { openSandbox } from './open-sandbox.ts';
import { spawnNodeWorker } from './spawn-node-worker.ts';
import { contract } from './testing/contract.ts';
import { engineModule } from './testing/engine-module.ts';
import { createInProcessPort } from './testing/in-process-port.ts';
import type { Open } from './testing/observer.ts';

const transports: Record<string, { readonly thread: boolean; readonly open: Open }> = {
  'in process': {
    thread: false,
    open: (options) => openSandbox({ ...options, spawn: () => createInProcessPort(engineModule) }),
  },
  'in a worker_thread': {
    thread: true,
    open: (options) => openSandbox({ ...options, spawn: spawnNodeWorker }),
  },
};

for (const [transport, { thread, open }] of Object.entries(transports)) {
  for (const { name, expected, run, ...needs } of contract) {
    if (needs.thread && !thread) continue;
    test(`${transport}: ${name}`, async () => {
      expect(await run(open)).toEqual(expected);
    });
  }
}
