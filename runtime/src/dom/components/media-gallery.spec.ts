import { gallerySheet } from '../fixtures/gallery.ts';
import { mediaGallery } from '../fixtures/media-gallery.ts';
import { el, expect, mount, skeleton, test, words } from '../fixtures/painted.ts';

for (const look of ['light', 'dark'] as const) {
  test(`media, maps and stand-ins as they look, ${look}`, async ({ painted }, info) => {
    const { page, frame } = painted;
    painted.expectComplaint(/404/);
    await painted.open({ skeletons: [skeleton(0, ...mediaGallery)], sheet: gallerySheet });
    await page.evaluate((scheme) => {
      if (world.frame) world.frame.document.documentElement.style.colorScheme = scheme;
    }, look);
    await painted.apply(mount(1, 0));
    await expect(frame.locator('.wx-grid').first()).toBeVisible();
    await expect(frame.locator('wx-fault:visible')).toHaveCount(1);
    const height = await frame
      .locator('wx-page')
      .evaluate((element) => Math.ceil(element.getBoundingClientRect().height));
    await page.setViewportSize({ width: 375, height });
    await page.evaluate(
      (full) => document.querySelector<HTMLElement>('#stage')?.style.setProperty('height', `${full}px`),
      height,
    );
    await frame.locator('#open').hover();
    await expect(frame.locator('#open wx-bar')).toBeVisible();
    expect(await page.evaluate(() => world.warnings)).toEqual([]);
    await page.screenshot({ path: info.outputPath(`media-${look}.png`) });
    const wide = await frame.locator('html').evaluate((root) => root.scrollWidth);
    expect(wide).toBe(375);
  });

  test(`a page-container and a film on its side, ${look}`, async ({ painted }, info) => {
    const { page, frame } = painted;
    const attributes = { show: true, round: true, 'custom-style': 'height:260px' };
    await painted.open({
      skeletons: [
        skeleton(
          0,
          el('video', {
            attributes: {
              src: '/tone.wav',
              title: 'A film about moss',
              'show-screen-lock-button': true,
              'show-mute-btn': true,
            },
          }),
          el(
            'page-container',
            { attributes },
            el('view', { attributes: { style: 'padding:24px' } }, words('Over the page 页面容器')),
          ),
        ),
      ],
      sheet: gallerySheet,
    });
    await page.evaluate((scheme) => {
      if (world.frame) world.frame.document.documentElement.style.colorScheme = scheme;
    }, look);
    await painted.apply(mount(1, 0));
    const panel = frame.locator('wx-page-container>wx-panel');
    await expect.poll(async () => (await panel.boundingBox())?.y).toBe(407);
    await page.screenshot({ path: info.outputPath(`container-${look}.png`) });
    await page.evaluate(() => world.call('requestFullScreen', { direction: 90 }));
    await frame.locator('wx-surface').hover({ position: { x: 250, y: 100 } });
    await expect(frame.locator('wx-bar')).toBeVisible();
    await page.screenshot({ path: info.outputPath(`film-${look}.png`) });
  });
}
