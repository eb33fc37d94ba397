import { expect, test } from '@playwright/test';
import { buildFiles, linesOf, removeProjects, smallest, textOf } from '../testing/temporary-project.ts';
import { compileSheet } from './compile-sheet.ts';
import { plainSource } from './style-source.ts';

test.afterEach(removeProjects);

const dark = '@container style(--wx-color-scheme:dark)';
const sheets: readonly (readonly [wxss: string, css: string, warnings?: readonly string[]])[] = [
  ['@media (prefers-color-scheme: dark) { view { a: b } }', `${dark}{wx-view{a:b}}`],
  ['@media (prefers-color-scheme:light){.a{a:b}}', '@container style(--wx-color-scheme:light){.a{a:b}}'],
  [
    '@media screen and (prefers-color-scheme: dark) and (min-width: 10rpx) { .a { a: 1rpx } }',
    `@media screen and (min-width:calc(10 * 100vw / 750)){${dark}{.a{a:calc(1 * 100vw / 750)}}}`,
  ],
  [
    '@media (min-width: 1px) { @media (prefers-color-scheme: dark) { .a { a: b } } }',
    `@media (min-width:1px){${dark}{.a{a:b}}}`,
  ],
  [
    '@media print, (prefers-color-scheme: dark) { .a { a: b } }',
    '@media print,(prefers-color-scheme:dark){.a{a:b}}',
    ['a.wxss:1:1 STYLE prefers-color-scheme in a list or with "not" follows the system, not the theme'],
  ],
  [
    '@media not (prefers-color-scheme: dark) { .a { a: b } }',
    '@media not (prefers-color-scheme:dark){.a{a:b}}',
    ['a.wxss:1:1 STYLE prefers-color-scheme in a list or with "not" follows the system, not the theme'],
  ],
];
for (const [wxss, css, warnings = []] of sheets) {
  test(wxss, () => {
    const { pieces, findings } = compileSheet(plainSource({ place: 'a.wxss', text: wxss }), undefined);
    expect(pieces.map((piece) => (piece.kind === 'css' ? piece.text : piece.kind)).join('')).toBe(css);
    expect(linesOf(findings.warnings)).toEqual(warnings);
  });
}

test('a sheet imported for dark mode only', async () => {
  const build = await buildFiles({
    ...smallest,
    'app.wxss':
      '@import "dark.wxss" (prefers-color-scheme: dark); @import "wide.wxss" screen and (prefers-color-scheme: dark);',
    'dark.wxss': '.a { a: b }',
    'wide.wxss': '.w { a: b }',
  });
  expect(linesOf([...build.problems, ...build.warnings])).toEqual([]);
  expect(textOf(build, 'styles/app.css')).toBe(`${dark}{.a{a:b}}@media screen{${dark}{.w{a:b}}}`);
});
