import { runWebWorker } from './run-web-worker.ts';

/** A browser worker with nothing beside the realm: what the sandbox's own specs run. */
runWebWorker([]);
