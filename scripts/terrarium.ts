// `npm run terrarium -- <command>`: the command of devtools, built from source first.
import { spawnSync } from 'node:child_process';
import { buildBundles } from './build-bundles.ts';
import { inRoot } from './root.ts';

await buildBundles();
const { status } = spawnSync(process.execPath, [inRoot('devtools/dist/bin/terrarium.mjs'), ...process.argv.slice(2)], {
  stdio: 'inherit',
  cwd: process.env.INIT_CWD ?? process.cwd(),
});
process.exitCode = status ?? 1;
