import { canvasExtension } from '../canvas/extension.ts';
import { createWebSurface } from '../canvas/index.ts';
import { filesExtension } from '../files/index.ts';
import { runWebWorker } from '../sandbox/run-web-worker.ts';

/** Entry of the browser worker: a sandbox with what programs draw on. */
runWebWorker([
  canvasExtension(createWebSurface, { canvas: canvasLibrary, webGl: webGlLibrary }),
  filesExtension(ioLibrary),
]);

/** Sources of `guest/canvas`, `guest/webgl` and `guest/io`, put in by scripts/build-bundles.ts. */
declare const canvasLibrary: string;
declare const webGlLibrary: string;
declare const ioLibrary: string;
