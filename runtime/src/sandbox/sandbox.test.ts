import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from '@playwright/test';
import { openEngineTable } from './engine-image.ts';
import { openSandbox } from './open-sandbox.ts';
import { spawnNodeWorker } from './spawn-node-worker.ts';
import { contract } from './testing/contract.ts';
import { createInProcessPort } from './testing/in-process-port.ts';
import type { Open } from './testing/observer.ts';

const require = createRequire(import.meta.url);
const engineFile = require.resolve('@jitl/quickjs-wasmfile-release-sync/wasm');
const wasm = new WebAssembly.Module(openEngineTable(readFileSync(engineFile)));

const transports: Record<string, { readonly thread: boolean; readonly open: Open }> = {
  'in process': {
    thread: false,
    open: (options) => openSandbox({ ...options, spawn: () => createInProcessPort(wasm) }),
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
