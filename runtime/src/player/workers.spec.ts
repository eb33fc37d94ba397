import { openEmbedded } from './fixtures/embedded-player.ts';
import { expect, test } from './fixtures/player-site.ts';

test('a worker of the program’s answers it', async ({ page, site }) => {
  const { top } = await openEmbedded(page, site, 'workers');
  await top.locator('#ask').click();
  await expect(top.locator('#heard')).toHaveText('6 7,255');
});

test('an endless loop in a worker does not hold up the program, which ends it and makes another', async ({
  page,
  site,
}) => {
  const { top } = await openEmbedded(page, site, 'workers');
  const sandboxes = () => page.workers().length;
  await top.locator('#loop').click();
  for (const count of ['1', '2', '3']) {
    await top.locator('#count').click();
    await expect(top.locator('#count')).toHaveText(count);
  }
  await expect.poll(sandboxes).toBe(2);
  await top.locator('#again').click();
  await expect(top.locator('#heard')).toHaveText('42 0');
  // The one that looped is gone, not only unheard.
  await expect.poll(sandboxes).toBe(2);
});

test('the worker ends with its program', async ({ page, site }) => {
  const { top } = await openEmbedded(page, site, 'workers');
  await top.locator('#loop').click();
  await expect.poll(() => page.workers().length).toBe(2);
  await page.evaluate(() => globalThis.hostSide.port.postMessage({ kind: 'stop' }));
  await expect.poll(() => page.workers().length).toBe(0);
});
