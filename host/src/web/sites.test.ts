import { expect, test } from '@playwright/test';
import { siteOf } from './sites.ts';

const cases: readonly (readonly [string | undefined, number, string])[] = [
  ['localhost:4000', 4000, 'shell'],
  ['127.0.0.1:4000', 4000, 'shell'],
  ['LOCALHOST:4000', 4000, 'shell'],
  ['localhost', 80, 'shell'],
  ['todos.localhost:4000', 4000, 'todos'],
  ['wx12ab.localhost:4000', 4000, 'wx12ab'],
  [undefined, 4000, 'nobody'],
  ['', 4000, 'nobody'],
  ['localhost', 4000, 'nobody'],
  ['localhost:4001', 4000, 'nobody'],
  ['evil.example:4000', 4000, 'nobody'],
  ['localhost.evil.example:4000', 4000, 'nobody'],
  ['a.b.localhost:4000', 4000, 'nobody'],
  ['.localhost:4000', 4000, 'nobody'],
  ['-a.localhost:4000', 4000, 'nobody'],
  ['[::1]:4000', 4000, 'nobody'],
  ['127.0.0.1:4000@evil:4000', 4000, 'nobody'],
];

for (const [host, port, expected] of cases) {
  test(`Host "${host}" on port ${port} is for ${expected}`, () => {
    const site = siteOf(host, port);
    expect(site === undefined ? 'nobody' : site.kind === 'shell' ? 'shell' : site.appId).toBe(expected);
  });
}
