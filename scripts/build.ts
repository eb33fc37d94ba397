// `npm run build`: bundles; with `--types` also the JavaScript and declarations of the published packages.
import { spawnSync } from 'node:child_process';
import { buildBundles } from './build-bundles.ts';
import { inRoot, root } from './root.ts';

await buildBundles();
if (process.argv.includes('--types')) {
  const { status } = spawnSync(process.execPath, [inRoot('node_modules/typescript/bin/tsc'), '-b'], {
    cwd: root,
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
}
