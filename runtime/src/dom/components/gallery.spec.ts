import { gallery, gallerySheet } from '../fixtures/gallery.ts';
import { el, expect, mount, patch, skeleton, test, words } from '../fixtures/painted.ts';

for (const look of ['light', 'dark'] as const) {
  test(`the gallery draws every component, ${look}`, async ({ painted }, info) => {
    const { page, frame } = painted;
    await painted.open({ skeletons: [skeleton(0, ...gallery)], sheet: gallerySheet });
    await page.evaluate((scheme) => {
      if (world.frame) world.frame.document.documentElement.style.colorScheme = scheme;
    }, look);
    await painted.apply(mount(1, 0));
    const height = await frame
      .locator('wx-page')
      .evaluate((element) => Math.ceil(element.getBoundingClientRect().height));
    await page.setViewportSize({ width: 375, height });
    await page.evaluate((full) => {
      const stage = document.querySelector<HTMLElement>('#stage');
      if (stage) stage.style.height = `${full}px`;
    }, height);
    await expect(frame.locator('wx-image').first().locator('img')).toHaveJSProperty('complete', true);
    expect(await page.evaluate(() => world.warnings)).toEqual([]);
    await info.attach('gallery', {
      body: await page.screenshot({ path: info.outputPath(`gallery-${look}.png`) }),
      contentType: 'image/png',
    });
    const flat = await frame
      .locator('wx-page wx-icon, wx-page wx-button, wx-page wx-switch')
      .evaluateAll((all) =>
        all.filter((element) => element.getBoundingClientRect().height < 10).map((element) => element.localName),
      );
    expect(flat).toEqual([]);
  });

  test(`the sheet of a picker, ${look}, narrow and wide`, async ({ painted }, info) => {
    const { page, frame } = painted;
    const attributes = { mode: 'date', value: '2026-11-20', 'header-text': 'Harvest' };
    await painted.open({ skeletons: [skeleton(0, el('picker', { attributes }, words('choose')))] });
    await page.evaluate((scheme) => {
      if (world.frame) world.frame.document.documentElement.style.colorScheme = scheme;
    }, look);
    await painted.apply(mount(1, 0));
    await frame.getByText('choose').click();
    const panel = frame.locator('wx-panel');
    for (const width of [320, 1200]) {
      await page.setViewportSize({ width, height: 667 });
      await page.evaluate((full) => {
        const stage = document.querySelector<HTMLElement>('#stage');
        if (stage) stage.style.width = `${full}px`;
      }, width);
      await expect.poll(async () => (await panel.boundingBox())?.width).toBe(Math.min(560, width));
      const box = await frame.locator('wx-wheels').boundingBox();
      expect(box?.width).toBeLessThanOrEqual(480);
      await expect.poll(async () => (await panel.boundingBox())?.y).toBe(375);
      await page.screenshot({ path: info.outputPath(`picker-${look}-${width}.png`) });
    }
  });
}

test('live parts end with their block: timers, observers and late answers do nothing', async ({ painted }) => {
  const { page } = painted;
  await painted.open({
    held: ['late.png'],
    skeletons: [
      skeleton(
        0,
        el('swiper', { attributes: { autoplay: true }, events: ['change'] }, el('swiper-item'), el('swiper-item')),
        el('image', { attributes: { src: 'late.png' }, events: ['load', 'error'] }),
      ),
    ],
  });
  await painted.apply(mount(1, 0));
  await painted.apply([3, 1]);
  await painted.advance(60_000);
  await page.evaluate(() => world.release('late.png', '/picture.svg'));
  expect(await painted.take()).toEqual([]);
});

test('animation: steps follow each other; unknown functions and properties are left out', async ({ painted }) => {
  const { frame } = painted;
  await painted.open({ skeletons: [skeleton(1, el('view', { holes: { animation: 0 } }, words('box')))] });
  await painted.apply(mount(1, 0, [null]));
  const step = (duration: number, ...animates: [string, ...(string | number)[]][]) => ({
    animates: animates.map(([type, ...args]) => ({ type, args })),
    option: { transformOrigin: '0 0 0', transition: { duration, delay: 0, timingFunction: 'ease' } },
  });
  const box = frame.locator('wx-view');
  await painted.apply(
    patch(1, 0, {
      actions: [
        step(10, ['translateX', 30], ['style', 'opacity', 0.5], ['evil', 'x'], ['style', 'position', 'fixed']),
        step(10, ['translateX', 60]),
      ],
    }),
  );
  await expect(box).toHaveCSS('transform', 'matrix(1, 0, 0, 1, 30, 0)');
  await expect(box).toHaveCSS('opacity', '0.5');
  await expect(box).toHaveCSS('position', 'static');
  await painted.advance(10);
  await expect(box).toHaveCSS('transform', 'matrix(1, 0, 0, 1, 60, 0)');
});
