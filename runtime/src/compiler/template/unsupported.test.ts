import { expect, test } from '@playwright/test';
import { readDrawnDocument } from '../../protocol/documents/drawn-document.ts';
import { readTagDocument } from '../../protocol/documents/tag-document.ts';
import { documentedTags, drawnByTag, drawnTags } from '../../protocol/index.ts';
import { findUnsupported } from './blocks/unsupported-attributes.ts';
import { loadTemplate } from './load-unit-for-tests.ts';

const facts = {
  documented: [
    readTagDocument('button', {
      text: 'size:3(small|big|huge) app-parameter:1 lang:2',
      color: 'activeColor',
      events: 'contact:1 share launch',
      skyline: 'glow',
      skylineEvents: 'glowend',
    }),
    readTagDocument('*', { text: 'class', events: 'tap longpress' }),
  ],
  drawn: [
    readDrawnDocument({ attributes: 'size(small)', events: 'share', noEffect: 'lang size=huge bind:launch' }),
    readDrawnDocument({ attributes: 'class', events: 'tap' }),
  ],
};

const cases: readonly [name: string, value: string | undefined, found: string | undefined][] = [
  ['size', 'small', undefined],
  ['size', 'big', 'size=big'],
  ['size', 'huge', undefined],
  ['size', '{{big}}', undefined],
  ['size', 'unheard', undefined],
  ['lang', 'en', undefined],
  ['app-parameter', 'a', 'app-parameter'],
  ['appParameter', undefined, 'app-parameter'],
  ['model:app-parameter', '{{a}}', 'app-parameter'],
  ['activeColor', 'red', 'active-color'],
  ['class', 'a', undefined],
  ['mine', 'a', undefined],
  ['data-lang', 'a', undefined],
  ['glow', 'a', undefined],
  ['bindcontact', 'f', 'bindcontact'],
  ['capture-catch:Contact', 'f', 'bindcontact'],
  ['bindshare', 'f', undefined],
  ['bindlaunch', 'f', undefined],
  ['bindtap', 'f', undefined],
  ['bindlongpress', 'f', 'bindlongpress'],
  ['bindglowend', 'f', undefined],
  ['bindmine', 'f', undefined],
  ['constructor', 'a', undefined],
];
for (const [name, value, found] of cases) {
  test(`${name}=${value} is ${found === undefined ? 'nothing to warn of' : `warned of as ${found}`}`, () => {
    expect(findUnsupported({ name, value }, facts)?.name).toBe(found);
  });
}

test('a warning names tag and attribute, once per file; custom components are left alone', () => {
  const tag = drawnTags.find((one) => missingOf(one) !== undefined);
  const attribute = tag === undefined ? undefined : missingOf(tag);
  const one = `<${tag} ${attribute}="a"/>`;
  const { warnings } = loadTemplate(`<my-comp ${attribute}="a"/>\n${one}${one}`, { components: ['my-comp'] });
  expect(warnings.map(({ code, message, position }) => `${position.line} ${code} ${message}`)).toEqual(
    attribute === undefined ? [] : [`2 UNSUPPORTED_ATTRIBUTE "${tag} ${attribute}" has no effect yet.`],
  );
});

/** An attribute of the tag that is still to be made. */
function missingOf(tag: string): string | undefined {
  const drawn = drawnByTag.get(tag);
  const names = [...(documentedTags.get(tag)?.attributes ?? [])].flatMap(([name, { skyline }]) =>
    skyline ? [] : [name],
  );
  return names.find((name) => !drawn?.attributes.has(name) && !drawn?.noEffect.has(name));
}
