import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { openOrderBook } from './order-book.mjs';

test('each line of an order has the next revision, also when the book is opened anew; a step is taken once', () => {
  const folder = mkdtempSync(join(tmpdir(), 'terrarium-book-'));
  try {
    const file = join(folder, 'orders.jsonl');
    const book = openOrderBook(file);
    const heard: number[] = [];
    book.onChange((order: { revision: number }) => heard.push(order.revision));
    const first = book.add({ number: 'a', at: 1, state: 'unpaid' });
    // Made of what was read before: the book counts, not who writes.
    book.add({ ...first, note: 'no onions' });
    book.add({ ...first, note: 'no garlic' });
    expect(book.advance('a', ['unpaid'], { state: 'baking' })).toMatchObject({ revision: 4, note: 'no garlic' });
    expect(book.advance('a', ['unpaid'], { state: 'baking' })).toBeUndefined();
    expect(openOrderBook(file).advance('a', ['baking'], { state: 'riding' })).toMatchObject({ revision: 5 });
    expect(heard).toEqual([1, 2, 3, 4]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
