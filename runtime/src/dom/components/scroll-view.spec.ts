import type { Json } from '../../protocol/index.ts';
import { el, expect, mount, patch, skeleton, test, words } from '../fixtures/painted.ts';

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
  const scrolled = (detail: Json) => ({ type: 'scroll', detail });
  const whole = { scrollLeft: 0, scrollTop: 100, scrollHeight: 600, scrollWidth: 375, deltaX: 0, deltaY: -100 };
  const [first] = await painted.happened(scrolled(whole));
  expect(first?.detail).toEqual(whole);
  await painted.apply(patch(1, 1, 'f'));
  await painted.happened(scrolled({ scrollTop: 400 }), { type: 'scrolltolower', detail: { direction: 'bottom' } });
  await painted.apply(patch(1, 0, 390));
  await painted.happened(scrolled({ scrollTop: 390 }));
  await painted.apply(patch(1, 0, 0));
  await painted.happened(scrolled({ scrollTop: 0 }), { type: 'scrolltoupper', detail: { direction: 'top' } });
  await painted.settled();
  await frame.locator('#a').hover();
  await page.mouse.wheel(0, 120);
  await painted.happened(scrolled({ scrollTop: 120 }));
  expect(
    await page.evaluate(() => world.painter?.scrollOffset(world.tree?.find('scroll-view')[0] ?? Object())),
  ).toMatchObject({ scrollLeft: 0, scrollTop: 120 });
});

const refresherEvents = [
  'refresherpulling',
  'refresherwillrefresh',
  'refresherrefresh',
  'refresherrestore',
  'refresherabort',
];

test('scroll-view: pulled at its top it refreshes; a short pull is given up', async ({ painted }) => {
  const { frame } = painted;
  await painted.open({
    skeletons: [
      skeleton(
        1,
        el(
          'scroll-view',
          {
            attributes: { 'scroll-y': true, 'refresher-enabled': true, style: 'height:200px' },
            holes: { 'refresher-triggered': 0 },
            events: refresherEvents,
          },
          el('view', { attributes: { slot: 'refresher', style: 'height:40px' } }, words('own')),
          el('view', { attributes: { style: 'height:600px' } }, words('content')),
        ),
      ),
    ],
  });
  await painted.apply(mount(1, 0, [false]));
  const content = async () => (await frame.getByText('content').boundingBox())?.y;
  const own = async () => (await frame.getByText('own').boundingBox())?.y;
  expect([await content(), await own()]).toEqual([0, -40]);
  const pull = async (to: number) => {
    await painted.press(100, 20);
    for (const share of [0.3, 0.6, 1]) await painted.moveTo(100, 20 + (to - 20) * share);
    await painted.release(100, to);
  };
  await pull(60);
  await painted.advance(200);
  expect(new Set(await painted.types())).toEqual(new Set(['refresherpulling', 'refresherabort']));
  await expect.poll(content).toBe(0);

  await painted.press(100, 20);
  await painted.moveTo(100, 40);
  await painted.moveTo(100, 120);
  expect([await content(), await own()]).toEqual([60, 20]);
  await painted.release(100, 120);
  expect(await painted.types()).toEqual([
    'refresherpulling',
    'refresherpulling',
    'refresherwillrefresh',
    'refresherrefresh',
  ]);
  await expect.poll(content).toBe(45);
  await painted.apply(patch(1, 0, true), patch(1, 0, false));
  await painted.advance(200);
  expect(await painted.types()).toEqual(['refresherrestore']);
  await expect.poll(content).toBe(0);
});

test('scroll-view: the mouse drags and throws; pages stop at pages', async ({ painted }) => {
  const { frame } = painted;
  const item = (index: number) =>
    el('view', { attributes: { style: 'display:inline-block;width:375px;height:80px' } }, words(`page ${index}`));
  await painted.open({
    skeletons: [
      skeleton(
        0,
        el(
          'scroll-view',
          {
            attributes: {
              'scroll-x': true,
              enhanced: true,
              'paging-enabled': true,
              style: 'white-space:nowrap;font-size:0',
            },
            events: ['dragstart', 'dragging', 'dragend', 'scrolltolower'],
          },
          ...[0, 1, 2].map(item),
        ),
      ),
    ],
  });
  await painted.apply(mount(1, 0));
  const left = () => frame.locator('wx-scroller').evaluate((box) => box.scrollLeft);
  await painted.press(300, 40);
  for (const x of [280, 200, 60]) await painted.moveTo(x, 40);
  expect(await left()).toBe(240);
  await painted.release(60, 40);
  const told = await painted.types();
  expect([told[0], told.at(-1)]).toEqual(['dragstart', 'dragend']);
  await painted.advance(400);
  await expect.poll(left).toBe(375);
});

test('scroll-view: sticky heads stick all the way; targets are reached with room and alignment', async ({
  painted,
}) => {
  const { frame } = painted;
  const block = (id: string) => el('view', { attributes: { id, style: 'height:300px' } }, words(id));
  await painted.open({
    skeletons: [
      skeleton(
        1,
        el(
          'scroll-view',
          {
            attributes: {
              'scroll-y': true,
              style: 'height:200px',
              'scroll-into-view-offset': -20,
              'scroll-into-view-alignment': 'start',
            },
            holes: { 'scroll-into-view': 0 },
          },
          el('view', { attributes: { style: 'position:sticky;top:0;height:20px' } }, words('head')),
          ...['a', 'b', 'c', 'd'].map(block),
        ),
      ),
    ],
  });
  await painted.apply(mount(1, 0, ['']));
  const top = async (text: string) => (await frame.getByText(text, { exact: true }).boundingBox())?.y;
  await painted.apply(patch(1, 0, 'c'));
  await expect.poll(() => top('c')).toBe(20);
  expect(await top('head')).toBe(0);
});
