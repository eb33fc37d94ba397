// `npm start [-- <folder>…] [--no-open] [--port N]`: builds and runs the host; in Electron where its binary is
// to be had, else in the browser.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { buildBundles } from './build-bundles.ts';
import { inRoot } from './root.ts';

const args = process.argv.slice(2);
await buildBundles();

const wantsWindow = !args.includes('--no-open') && !args.includes('--help') && !args.includes('--json');
const electron = wantsWindow ? findElectron() : undefined;
const command = electron ?? process.execPath;
const entry = electron ? inRoot('host/dist/electron-main.mjs') : inRoot('host/dist/main.mjs');
const cwd = process.env.INIT_CWD ?? process.cwd();
const child = spawn(command, [entry, ...args], { stdio: 'inherit', cwd });
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => {
  process.exitCode = code ?? (signal ? 1 : 0);
});

/** Electron fetches its binary on first use; where that fails, the browser shows the same shell. */
function findElectron(): string | undefined {
  const manifest = createRequire(inRoot('host/package.json')).resolve('electron/package.json');
  const folder = dirname(manifest);
  if (!existsSync(join(folder, 'path.txt'))) {
    const { status } = spawnSync(process.execPath, [join(folder, 'install.js')], { stdio: 'ignore', timeout: 120_000 });
    if (status !== 0 || !existsSync(join(folder, 'path.txt'))) {
      console.log(
        'Electron’s binary is not to be had here (offline, or Node older than 22.12): opening the browser instead.',
      );
      return undefined;
    }
  }
  const binary = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8').trim());
  return existsSync(binary) ? binary : undefined;
}
