import { expect, test } from '@playwright/test';
import { fontAddress } from './fonts.ts';

const sources: readonly (readonly [source: string, address: string | undefined])[] = [
  ['url("https://a.example/f.woff2")', 'https://a.example/f.woff2'],
  ["url('https://a.example/f.woff2?v=1')", 'https://a.example/f.woff2?v=1'],
  [' url( https://a.example/f.ttf )', 'https://a.example/f.ttf'],
  ['url("data:font/woff2;base64,AAAA")', 'data:font/woff2;base64,AAAA'],
  ['url("http://a.example/f.woff2")', undefined],
  ['url("javascript:alert(1)")', undefined],
  ['url("data:text/html,x")', undefined],
  ['url("/package/f.woff2")', undefined],
  ['local("Arial")', undefined],
  ['https://a.example/f.woff2', undefined],
];
for (const [source, address] of sources) {
  test(`the address in ${source}`, () => {
    expect(fontAddress(source)).toBe(address);
  });
}
