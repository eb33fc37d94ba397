import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { oracleCase } from './arbitrary-case.ts';
import { checkCase } from './check-case.ts';
import { describeCase } from './describe-case.ts';

test('300 generated programs do the same in glass-easel and here', async () => {
  test.setTimeout(120_000);
  const outcome = await fc.check(
    fc.asyncProperty(oracleCase, async (given) => (await checkCase(given)) === undefined),
    { numRuns: 300, seed: 20_261_120 },
  );
  const [found] = outcome.counterexample ?? [];
  const difference = found === undefined ? undefined : { program: describeCase(found), ...(await checkCase(found)) };
  expect(difference).toBeUndefined();
});
