// `npm run libs [-- --json] [--library name] [--component name]`: every component of the libraries that are
// installed for it, mounted, exercised and taken away in a program of its own. See scripts/libs/.
import { parseArgs } from 'node:util';
import { buildBundles } from './build-bundles.ts';
import { componentLibraries, isInstalled } from './libs/libraries.ts';
import { createPool } from './libs/pool.ts';
import { printReport } from './libs/report.ts';
import { type Outcome, runLibrary } from './libs/run-library.ts';
import { runScriptLibrary, scriptLibraries } from './libs/script-libraries.ts';

const { values } = parseArgs({
  options: { json: { type: 'boolean' }, library: { type: 'string' }, component: { type: 'string' } },
});
const isChosen = (name: string) => values.library === undefined || values.library === name;
const isWanted = (component: string) => values.component === undefined || values.component === component;

await buildBundles();
const pool = createPool(2);
const outcomes: Outcome[] = [];
for (const library of componentLibraries.filter(({ name }) => isChosen(name)))
  outcomes.push(...(await runLibrary(library, isWanted, pool)));
for (const library of scriptLibraries.filter(({ name }) => isChosen(name) && isWanted(name)))
  outcomes.push(...(await runScriptLibrary(library)));

if (values.json) console.log(JSON.stringify(outcomes, null, 2));
else {
  const libraries = [...componentLibraries, ...scriptLibraries].map(({ name }) => name);
  printReport(
    outcomes,
    libraries.filter((name) => !isInstalled(name)),
  );
}
