import type { Page } from '@playwright/test';
import { buildFixture, embed, heard, heardKinds, openEmbedded, say, startOf } from './fixtures/embedded-player.ts';
import { expect, type PlayerSite, test } from './fixtures/player-site.ts';

/** The counter, running, with its page on top. */
const openCounter = (page: Page, site: PlayerSite) => openEmbedded(page, site, 'counter');

test('a program runs in its own origin: drawn, tapped, typed into, navigated', async ({ page, site }) => {
  const { player, top } = await openCounter(page, site);
  await expect(top.locator('#count')).toHaveText('5');
  await top.getByText('Add').click();
  await expect(top.locator('#count')).toHaveText('7');
  await top.locator('#name input').fill('Ann');
  await expect(top.locator('.greeting')).toHaveText('Hello Ann');
  await top.getByText('Item 1').click();
  await expect(top.getByText('ITEM 1')).toBeVisible();

  await top.getByText('Detail').click();
  await expect(player.getByRole('heading', { name: 'Detail' })).toBeVisible();
  await expect(top.locator('#from')).toHaveText('index');
  await player.locator('.navigation-back:visible').click();
  await expect(top.locator('#count')).toHaveText('7');
  await player.getByRole('button', { name: 'Mine' }).click();
  await expect(top.getByText('Mine')).toBeVisible();

  const requests = (await heard(page)).filter((message) => message.kind === 'request');
  expect(requests).toMatchObject([{ name: 'setStorage', gestureAgeMs: expect.any(Number) }]);
});

test('a modal of the program is drawn by the player and answered by the person', async ({ page, site }) => {
  const { player, top } = await openCounter(page, site);
  await top.getByText('Ask').click();
  await player.getByRole('dialog', { name: 'Sure?' }).getByRole('button', { name: 'OK' }).click();
  await expect(top.locator('.greeting')).toHaveText('Hello yes');
});

test('the inspector answers on the port, and errors come with positions', async ({ page, site }) => {
  const { top } = await openCounter(page, site);
  await top.getByText('Fail').click();
  await expect.poll(() => heardKinds(page)).toContain('problem');
  expect((await heard(page)).find(({ kind }) => kind === 'problem')).toMatchObject({
    fatal: false,
    problem: {
      code: 'SCRIPT',
      position: { file: 'pages/index/index.js' },
      sourceLine: expect.stringContaining('throw'),
    },
  });
  await say(page, { kind: 'inspect', id: 1, method: 'Terrarium.getPages', params: {} });
  await expect.poll(() => heardKinds(page)).toContain('inspected');
  expect((await heard(page)).find(({ kind }) => kind === 'inspected')).toMatchObject({
    id: 1,
    result: [{ page: 1, route: 'pages/index/index', ready: true, firstRenderMs: expect.any(Number) }],
  });
});

test('stop takes everything off the window', async ({ page, site }) => {
  const { player } = await openCounter(page, site);
  await say(page, { kind: 'stop' });
  await expect(player.locator('body > *')).toHaveCount(0);
});

test('a package with a changed byte does not start, and the player says why', async ({ page, site }) => {
  const { files, digest } = await buildFixture('counter');
  const logic = new Uint8Array(files.get('main.logic.js') ?? []);
  logic[10] = (logic[10] ?? 0) ^ 1;
  site.serve(new Map([...files, ['main.logic.js', logic]]));
  await embed(page, site);
  await say(page, startOf(digest));
  await expect(page.frameLocator('iframe').getByRole('alert')).toContainText('main.logic.js: was changed');
  expect(await heard(page)).toMatchObject([{ kind: 'problem', fatal: true, problem: { code: 'PACKAGE' } }]);
});

test('a package other than the one the host named does not start', async ({ page, site }) => {
  const { files } = await buildFixture('counter');
  site.serve(files);
  await embed(page, site);
  await say(page, startOf('0'.repeat(64)));
  await expect.poll(() => heardKinds(page)).toEqual(['problem']);
});

test('a port from an origin other than the named host is not taken', async ({ page, site }) => {
  const { files, digest } = await buildFixture('counter');
  site.serve(files);
  await embed(page, site, 'http://evil.example');
  await say(page, startOf(digest));
  // The player stays as it was loaded: a second offer under the right conditions would still find it listening.
  await expect(page.frameLocator('iframe').locator('body > *')).toHaveCount(0);
  expect(await heard(page)).toEqual([]);
});

test('a port from a window other than the parent is not taken, the parent’s own still is', async ({ page, site }) => {
  const { files, digest } = await buildFixture('counter');
  site.serve(files);
  await page.goto(site.host);
  const strangers = await page.evaluate(
    async ([player, host, start]) => {
      const frame = document.createElement('iframe');
      frame.src = `${player}/player.html?host=${encodeURIComponent(host)}`;
      const sibling = document.createElement('iframe');
      document.body.append(sibling);
      await new Promise((resolve) => {
        frame.addEventListener('load', resolve);
        document.body.append(frame);
      });
      const answers: unknown[] = [];
      const stranger = new MessageChannel();
      stranger.port1.onmessage = ({ data }) => void answers.push(data);
      stranger.port1.postMessage(JSON.parse(start));
      // Code of the sibling posts it on: that window is the source of the offer, and the origin is the right one.
      const script = sibling.contentDocument?.createElement('script');
      if (!script) throw new Error('the sibling has no document');
      script.text = `addEventListener('message', ({ data, ports }) => {
        parent.frames[1].postMessage({ kind: 'terrarium-port' }, data, ports);
        parent.postMessage('offered', '*');
      })`;
      sibling.contentDocument?.body.append(script);
      await new Promise<void>((resolve) => {
        addEventListener('message', ({ data }) => data === 'offered' && resolve());
        sibling.contentWindow?.postMessage(player, '*', [stranger.port2]);
      });
      const own = new MessageChannel();
      const ready = new Promise<void>((resolve) => {
        own.port1.onmessage = ({ data }) => data.kind === 'ready' && resolve();
      });
      own.port1.postMessage(JSON.parse(start));
      frame.contentWindow?.postMessage({ kind: 'terrarium-port' }, player, [own.port2]);
      await ready;
      return answers;
    },
    [site.player, site.host, JSON.stringify(startOf(digest))] as const,
  );
  expect(strangers).toEqual([]);
});
