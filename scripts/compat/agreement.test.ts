import { expect, test } from '@playwright/test';
import { capabilityTable } from '../../runtime/src/capabilities/index.ts';
import { structuralTags } from '../../runtime/src/compiler/template/blocks/structure.ts';
import { findUnsupported } from '../../runtime/src/compiler/template/blocks/unsupported-attributes.ts';
import { openWx } from '../../runtime/src/guest/wx/fixtures/fake-link.ts';
import { createWx } from '../../runtime/src/guest/wx/index.ts';
import { abilities } from '../../runtime/src/player/abilities.ts';
import { commonTag, documentedTags, drawnByTag } from '../../runtime/src/protocol/built-in-tags.ts';
import type { Row } from './row.ts';
import { tagRows } from './tag-rows.ts';
import { wxRows } from './wx-rows.ts';

/** `canIUse` of a program whose host answers every capability. */
function openCanIUse(): (schema: string) => unknown {
  const { link } = openWx();
  const supported = [...capabilityTable.values()].flatMap(({ name, answeredBy }) =>
    answeredBy === 'host' ? [name] : [],
  );
  const { canIUse } = createWx({
    ...link,
    abilities: () => abilities,
    environment: () => ({ ...link.environment(), supported }),
  });
  if (typeof canIUse !== 'function') throw new Error('wx.canIUse is no function');
  return (schema) => canIUse(schema);
}

const drawnRows = tagRows().filter(({ group }) => group !== '*' && !structuralTags.has(group));
const short = ({ name, group }: Row) => name.slice(group.length + 1);
/** Attributes of which some values are there count as missing in the table, and can be used. */
const isPartly = ({ why }: Row) => why?.startsWith('without ') === true;

const standIns = new Set(
  drawnRows.flatMap(({ kind, status, name }) => (kind === 'tags' && status === 'not here' ? [name] : [])),
);

test('canIUse says yes to what the table calls done, and to nothing else', () => {
  const canIUse = openCanIUse();
  for (const row of wxRows()) expect([row.name, canIUse(row.name)]).toEqual([row.name, row.status === 'done']);
  for (const row of drawnRows) {
    const schema = {
      tags: row.name,
      attributes: `${row.group}.${short(row)}`,
      events: `${row.group}.bind${short(row)}`,
    };
    const there =
      !standIns.has(row.group) && (row.status === 'done' || (row.status === 'no effect' && row.kind !== 'events'));
    if (row.kind === 'apis' || isPartly(row)) continue;
    expect([schema[row.kind], canIUse(schema[row.kind])]).toEqual([schema[row.kind], there]);
  }
  expect(drawnRows.length).toBeGreaterThan(500);
});

test('canIUse says yes to the values that do something', () => {
  const canIUse = openCanIUse();
  for (const [tag, { attributes }] of drawnByTag) {
    for (const [name, options] of attributes) {
      if (options === undefined) continue;
      const documented = documentedTags.get(tag)?.attributes.get(name)?.options ?? [];
      const asked = documented.filter((option) => !/[. ]/.test(option));
      const said = asked.filter((option) => canIUse(`${tag}.${name}.${option}`) === true);
      expect([tag, name, said]).toEqual([tag, name, asked.filter((option) => options.includes(option))]);
    }
  }
});

test('the compiler warns of what the table calls missing, and of nothing else', () => {
  for (const row of drawnRows) {
    const drawn = drawnByTag.get(row.group);
    if (row.kind === 'tags' || drawn === undefined || isPartly(row)) continue;
    const name = row.kind === 'events' ? `bind${short(row)}` : short(row);
    const facts = {
      documented: [documentedTags.get(row.group) ?? commonTag, commonTag],
      drawn: [drawn, drawnByTag.get('*') ?? drawn],
    };
    const warned = findUnsupported({ name, value: '{{value}}' }, facts) !== undefined;
    expect([row.name, warned]).toEqual([row.name, row.status === 'missing']);
  }
});
