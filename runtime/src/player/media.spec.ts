import { openEmbedded } from './fixtures/embedded-player.ts';
import { expect, test } from './fixtures/player-site.ts';

test('sounds play in the player’s document, several at once, and their properties keep in step', async ({
  page,
  site,
}) => {
  const { top } = await openEmbedded(page, site, 'media');
  await top.locator('#play').click();
  await expect(top.locator('#sound')).toHaveText('Play Ended');
  await top.locator('#both').click();
  await expect(top.locator('#two')).toHaveText('play false false');
  await top.locator('#rename').click();
  await expect(top.locator('#sound')).toHaveText('Play Ended Play Stop');
  await expect(top.locator('#two')).toHaveText('play false false error 10003');
});

test('page-meta and navigation-bar set the player’s bar', async ({ page, site }) => {
  const { top, player } = await openEmbedded(page, site, 'media');
  const bar = player.locator('.navigation-bar');
  await expect(bar.locator('.navigation-title')).toHaveText('First');
  await expect(bar).toHaveCSS('background-color', 'rgb(47, 125, 91)');
  await expect(bar).toHaveAttribute('data-text-style', 'white');
  await top.locator('#rename').click();
  await expect(bar.locator('.navigation-title')).toHaveText('Second');
});

test('context objects reach their components: a film plays and fills the screen, a map says where it is', async ({
  page,
  site,
}) => {
  const { top, player } = await openEmbedded(page, site, 'media');
  await top.locator('#film-play').click();
  await expect(top.locator('#film-log')).toHaveText('play');
  await top.locator('#film-fill').click();
  await expect(top.locator('#film-log')).toHaveText('play full true');
  await expect(player.locator('.navigation-bar')).toBeHidden();
  await top.getByRole('button', { name: /full screen|退出全屏/i }).click();
  await expect(top.locator('#film-log')).toHaveText('play full true full false');
  await expect(player.locator('.navigation-bar')).toBeVisible();
  await top.locator('#ask').click();
  await expect(top.locator('#answer')).toHaveText('23.10 113.30 getCenterLocation:ok');
});

test('web-view shows a declared page in a frame of its own, and delivers what it posts when it leaves', async ({
  page,
  site,
}) => {
  await page.route('https://web.example/**', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<title>Web</title><p>A web page</p><script>
        parent.postMessage({ type: 'miniProgram.postMessage', data: { n: 1 } }, '*');
        parent.postMessage({ type: 'other', data: 2 }, '*');
        parent.postMessage({ type: 'miniProgram.postMessage', data: 'two' }, '*');
      </script>`,
    }),
  );
  const { top, player } = await openEmbedded(page, site, 'media');
  await top.locator('#declared').click();
  const web = player.frameLocator('.web-view-frame');
  await expect(web.getByText('A web page')).toBeVisible();
  const box = await player.locator('.web-view').boundingBox();
  expect(box).toMatchObject({ width: 390 });
  expect(box?.height).toBeGreaterThan(700);
  await player.locator('.navigation-back:visible').click();
  await expect(player.locator('.web-view')).toHaveCount(0);
  await expect(top.locator('#said')).toHaveText('load https://web.example/a message [{"n":1},"two"]');
});

test('web-view: an undeclared host is refused in words, and the program is told', async ({ page, site }, info) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const { top, player } = await openEmbedded(page, site, 'media');
  await top.locator('#foreign').click();
  await expect(player.locator('.web-view-refused')).toContainText('https://other.example');
  await page.screenshot({ path: info.outputPath('refused.png') });
  await player.locator('.navigation-back:visible').click();
  await expect(top.locator('#said')).toHaveText('error https://other.example/');
  expect(asked.filter((url) => url.includes('other.example'))).toEqual([]);
});
