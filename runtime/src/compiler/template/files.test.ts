import { expect, test } from '@playwright/test';
import { loadTemplate } from './load-unit-for-tests.ts';

const places = (
  list: readonly { code: string; position?: { file: string; line: number; column: number } | undefined }[],
) => list.map(({ code, position }) => `${code} ${position?.file}:${position?.line}:${position?.column}`);

test('imports are resolved, ordered and checked', () => {
  const { loaded, imports, inputs, warnings } = loadTemplate(
    '<import src="b.wxml"/><import src="../x/c"/><import src="/top"/>\n<import src="none"/><import src="../../../out"/><import src="b"/>',
    { files: { 'pages/a/b.wxml': '', 'pages/x/c.wxml': '', 'top.wxml': '' } },
  );
  expect(imports).toEqual(['pages/x/c.wxml', 'top.wxml', 'pages/a/b.wxml']);
  expect(loaded.imports).toEqual(imports);
  expect(inputs).toContain('pages/a/none.wxml');
  expect(places(warnings)).toEqual(['MISSING_FILE pages/a/a.wxml:2:1', 'MISSING_FILE pages/a/a.wxml:2:21']);
});

test('an included file is inlined but for its templates and modules', () => {
  const { loaded, skeletons, imports, warnings, problems } = loadTemplate(
    '<wxs module="m">exports.a = 1</wxs><view wx:for="{{l}}"><include src="/inc/b"/></view>',
    {
      files: {
        'inc/b.wxml':
          '<import src="c"/><wxs module="n">1</wxs><template name="t"/><text>{{item.x + m.a}}{{n}}</text>\n<include src="d" wx:if="{{y}}"/>',
        'inc/c.wxml': '',
        'inc/d.wxml': '<image src="{{z}}"/>',
      },
    },
  );
  expect({ warnings, problems }).toEqual({ warnings: [], problems: [] });
  expect(imports).toEqual(['inc/c.wxml']);
  expect(Object.keys(loaded.templates)).toEqual([]);
  expect(loaded.blocks).toHaveLength(3);
  expect(skeletons.map(({ source }) => source)).toEqual(['pages/a/a.wxml', 'pages/a/a.wxml', 'pages/a/a.wxml']);
  const row = { item: { x: 1 }, index: 0, up: undefined };
  expect(loaded.blocks[1]?.values({ n: 'data' }, row, { m: { a: 1 } })).toEqual(['2data']);
  expect(loaded.blocks[0]?.reads.data?.members).toMatchObject({
    l: { children: [0] },
    y: { children: [0] },
    z: { children: [0] },
  });
});

test('files that include each other are cut with a warning', () => {
  const { problems, warnings } = loadTemplate('<include src="b"/>', {
    files: { 'pages/a/b.wxml': '<view><include src="a"/><include src="b"/></view>' },
  });
  expect(problems).toEqual([]);
  expect(places(warnings)).toEqual(['MISSING_FILE pages/a/b.wxml:1:7', 'WXML pages/a/b.wxml:1:25']);
});

test('a file that includes another many times over is stopped', () => {
  const ten = (src: string): string => `<include src="${src}"/>`.repeat(10);
  const names = ['b', 'c', 'd', 'e', 'f', 'g'];
  const files = Object.fromEntries(names.map((name, at) => [`pages/a/${name}.wxml`, ten(names[at + 1] ?? 'g')]));
  const { problems, skeletons } = loadTemplate(ten('b'), { files });
  expect(problems.map(({ message }) => message)).toEqual([expect.stringContaining('more than 30000 nodes')]);
  expect(skeletons).toEqual([{ source: 'pages/a/a.wxml', holes: 0, roots: [] }]);
});

test('blocks that would list too much of what they read are stopped', () => {
  const texts = Array.from({ length: 3_000 }, (_, at) => `{{x${at}}}<text/>`).join('');
  const { problems } = loadTemplate(`${'<view wx:if="{{a}}">'.repeat(100)}${texts}${'</view>'.repeat(100)}`);
  expect(problems.map(({ message }) => message)).toEqual([expect.stringContaining('read more than 200000 places')]);
});

test('included files count for the nesting of elements', () => {
  const deep = (inside: string): string => `${'<view>'.repeat(150)}${inside}${'</view>'.repeat(150)}`;
  const { problems } = loadTemplate(deep('<include src="b"/>'), { files: { 'pages/a/b.wxml': deep('') } });
  expect(problems[0]?.message).toContain('nested more than 256 deep');
  expect(problems[0]?.position).toEqual({ file: 'pages/a/b.wxml', line: 1, column: 6 * 105 + 1 });
});

test('wxs modules by file and inline', () => {
  const { loaded, wxsFiles, inlineWxs, warnings } = loadTemplate(
    '<wxs src="./t.wxs" module="t"/>\n<wxs module="__proto__">\nvar x = "<view>";</wxs><wxs src="none" module="n"/><wxs module="t">1</wxs><wxs>2</wxs>{{t.f(1)}}',
    { files: { 'pages/a/t.wxs': '' } },
  );
  expect(wxsFiles).toEqual(['pages/a/t.wxs']);
  expect(inlineWxs).toEqual([
    {
      path: 'pages/a/a.wxml#__proto__.wxs',
      module: '__proto__',
      code: '\nvar x = "<view>";',
      file: 'pages/a/a.wxml',
      line: 2,
      column: 25,
    },
  ]);
  expect(Object.entries(loaded.modules((file) => `loaded ${file}`))).toEqual([
    ['t', 'loaded pages/a/t.wxs'],
    ['__proto__', 'loaded pages/a/a.wxml#__proto__.wxs'],
  ]);
  expect(warnings.map(({ code }) => code)).toEqual(['MISSING_FILE', 'WXML', 'WXML']);
});

