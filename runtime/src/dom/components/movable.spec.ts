import type { Json } from '../../protocol/index.ts';
import { el, expect, mount, patch, skeleton, test } from '../fixtures/painted.ts';

const board = (attributes: Record<string, Json>, holes: Record<string, number> = {}) =>
  skeleton(
    Object.keys(holes).length,
    el(
      'movable-area',
      { attributes: { style: 'width:300px;height:300px;background:#eee' } },
      el('movable-view', {
        attributes: { style: 'width:60px;height:60px;background:#2f7d5b', ...attributes },
        holes,
        events: ['change', 'scale', 'htouchmove', 'vtouchmove'],
      }),
    ),
  );

test('movable-view: drags within its area, in the directions it may', async ({ painted }) => {
  const { frame } = painted;
  await painted.open({ skeletons: [board({}, { direction: 0 })] });
  await painted.apply(mount(1, 0, ['all']));
  const at = async () => {
    const box = await frame.locator('wx-movable-view').boundingBox();
    return [box?.x, box?.y];
  };
  const drag = async (from: [number, number], to: [number, number]) => {
    await painted.press(...from);
    for (let step = 1; step <= 5; step += 1) {
      await painted.moveTo(from[0] + ((to[0] - from[0]) * step) / 5, from[1] + ((to[1] - from[1]) * step) / 5);
    }
    await painted.release(...to);
  };
  await drag([30, 30], [130, 80]);
  expect(await at()).toEqual([100, 50]);
  const told = await painted.take();
  expect(told.map(({ type }) => type)).toContain('htouchmove');
  expect(told.at(-1)).toMatchObject({ type: 'change', detail: { x: 100, y: 50, source: 'touch' } });
  await drag([130, 80], [500, 700]);
  expect(await at()).toEqual([240, 240]);
  await painted.apply(patch(1, 0, 'horizontal'));
  await drag([270, 270], [200, 100]);
  expect(await at()).toEqual([170, 240]);
  await painted.apply(patch(1, 0, 'none'));
  await drag([200, 270], [100, 100]);
  expect(await at()).toEqual([170, 240]);
  await painted.apply(patch(1, 0, 'vertical'));
  await painted.take();
  await frame.locator('wx-movable-view').focus();
  await painted.page.keyboard.press('ArrowUp');
  expect(await at()).toEqual([170, 230]);
  expect(await painted.types()).toEqual(['change']);
});

test('movable-view: x and y from the program spring there, or jump without animation', async ({ painted }) => {
  const { frame } = painted;
  await painted.open({ skeletons: [board({ direction: 'all', x: 20 }, { x: 0, y: 1, animation: 2 })] });
  await painted.apply(mount(1, 0, [20, '40rpx', false]));
  const box = frame.locator('wx-movable-view');
  const at = async () => {
    const rect = await box.boundingBox();
    return [Math.round(rect?.x ?? -1), Math.round(rect?.y ?? -1)];
  };
  expect(await at()).toEqual([20, 20]);
  expect(await painted.take()).toEqual([]);
  await painted.apply(patch(1, 0, 120, 1, 9_999));
  await expect.poll(at).toEqual([120, 240]);
  expect(await painted.take()).toMatchObject([{ type: 'change', detail: { x: 120, y: 240, source: '' } }]);
  await painted.apply(patch(1, 2, true, 0, 0, 1, 0));
  await expect
    .poll(async () => {
      await painted.advance(100);
      return at();
    })
    .toEqual([0, 0]);
});

test('movable-view: beyond an edge it resists and comes back; thrown, it slides on', async ({ painted }) => {
  const { frame } = painted;
  await painted.open({
    skeletons: [board({ direction: 'all', 'out-of-bounds': true }), board({ direction: 'all', inertia: true })],
  });
  await painted.apply(mount(1, 0));
  const box = frame.locator('wx-movable-view');
  await painted.press(30, 30);
  for (const x of [20, 0, -30, -60]) await painted.moveTo(x, 30);
  expect((await box.boundingBox())?.x).toBe(-30);
  expect((await painted.take()).at(-1)).toMatchObject({ detail: { source: 'touch-out-of-bounds' } });
  await painted.release(-60, 30);
  await expect
    .poll(async () => {
      await painted.advance(100);
      return (await box.boundingBox())?.x;
    })
    .toBe(0);
  expect((await painted.take()).at(-1)).toMatchObject({ detail: { x: 0, source: 'out-of-bounds' } });

  await painted.apply([3, 1], mount(2, 1));
  await painted.press(30, 30);
  for (const x of [40, 60, 80, 100]) await painted.moveTo(x, 30);
  await painted.release(100, 30);
  await expect
    .poll(async () => {
      await painted.advance(50);
      return (await painted.take()).some(({ detail }) => JSON.stringify(detail).includes('friction'));
    })
    .toBe(true);
});

test('movable-view: scales about its middle within its limits', async ({ painted }) => {
  const { page, frame } = painted;
  await painted.open({
    skeletons: [
      board({ direction: 'all', scale: true, 'scale-min': 0.5, 'scale-max': 2, x: 100, y: 100 }, { 'scale-value': 0 }),
    ],
  });
  await painted.apply(mount(1, 0, [1]));
  const box = frame.locator('wx-movable-view');
  const size = async () => (await box.boundingBox())?.width;
  expect(await size()).toBe(60);
  await painted.apply(patch(1, 0, 1.5));
  await expect.poll(size).toBe(90);
  expect(await painted.take()).toMatchObject([{ type: 'scale', detail: { x: 85, y: 85, scale: 1.5 } }]);
  await box.hover();
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -600);
  await page.keyboard.up('Control');
  await expect.poll(size).toBe(120);
  await painted.apply(patch(1, 0, 'x'));
  await expect.poll(size).toBe(60);
});
