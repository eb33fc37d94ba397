import { openSandbox } from '../open-sandbox.ts';
import { spawnWebWorker } from '../spawn-web-worker.ts';
import { contract } from './contract.ts';
import type { Open } from './observer.ts';

/** Runs inside a browser page: the contract over browser workers. Bundled and served by `sandbox.spec.ts`. */
const engine = WebAssembly.compileStreaming(fetch('/quickjs.wasm'));
const open: Open = async (options) =>
  openSandbox({ ...options, wasm: await engine, spawn: () => spawnWebWorker('/sandbox-worker.js') });

Object.assign(globalThis, {
  runContractCase: async (name: string) => {
    const found = contract.find((one) => one.name === name);
    if (!found) throw new Error(`no case '${name}'`);
    return found.run(open);
  },
  /** What becomes of a sandbox whose worker is not there. */
  runWithoutWorker: () =>
    openSandbox({ baseLibrary: '', spawn: () => spawnWebWorker('/no-such-worker.js') }).then(
      () => 'opened',
      (error) => error.code,
    ),
});