test('templates: static, dynamic and recursive calls, the first of two by one name', () => {
  const { loaded, warnings } = loadTemplate(
    `<template is="{{m.pick(k)}}" data="{{l: a}}"/><template is="t" data=" {{item}} "/><template is="t"/><template/>
    <wxs module="m">exports.pick = 1</wxs>
    <template name="t">{{x}}<template is="t" data="{{...next}}"/></template><template name="t">second</template>
    <template name="__proto__">p</template>`,
  );
  expect(Object.entries(loaded.templates)).toEqual([
    ['t', 1],
    ['__proto__', 2],
  ]);
  const calls = Object.values(loaded.blocks[0]?.nodes ?? {}).map(({ anchor }) => {
    if (anchor?.kind !== 'template') return undefined;
    const modules = { m: { pick: (name: unknown) => `${name}!` } };
    const data = { a: [1], k: 'kind', item: 'I' };
    return [anchor.name(data, undefined, modules), anchor.data(data, undefined, modules)];
  });
  expect(calls).toEqual([
    ['kind!', { l: [1] }],
    ['t', { item: 'I' }],
    ['t', {}],
  ]);
  expect(warnings.map(({ message }) => message)).toEqual([
    expect.stringContaining('two templates "t"'),
    expect.stringContaining('neither "name" nor "is"'),
  ]);
});

test('tags that are not built in are noted, unknown and undrawn ones warned of', () => {
  const { tags, warnings } = loadTemplate('<my-comp/><div/>\n<div/><voip-room/><view/>', { components: ['my-comp'] });
  expect(tags.map(({ tag, position }) => `${tag} ${position.line}:${position.column}`)).toEqual([
    'my-comp 1:1',
    'div 1:11',
  ]);
  expect(places(warnings)).toEqual([
    'UNKNOWN_TAG pages/a/a.wxml:1:11',
    'UNKNOWN_TAG pages/a/a.wxml:2:1',
    'UNSUPPORTED_COMPONENT pages/a/a.wxml:2:7',
  ]);
  expect(warnings.map(({ message }) => message.split(' ', 1)[0])).toEqual(['"div"', '"div"', '"voip-room"']);
});

test('a component may take the name of a built-in one', () => {
  const { skeletons } = loadTemplate('<map/><View/>', { components: ['map', 'View'] });
  expect(skeletons[0]?.roots).toEqual([
    { kind: 'component', tag: 'map' },
    { kind: 'component', tag: 'view' },
  ]);
});

const misused: readonly (readonly [text: string, message: RegExp])[] = [
  ['<view wx:if="a"/>', /"wx:if" without {{ }} is text and always holds/],
  ['<view wx:if/>', /never holds/],
  ['<view wx:for="list"/>', /letters of the text. Probably meant: "{{list}}"/],
  ['<view wx:for="{{list}} "/>', /turns the list into text/],
  ['<view wx:key="a"/>', /no meaning without wx:for/],
  ['<view wx:for="{{a}}" wx:for-item="{{b}}"/>', /takes a plain name/],
  ['<view wx:elif="{{a}}"/>', /follows no wx:if/],
  ['<view wx:if="{{a}}"/>text<view wx:else/>', /follows no wx:if/],
  ['<view wx:show="{{a}}"/>', /no directive of WXML/],
  ['<view change:prop="{{a}}"/>', /needs a function of a WXS module/],
  ['<input model:value="{{a + b}}"/>', /needs a place to write to/],
  ['<view bindtap="a" bind:tap="b"/>', /says again/],
  ['<view data-a="1" data-A="2"/>', /says again/],
  ['<template is="a" data="{{b}} {{c}}"/>', /one {{ }}/],
];

for (const [text, message] of misused) {
  test(`warns of ${text}`, () => {
    const { warnings, problems } = loadTemplate(text);
    expect(problems).toEqual([]);
    expect(warnings.map((warning) => warning.message)).toEqual([expect.stringMatching(message)]);
  });
}

test('malformed expressions are all reported, in included files too', () => {
  const { problems, loaded } = loadTemplate('<view a="{{b c}}">\n{{d.}}</view><include src="b"/>', {
    files: { 'pages/a/b.wxml': '\n\n  {{e' },
  });
  expect(places(problems)).toEqual([
    'COMPILE pages/a/a.wxml:1:14',
    'COMPILE pages/a/a.wxml:2:5',
    'COMPILE pages/a/b.wxml:3:3',
  ]);
  expect(problems.map(({ sourceLine }) => sourceLine)).toEqual([
    '<view a="{{b c}}">',
    '{{d.}}</view><include src="b"/>',
    '  {{e',
  ]);
  expect(loaded.blocks).toHaveLength(1);
});

test('names of the author never become code', () => {
  const nasty = `a"]);globalThis.broken=1;//\u2028'`;
  const { loaded, problems } = loadTemplate(
    `<view data-${nasty.replace(/[\s"'=/<>]/g, '')}="1" a="${nasty.replaceAll('"', '&quot;')}" id="{{no || '${nasty.replaceAll("'", "\\'")}'}}"/><template name='${nasty.replaceAll("'", '')}'>x</template>`,
  );
  expect(problems).toEqual([]);
  expect(Reflect.has(globalThis, 'broken')).toBe(false);
  expect(Object.keys(loaded.templates)).toEqual([nasty.replaceAll("'", '')]);
  expect(loaded.blocks[0]?.values({}, undefined, {})).toEqual([nasty]);
});

test('what nothing reads stays small', () => {
  const compiled = loadTemplate(`<view class="a">${'<text class="b">some words</text>'.repeat(50)}</view>`);
  expect(compiled.unit(3).length).toBeLessThan(500);
  expect(compiled.unit(3)).toContain('firstSkeleton:3');
});
