import type { Json } from '../../protocol/index.ts';
import { el, expect, mount, type Painted, patch, skeleton, test, words } from '../fixtures/painted.ts';

test.use({ locale: 'en-US' });

const events = [
  ...['play', 'pause', 'ended', 'timeupdate', 'fullscreenchange', 'waiting', 'error', 'progress', 'loadedmetadata'],
  ...['controlstoggle', 'seekcomplete'],
];
const videoOf = (attributes: Record<string, Json> = {}, holes: Record<string, number> = {}) =>
  skeleton(
    Object.keys(holes).length,
    el('video', { attributes: { id: 'v', src: '/tone.wav?seconds=40', muted: true, ...attributes }, holes, events }),
  );
const open = async (
  painted: Painted,
  attributes: Record<string, Json> = {},
  holes: Record<string, number> = {},
  values: Json[] = [],
) => {
  await painted.open({ skeletons: [videoOf(attributes, holes)] });
  await painted.apply(mount(1, 0, values));
  await expect
    .poll(() => painted.frame.locator('video').evaluate((film: HTMLVideoElement) => film.readyState))
    .toBeGreaterThan(0);
};
const call = (painted: Painted, method: string, params: Json = {}) =>
  painted.page.evaluate(([name, given]) => world.call(name, JSON.parse(given)), [
    method,
    JSON.stringify(params),
  ] as const);

test('video: plays and pauses by its buttons and by keys, and tells what happens', async ({ painted }) => {
  const { page, frame } = painted;
  await open(painted, {}, {});
  expect(await painted.heard('loadedmetadata')).toMatchObject({ duration: 40, width: 0, height: 0 });
  await expect(frame.locator('wx-media wx-time').last()).toHaveText('0:40');
  await frame.locator('wx-center button').click();
  await painted.heard('play');
  await expect(frame.locator('wx-center')).toBeHidden();
  expect(await painted.heard('timeupdate')).toMatchObject({ duration: 40, currentTime: expect.any(Number) });
  await painted.settled();
  await page.mouse.move(100, 100);
  await frame.getByRole('button', { name: 'Pause' }).click();
  await painted.heard('pause');
  const rail = frame.getByRole('slider', { name: 'Progress' });
  await rail.focus();
  await page.keyboard.press('ArrowRight');
  expect(await painted.heard('seekcomplete')).toMatchObject({ position: expect.any(Number) });
  await expect(rail).toHaveAttribute('aria-valuemax', '40');
});

test('video: the rail and a drag over the picture choose a place', async ({ painted }) => {
  const { frame } = painted;
  await open(painted, { 'initial-time': 10 });
  const film = frame.locator('video');
  await expect(film).toHaveJSProperty('currentTime', 10);
  await painted.settled();
  await frame.locator('wx-surface').click({ position: { x: 20, y: 20 } });
  await expect(frame.locator('wx-bar')).toBeVisible();
  const box = await frame.locator('wx-media-rail').boundingBox();
  if (!box) throw new Error('no rail');
  await painted.press(box.x + box.width * 0.25, box.y + 12);
  await painted.moveTo(box.x + box.width * 0.5, box.y + 12);
  await painted.release(box.x + box.width * 0.5, box.y + 12);
  await expect(film).toHaveJSProperty('currentTime', 20);
  await painted.press(100, 60);
  await painted.moveTo(130, 62);
  await painted.moveTo(175, 62);
  await expect(frame.locator('wx-hint')).toHaveText(/^0:30 \/ 0:40$/);
  await painted.release(175, 62);
  await expect(film).toHaveJSProperty('currentTime', 30);
});

test('video: the controls come with a tap and go by themselves; without them nothing is there', async ({ painted }) => {
  const { frame } = painted;
  await open(painted, { 'show-mute-btn': true, 'danmu-btn': true, title: 'A film' }, { controls: 0, full: 1 }, [
    true,
    null,
  ]);
  await call(painted, 'play');
  await painted.heard('play');
  const surface = frame.locator('wx-surface');
  await painted.settled();
  await surface.click({ position: { x: 20, y: 30 } });
  const bar = frame.locator('wx-bar');
  await expect(bar).not.toHaveAttribute('data-away');
  await frame.getByRole('button', { name: 'Sound on' }).click();
  await expect(frame.locator('video')).toHaveJSProperty('muted', false);
  await painted.advance(4_000);
  await expect(bar).toHaveAttribute('data-away');
  await expect(frame.locator('wx-line')).toBeVisible();
  await painted.apply(patch(1, 0, false));
  await expect(frame.locator('wx-line')).toBeHidden();
  await expect(frame.locator('wx-center')).toBeHidden();
});

