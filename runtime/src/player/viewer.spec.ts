import type { Page } from '@playwright/test';
import { openEmbedded } from './fixtures/embedded-player.ts';
import { expect, type PlayerSite, test } from './fixtures/player-site.ts';

async function open(page: Page, site: PlayerSite) {
  await page.setViewportSize({ width: 390, height: 700 });
  const { player, top } = await openEmbedded(page, site, 'viewer');
  const viewer = player.getByRole('dialog', { name: 'Pictures' });
  return { player, top, viewer, said: top.locator('#said') };
}

/** Answers the newest request of that name; `picture` stands for the one file that comes with it. */
async function answer(page: Page, name: string, result: object, picture?: string) {
  await expect
    .poll(() => page.evaluate((wanted) => hostSide.heard.some((m) => m.kind === 'request' && m.name === wanted), name))
    .toBe(true);
  await page.evaluate(
    ([wanted, text, source]) => {
      const request = hostSide.heard.findLast((m) => m.kind === 'request' && m.name === wanted);
      const id = request?.kind === 'request' ? request.id : -1;
      const files = source === undefined ? undefined : [new Blob([source], { type: 'image/svg+xml' })];
      hostSide.port.postMessage({ kind: 'result', id, result: JSON.parse(text), files });
    },
    [name, JSON.stringify(result), picture] as const,
  );
}

const small = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="4"><rect width="8" height="4"/></svg>';

