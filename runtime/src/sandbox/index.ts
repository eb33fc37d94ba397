/**
 * Does: runs any script in isolation: engine, realm, door, limits, timers, watchdog, the worker around them.
 * Does not: know capabilities, pages or views, or trust what comes out: texts are bounded, not validated.
 * Owns: the guest's life from boot to `ended`, and every limit of `SandboxLimits`.
 */

export { openSandbox, type Sandbox, type SandboxOptions } from './open-sandbox.ts';
export { spawnWebWorker } from './spawn-web-worker.ts';
export type { WatchdogTimers } from './watchdog.ts';
