import { openEmbedded } from './fixtures/embedded-player.ts';
import { expect, test } from './fixtures/player-site.ts';

test('nodes are seen coming into the viewport and leaving it, all of them, until it is disconnected', async ({
  page,
  site,
}) => {
  const { top } = await openEmbedded(page, site, 'observers');
  const seen = top.locator('#viewport');
  await expect(seen).toHaveText('');
  await top.locator('#far-b').scrollIntoViewIfNeeded();
  await expect(seen).toHaveText('far-a:a:in:true far-b:b:in:true');
  await top.locator('#stop').scrollIntoViewIfNeeded();
  await expect(seen).toHaveText('far-a:a:in:true far-b:b:in:true far-a:a:out:true far-b:b:out:true');
  await top.locator('#stop').click();
  await top.locator('#far-b').scrollIntoViewIfNeeded();
  await top.locator('#in-box').scrollIntoViewIfNeeded();
  // The other observer was told of a later move: the first, still there, would have been by now.
  await expect(top.locator('#half')).toHaveText('half');
  await expect(seen).toHaveText('far-a:a:in:true far-b:b:in:true far-a:a:out:true far-b:b:out:true');
});

test('a share of a node inside a scroll view, as it passes the threshold', async ({ page, site }) => {
  const { top } = await openEmbedded(page, site, 'observers');
  await top.locator('#in-box').scrollIntoViewIfNeeded();
  await expect(top.locator('#half')).toHaveText('half');
  await top.locator('#box wx-scroller').evaluate((box) => box.scrollTo(0, 0));
  await expect(top.locator('#half')).toHaveText('half less');
});

test('areas that are not around the node, and where they overlap', async ({ page, site }) => {
  const { top } = await openEmbedded(page, site, 'observers');
  await expect(top.locator('#both')).toHaveText('');
  await top.locator('#move').click();
  await expect(top.locator('#both')).toHaveText('mover:1:60-100');
  await top.locator('#move').click();
  await expect(top.locator('#both')).toHaveText('mover:1:60-100 mover:0:60-100');
});

test('a condition on the size of the page, now and when it changes', async ({ page, site }) => {
  const { top } = await openEmbedded(page, site, 'observers');
  await expect(top.locator('#media')).toHaveText('false');
  await page.setViewportSize({ width: 700, height: 844 });
  await expect(top.locator('#media')).toHaveText('false true');
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(top.locator('#media')).toHaveText('false true false');
});

test('a query reads what a field holds now, what scrolls how far, and what the guest alone knows', async ({
  page,
  site,
}) => {
  const { top } = await openEmbedded(page, site, 'observers');
  await top.locator('#field input').fill('typed');
  await top.locator('#ask').click();
  await expect(top.locator('#answer')).not.toBeEmpty();
  expect(JSON.parse((await top.locator('#answer').textContent()) ?? '')).toEqual([
    { display: 'block', value: 'typed', dataset: { kind: 'field' } },
    { scrollY: true, scrollLeft: 0, scrollTop: 0, scrollWidth: 390, scrollHeight: 800, mark: { which: 'box' } },
    null,
  ]);
});
