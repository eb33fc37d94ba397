import type { Json } from '../../protocol/index.ts';
import { el, expect, mount, type Painted, skeleton, test, words } from '../fixtures/painted.ts';

test.use({ hasTouch: true });

type Point = readonly [x: number, y: number];

/** Fingers of a screen, several at a time; the browser decides itself what scrolls. */
async function fingersOf({ page }: Painted) {
  const devtools = await page.context().newCDPSession(page);
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: readonly Point[]) =>
    devtools
      .send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) })
      .then(() => {});
  return {
    down: (...points: Point[]) => send('touchStart', points),
    move: (...points: Point[]) => send('touchMove', points),
    up: () => send('touchEnd', []),
  };
}

const told = async (painted: Painted) => (await painted.take()).map(({ type, detail }) => ({ type, detail }));

test('a picker opened by a finger stays open, and its wheel follows the finger', async ({ painted }) => {
  const { frame } = painted;
  const range = Array.from({ length: 30 }, (_, index) => `item ${index}`);
  await painted.open({
    skeletons: [
      skeleton(
        0,
        el('picker', { attributes: { range }, events: ['change', 'cancel'] }, el('view', {}, words('choose'))),
      ),
    ],
  });
  await painted.apply(mount(1, 0));
  await frame.getByText('choose').tap();
  const wheel = frame.getByRole('spinbutton');
  await painted.settled();
  await expect(wheel).toBeVisible();
  const fingers = await fingersOf(painted);
  await fingers.down([180, 600]);
  for (const y of [580, 550, 520, 500]) await fingers.move([180, y]);
  await fingers.up();
  await painted.advance(2_000);
  await expect.poll(async () => Number(await wheel.getAttribute('aria-valuenow'))).toBeGreaterThan(1);
  await frame.getByRole('button', { name: 'OK' }).tap();
  // At once, without the click that may not come.
  await painted.happened({ type: 'change', detail: { value: expect.stringMatching(/^\d+$/) } });
});

test('a swiper takes a finger along it and leaves one across it to the page', async ({ painted }) => {
  const { page, frame } = painted;
  await painted.open({
    skeletons: [
      skeleton(
        0,
        el(
          'swiper',
          { attributes: { duration: 0 }, events: ['change'] },
          el('swiper-item', {}, words('one')),
          el('swiper-item', {}, words('two')),
        ),
        el('view', { attributes: { style: 'height:2000px' } }),
      ),
    ],
  });
  await painted.apply(mount(1, 0));
  await painted.settled();
  const fingers = await fingersOf(painted);
  await fingers.down([300, 75]);
  for (const x of [280, 200, 80]) await fingers.move([x, 75]);
  await fingers.up();
  expect(await painted.take()).toMatchObject([{ type: 'change', detail: { current: 1, source: 'touch' } }]);
  await fingers.down([200, 130]);
  for (const y of [110, 80, 40, 10]) await fingers.move([200, y]);
  await fingers.up();
  await expect.poll(() => page.evaluate(() => world.painter?.scroll.scrollTop ?? 0)).toBeGreaterThan(50);
  expect(await painted.take()).toEqual([]);
  await expect(frame.getByText('two')).toBeAttached();
});

test('two fingers scale a movable-view, anywhere in an area that says so', async ({ painted }) => {
  const { frame } = painted;
  const movable: Record<string, Json> = {
    direction: 'all',
    scale: true,
    style: 'width:60px;height:60px',
    x: 120,
    y: 120,
  };
  await painted.open({
    skeletons: [
      skeleton(
        0,
        el(
          'movable-area',
          { attributes: { style: 'width:300px;height:300px', 'scale-area': true } },
          el('movable-view', { attributes: movable, events: ['scale', 'change'] }),
        ),
      ),
    ],
  });
  await painted.apply(mount(1, 0));
  await painted.settled();
  const fingers = await fingersOf(painted);
  await fingers.down([20, 20], [60, 20]);
  await fingers.move([20, 20], [80, 20]);
  await fingers.move([20, 20], [100, 20]);
  await fingers.up();
  await expect.poll(async () => (await frame.locator('wx-movable-view').boundingBox())?.width).toBe(120);
  expect((await told(painted)).at(-1)).toMatchObject({ type: 'scale', detail: { x: 90, y: 90, scale: 2 } });
});

test('a scroll-view scrolls with the finger, and refreshes when pulled at its top', async ({ painted }) => {
  await painted.open({
    skeletons: [
      skeleton(
        0,
        el(
          'scroll-view',
          {
            attributes: { 'scroll-y': true, enhanced: true, 'refresher-enabled': true, style: 'height:300px' },
            events: ['dragstart', 'dragend', 'refresherrefresh'],
          },
          el('view', { attributes: { style: 'height:2000px' } }),
        ),
      ),
    ],
  });
  await painted.apply(mount(1, 0));
  await painted.settled();
  const fingers = await fingersOf(painted);
  await fingers.down([100, 50]);
  for (const y of [70, 110, 160]) await fingers.move([100, y]);
  await fingers.up();
  expect(await painted.types()).toEqual(['refresherrefresh']);
  await fingers.down([100, 250]);
  for (const y of [220, 160, 100, 60]) {
    await fingers.move([100, y]);
    await painted.settled();
  }
  await fingers.up();
  await painted.happened({ type: 'dragstart' }, { type: 'dragend' });
});
