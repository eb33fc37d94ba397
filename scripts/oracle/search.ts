import fc from 'fast-check';
import { oracleCase } from './arbitrary-case.ts';
import type { OracleCase } from './case.ts';
import { checkCase, type Difference } from './check-case.ts';
import { describeCase } from './describe-case.ts';
import type { Trace } from './trace.ts';

export interface SearchResult {
  readonly cases: number;
  /** Cases of which only the first steps were compared. */
  readonly cut: number;
  /** The smallest case found that runs differently. */
  readonly found:
    | {
        readonly program: string;
        readonly difference: Difference | undefined;
        /** Leads to this very case, with the same seed. */
        readonly path: string;
      }
    | undefined;
}

/**
 * Compares generated cases until one differs, which is made small; `path` leads straight to one. What is thrown counts
 * as a difference.
 */
export async function search(
  cases: number,
  seed: number,
  ours: (given: OracleCase) => Promise<Trace>,
  path?: string,
): Promise<SearchResult> {
  let cut = 0;
  const outcome = await fc.check(
    fc.asyncProperty(oracleCase, async (given) => {
      const checked = await checkCase(given, ours);
      if (checked.cut) cut += 1;
      return checked.difference === undefined;
    }),
    { numRuns: cases, seed, ...(path !== undefined && { path }) },
  );
  const [given] = outcome.counterexample ?? [];
  if (given === undefined) return { cases: outcome.numRuns, cut, found: undefined };
  const { difference } = await checkCase(given, ours).catch((error: unknown) => ({ difference: thrown(error) }));
  return {
    cases: outcome.numRuns,
    cut,
    found: { program: describeCase(given), difference, path: outcome.counterexamplePath ?? '' },
  };
}

const thrown = (error: unknown): Difference => ({
  step: -1,
  what: 'errors',
  glassEasel: '',
  terrarium: error instanceof Error ? (error.stack ?? error.message) : String(error),
});
