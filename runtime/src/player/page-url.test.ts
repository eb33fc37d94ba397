import { expect, test } from '@playwright/test';
import { parsePageUrl, parseQuery, pluginPage } from './page-url.ts';

const from = 'pages/home/home';

for (const [url, route, query] of [
  ['/pages/a/a', 'pages/a/a', {}],
  ['/pages/a/a?x=1', 'pages/a/a', { x: '1' }],
  ['../a/a?x=1&y=2', 'pages/a/a', { x: '1', y: '2' }],
  ['other', 'pages/home/other', {}],
  ['./other', 'pages/home/other', {}],
  ['pages/a/a', 'pages/home/pages/a/a', {}],
  ['/../../pages//a/a', 'pages/a/a', {}],
] as const) {
  test(`${url} seen from ${from}`, () => {
    expect(parsePageUrl(url, from)).toMatchObject({ route, query });
  });
}

test('an error text quotes route and query', () => {
  expect(parsePageUrl('../gone/gone?id=1', from).text).toBe('pages/gone/gone?id=1');
});

for (const [search, expected] of [
  ['', {}],
  ['a', { a: '' }],
  ['a=', { a: '' }],
  ['a=1&a=2', { a: '2' }],
  ['a=b=c', { a: 'b=c' }],
  ['&&a=1&', { a: '1' }],
  ['name=%E6%9D%8E', { name: '%E6%9D%8E' }],
] as const) {
  test(`query "${search}"`, () => {
    expect(parseQuery(search)).toEqual(expected);
  });
}

test('a query cannot reach a prototype', () => {
  const query = parseQuery('__proto__=x&constructor=y');
  expect(Object.keys(query)).toEqual(['__proto__', 'constructor']);
  expect(Object.getPrototypeOf(query)).toBe(Object.prototype);
});

const plugins = { hello: { provider: 'wxapp', pages: { first: '__plugin__/hello/pages/first' } } };
for (const [url, path] of [
  ['plugin://hello/first?x=1', '/__plugin__/hello/pages/first'],
  ['plugin://hello/gone', undefined],
  ['plugin://hello/constructor', undefined],
  ['plugin-private://hello/pages/second', '/__plugin__/hello/pages/second'],
  ['plugin-private://wxapp/pages/second?x=1', '/__plugin__/hello/pages/second'],
  ['plugin-private://gone/pages/second', undefined],
  ['/pages/a', undefined],
] as const) {
  test(`${url} is ${path ?? 'no page of a plugin'}`, () => {
    expect(pluginPage(url, plugins)).toBe(path);
  });
}

test('paths of a plugin stay in it', () => {
  const inside = '__plugin__/hello/pages/first';
  expect(parsePageUrl('second?x=1', inside)).toMatchObject({
    route: '__plugin__/hello/pages/second',
    query: { x: '1' },
  });
  expect(parsePageUrl('/pages/a', inside).route).toBe('__plugin__/hello/pages/a');
  expect(parsePageUrl('../../../../pages/a', inside).route).toBe('__plugin__/hello/pages/a');
});
