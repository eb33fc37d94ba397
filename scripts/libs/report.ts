import type { Outcome } from './run-library.ts';

const errorLimit = 3;

/** Prints what failed and a line for each library. `absent` are libraries that are not installed. */
export function printReport(outcomes: readonly Outcome[], absent: readonly string[]): void {
  for (const { library, component, ok, errors } of outcomes) {
    if (ok) continue;
    console.log(`${library}  ${component}`);
    for (const error of errors.slice(0, errorLimit)) console.log(`    ${error.slice(0, 400)}`);
    if (errors.length > errorLimit) console.log(`    … and ${errors.length - errorLimit} more`);
  }
  for (const library of new Set(outcomes.map((one) => one.library))) {
    const all = outcomes.filter((one) => one.library === library);
    const good = all.filter(({ ok }) => ok).length;
    console.log(`${library.padEnd(28)} ${String(good).padStart(3)} of ${String(all.length).padStart(3)} ok`);
  }
  for (const library of absent) console.log(`${library.padEnd(28)} not installed: run npm ci`);
  const good = outcomes.filter(({ ok }) => ok).length;
  console.log(`${good} of ${outcomes.length} components and libraries ok`);
}
