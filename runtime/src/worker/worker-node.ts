import { canvasExtension } from '../canvas/extension.ts';
import { createRecordingSurface } from '../canvas/index.ts';
import { filesExtension } from '../files/index.ts';
import { runNodeWorker } from '../sandbox/run-node-worker.ts';

/** Entry of the worker_thread: the same sandbox, where nothing can be drawn. */
runNodeWorker([
  canvasExtension(createRecordingSurface, { canvas: canvasLibrary, webGl: webGlLibrary }),
  filesExtension(ioLibrary),
]);

/** Sources of `guest/canvas`, `guest/webgl` and `guest/io`, put in by scripts/build-bundles.ts. */
declare const canvasLibrary: string;
declare const webGlLibrary: string;
declare const ioLibrary: string;
