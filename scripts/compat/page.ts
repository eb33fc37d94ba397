import type { Row, Status } from './row.ts';
import { kinds, summarize } from './summary.ts';

const head = `# Compatibility

What of the documented format is here. Written by \`npm run compat -- --write\` from the tables that \`wx.canIUse\`, the
compiler's warnings and this page share; a test fails when it is not up to date.

Tier 1 is what at least 15 % of 40 real open programs use, tier 2 at least 4 %, tier 3 the rest. ✓ is here, – is not,
○ is taken and has nothing to do here, × is left out by decision and not counted. Behind a name that is not of tier 3
stands its tier.
`;

const marks: Readonly<Record<Status, string>> = { done: '✓', missing: '–', 'no effect': '○', 'left out': '×' };

/** Text of docs/compatibility.md. */
export function compatibilityPage(rows: readonly Row[]): string {
  return [head, totals(rows), tagPart(rows), apiPart(rows)].join('\n');
}

function totals(rows: readonly Row[]): string {
  const { summary } = summarize(rows);
  const line = (kind: (typeof kinds)[number]) => {
    const { tier1, tier2, tier3 } = summary[kind];
    const cell = ({ done, of }: { done: number; of: number }) => `${done} of ${of}`;
    return `| ${kind} | ${cell(tier1)} | ${cell(tier2)} | ${cell(tier3)} |`;
  };
  return ['| | Tier 1 | Tier 2 | Tier 3 |', '|---|---|---|---|', ...kinds.map(line), ''].join('\n');
}

/** A name with its mark and tier, and the reason where there is one. */
function item({ name, group, tier, status, why, kind }: Row): string {
  const short = kind === 'apis' ? name : name.slice(group.length + 1);
  const label = `${marks[status]} \`${short}\`${tier === 3 ? '' : ` ${tier}`}`;
  const reasonless = why === undefined || kind === 'apis' || status === 'left out';
  return reasonless ? label : `${label} (${why.replace(/\.$/, '')})`;
}

function tagPart(rows: readonly Row[]): string {
  const tags = rows.filter(({ kind }) => kind === 'tags');
  const inside = (group: string, kind: Row['kind']) => {
    const items = rows.filter((row) => row.kind === kind && row.group === group).map(item);
    return items.length === 0 ? [] : [`${kind === 'events' ? 'Events' : 'Attributes'}: ${items.join(', ')}`, ''];
  };
  const section = ({ name, tier, status, why }: Row) => [
    `### ${marks[status]} ${name}`,
    '',
    `Tier ${tier}${why === undefined ? '' : `; ${why}`}.`,
    '',
    ...(status === 'left out' ? [] : [...inside(name, 'attributes'), ...inside(name, 'events')]),
  ];
  const common = ['### Every component', '', ...inside('*', 'attributes'), ...inside('*', 'events')];
  return ['## Components', '', ...common, ...tags.flatMap(section)].join('\n');
}

function apiPart(rows: readonly Row[]): string {
  const apis = rows.filter(({ kind }) => kind === 'apis');
  const families = [...new Set(apis.map(({ group }) => group))];
  const line = (family: string) => {
    const items = apis.filter(({ group }) => group === family).map(item);
    return `| ${family} | ${items.join(', ')} |`;
  };
  return ['## Members of `wx`', '', '| Family | Members |', '|---|---|', ...families.map(line), ''].join('\n');
}
