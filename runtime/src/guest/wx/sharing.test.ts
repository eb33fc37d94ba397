import { expect, test } from '@playwright/test';
import { openWx } from './fixtures/fake-link.ts';
import { shareWhenAsked } from './sharing.ts';

/** Asks a page with this handler what to share; gives what leaves the guest. */
function ask(onShareAppMessage: unknown, asked: object = { from: 'menu' }) {
  const fake = openWx();
  const page = { options: { id: 'a b' }, onShareAppMessage };
  shareWhenAsked({ ...fake.link, pages: () => [{}, page], topRoute: () => 'pages/a' });
  fake.notify('share', JSON.parse(JSON.stringify(asked)));
  return fake;
}
const own = 'pages/a?id=a%20b';

test('the page on top says what is shared, and which button it was', () => {
  const heard: unknown[] = [];
  const handler = (options: unknown) => {
    heard.push(options);
    return { title: 'Soup', imageUrl: 'a.png' };
  };
  const { sent } = ask(handler, { from: 'button', target: { page: 1, block: 2, node: 3, id: 'go' } });
  expect(heard).toEqual([{ from: 'button', target: { id: 'go', dataset: { at: '1/2/3' }, mark: { m: 3 } } }]);
  expect(sent).toEqual([['shareAppMessage', { title: 'Soup', path: own, imageUrl: 'a.png' }]]);
});

test('what a promise gives comes before what came without it', async () => {
  const { sent } = ask(() => ({ title: 'now', path: 'p', promise: Promise.resolve({ title: 'later' }) }));
  expect(sent).toEqual([]);
  await expect.poll(() => sent).toEqual([['shareAppMessage', { title: 'later', path: 'p', imageUrl: '' }]]);
});

test('a promise that fails leaves what came without it', async () => {
  const { sent } = ask(() => ({ title: 'now', promise: Promise.reject(new Error('gone')) }));
  await expect.poll(() => sent).toEqual([['shareAppMessage', { title: 'now', path: own, imageUrl: '' }]]);
});

test('a page without a word is shared as it is; one that fails is reported; one without a handler is not shared', () => {
  expect(ask(() => undefined).sent).toEqual([['shareAppMessage', { title: '', path: own, imageUrl: '' }]]);
  const failing = ask(() => {
    throw new Error('broken');
  });
  expect(failing.guarded).toEqual([['onShareAppMessage', 'broken']]);
  expect(ask(undefined).sent).toEqual([['shareAppMessage', { unavailable: true }]]);
});
