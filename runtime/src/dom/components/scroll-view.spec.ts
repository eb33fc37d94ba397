import { el, expect, mount, patch, skeleton, test } from '../fixtures/painted.ts';

test('scroll-view: scroll details, edges once each, positions and targets', async ({ painted }) => {
  const { page, frame } = painted;
  const item = (id: string) => el('view', { attributes: { id, style: 'height:100px' } });
  await painted.open({
    skeletons: [
      skeleton(
        2,
        el(
          'scroll-view',
          {
            attributes: { 'scroll-y': true, style: 'height:200px' },
            holes: { 'scroll-top': 0, 'scroll-into-view': 1 },
            events: ['scroll', 'scrolltoupper', 'scrolltolower'],
          },
          ...['a', 'b', 'c', 'd', 'e', 'f'].map(item),
        ),
      ),
    ],
  });
  await painted.apply(mount(1, 0, [0, '']));
  await painted.apply(patch(1, 0, '200rpx'));
  const seen = () => expect.poll(async () => (await painted.take()).map(({ type, detail }) => [type, detail]));
  await seen().toEqual([
    ['scroll', { scrollLeft: 0, scrollTop: 100, scrollHeight: 600, scrollWidth: 375, deltaX: 0, deltaY: -100 }],
  ]);
  await painted.apply(patch(1, 1, 'f'));
  await seen().toMatchObject([
    ['scroll', { scrollTop: 400 }],
    ['scrolltolower', { direction: 'bottom' }],
  ]);
  await painted.apply(patch(1, 0, 390));
  await seen().toMatchObject([['scroll', { scrollTop: 390 }]]);
  await painted.apply(patch(1, 0, 0));
  await seen().toMatchObject([
    ['scroll', { scrollTop: 0 }],
    ['scrolltoupper', { direction: 'top' }],
  ]);
  await painted.settled();
  await frame.locator('#a').hover();
  await page.mouse.wheel(0, 120);
  await seen().toMatchObject([['scroll', { scrollTop: 120 }]]);
  expect(
    await page.evaluate(() => world.painter?.scrollOffset(world.tree?.find('scroll-view')[0] ?? Object())),
  ).toMatchObject({ scrollLeft: 0, scrollTop: 120 });
});
