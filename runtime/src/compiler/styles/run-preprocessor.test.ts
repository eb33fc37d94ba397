import { expect, test } from '@playwright/test';
import { lengthLimit, StyleError, type StyleReader } from './preprocessor.ts';
import { createPreprocessor, type PreprocessorLimits } from './run-preprocessor.ts';

const noFiles: StyleReader = { find: () => undefined, read: () => '', warn: () => undefined };
const limits: PreprocessorLimits = { deadlineMs: 400, memoryMb: 64 };

/** What the author is told: `file:line:column message`. */
async function refusalOf(path: string, text: string, own = limits): Promise<string> {
  try {
    const { css } = await createPreprocessor(own).run({ path, text }, noFiles);
    return `no refusal, ${css.length} characters`;
  } catch (error) {
    if (!(error instanceof StyleError)) throw error;
    const { at } = error;
    return `${at.path}:${at.line}:${at.column} ${at.message}`;
  }
}

const late =
  'the style sheet was not compiled within 0.4 s; does it have a loop, a recursion or an @import without end?';
const endless: readonly (readonly [what: string, path: string, text: string])[] = [
  ['Sass @while', 'a.scss', '$i: 1;\n@while $i > 0 { .a { b: c } }'],
  ['Sass @while that says something every time', 'a.scss', '@while true { @warn "again"; @debug "again" }'],
  [
    'Sass recursion that branches',
    'pages/a.sass',
    '@function f($n)\n  @if $n == 0\n    @return 1\n  @return f($n - 1) + f($n - 1)\n.a\n  b: f(60)',
  ],
  ['Less recursion that branches', 'a.less', '.m(@n) when (@n > 0) { .m(@n - 1); .m(@n - 1); }\n.a { .m(60); }'],
];
for (const [what, path, text] of endless) {
  test(`ended from outside, and the file is named: ${what}`, async () => {
    expect(await refusalOf(path, text)).toBe(`${path}:1:1 ${late}`);
  });
}

test('recursion without end runs out of stack or memory before it runs out of time', async () => {
  const patient = { ...limits, deadlineMs: 60_000 };
  expect(await refusalOf('a.scss', '@mixin m { @include m }\n.a { @include m }', patient)).toMatch(
    /^a\.scss:1:1 the style sheet goes too deep or becomes too large \(/,
  );
  expect(await refusalOf('a.less', '.m() { .m(); }\n.a { .m(); }', patient)).toMatch(
    /^a\.less:\d+:\d+ (?:Less: |the style sheet (?:goes too deep|needs more than 64 MB))/,
  );
});

test('output that memory does not hold, and output that nothing here takes', async () => {
  const patient = { ...limits, deadlineMs: 60_000 };
  expect(await refusalOf('a.scss', '$s: "xxxxxxxx";\n@while true { $s: $s + $s + "a" }', patient)).toMatch(
    /^a\.scss:1:1 the style sheet (?:needs more than 64 MB of memory|goes too deep or becomes too large)/,
  );
  const long = `@for $i from 1 through 300 { .a-#{$i} { b: "${'c'.repeat(10_000)}" } }`;
  const told = await refusalOf('a.scss', long, { deadlineMs: 60_000, memoryMb: 512 });
  expect(told).toMatch(new RegExp(`^a\\.scss:1:1 the style sheet becomes \\d+ characters; at most ${lengthLimit} are`));
});

test('the sheets after one that had to be ended are compiled', async () => {
  const preprocessor = createPreprocessor({ ...limits, deadlineMs: 4000 });
  const [first, second, third] = await Promise.allSettled([
    preprocessor.run({ path: 'a.scss', text: '@while true {}' }, noFiles),
    preprocessor.run({ path: 'b.scss', text: '.a { .b { c: 1 + 1 } }' }, noFiles),
    preprocessor.run({ path: 'c.less', text: '.a { .b { c: (1 + 1) } }' }, noFiles),
  ]);
  expect(first?.status).toBe('rejected');
  expect(second).toMatchObject({ value: { css: '.a .b {\n  c: 2;\n}' } });
  expect(third).toMatchObject({ value: { css: '.a .b {\n  c: 2;\n}\n' } });
});

test('other work of this process is not held up meanwhile', async () => {
  let turns = 0;
  let over = false;
  const refused = refusalOf('a.scss', '@while true {}').finally(() => {
    over = true;
  });
  while (!over) {
    turns += 1;
    await new Promise(setImmediate);
  }
  expect(await refused).toContain(late);
  expect(turns).toBeGreaterThan(100);
});

test('the time this process takes to answer is not the style sheet’s', async () => {
  const busy: StyleReader = {
    ...noFiles,
    find: (_from, url) => `${url}.scss`,
    read() {
      const until = performance.now() + 1500;
      while (performance.now() < until);
      return '.a { b: c }';
    },
  };
  const preprocessor = createPreprocessor({ ...limits, deadlineMs: 2000 });
  const { css } = await preprocessor.run({ path: 'a.scss', text: '@use "b"; @use "c"; @use "d";' }, busy);
  expect(css.match(/\.a/g)).toHaveLength(3);
});
