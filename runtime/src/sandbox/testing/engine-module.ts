import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { openEngineTable } from '../engine-image.ts';

/** The engine as it is published. */
export const publishedEngine: Uint8Array = readFileSync(
  createRequire(import.meta.url).resolve('@jitl/quickjs-wasmfile-release-sync/wasm'),
);

/** The engine as it is used. */
export const engineModule = new WebAssembly.Module(openEngineTable(publishedEngine));
