import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { openEmbedded } from './fixtures/embedded-player.ts';
import { expect, type PlayerSite, test } from './fixtures/player-site.ts';

const open = (page: Page, site: PlayerSite) => openEmbedded(page, site, 'canvas');
const source = (name: string) => readFile(new URL(`./fixtures/canvas/${name}.js`, import.meta.url), 'utf8');

/** Draws the scene on a canvas of the host page itself, with the browser's own objects. */
async function drawDirectly(page: Page): Promise<string> {
  const texts = [await source('scene'), await source('picture')] as const;
  return page.evaluate(async ([sceneText, pictureText]) => {
    const load = (text: string) => {
      const module: { exports: unknown } = { exports: undefined };
      new Function('module', text)(module);
      return module.exports;
    };
    // The language of page frames: generic font names mean other fonts in another.
    document.documentElement.lang = 'zh-CN';
    const canvas = document.createElement('canvas');
    canvas.width = 300;
    canvas.height = 200;
    document.body.append(canvas);
    const picture = new Image();
    picture.src = String(load(pictureText));
    await picture.decode();
    const tile = () => {
      const small = document.createElement('canvas');
      small.width = 8;
      small.height = 8;
      const pen = small.getContext('2d');
      if (!pen) throw new Error('no context');
      pen.fillStyle = '#cfe3d8';
      pen.fillRect(0, 0, 8, 8);
      pen.fillStyle = '#2f7d5b';
      pen.fillRect(0, 0, 4, 4);
      return small;
    };
    const scene = load(sceneText);
    if (typeof scene !== 'function') throw new Error('no scene');
    // As pixels: a page's canvas would draw the picture's shapes anew at each size.
    const bitmap = await createImageBitmap(picture);
    scene(canvas.getContext('2d'), { picture: bitmap, path: (data: string) => new Path2D(data), tile });
    return canvas.toDataURL();
  }, texts);
}

/** How many pixels of two pictures differ by more than rounding. Transparent ones count as white. */
function differing(page: Page, first: string, second: string): Promise<number> {
  return page.evaluate(
    async (urls) => {
      const pixels = async (url: string) => {
        const picture = new Image();
        picture.src = url;
        await picture.decode();
        const canvas = document.createElement('canvas');
        canvas.width = 300;
        canvas.height = 200;
        const pen = canvas.getContext('2d');
        if (!pen) throw new Error('no context');
        pen.fillStyle = '#fff';
        pen.fillRect(0, 0, 300, 200);
        pen.drawImage(picture, 0, 0);
        return pen.getImageData(0, 0, 300, 200).data;
      };
      const [one, other] = [await pixels(urls[0]), await pixels(urls[1])];
      return one.filter((value, at) => Math.abs(value - (other[at] ?? 0)) > 2).length;
    },
    [first, second] as const,
  );
}

test('what a program draws is what a page draws with the same calls, on the screen too', async ({ page, site }) => {
  const { top } = await open(page, site);
  await expect(top.locator('#url')).toHaveText(/^data:image\/png;base64,/);
  const drawn = await top.locator('#url').textContent();
  const direct = await drawDirectly(page);
  expect(await differing(page, drawn ?? '', direct)).toBe(0);
  await expect(top.locator('#frames')).toHaveText('5');
  const shot = await top.locator('#scene').screenshot();
  // The four pixels that were put there afterwards.
  expect(await differing(page, `data:image/png;base64,${shot.toString('base64')}`, direct)).toBeLessThanOrEqual(16);
});

test('measuring, reading pixels and asking for the state need no waiting; frames come one by one', async ({
  page,
  site,
}) => {
  const { top } = await open(page, site);
  await expect(top.locator('#answers')).toHaveText(/pixels/);
  expect(JSON.parse((await top.locator('#answers').textContent()) ?? '')).toEqual({
    pixels: [300, 200, 244, 246, 242, 255],
    put: [1, 2, 3, 255],
    wide: true,
    inside: [true, false],
    font: '20px sans-serif',
    fill: '#ffa500',
    width: 1,
    webgl: null,
  });
  await expect(top.locator('#frames')).toHaveText('5');
});

test('the older canvas draws at once and on top, by address, and becomes a file', async ({ page, site }) => {
  const { top } = await open(page, site);
  const [blue, green, red, nothing] = [
    [58, 118, 168, 255],
    [47, 125, 91, 255],
    [194, 65, 59, 255],
    [0, 0, 0, 0],
  ];
  await expect(top.locator('#old').nth(0)).toHaveText(JSON.stringify([blue, green, red, nothing]));
  await expect(top.locator('#loaded')).toHaveText('100 50');

  // Layout that changes takes nothing away.
  await top.locator('#widen').click();
  const canvas = top.locator('wx-canvas[canvas-id=old]');
  await expect.poll(async () => (await canvas.boundingBox())?.width).toBe(260);
  const shot = await canvas.screenshot();
  const drawn = await page.evaluate(
    async (url) => {
      const picture = new Image();
      picture.src = url;
      await picture.decode();
      const pen = new OffscreenCanvas(260, 100).getContext('2d');
      pen?.drawImage(picture, 0, 0);
      return [...(pen?.getImageData(10, 10, 1, 1).data ?? [])];
    },
    `data:image/png;base64,${shot.toString('base64')}`,
  );
  expect(drawn).toEqual([58, 118, 168, 255]);
});

test('touches on a canvas carry their place in it', async ({ page, site }) => {
  const { top } = await open(page, site);
  const canvas = top.locator('#scene');
  const box = await canvas.boundingBox();
  if (!box) throw new Error('the canvas is not drawn');
  await page.mouse.move(box.x + 20, box.y + 30);
  await page.mouse.down();
  await page.mouse.move(box.x + 25, box.y + 31);
  await page.mouse.up();
  await expect(top.locator('#touches')).toHaveText('touchstart 20,30 20,30;touchmove 25,31 25,31;touchend 25,31;');
  await expect(top.locator('#tapped')).toHaveText('number number');
});

test('a canvas of a component that comes later is drawn on, and a page without any keeps its frame', async ({
  page,
  site,
}) => {
  const { player, top } = await open(page, site);
  await expect(player.locator('iframe[data-top]')).toHaveAttribute('sandbox', 'allow-same-origin allow-scripts');
  await top.locator('#more').click();
  await expect(top.locator('#inner').last()).toHaveText('18,52,86,255');
  await top.locator('#away').click();
  await expect(top.locator('#plain')).toHaveText('plain');
  await expect(player.locator('iframe[data-top]')).toHaveAttribute('sandbox', 'allow-same-origin');
});

test('a font that is loaded is there for canvases and for the page, one that cannot be is told', async ({
  page,
  site,
}) => {
  const { top } = await open(page, site);
  await top.locator('#fonts').click();
  await expect(top.locator('#after')).toHaveText('loaded 40 0,0,0,255');
  expect(Number(await top.locator('#before').textContent())).toBeLessThan(35);
  expect(Math.round((await top.locator('#letter').boundingBox())?.width ?? 0)).toBe(40);
  await expect(top.locator('#refused')).toHaveText(
    'loadFontFace:fail source is not url("…") of an https or data address',
  );
});
