import { expect, test } from '@playwright/test';
import type { ContentUse } from '../../protocol/index.ts';
import { loadTemplate } from './load-unit-for-tests.ts';

/** What the component in the template is given, in order: `slot: nodes`, or `(…)` for a carrier and what is in it. */
function contentsOf(children: string, files: Record<string, string> = {}): { contents: string; warnings: string[] } {
  const template = loadTemplate(`<c>${children}</c>`, { components: ['c'], files });
  expect(template.problems).toEqual([]);
  const { loaded, skeletons, warnings } = template;
  const row = { item: { s: 'of-row', v: 'of-slot' }, index: 0, up: undefined };
  const show = (block: number): string => {
    const roots = skeletons[block]?.roots ?? [];
    const anchors = Object.entries(loaded.blocks[block]?.nodes ?? {}).map(([, { anchor }]) => anchor);
    const parts = roots.map((root) => ('tag' in root ? root.tag : root.kind)).filter((kind) => kind !== 'anchor');
    for (const anchor of anchors) {
      if (anchor?.kind === 'if')
        parts.push(...anchor.branches.map(({ test, block: at }) => `${test ? 'if' : 'else'}[${show(at)}]`));
      if (anchor?.kind === 'for') parts.push(`for[${show(anchor.block)}]`);
      if (anchor?.kind === 'slot') parts.push('slot');
      if (anchor?.kind === 'content') parts.push(showUse(anchor, block));
    }
    return parts.join(' ');
  };
  const showUse = ({ slot, block }: ContentUse, around: number): string => {
    if (slot === undefined) return `(${show(block)})`;
    const name = 'at' in slot ? loaded.blocks[around]?.value[slot.at]?.({ n: 'of-data' }, row, {}) : slot.value;
    return `${name}: ${show(block)}`;
  };
  const { contents = [] } = loaded.blocks[0]?.nodes[0]?.component ?? {};
  return {
    contents: contents.map((use) => showUse(use, 0)).join(', '),
    warnings: warnings.map(({ message }) => message),
  };
}

const cases: readonly (readonly [children: string, contents: string])[] = [
  ['', ''],
  ['a<view/>', ': text view'],
  ['<view slot="b"/><view/><text slot="b"/>', 'b: view, : view, b: text'],
  ['<view slot="b"/>\n<text slot="b"/>', 'b: view text'],
  ['<view slot=""/>', ': view'],
  ['<view slot="{{n}}"/><text slot="{{n}}"/>', 'of-data: view, of-data: text'],
  ['<view wx:for="{{l}}" slot="b"/>', 'b: for[view]'],
  ['<view wx:for="{{l}}" slot="{{item.s}}"/>', '(for[of-row: view])'],
  ['<view wx:for="{{l}}" slot="{{n}}"/>', '(for[of-data: view])'],
  ['<block wx:for="{{l}}"><view slot="{{item.s}}"/><text/></block>', '(for[of-row: view : text])'],
  ['<block wx:if="{{x}}"><view slot="b"/></block>', 'b: if[view]'],
  ['<view wx:if="{{x}}" slot="b"/><view wx:else slot="d"/>', '(if[b: view] else[d: view])'],
  [
    '<block wx:if="{{x}}"><view slot="b"/><text/></block><image wx:elif="{{y}}" slot="b"/><icon wx:else/>',
    '(if[b: view : text] if[b: image] else[: icon])',
  ],
  ['<block slot="b"><view slot="d"/><text/></block>', 'b: view text'],
  ['<block><block wx:for="{{l}}"><view slot="b"/></block><text slot="b"/></block>', 'b: text for[view]'],
  ['<block wx:for="{{l}}"><view slot="b"/><text slot="d"/></block>', '(for[b: view d: text])'],
  ['<view><text slot="b"/></view>', ': view'],
  ['<slot name="x" slot="b"/>', 'b: slot'],
];

for (const [children, contents] of cases) {
  test(`slot content of ${children || 'nothing'}`, () => {
    expect(contentsOf(children).contents).toEqual(contents);
  });
}

test('an included file brings content for several slots', () => {
  const { contents, warnings } = contentsOf('<include src="b"/><include src="b" slot="e"/>', {
    'pages/a/b.wxml': '<view slot="b"/><text/>',
  });
  expect(contents).toBe('(b: view : text), e: view text');
  expect(warnings).toEqual([]);
});

test('slot values are members of the row around the content, under the names given', () => {
  const { loaded, warnings } = loadTemplate(
    '<c><view slot:v slot:list-index="at">{{v}} {{at}}</view><text wx:for="{{l}}" slot:v="o">{{o.x}} {{item}}</text></c>',
    { components: ['c'] },
  );
  expect(warnings).toEqual([]);
  expect(loaded.blocks[0]?.nodes[0]?.component?.takesValues).toBe(true);
  const slot = { item: { v: { x: 1 }, listIndex: 2 }, index: 0, up: undefined };
  const row = { item: 'row', index: 0, up: slot };
  expect(loaded.blocks[1]?.values({ v: 'data' }, slot, {})).toEqual(['[object Object] 2']);
  expect(loaded.blocks[2]?.values({ v: 'data', l: [] }, row, {})).toEqual(['1 row']);
  // Seen from outside, values of the slot are nothing to wait for.
  expect(loaded.blocks[0]?.reads).toEqual({ data: { members: { l: { children: [0] } } } });
});

test('what a slot hands over, and slot: where no slot is', () => {
  const { loaded, warnings } = loadTemplate('<slot name="a" class="x" list-index="{{i}}" plain="b"/><view slot:v/>');
  const anchor = loaded.blocks[0]?.nodes[0]?.anchor;
  expect(anchor?.kind === 'slot' && { ...anchor.values }).toEqual({ listIndex: { at: 0 }, plain: { value: 'b' } });
  expect(warnings.map(({ message }) => message)).toEqual([expect.stringContaining('directly between its tags')]);
});
