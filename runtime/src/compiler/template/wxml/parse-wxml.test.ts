import { expect, test } from '@playwright/test';
import { Diagnostics } from './diagnostics.ts';
import { deepestNesting, parseWxml } from './parse-wxml.ts';
import { Source } from './source.ts';
import type { WxmlNode } from './wxml-node.ts';

const known = new Set(['view', 'text', 'input', 'image', 'import', 'block']);

function parse(text: string) {
  const diagnostics = new Diagnostics();
  const nodes = parseWxml(new Source('a.wxml', text), (tag) => known.has(tag), diagnostics);
  return { nodes, problems: diagnostics.problems, warnings: diagnostics.warnings };
}

/** `(view class="a" (text "hi"))` */
function outline(node: WxmlNode): string {
  if (node.kind === 'text') return JSON.stringify(node.text);
  const attributes = node.attributes.map(({ name, value }) => (value === undefined ? name : `${name}="${value}"`));
  const code = node.code === undefined ? [] : [`code=${JSON.stringify(node.code.text)}`];
  return `(${[node.tag, ...attributes, ...code, ...node.children.map(outline)].join(' ')})`;
}

const wellFormed: readonly (readonly [text: string, tree: string])[] = [
  ['<view class="a">hi</view>', '(view class="a" "hi")'],
  ['<view/><view />', '(view) (view)'],
  ["<view a='\"'/>", '(view a=""")'],
  ['<view hidden data-a = "1"/>', '(view hidden data-a="1")'],
  ['<!-- <view> --><text>a<!-- b -->c</text>', '(text "a" "c")'],
  ['<view>{{ a < b && c > d }}</view>', '(view "{{ a < b && c > d }}")'],
  ['<view>1 < 2 and <3</view>', '(view "1 " "< 2 and " "<3")'],
  ['<view class="{{a ? "x" : "y"}}" id="i"/>', '(view class="{{a ? "x" : "y"}}" id="i")'],
  ['<view class="{{a == "" ? 1 : 2}}"/>', '(view class="{{a == "" ? 1 : 2}}")'],
  [
    '<wxs module="m">if (a < b) { "</view>" }</wxs><view/>',
    '(wxs module="m" code="if (a < b) { \\"</view>\\" }") (view)',
  ],
  ['<wxs src="a.wxs" module="m"/><view/>', '(wxs src="a.wxs" module="m") (view)'],
  ['<View><TEXT>a</text></view>', '(View (TEXT "a"))'],
  ['<view bind:tap="a" wx:if="{{b}}"></view>', '(view bind:tap="a" wx:if="{{b}}")'],
];

for (const [text, tree] of wellFormed) {
  test(`parses ${text}`, () => {
    const { nodes, problems, warnings } = parse(text);
    expect({ tree: nodes.map(outline).join(' '), problems, warnings }).toEqual({ tree, problems: [], warnings: [] });
  });
}

