import { countCases } from './case-counts.ts';
import { galleryLinks } from './gallery-links.ts';
import type { Row, Status } from './row.ts';
import { kinds, summarize } from './summary.ts';

const head = `# Compatibility

What of the documented format is here. Written by \`npm run compat -- --write\` from the tables that \`wx.canIUse\`, the
compiler's warnings and this page share; a test fails when it is not up to date.

Tier 1 is what at least 15 % of 40 real open programs use, tier 2 at least 4 %, tier 3 the rest. ✓ is here, – is not,
○ is taken and has nothing to do here, □ is taken so that nothing breaks, but what it promises is not here and
\`wx.canIUse\` says no, × is left out by decision and not counted. Behind a name that is not of tier 3 stands its tier.

Tags and calls lead to their page in the gallery (\`sample-apps/gallery\`), which is this table to touch: \`npm start\`, then
Gallery. Of each call that has cases there, its spec runs a success, a refusal and a wrong argument; \`npm run compat\`
counts them.
`;

const marks: Readonly<Record<Status, string>> = {
  done: '✓',
  missing: '–',
  'no effect': '○',
  'not here': '□',
  'left out': '×',
};

/** Text of docs/compatibility.md. */
export function compatibilityPage(rows: readonly Row[]): string {
  return [head, totals(rows), tagPart(rows), apiPart(rows)].join('\n');
}

function totals(rows: readonly Row[]): string {
  const { summary } = summarize(rows);
  const cell = ({ done, of }: { done: number; of: number }) => `${done} of ${of}`;
  const line = (kind: (typeof kinds)[number]) => {
    const { tier1, tier2, tier3 } = summary[kind];
    return `| ${kind} | ${cell(tier1)} | ${cell(tier2)} | ${cell(tier3)} |`;
  };
  const cases = countCases(rows);
  const run = `| apis with cases | ${cell(cases.tier1)} | ${cell(cases.tier2)} | ${cell(cases.tier3)} |`;
  return ['| | Tier 1 | Tier 2 | Tier 3 |', '|---|---|---|---|', ...kinds.map(line), run, ''].join('\n');
}

const { tags: tagLinks, apis: apiLinks } = galleryLinks();

/** From `docs`. */
function linked(links: ReadonlyMap<string, string>, name: string, text: string): string {
  const path = links.get(name);
  return path === undefined ? text : `[${text}](../${path})`;
}

/** A name with its mark and tier, and the reason where there is one. */
function item({ name, group, tier, status, why, kind }: Row): string {
  const short = kind === 'apis' ? name : name.slice(group.length + 1);
  const label = `${marks[status]} ${kind === 'apis' ? linked(apiLinks, name, `\`${name}\``) : `\`${short}\``}${tier === 3 ? '' : ` ${tier}`}`;
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
    `### ${marks[status]} ${linked(tagLinks, name, name)}`,
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
