import type { FrameLocator, Page } from '@playwright/test';
import { heard, openEmbedded } from './fixtures/embedded-player.ts';
import { expect, type PlayerSite, test } from './fixtures/player-site.ts';

async function open(page: Page, site: PlayerSite): Promise<FrameLocator> {
  const { top } = await openEmbedded(page, site, 'webgl');
  await expect(top.locator('#answer')).toHaveText('ready');
  return top;
}

/** Runs one of the fixture's checks and reads its answer. */
async function check(top: FrameLocator, name: string): Promise<unknown> {
  await top.locator(`#${name}`).click();
  const answer = top.locator('#answer');
  await expect(answer).toHaveText(new RegExp(`^${name} `));
  return JSON.parse(((await answer.textContent()) ?? '').slice(name.length));
}

const warnings = async (page: Page) =>
  (await heard(page)).flatMap((message) => (message.kind === 'log' && message.level === 'warn' ? [message.text] : []));

const [red, green, blue, white] = ['255,0,0,255', '0,255,0,255', '0,0,255,255', '255,255,255,255'];
const [black, nothing] = ['0,0,0,255', '0,0,0,0'];
const [noError, invalidOperation, outOfMemory] = [0, 0x502, 0x505];

test('a triangle with a uniform is drawn, read, seen, and becomes a file', async ({ page, site }) => {
  const top = await open(page, site);
  expect(await check(top, 'triangle')).toEqual({
    inside: green,
    outside: blue,
    uniform: [0, 1, 0, 1],
    same: true,
    other: null,
    current: true,
    attribute: ['place', 1],
    shaders: [0x8b31, 0x8b30],
    attributes: false,
    url: true,
    error: noError,
  });
  const seen = async () => {
    const shot = await top.locator('#c').screenshot();
    return page.evaluate(
      async (url) => {
        const picture = new Image();
        picture.src = url;
        await picture.decode();
        const pen = new OffscreenCanvas(100, 100).getContext('2d');
        pen?.drawImage(picture, 0, 0);
        return [...(pen?.getImageData(20, 80, 1, 1).data ?? [])].join();
      },
      `data:image/png;base64,${shot.toString('base64')}`,
    );
  };
  await expect.poll(seen).toBe(green);
  expect(await check(top, 'file')).toEqual([0, 255, 0, 255]);
  await expect(top.locator('#loaded')).toHaveText('100 100');
  expect(await check(top, 'frames')).toEqual([5, red]);
});

const textures = [
  ['bytes', [red, green, noError]],
  ['part', [black, white, noError]],
  ['floats', ['128,128,128,128', '128,128,128,128', noError]],
  ['canvas', [red, blue, noError]],
  ['pixels', [red, blue, noError]],
  ['image', [blue, red, noError]],
  // A picture that is not there yet draws nothing.
  ['late', [black, black, noError]],
] as const;
test('textures of bytes, floats, canvases, pixels and pictures', async ({ page, site }) => {
  const top = await open(page, site);
  for (const [name, expected] of textures) expect(await check(top, name), name).toEqual(expected);
});

test('instances by index out of a vertex array; a framebuffer; the second version', async ({ page, site }) => {
  const top = await open(page, site);
  const yellow = '255,255,0,255';
  expect(await check(top, 'instanced')).toEqual([yellow, nothing, yellow, true, true, 0x88fe, true, noError]);
  expect(await check(top, 'framebuffer')).toEqual([true, '255,0,255,255', nothing, true, noError]);
  expect(await check(top, 'second')).toEqual(['WebGL2RenderingContext', yellow, [0, 0.5, 0], 'Colours', 4096, noError]);
});

test('nothing tells of the device', async ({ page, site }) => {
  expect(await check(await open(page, site), 'told')).toEqual({
    texts: ['Terrarium', 'Terrarium', 'WebGL 1.0 (Terrarium)', 'WebGL GLSL ES 1.0 (Terrarium)'],
    debug: null,
    unmasked: [null, null],
    inherited: [null, null],
    listed: [true, false],
    most: [4096, 4096, 4096],
  });
});

test('objects of another context, deleted and forged ones reach nothing', async ({ page, site }) => {
  expect(await check(await open(page, site), 'objects')).toEqual({
    foreign: invalidOperation,
    twice: noError,
    deleted: invalidOperation,
    again: noError,
    kinds: [false, false, true, false],
    forged: new Array(5).fill('TypeError'),
    bytes: ['TypeError', 'TypeError'],
    read: 'TypeError',
    location: null,
  });
});

test('what is too large is not made, and what is deleted makes room', async ({ page, site }) => {
  const top = await open(page, site);
  expect(await check(top, 'large')).toEqual([outOfMemory, ...new Array(4).fill(noError), outOfMemory, noError]);
  expect(await warnings(page)).toEqual([expect.stringContaining('bytes of textures and buffers')]);
});

test('a program has so many contexts, and is told why it gets no more', async ({ page, site }) => {
  const top = await open(page, site);
  expect(await check(top, 'many')).toBe(8);
  await expect
    .poll(() => warnings(page))
    .toEqual([
      expect.stringContaining('a program may have 8 WebGL contexts'),
      expect.stringContaining('a WebGL context is lost'),
    ]);
});

test('calls at random harm nobody', async ({ page, site }) => {
  const top = await open(page, site);
  expect(await check(top, 'random')).toEqual([true, true, true]);
  expect(await check(top, 'bytes')).toEqual([red, green, noError]);
});

test('a lost context, a canvas that has left, absurd calls: the program goes on', async ({ page, site }) => {
  const top = await open(page, site);
  expect(await check(top, 'lost')).toEqual([true, null, true, nothing]);
  expect(await check(top, 'crash')).toEqual([invalidOperation, false]);
  expect(await check(top, 'gone')).toEqual([true, null, true, nothing]);
  await expect(top.locator('#c')).toHaveCount(0);
  // The others are not touched by it.
  expect(await check(top, 'bytes')).toEqual([red, green, noError]);
});
