import { canvasExtension } from '../canvas/extension.ts';
import { createWebSurface } from '../canvas/index.ts';
import { runWebWorker } from '../sandbox/run-web-worker.ts';

/** Entry of the browser worker: a sandbox with what programs draw on. */
runWebWorker([canvasExtension(createWebSurface, canvasLibrary)]);

/** Source of `guest/canvas`, put in by scripts/build-bundles.ts. */
declare const canvasLibrary: string;
