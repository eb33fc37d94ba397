import { el, expect, mount, patch, skeleton, test, words } from '../fixtures/painted.ts';

const containerEvents = ['beforeenter', 'enter', 'afterenter', 'beforeleave', 'leave', 'afterleave', 'clickoverlay'];

test('page-container: comes, tells each step, closes by its program, by going back and by being pulled down', async ({
  painted,
}) => {
  const { page, frame } = painted;
  await painted.open({
    skeletons: [
      skeleton(
        1,
        el(
          'page-container',
          {
            attributes: { round: true, 'close-on-slide-down': true, 'custom-style': 'height:300px', 'z-index': 7 },
            holes: { show: 0 },
            events: containerEvents,
          },
          el('view', { attributes: { class: 'in' } }, words('inside')),
        ),
      ),
    ],
  });
  await painted.apply(mount(1, 0, [false]));
  const panel = frame.locator('wx-page-container>wx-panel');
  await expect(panel).toBeHidden();
  await painted.apply(patch(1, 0, true));
  await expect(panel).toBeVisible();
  await expect(panel).toHaveCSS('border-top-left-radius', '16px');
  await expect(frame.locator('wx-page-container')).toHaveCSS('z-index', '7');
  await painted.advance(300);
  expect(await painted.types()).toEqual(['beforeenter', 'enter', 'afterenter']);
  await expect.poll(async () => (await panel.boundingBox())?.y).toBe(367);

  await painted.settled();
  await page.mouse.click(180, 60);
  expect(await painted.types()).toEqual(['clickoverlay']);
  expect(await page.evaluate(() => world.painter?.back())).toBe(true);
  expect(await painted.types()).toEqual(['beforeleave', 'leave']);
  await painted.advance(300);
  expect(await painted.types()).toEqual(['afterleave']);
  await expect(panel).toBeHidden();
  expect(await page.evaluate(() => world.painter?.back())).toBe(false);

  await painted.apply(patch(1, 0, false));
  await painted.apply(patch(1, 0, true));
  await painted.advance(300);
  await expect.poll(async () => (await panel.boundingBox())?.y).toBe(367);
  await painted.take();
  await painted.press(180, 400);
  await painted.moveTo(180, 440);
  await painted.moveTo(180, 560);
  await painted.release(180, 560);
  await painted.happened({ type: 'beforeleave' }, { type: 'leave' });
});

test('page-container: positions, no overlay, and shared elements that fly in', async ({ painted }) => {
  const { frame } = painted;
  const shared = (title: string) =>
    el('share-element', { attributes: { key: 'cover', transform: true, duration: 60_000 } }, words(title));
  await painted.open({
    skeletons: [
      skeleton(
        2,
        shared('small'),
        el('page-container', { attributes: { overlay: false }, holes: { show: 0, position: 1 } }, shared('large')),
      ),
    ],
    sheet: 'wx-share-element{width:80px;height:20px}wx-panel wx-share-element{width:160px;height:40px}',
  });
  await painted.apply(mount(1, 0, [true, 'center']));
  const container = frame.locator('wx-page-container');
  await expect(container).toHaveAttribute('data-at', 'center');
  await expect(container.locator('wx-shade')).toBeHidden();
  expect(await container.locator('wx-share-element').evaluate((one) => one.getAnimations().length)).toBe(1);
  for (const position of ['top', 'right', 'bottom']) {
    await painted.apply(patch(1, 1, position));
    await expect(container).toHaveAttribute('data-at', position);
  }
  await painted.apply(patch(1, 1, 'nowhere'));
  await expect(container).toHaveAttribute('data-at', 'bottom');
});

test('root-portal: nothing clips, moves or covers what it holds, and it is still part of its page', async ({
  painted,
}) => {
  const { frame } = painted;
  await painted.open({
    skeletons: [
      skeleton(
        1,
        el(
          'view',
          { attributes: { class: 'trap' } },
          el(
            'root-portal',
            { holes: { enable: 0 }, attributes: { 'external-class': 'outside' } },
            el('view', { attributes: { class: 'dialog' }, events: ['tap'] }, words('dialog')),
          ),
        ),
        el('view', { attributes: { class: 'cover' } }, words('cover')),
      ),
    ],
    sheet:
      '.trap{width:20px;height:20px;overflow:hidden;transform:scale(.5);opacity:.2}.outside{color:rgb(9, 9, 9)}' +
      '.dialog{position:fixed;left:50px;top:60px;width:200px;height:80px;background:#fff}.cover{position:fixed;inset:0;z-index:9999}',
  });
  await painted.apply(mount(1, 0, [true]));
  const dialog = frame.locator('.dialog');
  expect(await dialog.boundingBox()).toEqual({ x: 50, y: 60, width: 200, height: 80 });
  await expect(dialog).toHaveCSS('color', 'rgb(9, 9, 9)');
  await dialog.click();
  expect(await painted.types()).toEqual(['tap']);
  await painted.apply(patch(1, 0, false));
  expect((await dialog.boundingBox())?.width).toBe(100);
  await painted.apply(patch(1, 0, true));
  expect((await dialog.boundingBox())?.width).toBe(200);
});

