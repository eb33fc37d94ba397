import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { commonTag, documentedTags, drawnByTag } from '../../runtime/src/protocol/built-in-tags.ts';
import { wxMembers } from '../../runtime/src/protocol/wx-members.ts';
import { casesByName } from '../../sample-apps/gallery/cases/index.js';
import { groups, urlOf } from '../../sample-apps/gallery/catalog/index.js';
import { inRoot } from '../root.ts';
import { callsWithoutCases, countCases } from './case-counts.ts';
import { compatibilityPage } from './page.ts';
import { tagRows } from './tag-rows.ts';
import { wxRows } from './wx-rows.ts';

/** One entry of the gallery's catalog; `catalog/index.js` says what its fields mean. */
type Entry = (typeof groups)[number]['entries'][number];

const entries = groups.flatMap((group) =>
  group.entries.map((entry) => ({ entry, page: inRoot('sample-apps/gallery', `.${urlOf(group.part, entry)}`) })),
);
const components = entries.filter(({ entry }) => entry.tags !== undefined);
const advice = 'sample-apps/gallery/catalog and docs/compatibility.md disagree';

/** `swiper-item.item-id` → its tag and name; without a dot the first tag of the page is meant. */
function attributeOf(written: string, { tags = [] }: Entry): readonly [tag: string, name: string] {
  const dot = written.indexOf('.');
  return dot < 0 ? [tags[0] ?? '', written] : [written.slice(0, dot), written.slice(dot + 1)];
}

test('every drawn tag has a page in the gallery', () => {
  const shown = new Set(components.flatMap(({ entry }) => entry.tags ?? []));
  const drawn = [...drawnByTag.keys()].filter((tag) => tag !== '*');
  expect(
    drawn.filter((tag) => !shown.has(tag)),
    'drawn, and without a page in sample-apps/gallery',
  ).toEqual([]);
  expect(
    [...shown].filter((tag) => !drawn.includes(tag)),
    advice,
  ).toEqual([]);
});

test('a page of the gallery names only what the table knows, and its example has it', () => {
  const unknown: string[] = [];
  for (const { entry, page } of components) {
    const template = templateOf(page);
    const has = (tag: string, name: string) => new RegExp(`<${tag}\\s[^<]*?\\s?${name}[=\\s/>]`).test(template);
    const own = new Set(entry.own);
    const names = [...Object.keys(entry.controls ?? {}), ...(entry.fixed ?? [])].filter((name) => !own.has(name));
    for (const written of names) {
      const [tag, name] = attributeOf(written, entry);
      const documented = documentedTags.get(tag)?.attributes.has(name) || commonTag.attributes.has(name);
      if (!documented && !drawnByTag.get(tag)?.attributes.has(name))
        unknown.push(`${entry.id}: no attribute ${written}`);
      else if (!has(tag, name)) unknown.push(`${entry.id}: its example has no ${written}`);
    }
    for (const event of entry.events ?? []) {
      const known = [commonTag, ...(entry.tags ?? []).map((tag) => documentedTags.get(tag))];
      if (!known.some((tag) => tag?.events.has(event)) && !/^(tap|change|submit|reset)$/.test(event))
        unknown.push(`${entry.id}: no event ${event}`);
      else if (!template.includes(`bind${event}=`)) unknown.push(`${entry.id}: its example does not hear ${event}`);
    }
  }
  expect(unknown, advice).toEqual([]);
});

test('what a component draws is shown: each attribute and event of it on its page', () => {
  const missing: string[] = [];
  for (const { entry, page } of components) {
    const template = templateOf(page);
    for (const tag of entry.tags ?? []) {
      const { attributes, events } = drawnByTag.get(tag) ?? { attributes: new Map<string, unknown>(), events: [] };
      for (const name of attributes.keys())
        if (!new RegExp(`\\s${name}[=\\s/>]`).test(template)) missing.push(`${entry.id}: ${tag} ${name}`);
      for (const event of events)
        if (!template.includes(`bind${event}=`)) missing.push(`${entry.id}: ${tag} bind${event}`);
    }
  }
  expect(missing, 'drawn, and not on the page of the gallery').toEqual([]);
});

test('the calls a page of the gallery is about are answered', () => {
  const named = entries.flatMap(({ entry }) => entry.apis ?? []);
  expect(named.filter((name) => (wxMembers[name]?.by ?? 'none') === 'none')).toEqual([]);
  expect(named.length).toBeGreaterThan(40);
});

test('every call of tier 1 has a success, a refusal and a wrong argument, or a sentence why not', () => {
  expect(callsWithoutCases(wxRows()), 'add them to sample-apps/gallery/cases').toEqual([]);
  const shown = new Set(entries.flatMap(({ entry }) => entry.apis ?? []));
  for (const [name, { works, refused, wrong }] of casesByName) {
    expect([name, shown.has(name), works.never]).toEqual([name, true, undefined]);
    for (const { options, args, run, never } of [works, refused, wrong]) {
      const ways = [options, args, run, never].filter((way) => way !== undefined);
      expect([name, ways.length]).toEqual([name, 1]);
      if (never !== undefined) expect([name, never]).toEqual([name, expect.stringMatching(/^[A-Z].{20,}\.$/)]);
    }
  }
});

test('cases are counted with those that cannot be', () => {
  const row = { kind: 'apis', group: 'a', tier: 1, status: 'done' } as const;
  const names = ['showModal', 'showToast', 'startHCE'];
  const { tier1 } = countCases(names.map((name) => ({ ...row, name })));
  expect(tier1).toEqual({ done: 2, of: 3, neverRefused: 1, neverWrong: 0 });
});

test('every link of docs/compatibility.md leads to a file that is there', () => {
  const page = compatibilityPage([...tagRows(), ...wxRows()]);
  const links = [...page.matchAll(/\]\(([^)]+)\)/g)].map(([, path = '']) => path);
  expect(links.filter((path) => !existsSync(inRoot('docs', path)))).toEqual([]);
  expect(links.length).toBeGreaterThan(150);
});

/** The templates in a page's folder: an example may take more than one page. */
function templateOf(page: string): string {
  const folder = dirname(page);
  const names = readdirSync(folder).filter((name) => name.endsWith('.wxml'));
  return kebab(names.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n'));
}

/** Attributes have one spelling: `activeColor` is `active-color`. */
function kebab(template: string): string {
  return template.replace(
    /\s([a-z]+[A-Z]\w*)=/g,
    (_, name: string) => ` ${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}=`,
  );
}
