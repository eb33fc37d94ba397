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

const slides = (count: number) =>
  Array.from({ length: count }, (_, index) => el('swiper-item', {}, words(`slide ${index}`)));

test('swiper: margins, several in view, and edges without margins', async ({ painted }) => {
  const { frame } = painted;
  await painted.open({
    skeletons: [
      skeleton(
        2,
        el(
          'swiper',
          {
            attributes: { duration: 0, 'previous-margin': '50rpx', 'next-margin': '100rpx', style: 'height:100px' },
            holes: { 'snap-to-edge': 0, current: 1 },
          },
          ...slides(4),
        ),
      ),
      skeleton(
        0,
        el(
          'swiper',
          { attributes: { vertical: true, 'display-multiple-items': 2, style: 'height:100px' } },
          ...slides(3),
        ),
      ),
    ],
  });
  await painted.apply(mount(1, 0, [false, 0]));
  const at = async (index: number) => {
    const box = await frame.getByText(`slide ${index}`).boundingBox();
    return [box?.x, box?.width];
  };
  expect(await at(0)).toEqual([25, 300]);
  expect(await at(1)).toEqual([325, 300]);
  await painted.apply(patch(1, 0, true));
  expect(await at(0)).toEqual([0, 300]);
  await painted.apply(patch(1, 1, 1));
  await expect.poll(() => at(1)).toEqual([25, 300]);
  await painted.apply(patch(1, 1, 3));
  await expect.poll(() => at(3)).toEqual([75, 300]);

  await painted.apply([3, 1], mount(2, 1));
  const heights = await frame
    .locator('wx-swiper-item')
    .evaluateAll((all) => all.map((one) => [one.getBoundingClientRect().top, one.getBoundingClientRect().height]));
  expect(heights).toEqual([
    [0, 50],
    [50, 50],
    [100, 50],
  ]);
});

test('swiper: keys, the way of a movement, its end; a style written anew keeps the place', async ({ painted }) => {
  const { page, frame } = painted;
  await painted.open({
    skeletons: [
      skeleton(
        1,
        el(
          'swiper',
          {
            attributes: { duration: 100, 'easing-function': 'linear' },
            events: ['change', 'transition', 'animationfinish'],
          },
          el('swiper-item', { attributes: { 'item-id': 'a' } }, words('a')),
          el('swiper-item', { attributes: { 'item-id': 'b' }, holes: { style: 0 } }, words('b')),
        ),
      ),
    ],
  });
  await painted.apply(mount(1, 0, ['']));
  await frame.locator('wx-swiper').focus();
  await page.keyboard.press('ArrowRight');
  expect(await painted.take()).toMatchObject([
    { type: 'change', detail: { current: 1, currentItemId: 'b', source: 'touch' } },
  ]);
  await painted.advance(50);
  await painted.happened({ type: 'transition', detail: { dx: 187.5, dy: 0 } });
  await painted.advance(50);
  await painted.heard('animationfinish');
  await painted.apply(patch(1, 0, 'color:red'));
  await expect.poll(async () => (await frame.getByText('b', { exact: true }).boundingBox())?.x).toBe(0);
  await page.keyboard.press('ArrowRight');
  expect(await painted.types()).not.toContain('change');
});

test('swiper: does not play where nobody looks, and jumps for who wants stillness', async ({ painted }) => {
  const { page, frame } = painted;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await painted.open({
    skeletons: [
      skeleton(
        0,
        el(
          'swiper',
          { attributes: { autoplay: true, interval: 1000, circular: true }, events: ['change'] },
          ...slides(3),
        ),
      ),
    ],
  });
  await painted.apply(mount(1, 0));
  await page.evaluate(() => world.frame?.element.toggleAttribute('inert', true));
  await painted.advance(1_000);
  await painted.advance(1_000);
  expect(await painted.take()).toEqual([]);
  await page.evaluate(() => world.frame?.element.toggleAttribute('inert', false));
  await painted.advance(1_000);
  expect(await painted.types()).toEqual(['change']);
  expect((await frame.getByText('slide 1').boundingBox())?.x).toBe(0);
});

test('swiper: starts at the item its current-item-id names', async ({ painted }) => {
  const items = ['fern', 'lake', 'dune'].map((name) =>
    el('swiper-item', { attributes: { 'item-id': name } }, words(name)),
  );
  await painted.open({
    skeletons: [skeleton(0, el('swiper', { attributes: { 'current-item-id': 'dune' } }, ...items))],
  });
  await painted.apply(mount(1, 0));
  await expect.poll(async () => (await painted.frame.getByText('dune').boundingBox())?.x).toBe(0);
});
