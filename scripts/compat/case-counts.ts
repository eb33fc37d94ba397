import { casesByName } from '../../sample-apps/gallery/cases/index.js';
import { galleryLinks } from './gallery-links.ts';
import type { Row } from './row.ts';
import type { Count } from './summary.ts';

/** Calls that the gallery runs with a success, a refusal and a wrong argument each. */
export interface CaseCount extends Count {
  /** Among those done: calls that nothing can refuse, or that no argument is wrong for; their cases say why. */
  readonly neverRefused: number;
  readonly neverWrong: number;
}

export interface CaseCounts {
  readonly tier1: CaseCount;
  readonly tier2: CaseCount;
  readonly tier3: CaseCount;
}

/** Counted against the same calls as `apis`: left out ones are none. */
export function countCases(rows: readonly Row[]): CaseCounts {
  const { apis } = galleryLinks();
  const count = (tier: number): CaseCount => {
    const of = rows.filter((row) => row.kind === 'apis' && row.tier === tier && row.status !== 'left out');
    const done = of.flatMap(({ name }) => {
      const cases = apis.has(name) ? casesByName.get(name) : undefined;
      return cases === undefined || cases.works.never !== undefined ? [] : [cases];
    });
    return {
      done: done.length,
      of: of.length,
      neverRefused: done.filter(({ refused }) => refused.never !== undefined).length,
      neverWrong: done.filter(({ wrong }) => wrong.never !== undefined).length,
    };
  };
  return { tier1: count(1), tier2: count(2), tier3: count(3) };
}

/** Calls of tier 1 without their cases. */
export function callsWithoutCases(rows: readonly Row[]): string[] {
  const { apis } = galleryLinks();
  return rows.flatMap(({ kind, tier, status, name }) =>
    kind === 'apis' && tier === 1 && status !== 'left out' && !(casesByName.has(name) && apis.has(name)) ? [name] : [],
  );
}
