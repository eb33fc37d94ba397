// Runs Playwright Test with the workspaces resolved to their sources (private export condition).
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const cli = join(dirname(createRequire(import.meta.url).resolve('@playwright/test/package.json')), 'cli.js');
const options = [process.env.NODE_OPTIONS, '--conditions=terrarium-source'].filter(Boolean).join(' ');
const { status } = spawnSync(process.execPath, [cli, 'test', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, NODE_OPTIONS: options },
});
process.exitCode = status ?? 1;