const recovered: readonly (readonly [text: string, tree: string, where: string, message: RegExp])[] = [
  ['<view a="1" a="2"/>', '(view a="1")', '1:13', /given twice on "<view"; the first one counts/],
  ['<view a=1 b={{c d}}>x</view>', '(view a="1" b="{{c d}}" "x")', '1:9', /not in quotes/],
  ['<image src=a.png/>', '(image src="a.png")', '1:12', /not in quotes/],
  ['<view><text>a</view>', '(view (text "a"))', '1:7', /"<text>" has no end tag; ended by "<\/view>"/],
  ['<view><input class="a">b</view>', '(view (input class="a") "b")', '1:7', /"<input>" has no end tag/],
  ['<import src="a"><view>b</view>', '(import src="a") (view "b")', '1:1', /ended by the end of the file/],
  ['<view>a</view></view>', '(view "a")', '1:15', /matches no open tag; left out/],
  ['<view>a</veiw>\n<text/>', '(view "a") "\\n" (text)', '1:8', /taken for the end of "<view>"/],
  ['<view>a</text></view>', '(view "a")', '1:8', /"<\/text>" matches no open tag; left out/],
  [
    '<view class="a" <text>b</text></view>',
    '(view class="a" (text "b"))',
    '1:1',
    /no ">"; taken to end where the next/,
  ],
  ['<view>a</view<text>b</text>', '(view "a") (text "b")', '', /./],
  ['<!DOCTYPE html><view/>', '(view)', '1:1', /no meaning in WXML/],
  ['<view {{a}} b="c"/>', '(view b="c")', '1:7', /"{{a}}" is no attribute name/],
  ['<view "a"/>', '(view a)', '1:7', /Unexpected "/],
  ['<view/><!-- a', '(view)', '1:8', /comment has no "-->"/],
];

for (const [text, tree, where, message] of recovered) {
  test(`recovers from ${text}`, () => {
    const { nodes, problems, warnings } = parse(text);
    expect(problems).toEqual([]);
    expect(nodes.map(outline).join(' ')).toBe(tree);
    if (where === '') expect(warnings).toEqual([]);
    else expect(warnings[0]?.message).toMatch(message);
    const position = warnings[0]?.position;
    expect(position === undefined ? '' : `${position.line}:${position.column}`).toBe(where);
  });
}

const hopeless: readonly (readonly [text: string, where: string, line: string, message: RegExp])[] = [
  ['<text/>\n <view class="a"', '2:2', ' <view class="a"', /"<view" has no ">".*Add/],
  ['<view>\n  <text class="a>b</text>\n</view>', '2:15', '  <text class="a>b</text>', /no closing "/],
  ['<view>\n<view>a</view>', '1:1', '<view>', /"<view>" is never closed. Add "<\/view>"/],
  ['<wxs module="m">a', '1:1', '<wxs module="m">a', /no end. Add <\/wxs>/],
  ['\r\n<view a="\r\n', '2:9', '<view a="', /no closing "/],
];

for (const [text, where, line, message] of hopeless) {
  test(`gives up at ${JSON.stringify(text)}`, () => {
    const [problem] = parse(text).problems;
    expect(problem?.code).toBe('COMPILE');
    expect(problem?.message).toMatch(message);
    expect(`${problem?.position?.line}:${problem?.position?.column}`).toBe(where);
    expect(problem?.sourceLine).toBe(line);
  });
}

test('refuses elements nested without end', () => {
  const { problems } = parse('<view>'.repeat(10_000) + '</view>'.repeat(10_000));
  expect(problems[0]?.message).toContain(`more than ${deepestNesting} deep`);
  expect(problems[0]?.position?.column).toBe(6 * deepestNesting + 1);
});

const hostile: Readonly<Record<string, (size: number) => string>> = {
  'open braces': (size) => '{{'.repeat(size),
  'open braces in a value': (size) => `<view a="${'{{'.repeat(size)}"/>`,
  'open braces without quotes': (size) => `<view a=${'{{'.repeat(size / 10)}/>`,
  'end tags without end': (size) => '</a'.repeat(size),
  'lonely signs': (size) => '<'.repeat(size),
  'quotes that never pair': (size) => '<view a="'.repeat(size),
  'many attributes': (size) => `<view ${Array.from({ length: size / 4 }, (_, at) => `a${at}="1"`).join(' ')}/>`,
  'many siblings': (size) => '<view>a</view>'.repeat(size),
  entities: (size) => '&amp'.repeat(size),
};

/** Processor time, which a busy machine does not stretch. */
function cost(text: string): number {
  const before = process.cpuUsage();
  parse(text);
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

for (const [name, text] of Object.entries(hostile)) {
  test(`reads ${name} in linear time`, () => {
    const small = Math.min(cost(text(10_000)), cost(text(10_000)), cost(text(10_000)));
    // Sixteen times the text: quadratic would be 256 times the work.
    expect(cost(text(160_000)) / Math.max(small, 2_000)).toBeLessThan(100);
  });
}
