import { expect, test } from '@playwright/test';
import { parseLogLine, plainText } from './log-line.ts';

for (const [json, line] of [
  ['{"level":"warn","text":"hi","stack":"at x","more":1}', { level: 'warn', text: 'hi', stack: 'at x' }],
  [
    '{"level":"log","text":"a\\tb\\n\\u0000\\u001b[2J\\u009bc"}',
    { level: 'log', text: 'a\tb\n[2Jc', stack: undefined },
  ],
  ['{"level":"constructor","text":"hi"}', undefined],
  ['{"level":"log","text":{"toString":1}}', undefined],
  ['{"level":"log"}', undefined],
  ['["log","hi"]', undefined],
  ['null', undefined],
  ['{', undefined],
] as const) {
  test(`a log line from ${json}`, () => {
    expect(parseLogLine(json)).toEqual(line);
  });
}

test('long text is cut and says by how much', () => {
  expect(plainText('x'.repeat(20_000))).toMatch(/^x{16384} … 3616 more$/);
});
