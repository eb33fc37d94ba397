// @ts-check
// Runs a script of this folder: `node scripts/run.mjs <name> [arguments]`. Installs the dependencies when they
// are missing or older than the lockfile, because every command must work on a fresh clone.
import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { takeLock } from './install-lock.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Terrarium needs Node 20.19 or later; this is ${process.versions.node}. See https://nodejs.org.`);
  process.exit(1);
}

const installed = join(root, 'node_modules/.package-lock.json');
const lock = join(root, 'package-lock.json');
// `npm ci` empties the folder first; one that is linked in is somebody else's.
const linked = lstatSync(join(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
const isOld = () => !linked && (!existsSync(installed) || statSync(installed).mtimeMs < statSync(lock).mtimeMs);
if (isOld()) {
  const waits = () => console.error('Waiting for another command that is installing …');
  const giveBack = takeLock(join(root, 'dist/install.lock'), waits);
  // The other command may just have done it.
  const status = isOld() ? install() : 0;
  giveBack();
  if (status !== 0) {
    console.error('npm ci failed; see above. Is the npm registry reachable?');
    process.exit(1);
  }
}

function install() {
  console.error('Installing dependencies (npm ci) …');
  return spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  }).status;
}

const [name = '', ...rest] = process.argv.slice(2);
const entry = join(root, 'scripts', `${name}.ts`);
if (!/^[a-z-]+$/.test(name) || !existsSync(entry)) {
  console.error(`There is no script "${name}" in scripts/.`);
  process.exit(1);
}
const { build } = await import('esbuild');
const { thirdParty } = await import('./third-party.mjs');
const outfile = join(root, 'dist/scripts', `${name}.mjs`);
await build({
  entryPoints: [entry],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: 'inline',
  conditions: ['terrarium-source'],
  plugins: [thirdParty],
  logLevel: 'warning',
});
process.argv = [process.argv[0] ?? 'node', outfile, ...rest];
process.env.TERRARIUM_ROOT = root;
await import(pathToFileURL(outfile).href);
