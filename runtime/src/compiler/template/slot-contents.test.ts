import { expect, test } from '@playwright/test';
import { loadTemplate } from './load-unit-for-tests.ts';

/** Slot names of the component in the template, each with the drawing order of what it gets. */
function contentsOf(children: string): { contents: string[]; warnings: string[] } {
  const template = loadTemplate(`<c>${children}</c>`, { components: ['c'] });
  expect(template.problems).toEqual([]);
  const { loaded, skeletons, warnings } = template;
  const show = (block: number): string => {
    const roots = JSON.stringify(skeletons[block]?.roots.map((root) => ('tag' in root ? root.tag : root.kind)));
    const inner = Object.values(loaded.blocks[block]?.nodes ?? {}).flatMap(({ anchor }) => {
      if (anchor?.kind === 'if')
        return anchor.branches.map((branch) => `${branch.test === undefined ? 'else' : 'if'}${show(branch.block)}`);
      return anchor?.kind === 'for' ? [`for${show(anchor.block)}`] : [];
    });
    return [roots, ...inner].join(' ');
  };
  const component = loaded.blocks[0]?.nodes[0]?.component;
  const contents = (component?.contents ?? []).map(({ slot, block }) => {
    const name = 'at' in slot ? loaded.blocks[0]?.value[slot.at]?.({ n: 'dynamic' }, undefined, {}) : slot.value;
    return `${name}: ${show(block)}`;
  });
  return { contents, warnings: warnings.map(({ message }) => message) };
}

const cases: readonly (readonly [children: string, contents: readonly string[]])[] = [
  ['', []],
  ['a<view/>', [': ["text","view"]']],
  ['<view slot="b"/><view/><text slot="b"/>', ['b: ["view","text"]', ': ["view"]']],
  ['<view slot=""/>', [': ["view"]']],
  ['<view slot="{{n}}"/>', ['dynamic: ["view"]']],
  ['<view wx:for="{{l}}" slot="b"/>', ['b: ["anchor"] for["view"]']],
  ['<block wx:if="{{x}}"><view slot="b"/></block>', ['b: ["anchor"] if["view"]']],
  [
    '<block wx:if="{{x}}"><view slot="b"/><text/></block><image wx:elif="{{y}}" slot="b"/><icon wx:else/>',
    ['b: ["anchor"] if["view"] if["image"] else[]', ': ["anchor"] if["text"] if[] else["icon"]'],
  ],
  ['<block slot="b"><view/><text/></block>', ['b: ["view","text"]']],
  [
    '<block wx:for="{{l}}"><view slot="b"/><text slot="d"/></block>',
    ['b: ["anchor"] for["view"]', 'd: ["anchor"] for["text"]'],
  ],
  ['<view><text slot="b"/></view>', [': ["view"]']],
  ['<slot name="x" slot="b"/>', ['b: ["anchor"]']],
];

for (const [children, contents] of cases) {
  test(`slot content of ${children || 'nothing'}`, () => {
    expect(contentsOf(children)).toEqual({ contents, warnings: [] });
  });
}

test('a slot name that depends on the row around it is the default slot, with a warning', () => {
  const { contents, warnings } = contentsOf('<view wx:for="{{l}}" slot="{{item.s}}"/>');
  expect(contents).toEqual([': ["anchor"] for["view"]']);
  expect(warnings).toEqual([expect.stringContaining('cannot depend on the wx:for')]);
});
