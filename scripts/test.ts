// `npm test`: every check there is, cheapest first; all of them run even when one fails. Last line: the count.
import { spawnSync } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { buildBundles } from './build-bundles.ts';
import { ensureChromium } from './ensure-chromium.ts';
import { inRoot, root } from './root.ts';

const outcome = { passed: 0, failed: 0, skipped: 0 };

function check(title: string, command: string, args: readonly string[]): void {
  const started = Date.now();
  console.log(`\n── ${title}`);
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  outcome[status === 0 ? 'passed' : 'failed'] += 1;
  console.log(`${status === 0 ? 'ok' : 'FAILED'} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
}

const node = (title: string, ...args: string[]) => check(title, process.execPath, args);

node('format and lint', inRoot('node_modules/@biomejs/biome/bin/biome'), 'ci', '--error-on-warnings', '.');
node('types', inRoot('node_modules/typescript/bin/tsc'), '-b');
node('rooms', inRoot('scripts/run.mjs'), 'rooms');
node('ratchet', inRoot('scripts/run.mjs'), 'ratchet');

console.log('\n── bundles');
try {
  await buildBundles();
  outcome.passed += 1;
} catch (error) {
  outcome.failed += 1;
  console.error(error instanceof Error ? error.message : error);
}

console.log('\n── unit and end-to-end tests');
const chromium = ensureChromium();
const report = inRoot('test-results/report.json');
await rm(report, { force: true });
const { status } = spawnSync(process.execPath, [inRoot('scripts/playwright.mjs'), '--reporter=list,json'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report, ...(chromium && { CHROMIUM_PATH: chromium }) },
});
try {
  const { stats } = JSON.parse(await readFile(report, 'utf8'));
  outcome.passed += stats.expected;
  outcome.failed += stats.unexpected + stats.flaky;
  outcome.skipped += stats.skipped;
  if (status !== 0 && stats.unexpected + stats.flaky === 0) outcome.failed += 1;
} catch {
  console.error('The test runner left no report: see its output above.');
  outcome.failed += 1;
}

if (outcome.failed > 0) process.exitCode = 1;
console.log(`\n${outcome.passed} passed, ${outcome.failed} failed, ${outcome.skipped} skipped`);
