import { anchor, el, expect, hole, mount, patch, skeleton, test, words } from '../fixtures/painted.ts';

test('swiper: drags, flicks, autoplay round a circle, current, items that come and go', async ({ painted }) => {
  const { frame } = painted;
  await painted.open({
    skeletons: [
      skeleton(
        3,
        el(
          'swiper',
          {
            attributes: { circular: true, 'indicator-dots': true, duration: 0, interval: 3000 },
            holes: { current: 0, autoplay: 1, circular: 2 },
            events: ['change'],
          },
          anchor,
        ),
      ),
      skeleton(1, el('swiper-item', {}, hole(0))),
    ],
  });
  const item = (id: number, text: string) => mount(id, 1, [text], { parent: 1, node: 1 });
  await painted.apply(mount(1, 0, [0, false, true]), item(2, 'one'), item(3, 'two'), item(4, 'three'));
  const at = async (text: string) => (await frame.getByText(text, { exact: true }).boundingBox())?.x;
  await expect.poll(() => at('one')).toBe(0);
  expect([await at('two'), await at('three')]).toEqual([375, -375]);
  await expect(frame.locator('wx-dot')).toHaveCount(3);

  const swipe = async (from: number, to: number) => {
    await painted.press(from, 70);
    for (let step = 1; step <= 5; step += 1) await painted.moveTo(from + ((to - from) * step) / 5, 70);
    await painted.release(to, 70);
  };
  const current = async () => (await painted.take()).map(({ detail }) => detail);
  await swipe(300, 60);
  await expect.poll(() => at('two')).toBe(0);
  expect(await current()).toEqual([{ current: 1, currentItemId: '', source: 'touch' }]);
  await swipe(60, 300);
  await swipe(60, 300);
  await expect.poll(() => at('three')).toBe(0);
  expect(await current()).toMatchObject([{ current: 0 }, { current: 2 }]);
  await expect(frame.locator('wx-dot').nth(2)).toHaveAttribute('aria-current', 'true');

  await painted.apply(patch(1, 1, true));
  await painted.advance(3_000);
  await expect.poll(() => at('one')).toBe(0);
  expect(await current()).toEqual([{ current: 0, currentItemId: '', source: 'autoplay' }]);
  await painted.apply(patch(1, 1, false), patch(1, 0, 1));
  await expect.poll(() => at('two')).toBe(0);
  await painted.apply(item(5, 'four'), [3, 3]);
  await expect(frame.locator('wx-dot')).toHaveCount(3);
  await expect.poll(() => at('three')).toBe(0);
  await painted.apply(patch(1, 2, false), [3, 4], [3, 5]);
  await expect.poll(() => at('one')).toBe(0);
});

test('swiper: a late echo of an older page does not pull it back', async ({ painted }) => {
  const { frame } = painted;
  const items = ['one', 'two', 'three'].map((text) => el('swiper-item', {}, words(text)));
  await painted.open({
    skeletons: [
      skeleton(1, el('swiper', { attributes: { duration: 0 }, holes: { current: 0 }, events: ['change'] }, ...items)),
    ],
  });
  await painted.apply(mount(1, 0, [0]));
  for (let swipe = 0; swipe < 2; swipe += 1) {
    await painted.press(300, 70);
    for (const x of [250, 150, 60]) await painted.moveTo(x, 70);
    await painted.release(60, 70);
  }
  await expect.poll(async () => (await frame.getByText('three').boundingBox())?.x).toBe(0);
  await painted.apply(patch(1, 0, 1));
  await painted.settled();
  expect((await frame.getByText('three').boundingBox())?.x).toBe(0);
  await painted.advance(2_000);
  await painted.apply(patch(1, 0, 0));
  await expect.poll(async () => (await frame.getByText('one').boundingBox())?.x).toBe(0);
});
