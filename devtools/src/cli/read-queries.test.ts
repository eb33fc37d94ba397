import { expect, test } from '@playwright/test';
import { Arguments } from './arguments.ts';
import { readQueries } from './read-queries.ts';

test('pages with the queries they are opened with', () => {
  const args = new Arguments([
    'folder',
    '--query',
    'pages/book/book?id=1&tag=a%20b',
    '--query',
    '/pages/list?kind=new',
  ]);
  expect(readQueries(args.options('query'))).toEqual(
    new Map([
      ['pages/book/book', 'id=1&tag=a%20b'],
      ['pages/list', 'kind=new'],
    ]),
  );
  expect(args.positional('The folder')).toBe('folder');
  args.done();
});

test('a query without a page, and a page without a query', () => {
  const advice = '--query needs <path>?<query>, for example pages/book/book?id=1, not ';
  expect(() => readQueries(['pages/list'])).toThrow(`${advice}pages/list.`);
  expect(() => readQueries(['?a=1'])).toThrow(`${advice}?a=1.`);
});
