import { expect, test } from '@playwright/test';
import { buildFiles, type Files, linesOf, removeProjects, smallest, textOf } from '../testing/temporary-project.ts';
import { compileSheet } from './compile-sheet.ts';
import { rpxToCss } from './rpx.ts';
import { plainSource } from './style-source.ts';

test.afterEach(removeProjects);

const lengths: readonly (readonly [text: string, css: string])[] = [
  ['width: 20rpx', 'width: calc(20 * 100vw / 750)'],
  ['margin: -1.5RPX auto .5rpx', 'margin: calc(-1.5 * 100vw / 750) auto calc(.5 * 100vw / 750)'],
  ['width: calc(100% - 10rpx)', 'width: calc(100% - calc(10 * 100vw / 750))'],
  ['--x:1rpx;border:1rpx solid', '--x:calc(1 * 100vw / 750);border:calc(1 * 100vw / 750) solid'],
  [
    'content: "10rpx"; background: url(10rpx.png) /* 10rpx */',
    'content: "10rpx"; background: url(10rpx.png) /* 10rpx */',
  ],
  ['color: red', 'color: red'],
  ['10rpx', 'calc(10 * 100vw / 750)'],
  ['a10rpx #10rpx', 'a10rpx #10rpx'],
];
for (const [text, css] of lengths) {
  test(`rpx in ${text}`, () => {
    expect(rpxToCss(text)).toBe(css);
  });
}

const rules: readonly (readonly [what: string, wxss: string, page: string, component?: string])[] = [
  [
    'element names',
    'view text,page{a:b}',
    'wx-view wx-text,wx-page{a:b}',
    'wx-view:where([in-c1]) wx-text:where([in-c1]),wx-page{a:b}',
  ],
  [
    'element names beside what confines them',
    'view.a text,view::after,.a view,view:not(.b),#x view{a:b}',
    'wx-view.a wx-text,wx-view::after,.a wx-view,wx-view:not(.b),#x wx-view{a:b}',
    'wx-view.c1--a wx-text,wx-view:where([in-c1])::after,.c1--a wx-view,wx-view:not(.c1--b),#x wx-view{a:b}',
  ],
  ['anything as an element', 'BODY>*{a:b}', 'wx-body>*{a:b}', 'wx-body:where([in-c1])>*{a:b}'],
  [
    'classes',
    '.a.b view:not(.c)::after{a:b}',
    '.a.b wx-view:not(.c)::after{a:b}',
    '.c1--a.c1--b wx-view:not(.c1--c)::after{a:b}',
  ],
  ['ids and attributes', '#x[class=a]{a:b}', '#x[class=a]{a:b}'],
  ['host', ':host{a:b}:host(.on) .a{c:d}', ':host{a:b}:host(.on) .a{c:d}', '.c1-host{a:b}.c1-host:is(.on) .c1--a{c:d}'],
  ['keyframes', '@keyframes k{from{left:0}to{left:1px}}', '@keyframes k{from{left:0}to{left:1px}}'],
  ['media', '@media (min-width:375rpx){#x{a:b}}', '@media (min-width:calc(375 * 100vw / 750)){#x{a:b}}'],
  ['comments and charset', '@charset "utf-8";/* x */.a{}', '.a{}', '.c1--a{}'],
  ['escapes', '.w-1\\/2{a:b}', '.w-1\\/2{a:b}', '.c1--w-1\\/2{a:b}'],
  [
    'custom properties',
    'page{--a:10rpx;--b:;width:var(--a)}',
    'wx-page{--a:calc(10 * 100vw / 750);--b:;width:var(--a)}',
  ],
  [
    'fallbacks',
    '.a{b:var(--x, 10rpx)}',
    '.a{b:var(--x,calc(10 * 100vw / 750))}',
    '.c1--a{b:var(--x,calc(10 * 100vw / 750))}',
  ],
  [
    'remote addresses',
    '.a{src:url(https://x.example/a.png)url(data:,)url(#id)}',
    '.a{src:url(https://x.example/a.png)url(data:,)url(#id)}',
    '.c1--a{src:url(https://x.example/a.png)url(data:,)url(#id)}',
  ],
  [
    'addresses without a scheme are https',
    '.a{src:url(//x.example/a.woff2?t=1)format("woff2"),url("//x.example/b")}',
    '.a{src:url(https://x.example/a.woff2?t=1)format("woff2"),url(https://x.example/b)}',
    '.c1--a{src:url(https://x.example/a.woff2?t=1)format("woff2"),url(https://x.example/b)}',
  ],
];
for (const [what, wxss, page, component = page] of rules) {
  test(`a sheet with ${what}`, () => {
    const css = (prefix?: string) =>
      compileSheet(plainSource({ place: 'a.wxss', text: wxss }), prefix)
        .pieces.map((piece) => (piece.kind === 'css' ? piece.text : ''))
        .join('');
    expect(css()).toBe(page);
    expect(css('c1')).toBe(component);
  });
}

