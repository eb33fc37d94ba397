import type { CaseCounts } from './case-counts.ts';
import { type CompatReport, type Count, type Entry, kinds } from './summary.ts';

/** The report as a person reads it: counts, then what tiers 1 and 2 lack, by tag and family. */
export function describeReport({
  summary,
  missing,
  noEffect,
  leftOut,
  cases,
}: CompatReport & { readonly cases: CaseCounts }): string {
  const cell = ({ done, of }: Count) => `${done}/${of}`.padStart(9);
  const rows = kinds.map((kind) => {
    const { tier1, tier2, tier3 } = summary[kind];
    return `${kind.padEnd(11)}${cell(tier1)}${cell(tier2)}${cell(tier3)}`;
  });
  const run = `${'cases run'.padEnd(11)}${cell(cases.tier1)}${cell(cases.tier2)}${cell(cases.tier3)}`;
  const lists = [1, 2].flatMap((tier) => [
    '',
    `Missing of tier ${tier}:`,
    ...kinds.flatMap((kind) => grouped(missing.filter((entry) => entry.tier === tier && entry.kind === kind))),
  ]);
  const notes = `${noEffect.length} taken without effect, ${leftOut.length} left out; docs/compatibility.md says why.`;
  return [`${' '.repeat(11)}   tier 1   tier 2   tier 3`, ...rows, run, ...lists, '', notes].join('\n');
}

/** One line per tag or family; all missing tags are one line. */
function grouped(entries: readonly Entry[]): string[] {
  const groups = new Map<string, string[]>();
  for (const { kind, group, name, why } of entries) {
    const heading = kind === 'tags' ? 'tags' : `${kind} ${group}`;
    const short = kind === 'attributes' || kind === 'events' ? name.slice(group.length + 1) : name;
    groups.set(heading, [...(groups.get(heading) ?? []), why === undefined ? short : `${short} (${why})`]);
  }
  return [...groups].map(([heading, names]) => `  ${heading}: ${names.join(', ')}`);
}
