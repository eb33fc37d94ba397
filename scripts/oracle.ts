import fc from 'fast-check';
import { oracleCase } from './oracle/arbitrary-case.ts';
import { checkCase } from './oracle/check-case.ts';
import { describeCase } from './oracle/describe-case.ts';
import { rules } from './oracle/rules.ts';

/** `npm run oracle -- --cases N --seed S`: generated programs in glass-easel and here; ends at the first difference, made small. */
const option = (name: string, otherwise: number): number => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};

const cases = option('cases', 1000);
const seed = option('seed', Date.now() % 2 ** 31);
console.log(`seed ${seed}, ${cases} cases; ${rules.length} rules: ${rules.map(({ name }) => name).join(', ')}`);
const started = performance.now();
let run = 0;
const outcome = await fc.check(
  fc.asyncProperty(oracleCase, async (given) => {
    run += 1;
    return (await checkCase(given)) === undefined;
  }),
  { numRuns: cases, seed },
);
console.log(`${outcome.numRuns} cases, ${run} runs in ${Math.round((performance.now() - started) / 1000)} s`);
const [found] = outcome.counterexample ?? [];
if (found === undefined) console.log('0 differences');
else {
  console.log(describeCase(found));
  const difference = await checkCase(found).catch((error: unknown) => error);
  console.log(difference);
  process.exitCode = 1;
}
