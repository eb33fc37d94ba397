// `npm run services [-- --port N] [--data DIR] [--json]`: builds and runs the services alone.
import { spawn } from 'node:child_process';
import { buildBundles } from './build-bundles.ts';
import { inRoot } from './root.ts';

await buildBundles();
const cwd = process.env.INIT_CWD ?? process.cwd();
const entry = inRoot('host/dist/services.mjs');
const child = spawn(process.execPath, [entry, ...process.argv.slice(2)], { stdio: 'inherit', cwd });
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => {
  process.exitCode = code ?? (signal ? 1 : 0);
});