test('previewImage shows pictures over all else: swipe, keys, zoom, what is broken, ways out', async ({
  page,
  site,
}) => {
  const { top, viewer, said } = await open(page, site);
  await top.locator('#preview').click();
  await expect(viewer.getByRole('status')).toHaveText('2 / 3');
  await expect(said).toHaveText('{"errMsg":"previewImage:ok"}');
  const picture = viewer.locator('.viewer-item').nth(1).locator('img');
  await expect(picture).toHaveJSProperty('naturalWidth', 300);

  await page.mouse.dblclick(195, 350);
  await expect(picture).toHaveAttribute('style', /scale\(2\.5\)/);
  await page.mouse.move(195, 350);
  await page.mouse.down();
  await page.mouse.move(260, 400, { steps: 4 });
  await page.mouse.up();
  // An enlarged picture is moved; the strip stays.
  await expect(viewer.getByRole('status')).toHaveText('2 / 3');
  await expect(picture).not.toHaveAttribute('style', /translate\(0px, 0px\)/);
  await page.mouse.dblclick(195, 350);
  await expect(picture).toHaveAttribute('style', '');
  await page.mouse.wheel(0, -240);
  await expect(picture).toHaveAttribute('style', /scale\(2\.2/);

  await page.keyboard.press('ArrowLeft');
  await expect(viewer.getByRole('status')).toHaveText('1 / 3');
  await page.mouse.move(300, 350);
  await page.mouse.down();
  await page.mouse.move(60, 352, { steps: 6 });
  await page.mouse.up();
  await expect(viewer.getByRole('status')).toHaveText('2 / 3');
  await page.keyboard.press('ArrowRight');
  await expect(viewer.locator('.viewer-item').nth(2)).toHaveText('This cannot be shown');
  await page.keyboard.press('ArrowRight');
  await expect(viewer.getByRole('status')).toHaveText('3 / 3');

  await page.keyboard.press('Escape');
  await expect(viewer).toBeHidden();
  await top.locator('#preview').click();
  await expect(viewer).toBeVisible();
  await page.mouse.click(195, 350);
  await expect(viewer).toBeHidden();
  await top.locator('#preview').click();
  await viewer.getByRole('button', { name: 'Close' }).click();
  await expect(viewer).toBeHidden();
});

test('a long press in the viewer, and on an image that offers it, saves the picture by the host', async ({
  page,
  site,
}) => {
  const { player, top, viewer } = await open(page, site);
  const save = player.getByRole('button', { name: 'Save picture' });
  await top.locator('#preview').click();
  await expect(viewer).toBeVisible();
  await page.mouse.move(195, 350);
  await page.mouse.down();
  await expect(save).toBeVisible();
  await page.mouse.up();
  await save.click();
  await answer(page, 'savePicture', {});
  await expect(save).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(viewer).toBeHidden();

  const box = await top.locator('#picture').boundingBox();
  await page.mouse.move((box?.x ?? 0) + 60, (box?.y ?? 0) + 60);
  await page.mouse.down();
  await expect(save).toBeVisible();
  await page.mouse.up();
  await save.click();
  const sizes = () =>
    page.evaluate(() =>
      hostSide.heard.flatMap((m) =>
        m.kind === 'request' ? (m.files ?? []).map(({ size, type }) => [size, type]) : [],
      ),
    );
  await expect.poll(async () => (await sizes()).length).toBe(2);
  expect((await sizes()).map(([, type]) => type)).toEqual(['image/svg+xml', 'image/svg+xml']);
});

test('previewMedia of nothing and getImageInfo of what is none are refused; a picture is measured', async ({
  page,
  site,
}) => {
  const { top, said } = await open(page, site);
  await top.locator('#media').click();
  await expect(said).toHaveText(/previewMedia:fail parameter error: parameter\.sources should be Array with at least/);
  await top.locator('#info').click();
  await expect(said).toHaveText(/getImageInfo:ok/);
  expect(JSON.parse((await said.textContent()) ?? '')).toEqual([
    { errMsg: 'getImageInfo:fail parameter error: parameter.src should be String instead of Object;', errno: 1001 },
    { errMsg: 'getImageInfo:fail the picture cannot be loaded' },
    {
      ...{ width: 300, height: 600, path: '/pages/index/tall.svg', orientation: 'up', type: 'svg' },
      errMsg: 'getImageInfo:ok',
    },
  ]);
});

test('what the host hands over is a temporary file: drawn, measured and handed back', async ({ page, site }) => {
  const { top, said } = await open(page, site);
  await top.locator('#choose').click();
  const result = { tempFilePaths: ['carried-file:0'], tempFiles: [{ path: 'carried-file:0', size: small.length }] };
  await answer(page, 'chooseImage', result, small);
  await expect(said).toHaveText('{"shown":{"width":8,"height":4},"width":8,"height":4,"type":"svg"}');
  await top.locator('#keep').click();
  await answer(page, 'saveImageToPhotosAlbum', {});
  await expect(said).toHaveText('{"errMsg":"saveImageToPhotosAlbum:ok"}');
  const sent = await page.evaluate(() => {
    const request = hostSide.heard.findLast((m) => m.kind === 'request');
    return request?.kind === 'request' ? [request.params, request.files?.map(({ size }) => size)] : [];
  });
  expect(sent).toEqual([{ filePath: 'carried-file:0' }, [small.length]]);
});

test('hideKeyboard leaves the field, and fails where there is none', async ({ page, site }) => {
  const { top, said } = await open(page, site);
  const field = top.locator('#field input');
  // The page hides the keyboard as soon as it is there.
  await field.click();
  await expect(said).toHaveText('{"errMsg":"hideKeyboard:ok"}');
  await expect(field).not.toBeFocused();
  await top.locator('#hide').click();
  await expect(said).toHaveText('{"errMsg":"hideKeyboard:fail input not exists"}');
});

test('this.animate moves nodes and tells when it has ended; clearAnimation takes back what is named', async ({
  page,
  site,
}) => {
  const { top, said } = await open(page, site);
  const box = top.locator('.box');
  await top.locator('#move').click();
  await expect(said).toHaveText('"moved"');
  await expect(box).toHaveCSS('opacity', '0.5');
  await expect(box).toHaveCSS('transform', 'matrix(0, 1, -1, 0, 0, 0)');
  await expect(box).toHaveCSS('left', 'auto');
  await top.locator('#clear').click();
  // A selector that finds nothing is a warning, and the callback comes all the same.
  await expect(said).toHaveText('"cleared"');
  await expect(box).toHaveCSS('opacity', '1');
  await expect(box).toHaveCSS('transform', 'matrix(0, 1, -1, 0, 0, 0)');
});