test('match-media shows its content while the page has the size', async ({ painted }) => {
  const { page, frame } = painted;
  const media = (conditions: Record<string, number | string>, text: string) =>
    el('match-media', { attributes: conditions }, words(text));
  await painted.open({
    skeletons: [
      skeleton(
        1,
        media({ 'min-width': 300, 'max-width': 600 }, 'narrow'),
        media({ 'min-width': '601' }, 'wide'),
        media({ orientation: 'portrait' }, 'upright'),
        el('match-media', { holes: { width: 0 } }, words('exact')),
      ),
    ],
  });
  await painted.apply(mount(1, 0, [375]));
  await expect(frame.getByText('narrow')).toBeVisible();
  await expect(frame.getByText('wide')).toBeHidden();
  await expect(frame.getByText('upright')).toBeVisible();
  await expect(frame.getByText('exact')).toBeVisible();
  await page.setViewportSize({ width: 900, height: 667 });
  await page.evaluate(() => document.querySelector<HTMLElement>('#stage')?.style.setProperty('width', '900px'));
  await expect(frame.getByText('wide')).toBeVisible();
  await expect(frame.getByText('narrow')).toBeHidden();
  await expect(frame.getByText('upright')).toBeHidden();
  await expect(frame.getByText('exact')).toBeHidden();
  await painted.apply(patch(1, 0, 900));
  await expect(frame.getByText('exact')).toBeVisible();
});

test('page-meta and navigation-bar set the page, and tell the player what is its to do', async ({ painted }) => {
  const { frame } = painted;
  await painted.open({
    skeletons: [
      skeleton(
        3,
        el(
          'page-meta',
          {
            attributes: {
              'page-style': 'color:rgb(1, 2, 3);padding-top:75rpx',
              'root-font-size': '20px',
              'page-font-size': '18px',
              'root-background-color': 'rgb(4, 5, 6)',
              'background-color': '#112233',
              'background-text-style': 'light',
              'scroll-duration': 0,
            },
            holes: { 'scroll-top': 0 },
            events: ['scroll', 'scrolldone', 'resize'],
          },
          el('navigation-bar', {
            attributes: { 'front-color': '#ffffff', 'background-color': '#000000', 'color-animation-duration': 200 },
            holes: { title: 1, loading: 2 },
          }),
        ),
        el('view', { attributes: { style: 'height:3000px' } }, words('long')),
      ),
    ],
  });
  await painted.apply(mount(1, 0, ['', 'First', false]));
  // The first size of the page may or may not have been told by now.
  const told = (await painted.take()).filter(({ type }) => type !== 'resize');
  expect(told.map(({ type, detail }) => [type, detail])).toEqual([
    ['page-meta', { backgroundColor: '#112233' }],
    ['page-meta', { backgroundTextStyle: 'light' }],
    ['navigation-bar', { frontColor: '#ffffff' }],
    ['navigation-bar', { backgroundColor: '#000000', duration: 200 }],
    ['navigation-bar', { title: 'First' }],
    ['navigation-bar', { loading: false }],
  ]);
  const body = frame.locator('wx-page');
  await expect(body).toHaveCSS('color', 'rgb(1, 2, 3)');
  await expect(body).toHaveCSS('padding-top', '37.5px');
  await expect(body).toHaveCSS('font-size', '18px');
  await expect(frame.locator('html')).toHaveCSS('font-size', '20px');
  await expect(frame.locator('html')).toHaveCSS('background-color', 'rgb(4, 5, 6)');
  await painted.apply(patch(1, 1, 'Second', 2, true));
  const next = (await painted.take()).filter(({ type }) => type !== 'resize');
  expect(next.map(({ detail }) => detail)).toEqual([{ title: 'Second' }, { loading: true }]);
  await painted.apply(patch(1, 0, '400px'));
  await painted.heard('scrolldone');
  await expect.poll(() => frame.locator('html').evaluate((root) => root.scrollTop)).toBe(400);
});

test('web-view tells its address, each new one, and that it left', async ({ painted }) => {
  await painted.open({ skeletons: [skeleton(1, el('web-view', { holes: { src: 0 } }))] });
  await painted.apply(mount(1, 0, ['https://a.example/']));
  await painted.apply(patch(1, 0, ' https://b.example/ '));
  await painted.apply([3, 1]);
  expect((await painted.take()).map(({ type, detail }) => [type, detail])).toEqual([
    ['web-view', { src: 'https://a.example/' }],
    ['web-view', { src: 'https://b.example/' }],
    ['web-view', { src: '' }],
  ]);
});
