import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { declaredBy } from '../../runtime/src/dom/components/declared.ts';
import { components } from '../../runtime/src/dom/components/index.ts';
import { commonTag, documentedTags } from '../../runtime/src/protocol/built-in-tags.ts';
import { readWords } from '../../runtime/src/protocol/documents/word-list.ts';
import { wxDocuments } from '../../runtime/src/protocol/documents/wx-documents.ts';
import { wxMembers } from '../../runtime/src/protocol/wx-members.ts';
import { inRoot } from '../root.ts';
import { drawnSource } from './drawn-source.ts';
import { compatibilityPage } from './page.ts';
import { summarize } from './summary.ts';
import { tagRows } from './tag-rows.ts';
import { wxRows } from './wx-rows.ts';

const rewrite = 'out of date: npm run compat -- --write';

test('what the compiler knows of the components is what they declare', async () => {
  const file = 'runtime/src/protocol/documents/drawn-documents.ts';
  expect(await readFile(inRoot(file), 'utf8'), `${file} is ${rewrite}`).toBe(drawnSource());
});

test('docs/compatibility.md is what the tables say', async () => {
  const page = compatibilityPage([...tagRows(), ...wxRows()]);
  expect(await readFile(inRoot('docs/compatibility.md'), 'utf8'), `docs/compatibility.md is ${rewrite}`).toBe(page);
});

for (const [tag, component] of components) {
  test(`the record of ${tag} speaks of what is documented`, () => {
    const documented = documentedTags.get(tag);
    const { attributes, events } = declaredBy(component);
    const { options = {}, noEffect = {}, notHere = [] } = component;
    const missed = notHere === 'all' ? [] : notHere;
    expect(missed.filter((name) => noEffect[name] === undefined || name.startsWith('bind:'))).toEqual([]);
    // An event nobody documents is one nobody listens to.
    expect([...events].filter((name) => !documented?.events.has(name))).toEqual([]);
    for (const [name, values] of Object.entries(options)) {
      expect([name, attributes.has(name)]).toEqual([name, true]);
      const known = documented?.attributes.get(name)?.options ?? values;
      expect([name, values.filter((value) => !known.includes(value))]).toEqual([name, []]);
    }
    const without = [...attributes].filter(
      (name) => documented?.attributes.get(name)?.options !== undefined && options[name] === undefined,
    );
    expect(without, 'attributes with documented values: say in `options` which of them do something').toEqual([]);
    for (const [key, why] of Object.entries(noEffect)) {
      const [name = '', value] = key.split('=');
      const event = name.startsWith('bind:') ? name.slice(5) : undefined;
      expect([key, why]).toEqual([key, expect.stringMatching(/^[A-Z].+\.$/)]);
      if (event !== undefined)
        expect([key, documented?.events.has(event), events.has(event)]).toEqual([key, true, false]);
      else if (value === undefined)
        expect([key, documented?.attributes.has(name), attributes.has(name)]).toEqual([key, true, false]);
      else expect([key, documented?.attributes.get(name)?.options?.includes(value)]).toEqual([key, true]);
    }
  });
}

test('documents and members of wx are the same names', () => {
  const documented = Object.values(wxDocuments).flatMap((names) => readWords(names).map(({ name }) => name));
  expect(new Set(documented).size).toBe(documented.length);
  expect(documented.filter((name) => wxMembers[name] === undefined)).toEqual([]);
  // These have gone from the documentation, not from WeChat: older programs call them.
  const gone = ['createContext', 'drawCanvas', 'getSavedFileInfo', 'getSavedFileList', 'removeSavedFile', 'saveFile'];
  const others = Object.keys(wxMembers).filter((name) => !documented.includes(name));
  expect(others.sort()).toEqual(gone);
});

test('every name of the documents is read, with its count and values', () => {
  const button = documentedTags.get('button');
  expect(button?.uses).toBe(35);
  expect(button?.attributes.get('size')).toEqual({
    ...{ name: 'size', uses: 17, type: 'text', skyline: false },
    options: ['default', 'mini'],
  });
  expect(documentedTags.get('progress')?.attributes.get('active-color')?.name).toBe('activeColor');
  expect(documentedTags.get('image')?.attributes.get('mode')?.options).toContain('bottom right');
  expect(documentedTags.get('text')?.attributes.get('max-lines')?.skyline).toBe(true);
  expect(commonTag.events.get('tap')?.uses).toBe(36);
  for (const { tag, attributes, events } of documentedTags.values()) {
    for (const { name, uses } of [...attributes.values(), ...events.values()]) {
      expect([tag, name, uses >= 0 && uses <= 40]).toEqual([tag, expect.stringMatching(/^[a-z][\w-]*$/i), true]);
    }
  }
});

test('rows are counted by tier; what is left out is not', () => {
  const row = { kind: 'tags', name: 'a', group: 'a', tier: 1, status: 'done' } as const;
  const { summary, missing, noEffect, leftOut } = summarize([
    row,
    { ...row, name: 'b', status: 'missing' },
    { ...row, name: 'c', status: 'no effect', why: 'Because.' },
    { ...row, name: 'd', status: 'left out', why: 'no' },
    { ...row, name: 'e', tier: 2, kind: 'apis' },
  ]);
  expect(summary.tags).toEqual({ tier1: { done: 2, of: 3 }, tier2: { done: 0, of: 0 }, tier3: { done: 0, of: 0 } });
  expect(summary.apis.tier2).toEqual({ done: 1, of: 1 });
  expect([missing, noEffect, leftOut].map((list) => list.map(({ name }) => name))).toEqual([['b'], ['c'], ['d']]);
});