const broken: readonly (readonly [what: string, wxss: string, kept: string, warnings: readonly string[]])[] = [
  [
    'a declaration without a value',
    '.a{color;left:1px}.b{c:d}',
    '.a{left:1px}.b{c:d}',
    ['a.wxss:1:9 STYLE Colon is expected; this part is left out'],
  ],
  [
    'nothing but a broken declaration',
    '.a{color}.b{c:d}',
    '.a{}.b{c:d}',
    ['a.wxss:1:9 STYLE Colon is expected; this part is left out'],
  ],
  [
    'a stray brace',
    '.a{b:c}\n}.lost{b:c}.d{b:c}',
    '.a{b:c}.d{b:c}',
    ['a.wxss:2:1 STYLE Selector is expected; this part is left out'],
  ],
  ['an open end', '.a{b:c', '.a{b:c}', []],
  [
    'an old hack',
    '.a{filter:progid:X.y(z=1);*zoom:1}',
    '.a{*zoom:1}',
    ['a.wxss:1:17 STYLE Unexpected input; this part is left out'],
  ],
  [
    'an unknown at-rule',
    '@tailwind base;.a{b:c}',
    '.a{b:c}',
    ['a.wxss:1:1 STYLE @tailwind is not supported here and is left out'],
  ],
  [
    'a selector that is none',
    '.{b:c}.a{b:c}',
    '.a{b:c}',
    ['a.wxss:1:2 STYLE Identifier is expected; this part is left out'],
  ],
  [
    'blocks nested 100,000 deep',
    'a{'.repeat(100_000),
    '',
    ['a.wxss:1:200000 STYLE the style sheet nests deeper than 64 levels and is left out; split or flatten it'],
  ],
  [
    'brackets nested 100,000 deep',
    `.a{b:${'('.repeat(100_000)}`,
    '',
    ['a.wxss:1:100005 STYLE the style sheet nests deeper than 64 levels and is left out; split or flatten it'],
  ],
];
for (const [what, wxss, kept, warnings] of broken) {
  test(`${what}: the rest is kept`, () => {
    const { pieces, findings } = compileSheet(plainSource({ place: 'a.wxss', text: wxss }), undefined);
    expect(pieces.map((piece) => (piece.kind === 'css' ? piece.text : piece.kind)).join('')).toBe(kept);
    expect(linesOf(findings.warnings)).toEqual(warnings);
  });
}

const linked: readonly (readonly [what: string, files: Files, css: string, warnings: readonly string[]])[] = [
  [
    'imports relative, absolute, without extension and under a condition',
    {
      'app.wxss': '@import "styles/a.wxss";@import "/styles/b";@import url(styles/c.wxss) (min-width:1rpx);.app{a:b}',
      'styles/a.wxss': '@import "./b.wxss";.a{a:b}',
      'styles/b.wxss': '.b{a:b}',
      'styles/c.wxss': 'view{a:b}',
    },
    '.b{a:b}.a{a:b}@media (min-width:calc(1 * 100vw / 750)){wx-view{a:b}}.app{a:b}',
    [],
  ],
  [
    'imports whose semicolon is missing',
    {
      'app.wxss': '@import "a.wxss"\n\n@import "c.wxss"\n(min-width:1px);@import \'b\'  \r\n.app{a:b}',
      'a.wxss': '.a{a:b}',
      'b.wxss': '@import "d.wxss"\n;.b{a:b}',
      'c.wxss': '.c{a:b}',
      'd.wxss': '.d{a:b}',
    },
    '.a{a:b}@media (min-width:1px){.c{a:b}}.d{a:b}.b{a:b}.app{a:b}',
    [],
  ],
  [
    'imports in a circle',
    { 'app.wxss': '@import "a.wxss";.app{a:b}', 'a.wxss': '@import "app.wxss";@import "a.wxss";.a{a:b}' },
    '.a{a:b}.app{a:b}',
    [],
  ],
  [
    'imports of what is not there or remote',
    { 'app.wxss': '@import "gone.wxss";\n@import "https://x.example/a.css";\n@import "../../out.wxss";.a{a:b}' },
    '.a{a:b}',
    [
      'app.wxss:1:1 MISSING_FILE there is no style sheet "gone.wxss" to import',
      'app.wxss:2:1 STYLE @import of the remote sheet https://x.example/a.css is refused; copy the sheet into the project',
      'app.wxss:3:1 MISSING_FILE there is no style sheet "../../out.wxss" to import',
    ],
  ],
  [
    'local files, named from the sheet that holds them',
    {
      'app.wxss':
        '@import "styles/a.wxss";.a{content:"url(local-0)";background:url( "/i/dot.png?v=1" ),image-set("i/dot.png" 1x)}',
      'styles/a.wxss': '@font-face{src:url(f.woff2#x)format("woff2")}',
      'styles/f.woff2': 'font',
      'i/dot.png': 'dot',
    },
    '@font-face{src:url("data:font/woff2;base64,Zm9udA==")format("woff2")}.a{content:"url(local-0)";background:url("data:image/png;base64,ZG90"),image-set(url("data:image/png;base64,ZG90")1x)}',
    [],
  ],
  [
    'local files that are missing or large',
    { 'app.wxss': '.a{b:url(gone.png)}\n.c{d:url(big.png)}', 'big.png': 'x'.repeat(65 * 1024) },
    '.a{b:url("")}.c{d:url("")}',
    [
      'app.wxss:1:6 MISSING_FILE there is no file "gone.png"; nothing is shown for it',
      'app.wxss:2:6 STYLE "big.png" is larger than 64 KB and is left out; use <image> or a remote address',
    ],
  ],
];
for (const [what, files, css, warnings] of linked) {
  test(`a sheet with ${what}`, async () => {
    const built = await buildFiles({ ...smallest, ...files });
    expect(textOf(built, 'styles/app.css')).toBe(css);
    expect(linesOf(built.warnings)).toEqual(warnings);
  });
}

test('a sheet in a language that is not compiled here is named', async () => {
  const built = await buildFiles({ ...smallest, 'pages/index/index.styl': '.a{}' });
  expect(linesOf(built.warnings)).toEqual([
    'pages/index/index.styl:1:1 STYLE pages/index/index.styl: Stylus is not compiled here; compile it to .wxss beside it',
  ]);
});
