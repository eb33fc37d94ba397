import { expect, test } from '@playwright/test';
import { renamedStyle, renameStyles } from './rename-styles.ts';

const cases: [html: string, renamed: string][] = [
  ['<p style="a:b">x</p>', '<p @="a:b">x</p>'],
  ['<p class=a STYLE = a:b id=c>', '<p class=a @ = a:b id=c>'],
  ["<img/style='a'/src=x>", "<img/@='a'/src=x>"],
  ['<p style><b style>', '<p @><b @>'],
  ['style="a" <style>p{}</style> <p title=" style=x">', 'style="a" <style>p{}</style> <p title=" style=x">'],
  ['1 < 2 style=a <p style=a>', '1 < 2 style=a <p @=a>'],
  ['<!-- <p style=\'> --><p style="b">', '<!-- <p style=\'> --><p @="b">'],
  ['<p data-style="a" style2=b xstyle=c>', '<p data-style="a" style2=b xstyle=c>'],
  ['<p =style=a style="', '<p =style=a @="'],
  ['<p title="<i style=a>" style=b', '<p title="<i style=a>" @=b'],
  ['<!-- <p style=a>', '<!-- <p style=a>'],
  ['', ''],
];
for (const [html, renamed] of cases) {
  test(`styles of ${JSON.stringify(html)}`, () => {
    expect(renameStyles(html)).toBe(renamed.replaceAll('@', renamedStyle));
  });
}

test('a long text takes one pass, however it is built', () => {
  for (const piece of ['<a', '<a ', '<a b', '<a b=', '<a b="', '<!--', '<', '<p style=', "='"]) {
    const text = piece.repeat(200_000);
    const before = process.cpuUsage();
    expect(renameStyles(text).replaceAll(renamedStyle, 'style')).toBe(text);
    expect(process.cpuUsage(before).user).toBeLessThan(2_000_000);
  }
});
