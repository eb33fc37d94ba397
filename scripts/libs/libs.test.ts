import { expect, test } from '@playwright/test';
import { componentLibraries, componentsOf, isInstalled } from './libraries.ts';
import { createPool } from './pool.ts';
import { runLibrary } from './run-library.ts';
import { runScriptLibrary, scriptLibraries } from './script-libraries.ts';

/** `npm run libs` takes all of them; these are spread over the alphabet. */
const sampleSize = 5;

// Left out in a checkout that leaves out development dependencies; `npm run libs` says so.
for (const library of componentLibraries.filter(({ name }) => isInstalled(name))) {
  test(`components of ${library.name} mount, change, react and leave`, async () => {
    const all = componentsOf(library);
    const step = Math.max(1, Math.floor(all.length / sampleSize));
    const sample = all.filter((_, at) => at % step === 0).slice(0, sampleSize);
    const outcomes = await runLibrary(library, (component) => sample.includes(component), createPool(2));
    expect(outcomes.filter(({ ok }) => !ok)).toEqual([]);
    expect(outcomes.map(({ component }) => component)).toEqual(sample);
  });
}

for (const library of scriptLibraries.filter(({ name }) => isInstalled(name))) {
  test(`${library.name} works in a page`, async () => {
    expect(await runScriptLibrary(library)).toEqual([
      { library: library.name, component: library.name, ok: true, errors: [] },
    ]);
  });
}
