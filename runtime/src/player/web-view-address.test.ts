import { expect, test } from '@playwright/test';
import { webViewAddress } from './web-view-address.ts';

const home = 'http://shop.localhost:8123';
const declared = { development: false, domains: { webView: ['https://a.example', 'b.example', 'not a host'] } };
const open = { development: true, domains: {} };

for (const [src, url] of [
  ['https://a.example/x?y#z', 'https://a.example/x?y#z'],
  [' https://b.example ', 'https://b.example/'],
  ['HTTPS://A.EXAMPLE', 'https://a.example/'],
] as const) {
  test(`a declared program shows ${src}`, () => {
    expect(webViewAddress(src, declared, home)).toEqual({ url });
  });
}

for (const src of [
  'http://a.example/',
  'https://a.example.evil.example/',
  'https://evil.example/https://a.example',
  'https://a.example:8443/',
  'https://user:pass@a.example/',
  'https://sub.a.example/',
  'javascript:alert(1)',
  'data:text/html,x',
  'blob:https://a.example/x',
  'file:///etc/passwd',
  '/pages/index',
  '',
  'http://shop.localhost:8123/player.html',
  'http://localhost:8123/',
]) {
  test(`a declared program does not show ${src || 'nothing'}`, () => {
    expect(webViewAddress(src, declared, home)).toEqual({ refused: expect.any(String) });
  });
}

test('in development any other origin is shown, and none of the host’s own', () => {
  expect(webViewAddress('http://localhost:3000/', open, home)).toEqual({ url: 'http://localhost:3000/' });
  expect(webViewAddress('https://any.example/', open, home)).toEqual({ url: 'https://any.example/' });
  for (const src of [
    home,
    'http://localhost:8123/',
    'http://127.0.0.1:8123/',
    'http://other.localhost:8123/',
    'javascript:1',
  ]) {
    expect([src, webViewAddress(src, open, home)]).toEqual([src, { refused: expect.any(String) }]);
  }
});

test('a list of domains under an inherited name is none', () => {
  expect(webViewAddress('https://a.example/', { development: false, domains: {} }, home)).toHaveProperty('refused');
});
