// `npm run frameworks [-- --json] [--framework taro]`: the programs of scripts/frameworks/ built by Taro and uni-app
// as their authors build them, then opened page by page and used. Installs both below .terrarium/ (about 700 MB) the
// first time; takes minutes, so it is no part of npm test.
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { buildBundles } from './build-bundles.ts';
import { buildFramework } from './frameworks/build-framework.ts';
import { checkProgram } from './frameworks/check-program.ts';
import { frameworks } from './frameworks/frameworks.ts';
import { inRoot } from './root.ts';

const { values } = parseArgs({ options: { json: { type: 'boolean' }, framework: { type: 'string' } } });
const chosen = frameworks.filter(({ name }) => values.framework === undefined || values.framework === name);
if (chosen.length === 0) throw new Error(`There is no framework ${values.framework}; see scripts/frameworks/`);

await buildBundles();
const outcomes: { framework: string; ok: boolean; errors: readonly string[] }[] = [];
for (const framework of chosen) {
  const folder = await buildFramework(framework);
  const errors = [...smoke(folder), ...(await checkProgram(folder))];
  outcomes.push({ framework: framework.name, ok: errors.length === 0, errors });
}
if (values.json) console.log(JSON.stringify(outcomes, null, 2));
else {
  for (const { framework, ok, errors } of outcomes) {
    console.log([`${ok ? 'ok  ' : 'FAIL'} ${framework}`, ...errors].join('\n       '));
  }
}
process.exitCode = outcomes.every(({ ok }) => ok) ? 0 : 1;

/** Lines of `terrarium smoke` when a page does not open. */
function smoke(folder: string): string[] {
  const args = [inRoot('devtools/dist/bin/terrarium.mjs'), 'smoke', folder];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  return status === 0 ? [] : `${stdout}${stderr}`.trim().split('\n');
}
