import { canvasExtension } from '../canvas/extension.ts';
import { createRecordingSurface } from '../canvas/index.ts';
import { runNodeWorker } from '../sandbox/run-node-worker.ts';

/** Entry of the worker_thread: the same sandbox, where nothing can be drawn. */
runNodeWorker([canvasExtension(createRecordingSurface, canvasLibrary)]);

/** Source of `guest/canvas`, put in by scripts/build-bundles.ts. */
declare const canvasLibrary: string;