test('video: its context object plays, seeks, fills the screen and lets comments fly', async ({ painted }) => {
  const { page, frame } = painted;
  await open(painted, { 'enable-danmu': true, title: 'A film', 'show-screen-lock-button': true });
  expect(await call(painted, 'play')).toEqual({ ok: true, result: {} });
  await painted.heard('play');
  await call(painted, 'seek', { position: 12.5 });
  expect(await painted.heard('seekcomplete')).toMatchObject({ position: expect.any(Number) });
  await call(painted, 'playbackRate', { rate: 2 });
  await expect(frame.locator('video')).toHaveJSProperty('playbackRate', 2);
  await call(painted, 'sendDanmu', { text: '<b>hello</b>', color: '#ff0000' });
  await expect(frame.locator('wx-comment')).toHaveText('<b>hello</b>');
  await call(painted, 'requestFullScreen', { direction: 0 });
  const told = await painted.take();
  expect(told.filter(({ type }) => /full/.test(type)).map(({ detail }) => detail)).toEqual([
    { on: true },
    { fullScreen: true, direction: 'vertical' },
  ]);
  expect(await frame.locator('wx-video').boundingBox()).toEqual({ x: 0, y: 0, width: 375, height: 667 });
  await expect(frame.locator('wx-head')).toHaveText('A film');
  await expect(frame.getByRole('button', { name: 'Lock the controls' })).toBeVisible();
  expect(await page.evaluate(() => world.painter?.back())).toBe(true);
  expect(await painted.heard('fullscreenchange')).toEqual({ fullScreen: false, direction: 'vertical' });
  expect((await frame.locator('wx-video').boundingBox())?.width).toBe(300);
  await call(painted, 'stop');
  await expect(frame.locator('video')).toHaveJSProperty('paused', true);
  await expect(frame.locator('video')).toHaveJSProperty('currentTime', 0);
  expect(await call(painted, 'startCasting')).toMatchObject({ ok: false });
  expect(await call(painted, 'constructor')).toMatchObject({ ok: false });
});

test('video: turned on its side it still follows the finger', async ({ painted }) => {
  const { frame } = painted;
  await open(painted);
  await call(painted, 'requestFullScreen', { direction: 90 });
  await expect(frame.locator('wx-video')).toHaveAttribute('data-turn', '90');
  await painted.settled();
  const stage = await frame.locator('wx-stage').boundingBox();
  expect([stage?.width, stage?.height].map((length) => Math.round(length ?? 0))).toEqual([375, 667]);
  await frame.locator('wx-surface').click({ position: { x: 250, y: 60 } });
  const rail = await frame.locator('wx-media-rail').boundingBox();
  if (!rail) throw new Error('no rail');
  expect(rail.height).toBeGreaterThan(rail.width);
  await painted.press(rail.x + 12, rail.y + rail.height / 2);
  await painted.release(rail.x + 12, rail.y + rail.height / 2);
  await expect(frame.locator('video')).toHaveJSProperty('currentTime', 20);
});

test('video: ends, loops, and stops when its page is covered or gone', async ({ painted }) => {
  const { page, frame } = painted;
  await open(painted, { src: '/tone.wav?seconds=1', autoplay: true }, { loop: 0 }, [false]);
  await painted.heard('ended');
  await painted.apply(patch(1, 0, true));
  await call(painted, 'play');
  await painted.heard('play');
  const film = frame.locator('video');
  await page.evaluate(() => world.painter?.setShown(false, false));
  await expect(film).toHaveJSProperty('paused', true);
  await call(painted, 'play');
  const handle = await film.elementHandle();
  await painted.apply([3, 1]);
  expect(await handle?.evaluate((gone: HTMLVideoElement) => [gone.paused, gone.getAttribute('src')])).toEqual([
    true,
    null,
  ]);
});

test('video: what cannot be played says so, on screen and to the program; hostile addresses too', async ({
  painted,
}) => {
  const { frame } = painted;
  painted.expectComplaint(/404|Content Security Policy/);
  await painted.open({ skeletons: [videoOf({}, { src: 0 })] });
  await painted.apply(mount(1, 0, ['/nothing.mp4']));
  expect(await painted.heard('error')).toEqual({ errMsg: 'MEDIA_ERR_SRC_NOT_SUPPORTED' });
  await expect(frame.getByText('This cannot be played')).toBeVisible();
  for (const src of ['javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,x']) {
    await painted.apply(patch(1, 0, src));
    expect(await painted.heard('error')).toEqual({ errMsg: `MEDIA_ERR_SRC_NOT_SUPPORTED ${src}` });
  }
  await expect(frame.locator('video')).not.toHaveAttribute('src');
});

test('video: what lies on it can be touched', async ({ painted }) => {
  const { frame } = painted;
  await painted.open({
    skeletons: [
      skeleton(0, el('video', {}, el('cover-view', { attributes: { class: 'over' }, events: ['tap'] }, words('over')))),
    ],
    sheet: '.over{position:absolute;left:10px;top:10px;color:#fff}',
  });
  await painted.apply(mount(1, 0));
  await frame.locator('.over').click();
  expect(await painted.types()).toEqual(['tap']);
});

test('audio: a card that plays, with its picture, name and author', async ({ painted }) => {
  const { frame } = painted;
  const attributes = { src: '/tone.wav?seconds=1', controls: true, name: 'Rain', poster: '/picture.svg' };
  await painted.open({
    skeletons: [
      skeleton(
        1,
        el('audio', { attributes, holes: { author: 0 }, events: ['play', 'pause', 'timeupdate', 'ended', 'error'] }),
      ),
    ],
  });
  await painted.apply(mount(1, 0, [null]));
  await expect(frame.locator('wx-author')).toHaveText('Unknown author');
  await painted.apply(patch(1, 0, 'Wind'));
  await expect(frame.locator('wx-author')).toHaveText('Wind');
  await frame.getByRole('button', { name: 'Play' }).click();
  await painted.heard('play');
  await painted.heard('ended');
  await call(painted, 'setSrc', { src: '/missing.wav' });
  painted.expectComplaint(/404/);
  expect(await painted.heard('error')).toMatchObject({ errCode: 4 });
});
